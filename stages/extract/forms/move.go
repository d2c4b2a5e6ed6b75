package forms

import (
	"cmp"
	"math"
	"slices"

	"xephang/stages/problem"
)

// move is an answer, or a criterion computed from answers, that moved further than the index takes for usual.
type move struct {
	size    float64 // |now/before − 1|; infinite from 0
	answers []string
	problem problem.Problem
}

// moves finds those of one check.
func (x *paper) moves(c *check) (all []move) {
	for _, id := range c.Of {
		now, before, answers := x.answer(id), nan, []string{id}
		if v, ok := x.last(x.filing.Unit, id); ok {
			before = v
		}
		if f := c.nodes[id]; f != nil {
			now, answers = x.over(f), f.Names
			before = over(f, func(name string) float64 {
				if v, ok := x.last(x.filing.Unit, name); ok {
					return v
				}
				return nan
			})
		}
		if m, ok := x.moved(c, now, before); ok {
			m.answers = answers
			m.problem.Place = x.filing.Answers[answers[0]].Place
			m.problem.Found = x.filing.Answers[answers[0]].Said
			all = append(all, m)
		}
	}
	return all
}

// moved measures a move; ok is false where it is usual or cannot be told.
func (x *paper) moved(c *check, now, before float64) (m move, ok bool) {
	if now != now || before != before || near(now, before) {
		return m, false
	}
	if m.size = math.Abs(now/before - 1); before == 0 {
		m.size = math.Inf(1)
	}
	if m.size <= c.Limit+1e-9 {
		return m, false
	}
	way := tx("tăng", "a rise")
	if now < before {
		way = tx("giảm", "a fall")
	}
	if before != 0 {
		by := percent(math.Round(m.size*1000) / 1000)
		way = tx(way.VI+" "+by, way.EN+" of "+by)
	} else {
		way = tx(way.VI+" từ 0", way.EN+" from 0")
	}
	m.problem = checkMove.At(problem.Place{}, "", "way_vi", way.VI, "way_en", way.EN, "before", number(rounded(before)), "now", number(rounded(now)),
		"limit", percent(c.Limit), "name_vi", named(c.Name.VI, c.ID), "name_en", named(c.Name.In("en"), c.ID))
	m.problem.Severity = c.Severity
	return m, true
}

// ranked lists moves by the size of the surprise, then by cell.
func ranked(all []move) (ps problem.List) {
	slices.SortStableFunc(all, func(a, b move) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.problem.Place.String(), b.problem.Place.String()))
	})
	for _, m := range all {
		ps.Add(m.problem)
	}
	return ps
}
