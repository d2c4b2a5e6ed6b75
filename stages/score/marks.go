package score

import (
	"fmt"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// Marks of cells of combined nodes.
var (
	markZero = cube.Mark{Code: "missing-zero", Note: say("không có số liệu, tính 0 điểm theo quy định của chỉ số", "no value; counts 0 by the rule of the index")}
	markLess = cube.Mark{Code: "reweighted", Note: say("thiếu một phần; trọng số chia lại cho các phần còn lại", "a part is missing; the others bear its weight")}
	markHeld = cube.Mark{Code: "withheld", Note: say("thiếu thành phần nên không tính điểm theo quy định của chỉ số", "parts are missing, so by the rule of the index there is no score")}
)

// marked tells what became of the units that lack parts: marks on their cells, and a problem where the formula itself
// has no value.
func (r *run) marked(s *Step, dst []float64) problem.List {
	if r.full(s) && !gappy(dst) {
		return nil
	}
	p := s.parts(r.columns, nil, r.scratch, len(dst))
	var less, held, none []int32
	least := leastParts(s.Coverage, len(s.Children))
	for i, x := range dst {
		present := p.Present(i)
		switch {
		case r.exempt.Held(s.Node, i) && !r.out[i]:
			held = append(held, int32(i))
		case present == 0 && missing(x) || r.out[i]:
		case !missing(x) && present < len(p.Columns) && leftOut(s, p, i):
			less = append(less, int32(i))
		case !missing(x):
		case p.Withheld(i, least):
			held = append(held, int32(i))
		default:
			none = append(none, int32(i))
		}
	}
	r.table.MarkRows(s.Node, less, markLess)
	r.table.MarkRows(s.Node, held, markHeld)
	return r.refused(s, none)
}

// leftOut tells whether a missing part of a row was left out, rather than counted as 0.
func leftOut(s *Step, p *Parts, row int) bool {
	for k, c := range p.Columns {
		if missing(c[row]) && (s.Gaps == nil || s.Gaps[k] == Exclude || s.Exempt.Spare(s.Children[k], row)) && (p.Weights == nil || p.Weights[k] != 0) {
			return true
		}
	}
	return false
}

// refused reports the units for which a formula has no value, in one problem a node.
func (r *run) refused(s *Step, rows []int32) problem.List {
	if len(rows) == 0 {
		return nil
	}
	n := &r.plan.Nodes[s.Node]
	if s.Combine.Name == "kemeny" {
		return problem.List{at(r.plan, n, n.Combine.Place, kemenyMany, fmt.Sprint(len(r.table.Units)), "limit", fmt.Sprint(KemenyLimit))}
	}
	var names []string
	for _, row := range rows[:min(len(rows), 12)] {
		names = append(names, r.table.Units[row])
	}
	if len(rows) > len(names) {
		names = append(names, fmt.Sprintf("… (+%d)", len(rows)-len(names)))
	}
	want, wanted := needs(s)
	return problem.List{at(r.plan, n, n.Combine.Place, combineRefused, s.Combine.Name+": "+strings.Join(names, ", "),
		"count", fmt.Sprint(len(rows)), "want", want, "wanted", wanted)}
}

// needs says what a combination asks of its parts.
func needs(s *Step) (vi, en string) {
	switch s.Combine.Name {
	case "geometric", "generalised":
		return "mọi thành phần lớn hơn 0", "all parts above 0"
	case "harmonic":
		return "mọi thành phần khác 0", "all parts other than 0"
	case "mpi", "ampi":
		return "trung bình các thành phần lớn hơn 0", "a mean of the parts above 0"
	}
	return "tổng trọng số của các thành phần có số liệu lớn hơn 0", "weights of the parts present that sum above 0"
}
