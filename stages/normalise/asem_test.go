package normalise

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// asem is COINr's example: metadata, units in order of code, groups, and the values of every edition.
type asem struct {
	meta   []map[string]string
	units  []string
	groups map[string]map[string]string // scheme → unit → group
	values map[string]map[string][]float64
	ids    []string // editions
}

// openASEM reads the example; panel is empty for the single edition "0" (denominated), else a file of editions by year.
func openASEM(t testing.TB, panel string) asem {
	a := asem{groups: map[string]map[string]string{}, values: map[string]map[string][]float64{}}
	for _, r := range table(t, "asem/asem_imeta.csv") {
		if r["Type"] == "Indicator" {
			a.meta = append(a.meta, r)
		}
	}
	rows := table(t, "asem/asem_idata.csv")
	slices.SortFunc(rows, func(x, y map[string]string) int { return cmp.Compare(x["uCode"], y["uCode"]) })
	for _, r := range rows {
		a.units = append(a.units, r["uCode"])
		for _, g := range []string{"GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"} {
			if a.groups[g] == nil {
				a.groups[g] = map[string]string{}
			}
			if r[g] != "NA" {
				a.groups[g][r["uCode"]] = r[g]
			}
		}
	}
	if panel == "" {
		a.ids = []string{"0"}
		a.values["0"] = denominated(a.meta, rows)
		return a
	}
	a.readPanel(t, panel)
	return a
}

// denominated divides each indicator by its denominator.
func denominated(meta, rows []map[string]string) map[string][]float64 {
	all := map[string][]float64{}
	for _, m := range meta {
		x := make([]float64, len(rows))
		for i, r := range rows {
			if x[i] = figure(r[m["iCode"]]); m["Denominator"] != "NA" {
				x[i] /= figure(r[m["Denominator"]])
			}
		}
		all[m["iCode"]] = x
	}
	return all
}

func (a *asem) readPanel(t testing.TB, file string) {
	for _, r := range table(t, file) {
		year := a.values[r["Time"]]
		if year == nil {
			year = map[string][]float64{}
			a.values[r["Time"]] = year
			a.ids = append(a.ids, r["Time"])
		}
		row := slices.Index(a.units, r["uCode"])
		for code, cell := range r {
			if code == "uCode" || code == "Time" {
				continue
			}
			if year[code] == nil {
				year[code] = blank(len(a.units))
			}
			year[code][row] = figure(cell)
		}
	}
	slices.Sort(a.ids)
}

// build makes the plans and the cube: the tree's pillars over the indicators that the data have.
func (a asem) build(fill, treat, scale, across string) ([]*index.Plan, *cube.Cube) {
	c := &cube.Cube{Index: "asem"}
	var plans []*index.Plan
	ix := &index.Index{ID: "asem", File: "asem/index.yaml"}
	for _, id := range a.ids {
		p := &index.Plan{Index: ix, Edition: &index.Edition{ID: id}, Across: across}
		p.Nodes = append(p.Nodes, index.PlanNode{Node: &index.Node{ID: "Index"}, Parent: -1, Level: 3, Direction: 1})
		at := map[string]int{}
		for _, m := range a.meta {
			if _, known := at[m["Parent"]]; !known {
				at[m["Parent"]] = add(p, 0, &index.Node{ID: m["Parent"]}, 2)
			}
		}
		for _, m := range a.meta {
			if a.values[id][m["iCode"]] == nil {
				continue
			}
			n := &index.Node{ID: m["iCode"]}
			if x := figure(m["Target"]); !missing(x) {
				n.Target = &x
			}
			k := add(p, at[m["Parent"]], n, 1)
			p.Nodes[k].Direction, _ = strconv.Atoi(m["Direction"])
			p.Nodes[k].Fill, p.Nodes[k].Treat, p.Nodes[k].Normalise = method(fill), method(treat), method(scale)
		}
		table := cube.New(id, a.units, p.IDs())
		for code, x := range a.values[id] {
			if k, ok := p.Col(code); ok {
				table.Lay(cube.Value, k, cube.Seal(slices.Clone(x)))
			}
		}
		c.Tables, plans = append(c.Tables, table), append(plans, p)
	}
	return plans, c
}

// add hangs a node under a parent and tells its column.
func add(p *index.Plan, parent int, n *index.Node, level int) int {
	k := len(p.Nodes)
	p.Nodes = append(p.Nodes, index.PlanNode{Node: n, Col: k, Parent: parent, Level: level, Direction: 1})
	p.Nodes[parent].Children = append(p.Nodes[parent].Children, index.Child{Col: k, Weight: 1})
	return k
}

func (a asem) group(_ *index.Plan, unit, scheme string) string { return a.groups[scheme][unit] }

// runASEM normalises by a configuration as the golden files write it: fill|treat|scale[|own or all].
func runASEM(t testing.TB, file, config string, workers int) (*cube.Cube, Report) {
	part := strings.Split(config, "|")
	across := ""
	if len(part) > 3 && part[3] == "all" {
		across = "editions"
	}
	a := openASEM(t, file)
	plans, c := a.build(part[0], part[1], part[2], across)
	report, _ := Run(plans, c, a.group, workers)
	return c, report
}

// Denominate → fill → treat → normalise agrees with figures that another program computed from the written conventions.
func TestASEMAgreesWithAnIndependentComputation(t *testing.T) {
	cubes := map[string]*cube.Cube{}
	for _, r := range table(t, "asem/golden_asem.csv") {
		config, file := r["config"], ""
		if rest, found := strings.CutPrefix(config, "panel|"); found {
			config, file = rest, "asem/asem_panel_with_holes.csv"
		}
		if cubes[r["config"]] == nil {
			cubes[r["config"]], _ = runASEM(t, file, config, 2)
		}
		table := cubes[r["config"]].Table(r["edition"])
		k, _ := table.Col(r["node"])
		x := present(table.At(cube.Normal, k).Values(), nil)
		sum, squares := 0.0, 0.0
		for _, v := range x {
			sum += v
			squares += v * v
		}
		at := strings.Join([]string{r["config"], r["edition"], r["node"]}, " ")
		if want := figure(r["n"]); float64(len(x)) != want {
			t.Errorf("%s: %d values, want %v", at, len(x), want)
			continue
		}
		if math.Abs(sum-figure(r["sum"])) > 1e-10*math.Sqrt(squares*float64(len(x)+1)) || !near(squares, figure(r["squares"]), 1e-10) {
			t.Errorf("%s: sum %v squares %v, want %s %s", at, sum, squares, r["sum"], r["squares"])
		}
		if len(x) > 0 && (!near(x[0], figure(r["first"]), 1e-11) || !near(x[len(x)-1], figure(r["last"]), 1e-11)) {
			t.Errorf("%s: first %v last %v, want %s %s", at, x[0], x[len(x)-1], r["first"], r["last"])
		}
	}
}
