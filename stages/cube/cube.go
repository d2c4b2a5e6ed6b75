// Package cube is the table that flows through the house: units × nodes × editions, one layer of numbers per stage.
// A stage reads layers and lays the next; no layer is ever changed. Inside a stage a missing number is NaN; a sealed
// Column is an Arrow array whose nulls lie over those NaN. With render/opendata this is the only room that knows Arrow.
package cube

import (
	"fmt"
	"slices"

	"xephang/stages/problem"
)

// Layer names what a stage lays.
type Layer uint8

const (
	Value          Layer = iota // extract/normalise: the node's own value after expression and denominator, natural units
	PublishedScore              // extract: the score the publisher printed; compared, never fed back
	PublishedRank               // extract: the rank the publisher printed
	Filled                      // normalise: Value with gaps filled
	Treated                     // normalise: Filled with outliers treated
	Normal                      // normalise: Treated on the index's scale
	Score                       // score: Normal for a leaf, the combination for a node above
	Self                        // normalise: what a criterion earns by the unit's own answers, as Normal
	Appraised                   // extract: points given by the appraisers
	Measured                    // extract: points measured, or found by a survey
	layers
)

var layerNames = [...]string{"value", "published_score", "published_rank", "filled", "treated", "normal", "score", "self", "appraised", "measured"}

func (l Layer) String() string { return layerNames[l] }

// Cube is one index over its editions, in the order of the index's declaration (oldest first).
type Cube struct {
	Index  string
	Tables []*Table
}

// Table finds the table of an edition, or nil.
func (c *Cube) Table(edition string) *Table {
	for _, t := range c.Tables {
		if t.Edition == edition {
			return t
		}
	}
	return nil
}

// Table is one edition: units down, nodes across (both in declared order), a layer over each node.
type Table struct {
	Edition string
	Units   []string // unit codes, one a row
	Nodes   []string // node ids, one a column, in the order of index.Plan.Nodes

	Block    []int16              // row → index into Blocks; nil where all units are ranked together
	Blocks   []string             // block ids
	Unranked map[int]problem.Text // rows scored but not ranked, with the reason
	Class    []int8               // row → index into the plan's classes for the root, −1 none; nil before rank
	Groups   []GroupRanking

	rows, cols map[string]int
	given      map[string]*Given // as read: nodes, answers and denominators by name
	givenNames []string
	laid       [layers][]Column
	rankings   []*Ranking
	marks      []nodeMarks
	origin     [layers][]Origin
	weights    map[int][]float64 // of the parts of a node, where they were computed
	reasons    map[[2]int]Reason // node, row → why there is no answer
}

// New makes an empty table.
func New(edition string, units, nodes []string) *Table {
	t := &Table{Edition: edition, Units: units, Nodes: nodes,
		rows: make(map[string]int, len(units)), cols: make(map[string]int, len(nodes)),
		given: map[string]*Given{}, Unranked: map[int]problem.Text{},
		rankings: make([]*Ranking, len(nodes)), marks: make([]nodeMarks, len(nodes))}
	for i, u := range units {
		t.rows[u] = i
	}
	for i, n := range nodes {
		t.cols[n] = i
	}
	for l := range t.laid {
		t.laid[l] = make([]Column, len(nodes))
		t.origin[l] = make([]Origin, len(nodes))
	}
	return t
}

// Row finds a unit's row.
func (t *Table) Row(unit string) (int, bool) { i, ok := t.rows[unit]; return i, ok }

// Col finds a node's column.
func (t *Table) Col(node string) (int, bool) { i, ok := t.cols[node]; return i, ok }

// Lay puts a column into a layer. A cell of the cube is laid once: laying twice, or a wrong length, is a bug and panics.
// Columns of different nodes may be laid from different goroutines.
func (t *Table) Lay(l Layer, node int, c Column) {
	if t.laid[l][node].Len() != 0 && len(t.Units) > 0 {
		panic(fmt.Sprintf("cube: %s of %s laid twice", l, t.Nodes[node]))
	}
	if c.Len() != len(t.Units) {
		panic(fmt.Sprintf("cube: %s of %s has %d rows, the table %d", l, t.Nodes[node], c.Len(), len(t.Units)))
	}
	t.laid[l][node] = c
}

// At is the column of a layer; where nothing was laid, a Column of length 0 on which every cell is missing.
func (t *Table) At(l Layer, node int) Column { return t.laid[l][node] }

// Has tells whether the layer was laid over the node.
func (t *Table) Has(l Layer, node int) bool { return t.laid[l][node].Len() > 0 }

// Given is a column as it was read: of a node, of an answer that an expression uses, or of a denominator.
type Given struct {
	Name   string
	Column Column
	Origin Origin
}

// LayGiven keeps a column as read, by name.
func (t *Table) LayGiven(g Given) {
	if _, twice := t.given[g.Name]; twice {
		panic("cube: given column laid twice: " + g.Name)
	}
	t.given[g.Name] = &g
	t.givenNames = append(t.givenNames, g.Name)
	slices.Sort(t.givenNames)
}

// Given finds a column as read, or nil.
func (t *Table) Given(name string) *Given { return t.given[name] }

// GivenNames lists the columns as read, sorted.
func (t *Table) GivenNames() []string { return t.givenNames }

// SetOrigin says where the cells of a layer (Value, PublishedScore, PublishedRank) were read.
func (t *Table) SetOrigin(l Layer, node int, o Origin) { t.origin[l][node] = o }

// Origin of a layer's column, or nil.
func (t *Table) Origin(l Layer, node int) Origin { return t.origin[l][node] }
