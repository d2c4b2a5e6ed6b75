package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/book"
	"xephang/stages/units"
)

const provincesCSV = `code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en
P-HNO,province,Hà Nội,Thành phố Hà Nội,Hanoi,,region:Đồng bằng sông Hồng,01,,,,,,
P-CBA,province,Cao Bằng,Tỉnh Cao Bằng,Cao Bang,,region:Trung du và miền núi phía Bắc,04,,,,,,
P-DBI,province,Điện Biên,Tỉnh Điện Biên,Dien Bien,,region:Trung du và miền núi phía Bắc,11,,,,,,
P-LCH,province,Lai Châu,Tỉnh Lai Châu,Lai Chau,,region:Trung du và miền núi phía Bắc,12,,,,,,
`

// secretAnswers are answers that nobody could mistake for another number.
var secretAnswers = map[string]map[string]any{
	"P-HNO": {"services_total": 987654321., "services_level4": 456789123., "portal_rate": 0.876543, "portal": 1., "plan_kind": 1., "meetings": 3.,
		"staff": 876543219., "staff_it": 34567891., "relative": 98765.4321, "own_points": 6.543217, "files_total": 765432198.},
	"P-CBA": {"services_total": 876123459., "services_level4": 123987456., "portal_rate": 0.543219, "portal": 0., "plan_kind": 0.5, "meetings": 1.,
		"staff": 345678912., "staff_it": 12345987., "relative": 34567.8912, "own_points": 3.219876, "files_total": 654321987.},
	"P-DBI": {"services_total": 765987123., "services_level4": "no_data", "portal_rate": 0.432187, "portal": 0., "plan_kind": 0., "meetings": 2.,
		"staff": 234567891., "staff_it": 98761234., "relative": 23456.7891, "own_points": 2.198763, "files_total": 543219876.},
}

// secrets are the answers and what follows from them for single criteria, and words that stand in the forms and beside
// the points.
func secrets() (numbers []float64, words []string) {
	for _, answers := range secretAnswers {
		for _, v := range answers {
			if x, ok := v.(float64); ok && x != math.Trunc(x*10)/10 {
				numbers = append(numbers, x, x/10, x*10)
			} else if ok && x > 1000 {
				numbers = append(numbers, x)
			}
		}
		for _, pair := range [][2]string{{"services_level4", "services_total"}, {"staff_it", "staff"}} {
			a, known := answers[pair[0]].(float64)
			if b := answers[pair[1]].(float64); known {
				numbers = append(numbers, a/b)
			}
		}
	}
	return append(numbers, 7.654321, 0.7654321, 4.321987, 0.4321987), []string{"GIAI-TRINH-MAT", "MINH-CHUNG-MAT", "LY-DO-MAT", "NGUOI-CHAM-MAT", "NGUON-MAT", "bieu-mau-mat"}
}

// written are the ways in which a number may stand in a text: any separators, and at least six of its digits.
func written(x float64) (all []string) {
	if x == math.Trunc(x) {
		s := fmt.Sprintf("%.0f", x)
		for _, sep := range []string{"", ".", ",", " ", "\u00a0", "\u202f"} {
			all = append(all, s[:len(s)-6]+sep+s[len(s)-6:len(s)-3]+sep+s[len(s)-3:])
		}
		return append(all, fmt.Sprintf("%.8E", x))
	}
	decimals := 5
	if x >= 1000 {
		decimals = 2
	}
	s := fmt.Sprintf("%.12f", x)
	s = s[:strings.IndexByte(s, '.')+1+decimals] // cut, not rounded: the beginning of any longer form
	return []string{s, strings.Replace(s, ".", ",", 1)}
}

// secretFolder writes a data folder with the sample index, whose declaration of what is public is replaced.
func secretFolder(t *testing.T, public string) (dir string) {
	t.Helper()
	src, err := os.ReadFile("../stages/form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	yaml := string(src)
	for _, r := range [][2]string{{"public: {nodes: all, layers: [appraised]}", public}, {"[1, 5000]", "[1, 999999999]"}, {"[0, 5000]", "[0, 999999999]"}, {"[0, 1000]", "[0, 100000]"},
		{"  2025: {as_of: 2025-12-31, only: [P-HNO, P-CBA, P-DBI, P-LCH]}\n", ""}} {
		if !strings.Contains(yaml, r[0]) {
			t.Fatalf("the sample has no %s", r[0])
		}
		yaml = strings.Replace(yaml, r[0], r[1], 1)
	}
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(provincesCSV)}})
	ix, ps := index.Parse("data/mau/index.yaml", "mau", []byte(yaml), reg)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	dir = t.TempDir()
	write := func(name string, data []byte) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("units.csv", []byte(provincesCSV))
	write("mau/index.yaml", []byte(yaml))
	write("mau/2026/appraisal.csv", []byte("unit,node,points,verdict,reason,by,date\nP-HNO,online,7.654321,insufficient,LY-DO-MAT,NGUOI-CHAM-MAT,2026-12-01\n"))
	write("mau/2026/measured.csv", []byte("unit,node,points,source,date\nP-HNO,expert,4.321987,NGUON-MAT,2026-12-01\nP-CBA,expert,4,NGUON-MAT,2026-12-01\n"))
	for unit, answers := range secretAnswers {
		u, _ := reg.Unit(unit)
		b, err := book.Filled(ix.Plans[0], u, nil, secretFiling(unit, answers))
		if err != nil {
			t.Fatal(err)
		}
		write("mau/2026/forms/bieu-mau-mat-"+unit+".xlsx", b)
	}
	return dir
}

