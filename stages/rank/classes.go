package rank

import (
	"strconv"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// classes parts the ranked units of the root into the index's classes, best first, on what they are ranked on: by the
// declared thresholds, or by quantiles or natural breaks of the scores, in each block apart. A score below the lowest
// threshold falls through the bands and is a problem.
func (r *run) classes() (found problem.List) {
	c, keys := r.plan.Classes, r.keys(0, NewScratch())
	if len(c.List) == 0 || keys == nil {
		return nil
	}
	r.table.Class = make([]int8, len(keys))
	for row := range keys {
		r.table.Class[row] = -1
	}
	for _, rows := range r.Blocks {
		bands := c
		if c.Method != "" {
			from := Thresholds(keys, rows, c.Method, len(c.List))
			if len(from) == 0 {
				continue
			}
			bands.List = nil
			for _, v := range from {
				bands.List = append(bands.List, index.Class{From: v})
			}
			if distinct(from) < len(from) {
				found.Add(r.problem(classesFew, strconv.Itoa(distinct(from)), "count", strconv.Itoa(len(from))))
			}
		}
		for _, row := range rows {
			if x := keys[row]; x == x {
				r.table.Class[row] = int8(bands.ClassOf(x))
				if r.table.Class[row] < 0 {
					found.Add(r.unit(classGap, int(row), strconv.FormatFloat(x, 'f', -1, 64),
						"lowest", strconv.FormatFloat(bands.List[len(bands.List)-1].From, 'f', -1, 64)))
				}
			}
		}
	}
	return found
}

func distinct(x []float64) int {
	n := 0
	for i := range x {
		if i == 0 || x[i] != x[i-1] {
			n++
		}
	}
	return n
}

// sizes compares how many units have a place on the root with how many the edition says were ranked.
func (r *run) sizes() (found problem.List) {
	ranking := r.table.Ranking(0)
	e := r.plan.Edition
	if ranking == nil {
		return nil
	}
	declared := func(block string) int {
		for _, b := range e.Blocks {
			if b.ID == block && b.Size > 0 {
				return b.Size
			}
		}
		return e.Size[block]
	}
	for k, of := range ranking.Of {
		id := ""
		if r.table.Block != nil {
			id = r.table.Blocks[k]
		}
		if want := declared(id); want > 0 && want != int(of) {
			vi, en := "", ""
			if id != "" {
				vi, en = " ở khối “"+id+"”", " of block “"+id+"”"
			}
			found.Add(r.problem(rankedSize, strconv.Itoa(int(of)), "size", strconv.Itoa(want), "block_vi", vi, "block_en", en))
		}
	}
	return found
}

// problem of the edition.
func (r *run) problem(k *problem.Kind, what string, args ...string) problem.Problem {
	place := r.plan.Edition.Place
	if place.Line == 0 {
		place = r.plan.Root().Place
	}
	p := k.At(place, what, args...)
	p.Edition = r.plan.Edition.ID
	if r.plan.Index != nil {
		p.Index = r.plan.Index.ID
	}
	return p
}

// unit's problem, at the place where its score was read, if it was.
func (r *run) unit(k *problem.Kind, row int, what string, args ...string) problem.Problem {
	p := r.problem(k, what, append(args, "unit", r.table.Units[row])...)
	p.Unit = r.table.Units[row]
	if o := r.table.Origin(cube.Value, 0); o != nil && len(o.At(row).Places) > 0 {
		p.Place = o.At(row).Places[0]
	}
	return p
}
