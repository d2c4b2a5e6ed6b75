package index

import (
	"os"
	"path/filepath"
	"testing"

	"xephang/stages/units"
)

// published is the registry of data/, nil where it is not there.
func published(t *testing.T) *units.Registry {
	t.Helper()
	file := func(name string) units.File {
		src, err := os.ReadFile(filepath.Join("../../data", name))
		if err != nil {
			t.Skip(err)
		}
		return units.File{Name: name, Data: src}
	}
	reg, faults := units.Parse(units.Files{Units: file("units.csv"), M49: file("m49.csv"), Groups: file("groups.csv"), Succession: file("succession.csv")})
	if faults.Faults() > 0 {
		t.Fatal(faults)
	}
	return reg
}

// TestData: every index of data/ is without fault, has units in every edition, and explains all its nodes.
func TestData(t *testing.T) {
	reg := published(t)
	files, _ := filepath.Glob("../../data/*/index.yaml")
	for _, file := range files {
		id := filepath.Base(filepath.Dir(file))
		t.Run(id, func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ix, problems := Parse(file, id, src, reg)
			for _, p := range problems {
				t.Error(p.In("en"))
			}
			if len(ix.Plans) != len(ix.Editions) {
				t.Fatalf("%d plans for %d editions", len(ix.Plans), len(ix.Editions))
			}
			for _, p := range ix.Plans {
				if len(ix.UnitsOf(p, reg)) == 0 {
					t.Errorf("edition %s has no units", p.Edition.ID)
				}
				sound(t, p)
			}
		})
	}
}

// TestEGDI holds the resolved plans of the real index against what the United Nations used.
func TestEGDI(t *testing.T) {
	src, err := os.ReadFile("../../data/egdi/index.yaml")
	if err != nil {
		t.Skip(err)
	}
	ix, _ := Parse("index.yaml", "egdi", src, published(t))
	want := map[string][3]float64{"2008": {0.34, 0.33, 0.33}, "2010": {0.34, 0.33, 0.33}}
	for _, p := range ix.Plans {
		w, special := want[p.Edition.ID]
		if !special {
			w = [3]float64{1, 1, 1}
		}
		for k, c := range p.Root().Children {
			if c.Weight != w[k] {
				t.Errorf("%s: weight of %s is %v, want %v", p.Edition.ID, p.Nodes[c.Col].ID, c.Weight, w[k])
			}
		}
		if n := len(ix.UnitsOf(p, published(t))); n != 193 {
			t.Errorf("%s: %d countries, want 193", p.Edition.ID, n)
		}
	}
	if len(ix.Plans) != 12 {
		t.Errorf("%d editions, want 12", len(ix.Plans))
	}
}
