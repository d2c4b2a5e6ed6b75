package index

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"xephang/stages/problem"
)

// TestCatalogue: every kind of this room says all it should in both languages, and some test makes it happen.
func TestCatalogue(t *testing.T) {
	var tested strings.Builder
	for _, pattern := range []string{"testdata/bad/*.yaml", "file_test.go"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tested.Write(src)
		}
	}
	seen := map[string]bool{}
	for _, code := range regexp.MustCompile(`index-[a-z-]+`).FindAllString(tested.String(), -1) {
		seen[code] = true
	}
	for _, k := range problem.Catalogue() {
		if !strings.HasPrefix(k.Code, "index-") {
			continue
		}
		if !seen[k.Code] {
			t.Errorf("%s is not tested", k.Code)
		}
		for _, text := range []problem.Text{k.What, k.Expected, k.Remedy, k.When} {
			if text.VI == "" || text.EN == "" {
				t.Errorf("%s lacks a text: %+v", k.Code, k)
			}
		}
	}
}
