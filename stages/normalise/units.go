package normalise

import (
	"fmt"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// problems gathers what the columns found, in the plan's order, and judges the units.
func (e *edition) problems() (found problem.List) {
	single := false
	for _, l := range e.lines {
		found.Add(l.found...)
		single = single || l.single
	}
	if single && len(e.table.Units)-len(e.dropped) == 1 {
		found.Add(onNode(unitSingle, e.plan, e.plan.Root(), problem.Place{}, ""))
	}
	return append(found, e.emptyUnits()...)
}

// emptyUnits reports the units without any value, unless the edition is incomplete or the unit unranked by declaration.
func (e *edition) emptyUnits() problem.List {
	if e.plan.Edition.Compute == "scores" {
		return nil
	}
	var rows []int // not yet seen with a value
	first := true
	for _, k := range Indicators(e.plan, 0) {
		layer := cube.Filled
		if !e.table.Has(layer, k) {
			layer = cube.Normal
		}
		c := e.table.At(layer, k)
		switch {
		case c.Len() > 0 && c.Present() == c.Len():
			return nil
		case first:
			for row := range e.table.Units {
				if missing(c.At(row)) {
					rows = append(rows, row)
				}
			}
		default:
			kept := rows[:0]
			for _, row := range rows {
				if missing(c.At(row)) {
					kept = append(kept, row)
				}
			}
			rows = kept
		}
		if first = false; len(rows) == 0 {
			return nil
		}
	}
	return e.nameEmpty(rows)
}

// nameEmpty names up to twelve of the units in one problem an edition.
func (e *edition) nameEmpty(rows []int) problem.List {
	var names []string
	more := 0
	for _, row := range rows {
		if _, declared := e.table.Unranked[row]; declared || e.out != nil && e.out[row] {
			continue
		}
		if len(names) < 12 {
			names = append(names, e.table.Units[row])
		} else {
			more++
		}
	}
	if len(names) == 0 {
		return nil
	}
	found := strings.Join(names, ", ")
	if more > 0 {
		found += fmt.Sprintf(", … (+%d)", more)
	}
	return problem.List{onNode(unitEmpty, e.plan, e.plan.Root(), problem.Place{}, found)}
}
