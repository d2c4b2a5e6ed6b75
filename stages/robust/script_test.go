package robust_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/extract/foreign"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/robust"
)

// TestBadDesigns: each fault of a design has its place, and all come in one run.
func TestBadDesigns(t *testing.T) {
	y := asem(t, foreign.Options{})
	p, _ := y.edition(t, "0")
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"empty":           {"", []string{":1:1 robust-design-empty"}},
		"header only":     {"draw,treat\n", []string{":1:1 robust-design-empty"}},
		"no draw":         {"treat\nnone\n", []string{":1:1 robust-design-header"}},
		"unknown columns": {"draw,treatment,weight:Physikal,weight:Index,draw\n1,a,b,c,1\n", []string{":1 [B1] robust-design-header", ":1 [C1] robust-design-header", ":1 [D1] robust-design-header", ":1 [E1] robust-design-header"}},
		"bad cells":       {"draw,treat,normalise,combine,weight:LPI\n1,winsorise,minmax:1,geometrc,-1\n1,,,,x\n,,,,1\n3,,,\n", []string{":2 [B2] index-method-argument", ":2 [C2] index-method-argument", ":2 [D2] index-method-unknown", ":2 [E2] robust-design-cell", ":3 [A3] robust-design-cell", ":3 [E3] robust-design-cell", ":4 [A4] robust-design-cell", ":5:1 robust-design-cell"}},
		"infinite":        {"draw,weight:LPI\n1,Inf\n2,NaN\n", []string{":2 [B2] robust-design-cell", ":3 [B3] robust-design-cell"}},
		"unclosed quote":  {"draw,treat\n1,\"none\n", []string{":2:9 robust-design-cell"}},
		"byte order mark": {"\ufeffdraw;weight:LPI\r\n1;0,5\r\n", []string{":2 [B2] robust-design-cell"}},
		"sound":           {"weight:LPI\tdraw\n\tone\n2\ttwo\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := robust.ParseDesign(p, "d.csv", []byte(c.src))
			var got []string
			for _, f := range found {
				got = append(got, strings.TrimPrefix(f.Place.String(), "d.csv")+" "+f.Code)
				if text := f.In("vi") + f.In("en"); strings.ContainsAny(text, "{}") || f.Index != "asem" && strings.HasPrefix(f.Code, "robust") {
					t.Errorf("%+v", f)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzParseDesign(f *testing.F) {
	f.Add("draw,treat,normalise,combine,weight:a\n1,winsorise:3:log,zscore:10:2,geometric,2\n")
	f.Add("\ufeffdraw;weight:b\n\"1\n\";0.5")
	f.Add("a\tb\n\n\n1\t2")
	p := &index.Plan{Index: &index.Index{ID: "x"}, Edition: &index.Edition{ID: "e"}}
	for _, id := range []string{"root", "a", "b"} {
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: id}})
	}
	f.Fuzz(func(t *testing.T, src string) {
		d, found := robust.ParseDesign(p, "d.csv", []byte(src))
		if len(found) == 0 && len(d.Draws) == 0 {
			t.Error("neither draws nor problems")
		}
		for _, draw := range d.Draws {
			if len(draw.Weights) != len(d.Nodes) {
				t.Errorf("%d weights of %d nodes", len(draw.Weights), len(d.Nodes))
			}
		}
	})
}

// Weights of a design are those of the means, whatever they sum to; a node of weight 0 is as good as left out.
func TestReplayedWeights(t *testing.T) {
	y := asem(t, foreign.Options{Normalise: "minmax:1:100"})
	p, table := y.edition(t, "0")
	d := design(t, p, "draw,combine,weight:Conn,weight:Sust,weight:Physical", "a,,3,1,", "b,geometric,0.2,0.6,", "c,,,,0", "d,,0,0,")
	r, found := robust.Replay(p, table, d, y.options())
	if len(found) != 1 || found[0].Code != "robust-unscored" || found[0].Severity != problem.Doubt {
		t.Error(found)
	}
	conn, _ := table.Col("Conn")
	sust, _ := table.Col("Sust")
	for row := range table.Units {
		a, b := table.At(cube.Score, conn).At(row), table.At(cube.Score, sust).At(row)
		if got := r.Score[0][row]; math.Abs(got-(3*a+b)/4) > 1e-12 {
			t.Fatalf("3 : 1 gives %s %v, want %v", table.Units[row], got, (3*a+b)/4)
		}
		if !math.IsNaN(r.Score[3][row]) || r.Place[3][row] != 0 {
			t.Fatalf("weights of 0 give %s a score of %v", table.Units[row], r.Score[3][row])
		}
	}
	all, _ := robust.Run(p, table, y.options())
	k := slices.IndexFunc(all.LeftOut, func(l robust.LeftOut) bool { return p.Nodes[l.Node].ID == "Physical" })
	if !slices.Equal(r.Place[2], all.LeftOut[k].Place) || !slices.Equal(r.Score[2], all.LeftOut[k].Score) {
		t.Error("a weight of 0 is not the same as leaving a node out")
	}
	lines := cells(t, r.WriteDraws)
	if len(lines) != 1+4*51 || strings.Join(lines[0], ",") != "draw,unit,score,rank" || lines[1][0] != "a" || lines[1][1] != table.Units[0] || lines[1+3*51][2]+lines[1+3*51][3] != "" {
		t.Errorf("%d lines: %q, %q, %q", len(lines), lines[0], lines[1], lines[1+3*51])
	}
	if got := lines[1]; got[2] != fmt.Sprint(r.Score[0][0]) || got[3] != fmt.Sprint(r.Place[0][0]) {
		t.Errorf("%q, the score is %v", got, r.Score[0][0])
	}
	bands := cells(t, r.WriteBands)
	places := []float64{}
	for draw := range 3 {
		places = append(places, float64(r.Place[draw][0]))
	}
	slices.Sort(places)
	want := []string{table.Units[0], fmt.Sprint(table.Ranking(0).Place[0]), fmt.Sprint((places[0] + places[1] + places[2]) / 3), fmt.Sprint(places[1]),
		fmt.Sprint(places[0] + 0.1*(places[1]-places[0])), fmt.Sprint(places[1] + 0.9*(places[2]-places[1]))}
	if len(bands) != 52 || strings.Join(bands[0], ",") != "unit,rank,mean,median,p05,p95" || !slices.Equal(bands[1], want) {
		t.Errorf("%d lines: %q, want %q", len(bands), bands[1], want)
	}
}

// cells reads back what was written.
func cells(t *testing.T, write func(io.Writer) error) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The uncertainty that COINr's documentation runs on this index: everything varies, and the bands hold the ranks.
func TestUncertaintyOfASEM(t *testing.T) {
	y := asem4(t)
	p, table := y.edition(t, "0")
	u, found := robust.ParseUncertainty(p, "treat=winsorise:1..5:log;normalise=minmax:1:100|zscore:10:2;combine=arithmetic|geometric;weights=25%@2,3", problem.Place{})
	if len(found) > 0 {
		t.Fatal(found)
	}
	o := y.options()
	o.Uncertainty, o.Draws = u, 1000
	r, found := robust.Run(p, table, o)
	if len(found) > 0 || r.Comparable || r.Assumed || r.Draws != 1000 {
		t.Fatal(found, r.Draws)
	}
	sound(t, r, table)
	if got := len(r.Sensitivity.Factors); got != 5 || r.Sensitivity.Factors[3].Level != 3 || r.Sensitivity.Factors[0].Role != index.Treat {
		t.Errorf("factors %v", r.Sensitivity.Factors)
	}
	if len(r.LeftOut) != 59 {
		t.Errorf("%d of 59 nodes are left out", len(r.LeftOut))
	}
	if pairs := r.Root().Pairs(); len(pairs) != 51*50/2 {
		t.Errorf("%d pairs of 51 units", len(pairs))
	}
	runs, found := robust.Draw(p, table, o)
	if len(found) > 0 || len(runs.IDs) != 1000 || runs.IDs[0] != "1" || !slices.Equal(runs.Band.Rank, r.Root().Rank) {
		t.Error("drawing one by one comes to something else")
	}
}
