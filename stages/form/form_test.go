package form

import (
	"os"
	"strings"
	"testing"

	"xephang/stages/index"
)

func sample(t *testing.T) *index.Plan {
	t.Helper()
	src, err := os.ReadFile("testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", src, nil)
	for _, p := range ps {
		t.Error(p.In("en"))
	}
	return ix.Plans[1]
}

func TestLayoutAsksEveryAnswerOnce(t *testing.T) {
	var got []string
	first := map[string]int{}
	for _, c := range Layout(sample(t)) {
		line := c.ID + ":"
		for _, a := range c.Asks {
			mark := ""
			if a.First {
				first[a.ID]++
				mark = "*"
			}
			line += " " + a.ID + mark + "/" + a.Type
		}
		got = append(got, line)
	}
	want := `level4: services_level4*/count services_total*/count
online: portal_rate*/percent
portal: portal*/yes_no
best: plan_kind*/choice portal_rate/percent
meetings: meetings*/count
it_share: staff*/count staff_it*/count
relative: relative*/number
plan: plan_kind/choice staff_it/count
own_points: own_points*/number`
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("layout\n%s\nwant\n%s", g, want)
	}
	for id, n := range first {
		if n != 1 {
			t.Errorf("%s is asked %d times", id, n)
		}
	}
}

func TestPrintTellsTreesApart(t *testing.T) {
	p := sample(t)
	before := Print(p)
	p.Nodes[2].Points++
	if Print(p) == before || len(before) != 16 {
		t.Error("a change of points left the fingerprint as it was")
	}
}
