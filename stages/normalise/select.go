package normalise

import (
	"fmt"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Availability counts, unit by unit, the indicators that are present under a node (or, for an indicator, itself).
type Availability struct {
	Node    string
	Of      int     // indicators under the node
	Present []int32 // row → indicators with a value
	Zero    []int32 // row → indicators whose value is 0
}

// Share of the indicators that are present in a row: 1 − missing/of, 0 to 1; NaN where the node has no indicators.
func (a Availability) Share(row int) float64 {
	return 1 - float64(a.Of-int(a.Present[row]))/float64(a.Of)
}

// NonZero is the share of the values present that are not 0; NaN where nothing is present.
func (a Availability) NonZero(row int) float64 {
	return 1 - float64(a.Zero[row])/float64(a.Present[row])
}

// Count makes the availability of a set of columns, each with one cell a unit.
func Count(columns [][]float64, rows int) Availability {
	a := Availability{Of: len(columns), Present: make([]int32, rows), Zero: make([]int32, rows)}
	for _, x := range columns {
		for i, v := range x {
			if !missing(v) {
				a.Present[i]++
			}
			if v == 0 {
				a.Zero[i]++
			}
		}
	}
	return a
}

// Available counts the availability under every node of a plan, in the order of the nodes, over the layer Value. An
// indicator that is scored from several answers of its own (best_of, sum_of) has no value and is left out.
func Available(p *index.Plan, t *cube.Table) []Availability {
	all := make([]Availability, len(p.Nodes))
	for k := range p.Nodes {
		all[k] = Count(columnsOf(t, Indicators(p, k)), len(t.Units))
		all[k].Node = p.Nodes[k].ID
	}
	return all
}

// Indicators lists the indicators under a node of a plan in reading order: itself where it is one. What is measured and
// not scored counts only for itself.
func Indicators(p *index.Plan, node int) (leaves []int) {
	if p.Nodes[node].Leaf() {
		return []int{node}
	}
	for _, c := range p.Nodes[node].Children {
		if n := &p.Nodes[c.Col]; !n.Measured {
			leaves = append(leaves, Indicators(p, c.Col)...)
		}
	}
	return leaves
}

// columnsOf reads the values of nodes; nodes without the layer are left out.
func columnsOf(t *cube.Table, nodes []int) (columns [][]float64) {
	for _, k := range nodes {
		if t.Has(cube.Value, k) {
			columns = append(columns, t.At(cube.Value, k).Values())
		}
	}
	return columns
}

// Dropped is a unit that the screen keeps out, or that the index drops by name.
type Dropped struct {
	Row    int
	Unit   string
	Reason problem.Text
}

// Screened tells which units stay out of an edition: those that fall below the plan's screen, but not those kept by
// name, and those dropped by name. The screens are available:SHARE (of all indicators; a second share asks for that much
// inside every pillar as well) and nonzero:SHARE (of the values present), as COINr's Screen has them.
func Screened(p *index.Plan, t *cube.Table) ([]Dropped, problem.List) {
	var found problem.List
	out := make([]problem.Text, len(t.Units))
	if err := screen(p, t, out); err != nil {
		found.Add(onPlan(screenUnreadable, p, p.Screen.Place, p.Screen.String()))
	}
	kept := map[string]bool{}
	for _, k := range p.Keep {
		if row, ok := t.Row(k.Unit); ok {
			kept[k.Unit], out[row] = true, problem.Text{}
		} else {
			found.Add(onPlan(screenUnknownUnit, p, k.Place, k.Unit))
		}
	}
	for _, d := range p.Drop {
		row, ok := t.Row(d.Unit)
		switch {
		case !ok:
			found.Add(onPlan(screenUnknownUnit, p, d.Place, d.Unit))
		case kept[d.Unit]:
			found.Add(onPlan(screenBoth, p, d.Place, d.Unit))
		default:
			out[row] = d.Reason
		}
	}
	var dropped []Dropped
	for row, why := range out {
		if !why.IsZero() {
			dropped = append(dropped, Dropped{row, t.Units[row], why})
		}
	}
	return dropped, found
}

// screen writes the reason beside every unit that falls below the threshold.
func screen(p *index.Plan, t *cube.Table, out []problem.Text) error {
	if p.Screen.IsZero() || p.Screen.Name == "none" || len(p.Nodes) == 0 {
		return nil
	}
	least, err := strconv.ParseFloat(p.Screen.Arg(0), 64)
	if err != nil {
		return err
	}
	all := Count(columnsOf(t, Indicators(p, 0)), len(t.Units))
	switch p.Screen.Name {
	case "available":
		for row := range out {
			if all.Share(row) < least {
				out[row] = scarce(all, row, least, "")
			}
		}
		if len(p.Screen.Args) > 1 {
			return screenPillars(p, t, out)
		}
	case "nonzero":
		for row := range out {
			if share := all.NonZero(row); share < least || missing(share) {
				out[row] = zeros(all, row, least)
			}
		}
	default:
		return fmt.Errorf("no screen %q", p.Screen.Name)
	}
	return nil
}

// screenPillars asks for a share of the indicators inside each pillar: each node that has indicators as its parts.
func screenPillars(p *index.Plan, t *cube.Table, out []problem.Text) error {
	least, err := strconv.ParseFloat(p.Screen.Arg(1), 64)
	if err != nil {
		return err
	}
	for k := range p.Nodes {
		n := &p.Nodes[k]
		if n.Leaf() || n.Beside || n.Level != 2 {
			continue
		}
		a := Count(columnsOf(t, Indicators(p, k)), len(t.Units))
		for row := range out {
			if out[row].IsZero() && a.Share(row) < least {
				out[row] = scarce(a, row, least, n.ID)
			}
		}
	}
	return nil
}

// scarce says how much a unit lacks.
func scarce(a Availability, row int, least float64, pillar string) problem.Text {
	vi, en := "", ""
	if pillar != "" {
		vi, en = " trong nhóm "+pillar, " in the group "+pillar
	}
	share := percent(least)
	return problem.Text{
		VI: fmt.Sprintf("chỉ có %d/%d chỉ tiêu có số liệu%s, dưới ngưỡng %s %%", a.Present[row], a.Of, vi, strings.Replace(share, ".", ",", 1)),
		EN: fmt.Sprintf("has data for only %d of %d indicators%s, below the threshold of %s %%", a.Present[row], a.Of, en, share)}
}

// zeros says how many of a unit's values are 0.
func zeros(a Availability, row int, least float64) problem.Text {
	share := percent(least)
	return problem.Text{
		VI: fmt.Sprintf("%d/%d số liệu bằng 0; cần ít nhất %s %% khác 0", a.Zero[row], a.Present[row], strings.Replace(share, ".", ",", 1)),
		EN: fmt.Sprintf("%d of %d values are 0; at least %s %% must not be", a.Zero[row], a.Present[row], share)}
}

// percent writes a share as a percentage of at most five digits.
func percent(share float64) string { return strconv.FormatFloat(share*100, 'g', 5, 64) }
