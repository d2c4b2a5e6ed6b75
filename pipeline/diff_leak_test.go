package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// secretCorrections change secret figures into secret ones: an answer, an answer that was not given, points of the
// appraisers.
const secretCorrections = `unit,node,layer,was,becomes,reason,document,decided_by,date,status,case
P-HNO,services_total,value,987654321,912345678,Bỏ sót,12/QĐ,Hội đồng,2027-04-10,applied,KN-1
P-DBI,services_level4,value,no_data,23456781,Bổ sung,13/QĐ,Hội đồng,2027-04-11,applied,KN-2
P-HNO,online,appraised,7.654321,8.765432,Bổ sung,14/QĐ,Hội đồng,2027-04-12,applied,KN-3
P-CBA,staff,value,345678912,45678912,Không đủ căn cứ,15/QĐ,Hội đồng,2027-04-13,rejected,KN-4
`

// TestDiffKeepsSecrets: what changed in figures that are not public shows in the scores and ranks that are, with the
// decision, and nowhere as a figure; who decides sees everything on standard output.
func TestDiffKeepsSecrets(t *testing.T) {
	answers := []float64{987654321, 912345678, 23456781, 345678912, 45678912}
	points := []float64{7.654321, 0.7654321, 8.765432, 0.8765432} // public sums of points end in the same digits: only looked for where a change is told
	dir, work := secretFolder(t, "public: {nodes: combined}"), t.TempDir()
	at := func(name string) string { return filepath.Join(work, name) }
	verb := func(args ...string) (string, string) {
		t.Helper()
		var says, shows bytes.Buffer
		if code := run(append(args, "-seeds", at("none")), strings.NewReader(""), &shows, &says); code != 0 {
			t.Fatalf("%v: %s", args, says.String())
		}
		return shows.String(), says.String()
	}
	verb("report", "-quiet", "-only", "data", "-data", dir, "-out", at("first"), "-draft", at("draft"))
	if err := os.WriteFile(filepath.Join(dir, "mau/2026/corrections.csv"), []byte(secretCorrections), 0o666); err != nil {
		t.Fatal(err)
	}
	list, _ := verb("diff", at("draft"), dir, "-out", at("page"))
	for _, want := range []string{"987.654.321 → 912.345.678", "Chưa có số liệu → 23.456.781", "7,654321 → 8,765432", "[4] KN-4", "✓", "(services_total) · số khai 987.654.321 → 912.345.678 · [1]", "(level4) · giá trị ", "(online) · điểm thẩm định 7,654321 → 8,765432"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q:\n%s", want, list)
		}
	}
	verb("report", "-quiet", "-data", dir, "-out", at("out"), "-after", at("draft"))
	for _, part := range []string{"out", "page", "out/phan-hoi", "out/en/phan-hoi", "out/chat-luong", "out/data/corrections.csv", "out/data/corrections.parquet", "out/books/doi-chieu-du-thao.xlsx"} {
		secret := answers
		if part != "out" {
			secret = append(points, answers...)
		}
		for where, what := range leaks(t, at(part), secret, nil) {
			t.Errorf("%s holds %v", where, what)
		}
	}
	page, err := os.ReadFile(at("out/phan-hoi/index.html"))
	if err != nil || !bytes.Contains(page, []byte("không công bố")) || !bytes.Contains(page, []byte("KN-4")) || !bytes.Contains(page, []byte("Chỉ số mẫu")) {
		t.Errorf("%v the page lacks decisions or what followed", err)
	}
	var says bytes.Buffer
	if code := run([]string{"replay", at("draft")}, strings.NewReader(""), io.Discard, &says); code != 0 {
		t.Errorf("a draft with forms is not played again: %s", says.String())
	}
}
