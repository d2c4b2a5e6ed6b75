package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/view"
)

// prove lays the decisions over the inputs of the draft, runs them, and holds every file of the open data against that
// of the final; then it lays the listed changes over the draft's own tables and does the same with values, scores and
// ranks. What does not come out is added to the problems.
func (c *comparison) prove(after *year, sums map[string]string, scratch string, found problem.List) (problem.List, error) {
	over, err := corrections(after.data)
	if err != nil {
		return found, err
	}
	o := after.options
	o.data, o.seeds = filepath.Join(scratch, "data"), c.draft.seeds()
	if _, err := copyTree(c.draft.data(), o.data, over); err != nil {
		return found, err
	}
	y, got, err := dataOf(o, filepath.Join(scratch, "proof"))
	if errors.Is(err, errFaults) {
		return append(found, y.problems...), nil
	}
	if err != nil {
		return found, err
	}
	for name, sum := range got {
		if sums[name] != sum {
			found.Add(unprovenData.At(problem.Place{File: name}, ""))
		}
	}
	for name := range sums {
		if kept(name) && got[name] == "" {
			found.Add(unprovenData.At(problem.Place{File: name}, ""))
		}
	}
	listed, err := c.replayed(filepath.Join(scratch, "proof", "data"))
	return append(found, listed...), err
}

// replayed lays the listed changes over the tables of the draft and tells every value, score and rank that is then
// another than in the tables of the final.
func (c *comparison) replayed(final string) (ps problem.List, err error) {
	d := c.public()
	for _, ix := range c.indices {
		name := ix.ID + ".csv"
		was, err := cellTable(filepath.Join(c.draft.dir, "out", "data", name))
		if err != nil {
			return ps, err
		}
		is, err := cellTable(filepath.Join(final, name))
		if err != nil {
			return ps, err
		}
		apply(was, ix, d)
		for key, want := range is {
			got := was[key]
			if combined(ix, key.edition, key.node) {
				got.value = want.value // where its parts are not public it stands as an indicator whose value is its score
			}
			if !want.equal(got) {
				ps.Add(unprovenData.At(problem.Place{File: "data/" + name}, fmt.Sprint(key)))
			}
		}
	}
	ps.Sort()
	return ps, nil
}

// seat is a row of a table of cells, and figures what is replayed of it.
type (
	seat    struct{ edition, unit, node string }
	figures struct{ value, score, rank float64 }
)

func (f figures) equal(g figures) bool {
	return alike(f.value, g.value) && alike(f.score, g.score) && alike(f.rank, g.rank)
}

func alike(a, b float64) bool { return a == b || a != a && b != b }

// apply lays the listed changes of an index over a table.
func apply(t map[seat]figures, ix *index.Index, d *view.Diff) {
	for _, x := range d.Changes {
		key := seat{x.Edition, x.Unit, x.Node}
		f, ok := t[key]
		if !ok || x.Index != ix.ID || x.Group != "" {
			continue
		}
		switch x.Layer {
		case "value":
			f.value = x.Is
		case "score":
			f.score = x.Is
		case "rank":
			f.rank = x.Is
		}
		t[key] = f
	}
}

func combined(ix *index.Index, edition, node string) bool {
	for _, p := range ix.Plans {
		if i, ok := p.Col(node); ok && p.Edition.ID == edition {
			return !p.Nodes[i].Leaf()
		}
	}
	return false
}

// cellTable reads values, scores and ranks of a published table.
func cellTable(file string) (map[seat]figures, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%s: %d rows", file, len(rows)))
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, name := range []string{"edition", "unit", "node", "value", "score", "rank"} {
		if !slices.Contains(rows[0], name) {
			return nil, fmt.Errorf("%s: no column %s", file, name)
		}
	}
	t := map[seat]figures{}
	for _, r := range rows[1:] {
		t[seat{r[at["edition"]], r[at["unit"]], r[at["node"]]}] = figures{number64(r[at["value"]]), number64(r[at["score"]]), number64(r[at["rank"]])}
	}
	return t, nil
}

func number64(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return v
}
