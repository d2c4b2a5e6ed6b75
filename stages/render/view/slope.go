package view

import (
	"cmp"
	"slices"
	"strconv"
)

// Slope draws ranks of two editions as lines between two columns of labels. Heights are pixels; widths are the site's.
type Slope struct {
	Before, Now string // the editions
	Height      int
	Alt         string
	Lines       []SlopeLine

	rows []move
}

// SlopeLine is one unit: where its line begins and ends, and where its labels stand, moved apart where they would lie on
// each other.
type SlopeLine struct {
	From, To           string // heights of the line's ends
	FromLabel, ToLabel string // heights of the labels
	Was, Now           string // ranks
	Name               string // cut short
	Change             string // ▲ 3
	Tone               Tone   // Up, Down, or Other for those in grey
	Own                bool   // the unit that the page puts forward
}

// drawnWhole is how many units a slope draws all of; of more it draws the farthest risers and fallers, and the unit put
// forward among its group.
const drawnWhole, farDrawn = 24, 6

const slopeTop, slopeGap = 44.0, 18.0 // pixels: room for the heads, distance of labels

// slope draws some moves of a block.
func (r *Report) slope(l Lang, e *Edition, moves []move) *Slope {
	strong := farMoves(moves, farDrawn)
	drawn := moves
	if len(moves) > drawnWhole {
		drawn = r.slopeRows(l, e, moves, strong)
	}
	s := &Slope{Before: e.beforeID(), Now: e.Edition.ID, rows: drawn, Alt: l.Say("move.alt", "before", e.beforeID(), "edition", e.Edition.ID, "count", l.Units(e.Board.Units, len(drawn)), "message", r.moveMessage(l, e, moves))}
	last := 2
	for _, m := range drawn {
		last = max(last, m.was, m.now)
	}
	span := max(220, slopeGap*float64(len(drawn)-1))
	at := func(rank int) float64 { return slopeTop + span*float64(rank-1)/float64(last-1) }
	var from, to []float64
	for _, m := range drawn {
		from, to = append(from, at(m.was)), append(to, at(m.now))
	}
	fromLabel, toLabel := apartBy(from, slopeGap, slopeTop), apartBy(to, slopeGap, slopeTop)
	bottom := slopeTop + span
	for i, m := range drawn {
		bottom = max(bottom, fromLabel[i], toLabel[i])
		code := e.Table.Units[m.row]
		line := SlopeLine{From: pixels(from[i]), To: pixels(to[i]), FromLabel: pixels(fromLabel[i]), ToLabel: pixels(toLabel[i]), Was: l.Whole(m.was), Now: l.Whole(m.now),
			Name: Cut(r.Name(l, code), 24), Change: l.Change(m.by()), Tone: Other, Own: code == e.Board.Focus}
		if slices.Contains(strong, m) || line.Own {
			line.Tone = ToneOf(m.by())
		}
		s.Lines = append(s.Lines, line)
	}
	// Those in grey lie beneath, the unit put forward on top.
	slices.SortStableFunc(s.Lines, func(a, b SlopeLine) int { return cmp.Compare(weightOfLine(a), weightOfLine(b)) })
	s.Height = int(bottom + slopeGap)
	return s
}

func weightOfLine(x SlopeLine) int {
	switch {
	case x.Own:
		return 2
	case x.Tone != Other:
		return 1
	}
	return 0
}

// farMoves are the n farthest risers and fallers.
func farMoves(moves []move, n int) (far []move) {
	for _, sign := range []int{1, -1} {
		sorted := slices.Clone(moves)
		slices.SortStableFunc(sorted, func(a, b move) int { return cmp.Compare(sign*b.by(), sign*a.by()) })
		for _, m := range sorted[:min(n, len(sorted))] {
			if sign*m.by() > 0 {
				far = append(far, m)
			}
		}
	}
	return far
}

// slopeRows picks what a slope of a long ranking draws: the strong moves and the group of the unit put forward.
func (r *Report) slopeRows(l Lang, e *Edition, moves, strong []move) (drawn []move) {
	var peers []int
	if row, ok := e.Table.Row(e.Board.Focus); ok && e.Board.Focus != "" {
		peers = []int{row}
		if p := r.Peers(l, e, row); len(p.Rows) <= drawnWhole/2 {
			peers = p.Rows
		}
	}
	for _, m := range moves {
		if slices.Contains(strong, m) || slices.Contains(peers, m.row) {
			drawn = append(drawn, m)
		}
	}
	return drawn
}

// apartBy moves heights apart until neighbours are gap from each other and none lies above top, as little as may be; the
// order stays.
func apartBy(heights []float64, gap, top float64) []float64 {
	order := make([]int, len(heights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(heights[a], heights[b]) })
	// Runs of labels that touch are moved together, each to the mean of where its labels belong.
	type run struct{ mean, n float64 }
	var runs []run
	for _, i := range order {
		runs = append(runs, run{heights[i], 1})
		for k := len(runs) - 1; k > 0; k-- {
			a, b := runs[k-1], runs[k]
			if b.mean-a.mean >= gap*(a.n+b.n)/2 {
				break
			}
			runs = append(runs[:k-1], run{(float64(a.mean*a.n) + float64(b.mean*b.n)) / (a.n + b.n), a.n + b.n})
		}
	}
	moved := make([]float64, len(heights))
	k, least := 0, top
	for _, x := range runs {
		y := max(x.mean-gap*(x.n-1)/2, least)
		for range int(x.n) {
			moved[order[k]] = y
			k, y = k+1, y+gap
		}
		least = y
	}
	return moved
}

func pixels(y float64) string { return strconv.FormatFloat(Round(y, 1), 'f', -1, 64) }

// slopeGrid is the figures of a slope.
func (r *Report) slopeGrid(l Lang, e *Edition, s *Slope) *Grid {
	g := &Grid{Columns: []string{l.Say("figure.key"), l.unitHead(e.Board.Units), s.Before, s.Now, l.Say("move.col.change")}}
	for _, m := range s.rows {
		code := e.Table.Units[m.row]
		g.Rows = append(g.Rows, []string{code, r.Name(l, code), strconv.Itoa(m.was), strconv.Itoa(m.now), strconv.Itoa(m.by())})
	}
	return g
}
