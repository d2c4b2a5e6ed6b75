package site_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// The year of testdata/year: a cut of EGDI and two small indices that were made up to be awkward. Its cubes are laid by
// hand, so that these tests stand on the models of pages alone: arithmetic means, competition ranks on the decimals.

func year(t testing.TB) *view.Report {
	t.Helper()
	in := view.Input{Units: registry(t), Version: "thử"}
	for _, id := range []string{"bo", "egdi", "tinh"} {
		ix, bad := index.Parse("data/"+id+"/index.yaml", id, read(t, id+"/index.yaml"), in.Units)
		if bad.Faults() > 0 {
			t.Fatal(bad)
		}
		c := &cube.Cube{Index: id}
		for _, p := range ix.Plans {
			c.Tables = append(c.Tables, table(t, in.Units, p, c))
			in.Reproductions = append(in.Reproductions, reconcile.Published(p, c.Tables[len(c.Tables)-1], 0.0001))
		}
		in.Indices, in.Cubes = append(in.Indices, ix), append(in.Cubes, c)
	}
	in.Texts = []view.Text{{File: "seeds/bản tin <1>.txt", Sentences: []view.TextSentence{
		{Start: 0, End: 30, Text: "Việt Nam xếp hạng 86 trên 193."}, {Start: 31, End: 60, Paragraph: 1, Text: `Câu có </script> & "nháy".`}}},
		{File: "seeds/rong.txt"}}
	in.Inputs = []view.File{{Path: "data/egdi/2024.csv", Size: 1234, SHA256: strings.Repeat("ab", 32)}}
	in.Outputs = []view.File{{Path: "books/egdi.xlsx", Size: 12345, SHA256: strings.Repeat("0f", 32)}, {Path: "data/egdi.csv", Size: 1_234_567, SHA256: strings.Repeat("1e", 32)},
		{Path: "data/excel/egdi.csv", Size: 1, SHA256: strings.Repeat("2d", 32)}}
	in.Problems = problem.List{{Code: "thu-nghiem", Severity: problem.Doubt, What: problem.Text{VI: "ô <lạ>", EN: "odd <cell>"}, Place: problem.Place{File: "data/a.csv", Line: 3}}}
	in.Kinds = []problem.Kind{{Code: "thu-nghiem", Severity: problem.Doubt, What: problem.Text{VI: "ô <lạ> {name}", EN: "odd <cell> {name}"}, Example: "</pre><script>alert(5)</script>"}, {Code: "unit-unknown"}}
	in.Corrections = []view.Correction{{Index: "egdi", Edition: "2024", Unit: "P-EVIL", Node: "osi", Was: 0.5, Becomes: 0.25, Reason: "</td>", Document: "12/QĐ", Date: "2025-10-31", Case: "7"}}
	follow(&in)
	examine(t, &in)
	explore(t, &in)
	return view.New(in)
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "year", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func registry(t testing.TB) *units.Registry {
	file := func(n string) units.File { return units.File{Name: n, Data: read(t, n)} }
	reg, bad := units.Parse(units.Files{Units: file("units.csv"), Groups: file("groups.csv"), Succession: file("succession.csv")})
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	return reg
}

// table lays one edition from its CSV.
func table(t testing.TB, reg *units.Registry, p *index.Plan, c *cube.Cube) *cube.Table {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(read(t, c.Index+"/"+p.Edition.ID+".csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, u := range reg.Of(p.Index.Units, p.AsOf) {
		codes = append(codes, u.Code)
	}
	tb := cube.New(p.Edition.ID, codes, p.IDs())
	layer := func(node int, l cube.Layer, head string) {
		x := make([]float64, len(codes))
		for i := range x {
			x[i] = math.NaN()
		}
		for _, line := range lines[1:] {
			row, _ := tb.Row(line[0])
			if v, err := strconv.ParseFloat(line[slices.Index(lines[0], head)], 64); err == nil {
				x[row] = v
			}
		}
		tb.Lay(l, node, cube.Seal(x))
	}
	for i, n := range p.Nodes {
		switch {
		case i == 0:
			layer(0, cube.PublishedScore, "score")
			layer(0, cube.PublishedRank, "rank")
		case p.Edition.Compute == "none":
			layer(i, cube.PublishedScore, n.ID)
		default:
			layer(i, cube.Value, n.ID)
			if !n.Measured {
				tb.Lay(cube.Score, i, tb.At(cube.Value, i))
			}
		}
	}
	for _, u := range p.Edition.Unranked {
		row, _ := tb.Row(u.Unit)
		tb.Unranked[row] = u.Reason
	}
	blocks(reg, p, tb)
	if p.Edition.Compute != "none" {
		compute(reg, p, tb, c)
	}
	return tb
}

func blocks(reg *units.Registry, p *index.Plan, tb *cube.Table) {
	for i, b := range p.Edition.Blocks {
		tb.Blocks = append(tb.Blocks, b.ID)
		if tb.Block == nil {
			tb.Block = make([]int16, len(tb.Units))
		}
		for row, code := range tb.Units {
			if u, _ := reg.Unit(code); slices.Contains(b.Kinds, u.Kind) {
				tb.Block[row] = int16(i)
			}
		}
	}
}

func compute(reg *units.Registry, p *index.Plan, tb *cube.Table, c *cube.Cube) {
	mean := make([]float64, len(tb.Units))
	for row := range mean {
		for _, k := range p.Root().Children {
			mean[row] += tb.At(cube.Score, k.Col).At(row) / float64(len(p.Root().Children))
		}
	}
	tb.Lay(cube.Score, 0, cube.Seal(mean))
	for col, n := range p.Nodes {
		if n.Measured {
			continue
		}
		r := &cube.Ranking{Place: places(tb, p, col, nil), Of: []int32{0}}
		for _, place := range r.Place {
			r.Of[0] += min(place, 1)
		}
		if before := c.Table(previous(p)); before != nil {
			r.Previous = make([]int32, len(tb.Units))
			for row, code := range tb.Units {
				if was, ok := before.Row(code); ok {
					r.Previous[row] = before.Ranking(col).Place[was]
				}
			}
		}
		tb.LayRanking(col, r)
	}
	for _, scheme := range p.Rank.Groups {
		for _, g := range reg.Groups(scheme) {
			in := func(row int) bool {
				u, _ := reg.Unit(tb.Units[row])
				return u.Group(scheme, p.AsOf) == g
			}
			ranking := cube.GroupRanking{Scheme: scheme, Group: g}
			for row, place := range places(tb, p, 0, in) {
				if place > 0 {
					ranking.Rows, ranking.Place = append(ranking.Rows, int32(row)), append(ranking.Place, place)
				}
			}
			if ranking.Of() > 0 {
				tb.Groups = append(tb.Groups, ranking)
			}
		}
	}
}

func previous(p *index.Plan) string {
	if p.Previous == nil {
		return ""
	}
	return p.Previous.Edition.ID
}

// places ranks the rows for which in holds: one more than the units above, on the decimals of publication.
func places(tb *cube.Table, p *index.Plan, col int, in func(row int) bool) []int32 {
	out := make([]int32, len(tb.Units))
	score := func(row int) float64 { return view.Round(tb.At(cube.Score, col).At(row), p.Scale.Decimals) }
	counts := func(row int) bool {
		return score(row) == score(row) && tb.Unranked[row].IsZero() && (in == nil || in(row))
	}
	for row := range out {
		if !counts(row) {
			continue
		}
		out[row] = 1
		for other := range out {
			if counts(other) && score(other) > score(row) {
				out[row]++
			}
		}
	}
	return out
}
