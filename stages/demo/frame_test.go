package demo

import (
	"math"
	"testing"

	"xephang/stages/form"
	"xephang/stages/index"
)

// TestFrameHoldsThePointsOfTheDecision: the points of the provinces' main indices are those of Decision 922/QĐ-BTTTT.
func TestFrameHoldsThePointsOfTheDecision(t *testing.T) {
	for id, want := range map[string][]float64{
		"dti-tinh-mo-phong": {100, 100, 100, 100, 100, 200, 150, 150},
		"dti-bo-mo-phong":   {100, 100, 100, 100, 100, 500},
	} {
		src, err := frame.ReadFile("frame/" + id + "/index.yaml")
		if err != nil {
			t.Fatal(err)
		}
		ix, ps := index.Parse("index.yaml", id, src, nil)
		for _, p := range ps {
			t.Error(p.In("en"))
		}
		for _, p := range ix.Plans {
			for i, c := range p.Root().Children {
				if got := p.Nodes[c.Col].Points; got != want[i] {
					t.Errorf("%s %s: %s has %g points, want %g", id, p.Edition.ID, p.Nodes[c.Col].ID, got, want[i])
				}
			}
			if p.Root().Points != 1000 || math.IsNaN(p.Root().Points) {
				t.Errorf("%s: the root has %g points", id, p.Root().Points)
			}
			t.Log(id, p.Edition.ID, len(form.Layout(p)), "criteria")
		}
	}
}
