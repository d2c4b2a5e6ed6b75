package robust_test

import (
	"slices"
	"testing"

	"xephang/stages/robust"
)

// With EGDI 2018's weights moved by ±25 % Viet Nam's rank 88 becomes 87–92 and the median country's band is 5 to 6 places.
func TestVietNam2018(t *testing.T) {
	y := data(t, "egdi")
	p, table := y.edition(t, "2018")
	r, found := robust.Run(p, table, y.options())
	if len(found) > 0 || !r.Why.IsZero() {
		t.Fatal(found, r.Why)
	}
	b := r.Root()
	row, _ := table.Row("VNM")
	t.Log(r.Draws, r.Converged, b.Rank[row], b.Low[row], b.High[row])
	var widths []int
	for i, place := range b.Place {
		if place > 0 {
			widths = append(widths, int(b.High[i]-b.Low[i]))
		}
	}
	slices.Sort(widths)
	t.Log(len(widths), widths[len(widths)/2], widths[:10], widths[len(widths)-10:])
	t.Log(len(b.Groups), b.Groups[:3])
	t.Log(r.Sensitivity.Factors, r.Sensitivity.Shift, r.Sensitivity.Mean)
	for _, l := range r.LeftOut {
		t.Log(p.Nodes[l.Node].ID, l.Shift, l.Most, table.Units[l.Row], l.Lost)
	}
	for _, s := range r.Schemes {
		t.Log(s.Name.EN, s.Shift, s.Most, s.Place[row])
	}
	f, ch := b.Chances(row)
	t.Log(f, ch)
}
