package view

import (
	"math"
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// WeightModel is all that a browser needs to walk an edition again with other weights, bit for bit as the engine does:
// for each node above the indicators its parts in order with their published weights and what a gap in a part does, for
// each indicator its normal scores (or, where a tree is too large for a page, a part's scores), and how ranks are given.
type WeightModel struct {
	Nodes    []WeightNode         `json:"nodes"` // the root first, a node before its parts
	Decimals int                  `json:"decimals"`
	Full     bool                 `json:"full"` // ranked unrounded
	Ties     string               `json:"ties"`
	Codes    []string             `json:"codes,omitempty"` // by row: equal units are ordered by them
	Block    []int                `json:"block,omitempty"` // by row
	Blocks   []string             `json:"blocks,omitempty"`
	Out      []int                `json:"out,omitempty"` // rows without a place on the root
	Places   []int                `json:"places"`        // by row, by the published weights; 0 where there is none
	Focus    int                  `json:"focus"`         // row, −1 none
	Top      int                  `json:"top"`
	Presets  map[string]weightsOf `json:"presets"`
	Say      map[string]string    `json:"say"`

	rows    []int // of the edition's table
	shallow bool  // the tree is cut at the parts of the root
}

type weightsOf = map[string]float64

// WeightNode is one node of the tree. Parts are positions in the model's nodes.
type WeightNode struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Full    string    `json:"full,omitempty"` // where Name is short for it
	Most    float64   `json:"most,omitempty"` // end of the sliders of its parts
	Step    float64   `json:"step,omitempty"`
	Parts   []int     `json:"parts,omitempty"`
	Weights []float64 `json:"weights,omitempty"`
	Gaps    []int     `json:"gaps,omitempty"`  // by part: 0 the others bear its weight, 1 it counts nothing, 2 no score; none: all 0
	Least   int       `json:"least,omitempty"` // parts that must be there
	Scores  []any     `json:"scores,omitempty"`
	Held    []int     `json:"held,omitempty"`  // rows whose gap here withholds the node above, whatever the rule
	Spare   []int     `json:"spare,omitempty"` // rows whose gap is left out, whatever the rule

	col int
}

// mostFigures is how many scores a page can hold beside everything else that weighs on it.
const mostFigures = 6000

// notWeighable says why a browser cannot walk the edition exactly; empty where it can.
func (e *Edition) notWeighable(l Lang) string {
	for k := range e.Nodes {
		n := &e.Nodes[k]
		if n.Leaf() || k > 0 && n.Parent < 0 {
			continue
		}
		name := e.Brief(l, k)
		switch m := n.Combine.Name; {
		case m != "" && m != "mean" && m != "arithmetic" && m != "points":
			return l.Say("whatif.why.combine", "node", name, "method", l.In(n.Combine.Words(index.Combine)))
		case !weighable(n):
			return l.Say("whatif.why.weights", "node", name)
		case n.Node.Normalise.Name != "" && n.Node.Normalise.Name != "none":
			return l.Say("whatif.why.scale", "node", name)
		}
	}
	for _, c := range e.Root().Children {
		if !e.Table.Has(cube.Score, c.Col) && !e.Table.Has(cube.Normal, c.Col) {
			return l.Say("whatif.why.none")
		}
	}
	if e.Edition.Compute == "scores" || len(e.order)*len(e.Root().Children) > 2*mostFigures {
		return l.Say("whatif.why.large")
	}
	return ""
}

// weightModel gathers the tree as deep as a page can hold it: to the indicators, or to the parts of the root.
func (r *Report) weightModel(l Lang, e *Edition, out []Outcome) *WeightModel {
	m := &WeightModel{Decimals: e.Scale.Decimals, Full: e.Rank.On == "full", Ties: e.Rank.Ties, Focus: -1, Top: topPlaces, Presets: map[string]weightsOf{}}
	if m.Ties == "" {
		m.Ties = "competition"
	}
	m.rows = e.weighedRows()
	leaves := 0
	for k := range e.Nodes {
		if e.Nodes[k].Leaf() && e.inTree(k) {
			leaves++
		}
	}
	m.shallow = leaves*len(m.rows) > mostFigures
	m.gather(e, 0, m.shallow)
	at, x := map[string]bool{}, e.exempt()
	for i := range m.Nodes {
		x.mark(&m.Nodes[i], m.rows)
		at[m.Nodes[i].ID] = true
		m.Nodes[i].dress(l, e)
	}
	for i, o := range out {
		m.Presets[o.key(i)] = weightsOf{}
		for id, w := range o.Weights {
			if at[id] {
				m.Presets[o.key(i)][id] = w
			}
		}
	}
	m.standings(e)
	for _, b := range e.Edition.Blocks {
		if m.Block != nil {
			m.Blocks = append(m.Blocks, l.In(b.Name))
		}
	}
	m.Say = l.whatIfSays()
	return m
}

