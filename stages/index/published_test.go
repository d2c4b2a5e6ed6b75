package index

import (
	"math"
	"os"
	"strings"
	"testing"

	"xephang/stages/problem"
)

// sampled parses the sample of collecting indices with another declaration of what is public.
func sampled(t *testing.T, public string) *Index {
	t.Helper()
	src, err := os.ReadFile("../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	yaml := strings.Replace(string(src), "public: {nodes: all, layers: [appraised]}", public, 1) +
		"beside:\n  - {node: digital, of: [services, online], name: {vi: Số, en: Digital}}\n  - {node: extra, name: {vi: Thêm, en: Extra}}\nuncertainty: {treat: [none, \"winsorise:1\"], weights: [{share: 0.1}]}\n" +
		"schemes:\n  - {name: {vi: A, en: A}, weights: {services: 1, people: 1}}\n  - {name: {vi: B, en: B}, weights: {level4: 5}}\n"
	ix, ps := Parse("index.yaml", "mau", []byte(yaml), nil)
	for _, p := range ps {
		if p.Severity == problem.Fault {
			t.Error(p.In("en"))
		}
	}
	return ix
}

func TestPublishedIsTheIndexItselfWhereNothingIsHidden(t *testing.T) {
	for _, public := range []string{"", "public: {layers: []}", "public: {nodes: all, layers: [value]}"} {
		ix := sampled(t, public)
		if open, from := ix.Published(); open != ix || from != nil {
			t.Errorf("%q: another index comes back", public)
		}
	}
}

func TestCriteriaAreCut(t *testing.T) {
	ix := sampled(t, "public: {nodes: combined}")
	open, from := ix.Published()
	if len(open.Plans) != 2 || open.Plans[1].Previous != open.Plans[0] || open.Plans[1].Index != open || ix.Plans[1].Index != ix {
		t.Error("the plans do not belong together")
	}
	p, was := open.Plans[1], ix.Plans[1]
	if got := strings.Join(p.IDs(), " "); got != "total services people digital" {
		t.Fatalf("nodes %s", got)
	}
	for k, i := range from[1] {
		if p.Nodes[k].ID != was.Nodes[i].ID {
			t.Errorf("column %d was %s", i, was.Nodes[i].ID)
		}
	}
	total, services := p.Root(), &p.Nodes[1]
	if len(total.Children) != 2 || total.Level != 2 || total.Children[0] != (Child{1, 30}) || total.Children[1] != (Child{2, 70}) {
		t.Errorf("the root is made of %+v at level %d", total.Children, total.Level)
	}
	if !services.Leaf() || services.Level != 1 || services.Parent != 0 || services.Points != 30 || services.Rule.Kind != "ratio" || services.Effective != 0.3 || services.Varied(Normalise) {
		t.Errorf("services is %+v", services)
	}
	if d := p.Nodes[3]; !d.Leaf() || d.Parent != -1 {
		t.Errorf("a node of a hidden criterion is %+v", d)
	}
	if _, ok := p.Col("level4"); ok {
		t.Error("a criterion has a column still")
	}
	if _, ok := p.NodeByName("Tỷ lệ dịch vụ mức độ 4"); ok {
		t.Error("a criterion can be found by name still")
	}
	if _, ok := open.NodeByName("level4"); ok {
		t.Error("the index knows a criterion still")
	}
	if p.Uncertainty.Treat != nil || len(p.Uncertainty.Weights) != 1 || was.Uncertainty.Treat == nil {
		t.Errorf("%+v is varied", p.Uncertainty)
	}
	if len(open.Schemes) != 1 || open.Schemes[0].Name.EN != "A" {
		t.Errorf("schemes %+v", open.Schemes)
	}
	if len(was.Nodes[1].Children) != 4 || was.Nodes[1].Node.Rule != nil {
		t.Error("the whole plan was changed")
	}
}

func TestANodeOfWhichOnePartIsHidden(t *testing.T) {
	open, _ := sampled(t, "public: {nodes: [services, level4, people]}").Published()
	p := open.Plans[1]
	if got := strings.Join(p.IDs(), " "); got != "total services level4 people" {
		t.Fatalf("nodes %s", got)
	}
	level4 := &p.Nodes[2]
	if !p.Nodes[1].Leaf() || level4.Parent != -1 || !level4.Beside || !math.IsNaN(level4.Effective) || level4.Rule.Kind != "steps" {
		t.Errorf("level4 is %+v", level4)
	}
	if len(p.Root().Children) != 2 {
		t.Errorf("the root is made of %+v", p.Root().Children)
	}
}
