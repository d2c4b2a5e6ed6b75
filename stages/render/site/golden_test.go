package site_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"xephang/stages/render/site"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

var update = flag.Bool("update", false, "write the goldens anew")

// hashed is the part of an asset's name that changes with its content.
var hashed = regexp.MustCompile(`(assets/[a-z]+(?:-vi|-en)?-)[0-9a-f]{8,}`)

func TestGoldens(t *testing.T) {
	for _, name := range []string{"index.html", "xep-hang/egdi/2024.html", "xep-hang/bo/2019.html", "don-vi/vnm.html", "en/don-vi/p-tth.html",
		"phuong-phap/egdi.html", "doi-chieu/index.html", "van-ban/ban-tin-1.html", "du-lieu/index.html", "en/xep-hang/tinh/2019.html"} {
		got := hashed.ReplaceAllString(string(pagesOf(t)[name]), "${1}0")
		file := filepath.Join("testdata", "golden", strings.ReplaceAll(name, "/", "_"))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got; go test -update accepts it):\n%s", name, diff)
		}
	}
}

func TestMissingVendorFilesSayWhatToRun(t *testing.T) {
	list := &fstest.MapFile{Data: []byte(strings.Repeat("0", 64) + "  echarts.min.js\n")}
	for what, from := range map[string]fstest.MapFS{
		"missing": {"assets/vendor.sha256": list},
		"changed": {"assets/vendor.sha256": list, "assets/vendor/echarts.min.js": {Data: []byte("x")}},
	} {
		err := site.Load(from)
		if !errors.Is(err, site.ErrVendor) || !strings.Contains(err.Error(), "make assets") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestWriteMakesFolders(t *testing.T) {
	dir := t.TempDir()
	err := site.Write(dir, year(t))
	if errors.Is(err, site.ErrVendor) {
		t.Skip("the third-party files are not here yet: make assets")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "en/xep-hang/egdi/2024.html", "assets/fonts/be-vietnam-pro-latin-400.woff2", "assets/licences/LICENSE-echarts.txt"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}

// Without indices, texts and files the site still stands; two units whose codes differ by case alone are refused.
func TestEmptyAndClashing(t *testing.T) {
	in := func(csv string) *view.Report {
		reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(csv)}})
		return view.New(view.Input{Units: reg})
	}
	files, err := rendered(in("code,kind,name\n"))
	if err != nil || !strings.Contains(string(files["index.html"]), "Chưa có kỳ xếp hạng nào.") {
		t.Errorf("empty year: %v", err)
	}
	if _, err := rendered(in("code,kind,name\nA-B,province,Một\na_b,province,Hai\n")); err == nil || !strings.Contains(err.Error(), "don-vi/a-b.html") {
		t.Errorf("clash: %v", err)
	}
}

func BenchmarkRender(b *testing.B) {
	r := year(b)
	for b.Loop() {
		if _, err := rendered(r); err != nil {
			b.Fatal(err)
		}
	}
}
