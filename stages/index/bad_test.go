package index

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xephang/stages/units"
)

// registry is the small registry that the tests know.
func registry(t testing.TB) *units.Registry {
	t.Helper()
	src, err := os.ReadFile("testdata/units.csv")
	if err != nil {
		t.Fatal(err)
	}
	reg, faults := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: src}})
	if faults.Faults() > 0 {
		t.Fatal(faults)
	}
	return reg
}

var (
	wantLine = regexp.MustCompile(`# want (.*)$`)
	wantOne  = regexp.MustCompile(`(\d+) "([a-z-]+)"`)
)

// TestBad: every file of testdata/bad has exactly the problems that stand beside its faults, column and code.
func TestBad(t *testing.T) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	reg := registry(t)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want, got []string
			for i, line := range strings.Split(string(src), "\n") {
				if m := wantLine.FindStringSubmatch(line); m != nil {
					for _, one := range wantOne.FindAllStringSubmatch(m[1], -1) {
						want = append(want, fmt.Sprintf("%03d:%s %s", i+1, one[1], one[2]))
					}
				}
			}
			_, problems := Parse(file, "x", src, reg)
			for _, p := range problems {
				got = append(got, fmt.Sprintf("%03d:%d %s", p.Place.Line, p.Place.Column, p.Code))
				complete(t, p.In("vi"), p.In("en"))
			}
			slices.Sort(want)
			slices.Sort(got)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("-want +got\n%s\n%v", d, problems)
			}
		})
	}
}

// complete: no {argument} of a text was forgotten.
func complete(t *testing.T, lines ...string) {
	t.Helper()
	for _, line := range lines {
		if m := regexp.MustCompile(`\{(near_|list_|why_|vi|en|key|list|line|path|usage|part|low|range|why|other|node|day|count)\w*\}`).FindString(line); m != "" {
			t.Errorf("%s is left in %q", m, line)
		}
	}
}
