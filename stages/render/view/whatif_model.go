package view

import (
	"math"
	"slices"
	"strconv"

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
	Labels   map[string]string    `json:"labels"` // of nodes whose parts can be weighed
	Presets  map[string]weightsOf `json:"presets"`
	Say      map[string]string    `json:"say"`

	rows    []int // of the edition's table
	shallow bool  // the tree is cut at the parts of the root
}

type weightsOf = map[string]float64

// WeightNode is one node of the tree. Parts are positions in the model's nodes.
type WeightNode struct {
	ID      string    `json:"id"`
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
	m := &WeightModel{Decimals: e.Scale.Decimals, Full: e.Rank.On == "full", Ties: e.Rank.Ties, Focus: -1, Top: topPlaces, Presets: map[string]weightsOf{}, Labels: map[string]string{}}
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
		if at[m.Nodes[i].ID] = true; m.Nodes[i].Parts != nil {
			m.Labels[m.Nodes[i].ID] = e.Brief(l, m.Nodes[i].col)
		}
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
	any := false
	var gaps []int
	for _, c := range n.Children {
		g := map[string]int{"zero": 1, "withhold": 2}[e.Nodes[c.Col].Missing]
		any, gaps = any || g > 0, append(gaps, g)
		p := m.gather(e, c.Col, shallow)
		m.Nodes[at].Parts, m.Nodes[at].Weights = append(m.Nodes[at].Parts, p), append(m.Nodes[at].Weights, weightOf(n, c))
	}
	if any {
		m.Nodes[at].Gaps = gaps
	}
	// As the engine counts: a share meant to hit a whole number of parts does, in spite of binary fractions.
	m.Nodes[at].Least = int(math.Ceil(float64(n.Coverage*float64(len(n.Children))) - 1e-9))
	return at
}

// WeightGroup is the controls of one node's parts.
type WeightGroup struct {
	Name  string
	Parts []WeightPart
}

// WeightPart is the control of one part.
type WeightPart struct {
	ID, Brief, Name   string
	Weight, Share     string // as written
	Value, Most, Step string // of the slider, for machines
	Below             *WeightGroup
	Hint              string
}

// weightGroup makes the controls of a node of the model; nil for an indicator.
func (e *Edition) weightGroup(l Lang, m *WeightModel, at int) *WeightGroup {
	n := &m.Nodes[at]
	if len(n.Parts) < 2 {
		if len(n.Parts) == 1 {
			return e.weightGroup(l, m, n.Parts[0]) // a part without brothers: its weight changes nothing
		}
		return nil
	}
	sum := 0.0
	for _, w := range n.Weights {
		sum += w
	}
	most, step := sliderScale(sum)
	g := &WeightGroup{Name: e.Brief(l, n.col)}
	for i, p := range n.Parts {
		part, w := &m.Nodes[p], n.Weights[i]
		x := WeightPart{ID: part.ID, Brief: e.Brief(l, part.col), Name: l.In(e.Nodes[part.col].Name), Weight: l.Exact(w), Share: l.Percent(w/sum, 1),
			Value: strconv.FormatFloat(w, 'f', -1, 64), Most: strconv.FormatFloat(most, 'f', -1, 64), Step: strconv.FormatFloat(step, 'f', -1, 64)}
		if x.Name == x.Brief {
			x.Name = ""
		}
		if x.Below = e.weightGroup(l, m, p); x.Below != nil {
			x.Hint = l.Say("whatif.below", "node", x.Brief, "n", l.Whole(len(x.Below.Parts)))
		}
		g.Parts = append(g.Parts, x)
	}
	return g
}

// sliderScale gives a slider's end, the sum of the published weights, so that a part can be given as much as all had, and
// a step of a hundredth of it or somewhat less, 1, 2 or 5 in its first digit.
func sliderScale(sum float64) (most, step float64) {
	if !(sum > 0) {
		return 1, 0.01
	}
	power := int(math.Floor(math.Log10(sum / 100)))
	first := sum / 100 / math.Pow10(power)
	for _, d := range []float64{5, 2, 1} {
		if first >= d-1e-9 {
			step = d
			break
		}
	}
	places := max(-power, 0)
	step = Round(float64(step*math.Pow10(power)), places)
	return Round(math.Ceil(sum/step-1e-9)*step, places), step
}
