package robust

import "xephang/stages/normalise"

// Filled tells how much of something is there.
type Filled struct {
	Present, Of int
	Share       Figure // Present / Of; NoData where Of is 0
}

func filled(present, of int) Filled {
	if of == 0 {
		return Filled{Share: Figure{Why: NoData}}
	}
	return Filled{present, of, figure(float64(present) / float64(of))}
}

// Availability counts the figures that were read, before any gap was filled, over all units of the edition, those that
// are not ranked included.
type Availability struct {
	All        Filled   // cells of all scored indicators
	Indicators []Filled // by column of the plan: units that have the indicator (a node above: cells of its indicators)
	Units      []Filled // by row: scored indicators that the unit has
	Least      []Least  // by column of the plan, combined nodes only: the unit that has the least of its indicators
	Without    []int    // scored indicators of which nothing at all is known
}

// Least is the unit among the ranked ones that has the least of a node's indicators; Row −1 where there is none.
type Least struct {
	Row    int
	Filled Filled
}

// available counts an edition. Indicators of which nothing is known are named and count nowhere else: the publisher did
// not print them, no unit lacks them.
func (g *ground) available() Availability {
	nodes, rows := len(g.plan.Nodes), len(g.table.Units)
	a := Availability{Indicators: make([]Filled, nodes), Units: make([]Filled, rows), Least: make([]Least, nodes)}
	columns := make([][]float64, nodes)
	for k := range g.plan.Nodes {
		if g.plan.Nodes[k].Leaf() {
			columns[k] = g.raw(k)
		}
	}
	for k := range g.plan.Nodes {
		known, present := 0, make([]int, rows)
		for _, leaf := range normalise.Indicators(g.plan, k) {
			if columns[leaf] == nil {
				if k == 0 {
					a.Without = append(a.Without, leaf)
				}
				continue
			}
			known++
			for row, v := range columns[leaf] {
				if !absent(v) {
					present[row]++
				}
			}
		}
		a.count(g, k, known, present)
	}
	return a
}

// count enters a node's indicators: how many are known, and how many of them each row has.
func (a *Availability) count(g *ground, node, known int, present []int) {
	sum := 0
	for row, n := range present {
		sum += n
		if node == 0 {
			a.Units[row] = filled(n, known)
		}
	}
	a.Indicators[node] = filled(sum, known*len(present))
	a.Least[node].Row = -1
	if node == 0 {
		a.All = a.Indicators[0]
	}
	if g.plan.Nodes[node].Leaf() || known == 0 {
		return
	}
	for _, row := range g.rows {
		if l := &a.Least[node]; l.Row < 0 || present[row] < l.Filled.Present {
			*l = Least{int(row), filled(present[row], known)}
		}
	}
}
