// Package normalise fills gaps, treats outliers and puts every indicator on one scale: it lays the cube's layers Filled,
// Treated and Normal over the values that extract has read, and keeps out the units that the index's screen drops. score
// combines what it leaves; robust (stages/robust) calls the same functions column by column, many thousand times.
//
// Every method is a pure function on a column of one node's numbers, units down, NaN = missing, chosen by name from the
// index: fill.go and panel.go (gaps), treat.go with ends.go and transform.go (outliers), scale.go and scales.go (scales), points.go
// and compound.go (the point rules of government indices), select.go (screening), stats.go and order.go (moments,
// quantiles). They write into a dst that they are given and allocate nothing. arrange.go, gaps.go, outliers.go and
// scaling.go walk the editions; rescale.go is for the scores above the indicators.
//
// What a missing value does to the nodes above (exclude, zero, withhold) is score's business: here missing stays missing.
package normalise

import (
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Report is what the stage did, for the audit and for the pages that explain a number.
type Report struct{ Editions []EditionReport }

// EditionReport is one edition's; the lists by indicator follow the plan's order and hold the indicators concerned.
type EditionReport struct {
	Edition    string
	Units      int // units kept
	Dropped    []Dropped
	Fillings   []Filling   // indicators whose gaps were to be filled
	Treatments []Treatment // indicators whose outliers were to be treated
	Scalings   []Scaling   // indicators on a scale
}

// Filling tells how many gaps of an indicator were filled, and how many stayed.
type Filling struct {
	Node, Method string
	Filled, Left int
}

// Treatment is the before and after of an indicator's outliers.
type Treatment struct {
	Node, Method string
	Treated
	Rows []int32 // the winsorised rows, where that is the result
	Lost bool    // values came out beyond the range of numbers and are missing
}

// Scaling tells the limits by which an indicator was scaled, in the direction in which more is better.
type Scaling struct {
	Node, Method string
	Limits       Moments
	Reason       Reason
}

// Groups tells the group of a unit in a scheme of groups, at the date of a plan; empty where it has none.
type Groups func(p *index.Plan, unit, scheme string) string

// Run normalises every edition of the cube that its plan computes. plans are the index's plans in any order; the cube's
// tables hold the layer Value (where an indicator has one) and the given columns. Units that the screen drops become
// unranked with their reason; their cells are missing from Filled on. Indicators are spread over the workers (below 1:
// as many as there are processors); the result does not depend on how many there are.
func Run(plans []*index.Plan, c *cube.Cube, groups Groups, workers int) (Report, problem.List) {
	r := &run{groups: groups}
	var found problem.List
	for _, p := range plans {
		if t := c.Table(p.Edition.ID); t != nil && p.Edition.Compute != "none" && len(p.Nodes) > 0 {
			e, problems := open(p, t)
			found.Add(problems...)
			r.editions = append(r.editions, e)
		}
	}
	found.Add(r.arrange(workers)...)
	spread(workers, r.pools(), func(together []column, s *Scratch) {
		for _, c := range together {
			r.prepare(c, s)
		}
		r.scale(together, s)
	})
	var report Report
	for _, e := range r.editions {
		report.Editions = append(report.Editions, e.report())
		found.Add(e.problems()...)
	}
	return report, found
}

// run is the editions under way.
type run struct {
	groups   Groups
	editions []*edition // in the order of the plans
}

// edition is one plan with its table, and what became of its indicators.
type edition struct {
	plan    *index.Plan
	table   *cube.Table
	dropped []Dropped
	out     []bool // row → dropped; nil where none is
	year    int
	dated   bool // the id is a year
	told    bool // that it is none was reported
	leaves  []int
	lines   []line               // one an indicator, written by one worker each
	schemes map[string]grouping  // groups by scheme
	rows    map[*edition][]int32 // row here → row there, −1; nil: the same rows
	peers   []Peer               // by node, where gaps are filled by row
}

// line is what became of one indicator.
type line struct {
	filling   *Filling
	treatment *Treatment
	scaling   *Scaling
	single    bool // its scale wants two units
	found     problem.List
}

// column is one indicator of one edition, the unit of work.
type column struct {
	*edition
	at int // position among the edition's leaves
}

func (c column) node() *index.PlanNode { return &c.plan.Nodes[c.leaves[c.at]] }
func (c column) line() *line           { return &c.lines[c.at] }

// open screens an edition and lists its indicators.
func open(p *index.Plan, t *cube.Table) (*edition, problem.List) {
	e := &edition{plan: p, table: t, schemes: map[string]grouping{}, rows: map[*edition][]int32{}}
	year, err := strconv.Atoi(p.Edition.ID)
	e.year, e.dated = year, err == nil
	for k := range p.Nodes {
		if p.Nodes[k].Leaf() {
			e.leaves = append(e.leaves, k)
		}
	}
	e.lines = make([]line, len(e.leaves))
	dropped, found := Screened(p, t)
	if e.dropped = dropped; len(dropped) > 0 {
		e.out = make([]bool, len(t.Units))
	}
	for _, d := range dropped {
		e.out[d.Row] = true
		if t.Unranked[d.Row].IsZero() {
			t.Unranked[d.Row] = d.Reason
		}
		t.AddMark(0, d.Row, cube.Mark{Code: "screened", Note: d.Reason})
	}
	e.lacking()
	return e, found
}

// columns lists all indicators, edition by edition.
func (r *run) columns() (all []column) {
	for _, e := range r.editions {
		for k := range e.leaves {
			all = append(all, column{e, k})
		}
	}
	return all
}

// pools lists all work: an indicator's columns that share their limits stand together, another column alone.
func (r *run) pools() (all [][]column) {
	at := map[string]int{}
	for _, c := range r.columns() {
		id := c.node().ID
		if k, known := at[id]; known && c.plan.Across == "editions" {
			all[k] = append(all[k], c)
			continue
		}
		if c.plan.Across == "editions" {
			at[id] = len(all)
		}
		all = append(all, []column{c})
	}
	return all
}

// spread does all work on as many goroutines as there are workers, each with a Scratch of its own.
func spread[T any](workers int, all []T, do func(T, *Scratch)) {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(workers, len(all)) {
		done.Go(func() {
			s := NewScratch()
			for k := next.Add(1) - 1; k < int64(len(all)); k = next.Add(1) - 1 {
				do(all[k], s)
			}
		})
	}
	done.Wait()
}

func (e *edition) report() EditionReport {
	all := EditionReport{Edition: e.plan.Edition.ID, Units: len(e.table.Units) - len(e.dropped), Dropped: e.dropped}
	for _, l := range e.lines {
		if l.filling != nil {
			all.Fillings = append(all.Fillings, *l.filling)
		}
		if l.treatment != nil {
			all.Treatments = append(all.Treatments, *l.treatment)
		}
		if l.scaling != nil {
			all.Scalings = append(all.Scalings, *l.scaling)
		}
	}
	return all
}
