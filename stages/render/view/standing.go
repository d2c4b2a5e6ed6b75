package view

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

// Standing is what is shown of one unit on one node: the computed score where the edition computes and it is there,
// else the published one; the computed rank where the edition ranks, else the published one.
type Standing struct {
	Score      float64 // NaN where there is none
	Decimals   int     // in which it is written
	Published  bool    // the score is the publisher's
	Place, Of  int     // 0 where not ranked; Of 0 where it is not known how many were ranked
	Printed    bool    // the rank is the publisher's
	Tied       int     // units that share the place on the root, where computed
	Change     int     // of rank since the edition before, above 0 a rise
	Comparable bool    // there is a rank in the edition before to compare with
	Class      int     // index into the plan's classes, −1 none
	Why        problem.Text
}

// Has tells whether anything is known.
func (s Standing) Has() bool { return s.Score == s.Score || s.Place > 0 }

// Computes tells whether the edition's ranks are ours.
func (e *Edition) Computes() bool { return e.Edition.Compute == "" || e.Edition.Compute == "ranks" }

// Standing of a row on a node.
func (e *Edition) Standing(node, row int) Standing {
	s := Standing{Score: e.Table.At(cube.Score, node).At(row), Decimals: e.Scale.Decimals, Class: -1, Why: e.Table.Unranked[row]}
	if s.Score != s.Score && e.Nodes[node].Measured {
		s.Score, s.Decimals = e.Table.At(cube.Value, node).At(row), e.digits[node]
	}
	if p := e.Table.At(cube.PublishedScore, node).At(row); s.Score != s.Score && p == p {
		s.Score, s.Published, s.Decimals = p, true, e.digits[node]
	}
	s.Place, s.Of = e.place(node, row)
	s.Printed = s.Place > 0 && !e.Computes()
	s.Change, s.Comparable = e.change(node, row, s.Place)
	if node == 0 {
		s.Class = e.class(row, s.Score)
		if e.Computes() && e.tied != nil {
			s.Tied = int(e.tied[row])
		}
	}
	return s
}

// place of a row: ours where the edition ranks, else as published with the declared number of ranked units.
func (e *Edition) place(node, row int) (place, of int) {
	if e.Computes() {
		return e.Table.Rank(node, row)
	}
	place = e.PrintedRank(node, row)
	if place == 0 {
		return 0, 0
	}
	return place, e.size(e.Table.BlockOf(row))
}

// PrintedRank is the rank that the publisher printed, 0 where it is not known.
func (e *Edition) PrintedRank(node, row int) int {
	if p := e.Table.At(cube.PublishedRank, node).At(row); p == p {
		return int(p)
	}
	return 0
}

// size is how many units the publisher ranked in a block, 0 where it does not say.
func (e *Edition) size(block int) int {
	id := ""
	if block >= 0 && block < len(e.Table.Blocks) {
		id = e.Table.Blocks[block]
	}
	for _, b := range e.Edition.Blocks {
		if b.ID == id && b.Size > 0 {
			return b.Size
		}
	}
	return e.Edition.Size[id]
}

// change of rank. Where ranks are computed the stage rank decided what is comparable; printed ranks are compared with
// the printed (or else computed) ones of the edition before, in the same block.
func (e *Edition) change(node, row, place int) (int, bool) {
	if place == 0 {
		return 0, false
	}
	if r := e.Table.Ranking(node); e.Computes() && r != nil {
		if r.Previous == nil || r.Previous[row] == 0 {
			return 0, false
		}
		return int(r.Previous[row]) - place, true
	}
	b := e.before
	if b == nil {
		return 0, false
	}
	was, ok := b.Table.Row(e.Table.Units[row])
	col, same := b.Col(e.Nodes[node].ID)
	if !ok || !same || b.blockID(was) != e.blockID(row) {
		return 0, false
	}
	old := b.PrintedRank(col, was)
	if old == 0 {
		old, _ = b.place(col, was)
	}
	return old - place, old > 0
}

func (e *Edition) blockID(row int) string {
	if i := e.Table.BlockOf(row); i >= 0 && i < len(e.Table.Blocks) {
		return e.Table.Blocks[i]
	}
	return ""
}

// class of a row: as the stage rank gave it, else by the thresholds on a published score.
func (e *Edition) class(row int, score float64) int {
	switch {
	case e.Table.Class != nil && e.Table.Class[row] >= 0:
		return int(e.Table.Class[row])
	case e.Classes.Method != "" || score != score:
		return -1
	}
	return e.Classes.ClassOf(score)
}

// Shows tells whether there is anything to show of a row: any score or rank of any node.
func (e *Edition) Shows(row int) bool {
	for n := range e.Nodes {
		if e.Standing(n, row).Has() {
			return true
		}
	}
	return false
}

// measure prepares what pages ask for often: how many decimals the printed figures of a node have, at most the scale's,
// the order of the ranking, and the places inside groups.
func (e *Edition) measure() {
	e.digits = make([]int, len(e.Nodes))
	for n := range e.Nodes {
		for _, layer := range []cube.Layer{cube.PublishedScore, cube.Value} {
			for _, v := range e.Table.At(layer, n).Values() {
				if layer == cube.PublishedScore || e.Nodes[n].Measured {
					e.digits[n] = max(e.digits[n], min(decimalsOf(v), e.Scale.Decimals))
				}
			}
		}
	}
	e.tied = e.Table.Tied(0)
	e.order = e.sorted()
	e.groups = map[[2]int][]GroupPlace{}
	for _, g := range e.Table.Groups {
		for i, row := range g.Rows {
			at := [2]int{g.Node, int(row)}
			e.groups[at] = append(e.groups[at], GroupPlace{g.Scheme, g.Group, int(g.Place[i]), g.Of()})
		}
	}
}

// decimalsOf counts the decimals that a number is written with, 0 for NaN.
func decimalsOf(x float64) int {
	if x != x || math.IsInf(x, 0) {
		return 0
	}
	_, frac, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return len(frac)
}

// GroupPlace is a place inside one group.
type GroupPlace struct {
	Scheme, Group string
	Place, Of     int
}

// InGroups are a row's places inside its groups on a node, in the order in which they were ranked.
func (e *Edition) InGroups(node, row int) []GroupPlace { return e.groups[[2]int{node, row}] }
