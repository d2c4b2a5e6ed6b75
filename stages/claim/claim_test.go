package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRow(t *testing.T) {
	c := Claim{Document: "a.txt", Start: 3, End: 9, Quote: "hạng 3", Kind: Rank, Subject: "Huế", Units: []string{"P-HUE"}, Metric: "DTI",
		Index: "dti-provinces", Node: "dti", Value: 3, Of: 63, Unit: "hạng", Year: 2024, Deadline: 20251231, Edition: "2024", Group: "region:x"}
	want := []string{"a.txt", "3", "9", "hạng 3", "rank", "Huế", "P-HUE", "DTI", "dti-provinces", "dti", "3", "63", "hạng", "2024", "", "2025-12-31", "off", "4", "e", "2024", "region:x"}
	if diff := cmp.Diff(want, c.Row("off", "4", "e")); diff != "" {
		t.Error(diff)
	}
	if len(want) != len(Columns) {
		t.Errorf("%d columns", len(Columns))
	}
	o := Claim{Kind: Order, Members: []string{"Huế", "Đà Nẵng"}}
	if o.ValueText() != "Huế; Đà Nẵng" || o.Row("", "", "")[11] != "" {
		t.Error(o.Row("", "", ""))
	}
	if v := (Claim{Kind: Delta, Value: -0.0125}).ValueText(); v != "-0.0125" {
		t.Error(v)
	}
}

func TestSort(t *testing.T) {
	got := []Claim{{Document: "b"}, {Document: "a", Start: 5}, {Document: "a", Start: 2, Value: 2}, {Document: "a", Start: 2, Value: 1}}
	Sort(got)
	want := []Claim{{Document: "a", Start: 2, Value: 1}, {Document: "a", Start: 2, Value: 2}, {Document: "a", Start: 5}, {Document: "b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNames(t *testing.T) {
	for _, v := range Verdicts {
		if n := v.Name(); n.VI == "" || n.EN == "" {
			t.Errorf("verdict %s has no name", v)
		}
	}
	for _, k := range Kinds {
		if n := k.Name(); n.VI == "" || n.EN == "" {
			t.Errorf("kind %s has no name", k)
		}
	}
}