func secretFiling(unit string, answers map[string]any) *form.Filing {
	x := &form.Filing{Unit: unit, Answers: map[string]form.Answer{}, Self: map[string]form.Self{"own_points": {Points: 6}},
		Explained: map[string]string{"online": "GIAI-TRINH-MAT"}, Evidence: map[string][]form.Evidence{}}
	for id, v := range answers {
		a := form.Answer{Value: math.NaN()}
		switch v := v.(type) {
		case float64:
			a.Value = v
		case string:
			a.Reason = v
		}
		x.Answers[id] = a
	}
	for _, node := range []string{"level4", "portal", "own_points"} {
		day, _ := units.ParseDate("2026-06-01")
		x.Evidence[node] = []form.Evidence{{Number: "MINH-CHUNG-MAT", Title: "MINH-CHUNG-MAT", Date: day}}
	}
	return x
}

// TestNothingPrivateIsPublished runs a whole report over forms and looks into every byte of what it publishes, inside
// workbooks and Parquet files too.
func TestNothingPrivateIsPublished(t *testing.T) {
	numbers, words := secrets()
	for _, c := range []struct {
		name, public  string
		leaks, scored bool
	}{
		{"nodes above the criteria alone", "public: {nodes: combined, layers: [value, self, appraised, reason, evidence]}", false, false},
		{"scores of criteria alone", "public: {nodes: all, layers: []}", false, true},
		{"everything", "", true, false},
	} {
		dir, out := secretFolder(t, c.public), filepath.Join(t.TempDir(), "out")
		var says bytes.Buffer
		if code := run([]string{"report", "-quiet", "-data", dir, "-seeds", filepath.Join(dir, "none"), "-out", out}, strings.NewReader(""), io.Discard, &says); code != 0 {
			t.Fatalf("%s: %s", c.name, says.String())
		}
		if !strings.Contains(says.String(), "mau 2026: 3 biểu mẫu/forms") {
			t.Errorf("%s: the run does not sum up the forms: %s", c.name, says.String())
		}
		hidden := numbers
		if c.scored { // the scores of some criteria are answers themselves, or points over their maximum
			hidden = slices.DeleteFunc(slices.Clone(numbers), func(x float64) bool { return x < 1000 && x != 456789123./987654321 })
		}
		found := leaks(t, out, hidden, words)
		switch {
		case c.leaks && len(found) < 20:
			t.Errorf("%s: only %v found; does the search still look everywhere?", c.name, found)
		case !c.leaks:
			for where, what := range found {
				t.Errorf("%s: %s holds %v", c.name, where, what)
			}
		}
	}
}

// leaks looks for secrets in every file below a folder.
func leaks(t *testing.T, out string, numbers []float64, words []string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for part, text := range inside(t, name, data) {
			for _, x := range numbers {
				for _, s := range append(written(x), string(binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)))) {
					if bytes.Contains(text, []byte(s)) {
						found[name+part] = append(found[name+part], fmt.Sprintf("%v as %q", x, s))
					}
				}
			}
			for _, w := range words {
				if bytes.Contains(text, []byte(w)) {
					found[name+part] = append(found[name+part], w)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// inside gives the contents of a file by part: the file itself, the parts of a workbook, the values of a Parquet file.
func inside(t *testing.T, name string, data []byte) map[string][]byte {
	t.Helper()
	all := map[string][]byte{"": data}
	switch filepath.Ext(name) {
	case ".xlsx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			all["!"+f.Name] = b
		}
	case ".parquet":
		f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var values bytes.Buffer
		for _, g := range f.RowGroups() {
			rows := g.Rows()
			buffer := make([]parquet.Row, 64)
			for {
				n, err := rows.ReadRows(buffer)
				for _, row := range buffer[:n] {
					for _, v := range row {
						fmt.Fprintln(&values, v.String())
					}
				}
				if err != nil {
					break
				}
			}
			rows.Close()
		}
		all["!values"] = values.Bytes()
	}
	return all
}

// TestProblemsOfFormsStayInside: a fault in a form is told to its unit alone; with on_fault: block it stops the run.
func TestProblemsOfFormsStayInside(t *testing.T) {
	dir, out := secretFolder(t, "public: {nodes: combined}"), filepath.Join(t.TempDir(), "out")
	broken := filepath.Join(dir, "mau/2026/forms/bieu-mau-mat-P-LCH.xlsx")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 no workbook"), 0o666); err != nil {
		t.Fatal(err)
	}
	report := func() (int, string) {
		var says bytes.Buffer
		code := run([]string{"report", "-quiet", "-only", "data", "-data", dir, "-seeds", filepath.Join(dir, "none"), "-out", out}, strings.NewReader(""), io.Discard, &says)
		return code, says.String()
	}
	code, says := report()
	if code != 0 || strings.Contains(says, "bieu-mau-mat") || !strings.Contains(says, "handover/") {
		t.Fatalf("%d %s", code, says)
	}
	b, err := os.ReadFile(filepath.Join(out, "data/problems.csv"))
	if err != nil || bytes.Contains(b, []byte("forms")) {
		t.Errorf("%v problems.csv tells of forms: %s", err, b)
	}
	name := filepath.Join(dir, "mau/index.yaml")
	yaml, _ := os.ReadFile(name)
	if err := os.WriteFile(name, bytes.Replace(yaml, []byte("on_fault: withhold"), []byte("on_fault: block"), 1), 0o666); err != nil {
		t.Fatal(err)
	}
	if code, says = report(); code == 0 || !strings.Contains(says, "bieu-mau-mat-P-LCH.xlsx") {
		t.Errorf("with on_fault: block the run ends with %d: %s", code, says)
	}
}
