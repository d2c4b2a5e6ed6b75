package main

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/reconcile"
)

// real is one walk of the line over data/ and seeds/, shared by the tests that hold it against published figures.
var real = sync.OnceValues(func() (*year, error) {
	return compute(console{out: io.Discard, err: io.Discard}, options{data: "../data", seeds: "../seeds", jobs: 2})
})

func walked(t *testing.T) *year {
	t.Helper()
	y, err := real()
	if err != nil {
		t.Fatalf("%v: %v", err, y.problems)
	}
	return y
}

// checks gives the comparison of the root of every edition of an index.
func checks(y *year, ix string) map[string]reconcile.Check {
	found := map[string]reconcile.Check{}
	for _, r := range y.reproductions {
		if r.Index == ix && len(r.Nodes) > 0 {
			found[r.Edition] = r.Nodes[0]
		}
	}
	return found
}

// TestEGDIReproduction holds the comparison with the United Nations' figures: 2,241 of 2,243 scores within 0.0001, 2,230
// ranks from our scores, 2,239 from the published ones, and a reason for each of the 13 others.
func TestEGDIReproduction(t *testing.T) {
	var sum reconcile.Check
	reasons := map[string]string{}
	for edition, c := range checks(walked(t), "egdi") {
		sum.Scores, sum.Within, sum.Ranks, sum.Equal = sum.Scores+c.Scores, sum.Within+c.Within, sum.Ranks+c.Ranks, sum.Equal+c.Equal
		sum.FromPublished, sum.PublishedBoth = sum.FromPublished+c.FromPublished, sum.PublishedBoth+c.PublishedBoth
		for _, d := range c.Differences {
			reasons[edition+" "+d.Unit] = string(d.Reason)
			if len(d.With) == 0 || d.Place.Cell == "" {
				t.Errorf("%s %s: no neighbour or no place: %+v", edition, d.Unit, d)
			}
		}
	}
	got := fmt.Sprintf("%d/%d %d/%d %d/%d", sum.Within, sum.Scores, sum.Equal, sum.Ranks, sum.FromPublished, sum.PublishedBoth)
	if want := "2241/2243 2230/2243 2239/2243"; got != want {
		t.Errorf("scores, ranks, ranks from published scores: %s, want %s", got, want)
	}
	want := map[string]string{
		"2008 CMR": "misprint", "2008 KHM": "misprint", "2008 COG": "pushed", "2008 SLB": "pushed", "2008 GHA": "pushed", "2008 ZWE": "pushed",
		"2008 ECU": "last-digit", "2020 AND": "tie-broken", "2020 HUN": "tie-broken", "2020 MKD": "tie-broken", "2020 TLS": "tie-broken",
		"2024 IND": "last-digit", "2024 IRQ": "last-digit",
	}
	if !maps.Equal(reasons, want) {
		t.Errorf("reasons\n%v\nwant\n%v", reasons, want)
	}
}

// TestVietNamInEGDI holds Viet Nam's place in every edition: world, Asia, South-eastern Asia, and its components.
func TestVietNamInEGDI(t *testing.T) {
	x := walked(t).find("egdi")
	for edition, want := range map[string]string{
		"2008": "91 63 103 103 24/46 6/11", "2010": "90 79 79 114 23/46 6/11", "2012": "83 92 69 116 19/47 4/11", "2014": "99 81 84 127 26/47 5/11",
		"2016": "89 74 90 127 26/47 6/11", "2018": "88 59 100 120 24/47 6/11", "2020": "86 81 69 117 24/47 6/11", "2022": "86 76 74 115 25/47 6/11", "2024": "71 75 67 79 22/47 5/11",
	} {
		_, table := x.edition(edition)
		row, _ := table.Row("VNM")
		var got []string
		for _, node := range []string{"egdi", "osi", "tii", "hci"} {
			col, _ := table.Col(node)
			place, _ := table.Rank(col, row)
			got = append(got, fmt.Sprint(place))
		}
		for _, scheme := range []string{"region", "sub_region"} {
			for _, g := range table.Groups {
				if i := slices.Index(g.Rows, int32(row)); g.Node == 0 && g.Scheme == scheme && i >= 0 {
					got = append(got, fmt.Sprintf("%d/%d", g.Place[i], g.Of()))
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", edition, got, want)
		}
	}
	_, table := x.edition("2020")
	row, _ := table.Row("VNM")
	if got := table.At(cube.Score, 0).At(row); math.Abs(got-0.6667) > 0.00005 {
		t.Errorf("EGDI 2020 %v", got)
	}
	for node, want := range map[string]int32{"tii": 31, "hci": 3, "osi": -22, "egdi": 2} {
		col, _ := table.Col(node)
		if r := table.Ranking(col); r.Previous[row]-r.Place[row] != want {
			t.Errorf("%s 2018 to 2020: %+d, want %+d", node, r.Previous[row]-r.Place[row], want)
		}
	}
}

// TestDTI2022 holds the province weights of QĐ 922 against the five rows that dti.gov.vn published in full, and the
// pillars of Quảng Ninh, which share a base.
func TestDTI2022(t *testing.T) {
	y := walked(t)
	x := y.find("dti-provinces")
	p, table := x.edition("2022")
	for unit, want := range map[string]float64{"P-DNA": 0.80017, "P-HCM": 0.71635, "P-QNI": 0.70245, "P-TTH": 0.69746, "P-CTH": 0.69240} {
		row, _ := table.Row(unit)
		if got := table.At(cube.Score, 0).At(row); math.Abs(got-want) > 0.00001 {
			t.Errorf("%s %v, want %v", unit, got, want)
		}
	}
	row, _ := table.Row("P-QNI")
	for node, want := range map[string]float64{"gov": 0.7804, "econ": 0.7187, "soc": 0.6864} {
		col, _ := p.Col(node)
		if got := table.At(cube.Score, col).At(row); math.Abs(got-want) > 0.00005 {
			t.Errorf("Quảng Ninh %s %v, want %v", node, got, want)
		}
	}
	if c := checks(y, "dti-provinces")["2022"]; c.Scores != 5 || c.Within != 5 {
		t.Errorf("reproduced %d of %d", c.Within, c.Scores)
	}
	if table.Ranking(0) != nil {
		t.Error("an edition whose parts are known for five provinces was ranked")
	}
}