// standings are who is ranked with whom, and where by the published weights.
func (m *WeightModel) standings(e *Edition) {
	blocks := e.Table.Block != nil && len(e.Table.Blocks) > 1
	unranked := map[string]bool{}
	for _, u := range e.Edition.Unranked {
		unranked[u.Unit] = true
	}
	for i, row := range m.rows {
		code := e.Table.Units[row]
		place, _ := e.place(0, row)
		m.Places = append(m.Places, place)
		if blocks {
			m.Block = append(m.Block, e.Table.BlockOf(row))
		}
		if m.Ties == "ordinal" {
			m.Codes = append(m.Codes, code)
		}
		if unranked[code] {
			m.Out = append(m.Out, i)
		}
		if code == e.Board.Focus {
			m.Focus = i
		}
	}
}

// weighedRows are the units that some weights may give a score: those of the ranking, then those with any part.
func (e *Edition) weighedRows() []int {
	declared := map[string]bool{}
	for _, u := range e.Edition.Unranked {
		declared[u.Unit] = true
	}
	has := func(row int) bool {
		for k := range e.Nodes {
			if x := e.columnOf(k).At(row); e.Nodes[k].Leaf() && e.inTree(k) && x == x {
				return true
			}
		}
		return false
	}
	rows := slices.DeleteFunc(slices.Clone(e.order), func(row int) bool { return !has(row) })
	seen := map[int]bool{}
	for _, row := range rows {
		seen[row] = true
	}
	for row := range e.Table.Units {
		if !seen[row] && has(row) {
			rows = append(rows, row)
		}
	}
	// A unit that a screen has dropped has no score under any weights.
	return slices.DeleteFunc(rows, func(row int) bool {
		_, out := e.Table.Unranked[row]
		return out && !declared[e.Table.Units[row]]
	})
}

// inTree tells whether a node stands below the root.
func (e *Edition) inTree(k int) bool {
	for e.Nodes[k].Parent > 0 {
		k = e.Nodes[k].Parent
	}
	return e.Nodes[k].Parent == 0 && !e.Nodes[k].Measured
}

// columnOf is what goes upward from a node: an indicator's normal score, a combined node's score.
func (e *Edition) columnOf(k int) cube.Column {
	if e.Nodes[k].Leaf() && e.Table.Has(cube.Normal, k) {
		return e.Table.At(cube.Normal, k)
	}
	return e.Table.At(cube.Score, k)
}

// gather adds a node and what is below it, and gives its position.
func (m *WeightModel) gather(e *Edition, col int, shallow bool) int {
	n, at := &e.Nodes[col], len(m.Nodes)
	m.Nodes = append(m.Nodes, WeightNode{ID: n.ID, col: col})
	if n.Leaf() || shallow && col != 0 {
		x := e.columnOf(col)
		for _, row := range m.rows {
			var v any // null: missing
			if s := x.At(row); s == s {
				v = s
			}
			m.Nodes[at].Scores = append(m.Nodes[at].Scores, v)
		}
		return at
	}
	ruled := false
	var gaps []int
	for _, c := range n.Children {
		g := map[string]int{"zero": 1, "withhold": 2}[e.Nodes[c.Col].Missing]
		ruled, gaps = ruled || g > 0, append(gaps, g)
		p := m.gather(e, c.Col, shallow)
		m.Nodes[at].Parts, m.Nodes[at].Weights = append(m.Nodes[at].Parts, p), append(m.Nodes[at].Weights, weightOf(n, c))
	}
	if ruled {
		m.Nodes[at].Gaps = gaps
	}
	// As the engine counts: a share meant to hit a whole number of parts does, in spite of binary fractions.
	m.Nodes[at].Least = int(math.Ceil(float64(n.Coverage*float64(len(n.Children))) - 1e-9))
	return at
}
