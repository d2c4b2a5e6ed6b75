package view

import (
	"testing"
)

// TestMostToWin: the criteria with the most points still to be won come first; what is outside the total does not count.
func TestMostToWin(t *testing.T) {
	p := PackPart{Nodes: []PackNode{
		{Name: "gốc", Points: 50, Most: 100},
		{Name: "a", Leaf: true, Points: 9, Most: 10}, {Name: "b", Leaf: true, Points: 2, Most: 10},
		{Name: "c", Leaf: true, Points: 10, Most: 10}, {Name: "ngoài", Leaf: true, Outside: true, Points: 0, Most: 20},
		{Name: "trống", Leaf: true, Points: nan, Most: 10},
	}}
	got := p.MostToWin(3)
	if len(got) != 2 || got[0].Name != "b" || got[1].Name != "a" {
		t.Errorf("%v", got)
	}
}
