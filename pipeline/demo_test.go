package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDemoYear plays the synthetic year: its story ends in the proof of the diff, the slips that are faults are mended in the
// second round, nothing of the forms is published, and every page and sheet says that it is made up.
func TestDemoYear(t *testing.T) {
	if testing.Short() {
		t.Skip("a whole year skipped: -short")
	}
	dir := filepath.Join(t.TempDir(), "nam")
	var out, errs bytes.Buffer
	if code := run([]string{"demo", "-data", "../data", "-out", dir}, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("exit %d\n%s\n%s", code, out.String(), errs.String())
	}
	story := out.String()
	rounds := regexp.MustCompile(`dti-tinh-mo-phong 2026: 34 biểu mẫu/forms, (\d+) lỗi`).FindAllStringSubmatch(story, -1)
	if len(rounds) != 2 || rounds[0][1] == "0" || rounds[1][1] != "0" {
		t.Errorf("faults of the two rounds: %v", rounds)
	}
	for _, want := range []string{"✓", "KN-01", "applied", "rejected"} {
		if !strings.Contains(story, want) {
			t.Errorf("the story does not tell of %q", want)
		}
	}
	for _, part := range []string{"out", "handover", "doi-chieu"} {
		if n := marked(t, filepath.Join(dir, part)); n == 0 {
			t.Errorf("%s is empty", part)
		}
	}
	for _, name := range []string{"handover/P-HNO/bieu-mau_dti-tinh-mo-phong_2026.xlsx", "handover/P-HNO/ket-qua_p-hno.xlsx", "out/books/ket-qua_p-hno.xlsx",
		"out/phan-hoi/index.html", "handover/tinh-hinh-bieu-mau_dti-tinh-mo-phong_2026.html"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	if code := run([]string{"demo", "-data", "../data", "-out", t.TempDir() + "/.."}, strings.NewReader(""), &out, &errs); code == exitOK {
		t.Error("a folder that holds something else was taken")
	}
}

// marked counts the pages and sheets below a folder and reports those that do not say that they are made up.
func marked(t *testing.T, dir string) (n int) {
	t.Helper()
	say := func(name, text string) {
		n++
		if low := strings.ToLower(text); !strings.Contains(low, "mô phỏng") && !strings.Contains(low, "synthetic") {
			t.Errorf("%s does not say that it is made up", name)
		}
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		switch filepath.Ext(name) {
		case ".html":
			say(name, string(b))
		case ".xlsx":
			for sheet, text := range sheetTexts(t, b) {
				say(name+" "+sheet, text)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return n
}

var (
	sheetLine  = regexp.MustCompile(`<sheet name="([^"]*)"([^>]*) r:id="([^"]+)"`)
	relation   = regexp.MustCompile(`Id="([^"]+)"`)
	relationTo = regexp.MustCompile(`Target="/?(?:xl/)?([^"]+)"`)
	sharedItem = regexp.MustCompile(`(?s)<si>(.*?)</si>`)
	sharedCell = regexp.MustCompile(`t="s"[^>]*><v>(\d+)</v>`)
)

// sheetTexts is all that stands on each sheet that is not hidden.
func sheetTexts(t *testing.T, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			return ""
		}
		defer f.Close()
		all, _ := io.ReadAll(f)
		return string(all)
	}
	var strs []string
	for _, m := range sharedItem.FindAllStringSubmatch(part("xl/sharedStrings.xml"), -1) {
		strs = append(strs, m[1])
	}
	files := map[string]string{}
	for _, r := range strings.Split(part("xl/_rels/workbook.xml.rels"), "<Relationship ")[1:] {
		if id, to := relation.FindStringSubmatch(r), relationTo.FindStringSubmatch(r); id != nil && to != nil {
			files[id[1]] = "xl/" + to[1]
		}
	}
	all := map[string]string{}
	for _, m := range sheetLine.FindAllStringSubmatch(part("xl/workbook.xml"), -1) {
		if strings.Contains(m[2], "hidden") || strings.HasPrefix(m[1], "_") {
			continue
		}
		text := part(files[m[3]])
		for _, s := range sharedCell.FindAllStringSubmatch(text, -1) {
			var k int
			for _, c := range s[1] {
				k = k*10 + int(c-'0')
			}
			if k < len(strs) {
				text += strs[k]
			}
		}
		all[m[1]] = text
	}
	return all
}
