package opendata

import (
	"math"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// ranked are the columns that a ranking fills.
type ranked struct{ place, of, tied, previous, change, low, high Cells }

func ranks(t *cube.Table, node int) (r ranked) {
	k := t.Ranking(node)
	if k == nil {
		return r
	}
	n := len(k.Place)
	places := make([]float64, n)
	of, tied, change := make([]int32, n), make([]int32, n), make([]int32, n)
	shared := t.Tied(node)
	for i, p := range k.Place {
		places[i], of[i], tied[i], change[i] = math.NaN(), None, None, None
		if p == 0 {
			continue
		}
		places[i], of[i], tied[i] = float64(p), k.Of[t.BlockOf(i)], 0
		if shared[i] > 1 {
			tied[i] = 1
		}
		if k.Average != nil {
			places[i] = k.Average[i]
		}
		if k.Previous != nil && k.Previous[i] > 0 {
			change[i] = k.Previous[i] - p
		}
	}
	return ranked{place: Cells{Numbers: places}, of: Cells{Wholes: of}, tied: Cells{Wholes: tied}, change: Cells{Wholes: change},
		previous: known(k.Previous), low: known(k.Low), high: known(k.High)}
}

// known writes ranks, of which 0 is none.
func known(x []int32) Cells {
	if x == nil {
		return Cells{}
	}
	y := slices.Clone(x)
	for i, v := range y {
		if v == 0 {
			y[i] = None
		}
	}
	return Cells{Wholes: y}
}

// groupFields are the columns of out/data/<index>_groups.csv.
var groupFields = []Field{
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"edition", Text, problem.Text{VI: "kỳ", EN: "edition"}},
	{"node", Text, problem.Text{VI: "mã nút", EN: "id of the node"}},
	{"group", Text, problem.Text{VI: "cách chia:nhóm", EN: "scheme:group"}},
	{"unit", Text, problem.Text{VI: "mã đơn vị", EN: "code of the unit"}},
	{"rank", Whole, problem.Text{VI: "hạng trong nhóm", EN: "rank in the group"}},
	{"rank_of", Whole, problem.Text{VI: "số đơn vị được xếp hạng trong nhóm", EN: "units ranked in the group"}},
}

// GroupTable is the table of ranks inside groups: the root and its parts, by every scheme of the index.
func GroupTable(ix *index.Index, editions []Edition, _ *units.Registry) Table {
	type at struct {
		edition int
		cube.GroupRanking
	}
	var segments []at
	for e, ed := range editions {
		for _, g := range ed.Table.Groups {
			segments = append(segments, at{e, g})
		}
	}
	return Table{Name: ix.ID + "_groups", Title: ix.Name, Fields: groupFields, Segments: len(segments), Sources: sources(ix),
		Rows: func(k int) int { return segments[k].Of() },
		Segment: func(k int) Segment {
			s := segments[k]
			t, n := editions[s.edition].Table, s.Of()
			codes := make([]string, n)
			for i, row := range s.Rows {
				codes[i] = t.Units[row]
			}
			return Segment{Rows: n, Cells: []Cells{{Same: ix.ID}, {Same: t.Edition}, {Same: t.Nodes[s.Node]},
				{Same: s.Scheme + ":" + s.Group}, {Texts: codes}, {Wholes: s.Place}, {Wholes: All(int32(n), n)}}}
		}}
}
