package sheet

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// spot is a cell of a workbook.
type spot struct{ sheet, column, row int32 }

// area is a rectangle of cells on a sheet, corners included. A flag tells which corner moves with a shared formula.
type area struct {
	sheet                    int32
	column, row, to, toRow   int32
	cFix, rFix, c2Fix, r2Fix bool
}

// moved is the area as a shared formula sees it from another cell.
func (a area) moved(columns, rows int32) area {
	shift := func(v *int32, fixed bool, by int32) {
		if !fixed {
			*v += by
		}
	}
	shift(&a.column, a.cFix, columns)
	shift(&a.to, a.c2Fix, columns)
	shift(&a.row, a.rFix, rows)
	shift(&a.toRow, a.r2Fix, rows)
	return a
}

// bound keeps the search for circles from growing with the square of a sheet: references to formulas followed at most.
const bound = 4 << 20

// formulas are those of a workbook, as a graph: which cells each refers to.
type formulas struct {
	refs    map[spot][]area
	columns map[[2]int32][]int32 // sheet, column → rows with formulas, ascending
	circled map[spot]bool
}

// circles finds every cell whose formula refers to itself in the end, over sheets and ranges. Excel shows 0 there and
// saves that 0 as the result, so a cached value proves nothing.
func (f *formulas) circles() {
	f.columns, f.circled = map[[2]int32][]int32{}, map[spot]bool{}
	order := slices.SortedFunc(maps.Keys(f.refs), func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.column, b.column), cmp.Compare(a.row, b.row))
	})
	for _, s := range order {
		f.columns[[2]int32{s.sheet, s.column}] = append(f.columns[[2]int32{s.sheet, s.column}], s.row)
	}
	t := tarjan{f: f, low: map[spot]int{}, on: map[spot]bool{}}
	for _, s := range order {
		if t.low[s] == 0 {
			t.visit(s)
		}
	}
}

// targets lists the cells with formulas that a formula refers to.
func (f *formulas) targets(s spot) (all []spot) {
	for _, a := range f.refs[s] {
		if int(a.to-a.column) > len(f.columns) {
			a.to = min(a.to, f.last(a.sheet))
		}
		for c := a.column; c <= a.to; c++ {
			rows := f.columns[[2]int32{a.sheet, c}]
			i, _ := slices.BinarySearch(rows, a.row)
			for ; i < len(rows) && rows[i] <= a.toRow; i++ {
				all = append(all, spot{a.sheet, c, rows[i]})
			}
		}
	}
	return all
}

// last is the last column of a sheet that holds a formula.
func (f *formulas) last(sheet int32) (column int32) {
	for k := range f.columns {
		if k[0] == sheet {
			column = max(column, k[1])
		}
	}
	return column
}

// tarjan finds the strongly connected components of the graph (R. Tarjan, 1972), without recursion.
type tarjan struct {
	f     *formulas
	low   map[spot]int // 0 = not met
	on    map[spot]bool
	stack []spot
	count int
	edges int
}

// step is a cell on the way down, with the references still to follow.
type step struct {
	at    spot
	index int
	to    []spot
	next  int
}

func (t *tarjan) enter(s spot) step {
	t.count++
	t.low[s], t.on[s] = t.count, true
	t.stack = append(t.stack, s)
	st := step{at: s, index: t.count}
	if t.edges < bound {
		st.to = t.f.targets(s)
		t.edges += len(st.to)
	}
	return st
}

func (t *tarjan) visit(root spot) {
	for way := []step{t.enter(root)}; len(way) > 0; {
		top := &way[len(way)-1]
		if top.next < len(top.to) {
			to := top.to[top.next]
			top.next++
			switch {
			case t.low[to] == 0:
				way = append(way, t.enter(to))
			case t.on[to]:
				t.low[top.at] = min(t.low[top.at], t.low[to])
			}
			if to == top.at {
				t.f.circled[to] = true
			}
			continue
		}
		t.leave(*top)
		way = way[:len(way)-1]
		if len(way) > 0 {
			above := way[len(way)-1].at
			t.low[above] = min(t.low[above], t.low[top.at])
		}
	}
}

// leave closes a component where a cell is its root; one of several cells is a circle.
func (t *tarjan) leave(s step) {
	if t.low[s.at] != s.index {
		return
	}
	i := len(t.stack) - 1
	for t.stack[i] != s.at {
		i--
	}
	for _, c := range t.stack[i:] {
		t.on[c] = false
		if len(t.stack)-i > 1 {
			t.f.circled[c] = true
		}
	}
	t.stack = t.stack[:i]
}

// formulas scans the sheets of the workbook once more, for their formulas alone.
func (w *workbook) formulas() *formulas {
	f := &formulas{refs: map[spot][]area{}}
	names := map[string]int32{}
	for i, s := range w.book.Sheets {
		names[strings.ToLower(s.Name)] = int32(i)
	}
	for i := range w.book.Sheets {
		w.sheetFormulas(f, int32(i), names)
	}
	f.circles()
	return f
}

// sheetFormulas gathers the references of the formulas on one sheet. What is damaged there is reported by the walk.
func (w *workbook) sheetFormulas(f *formulas, sheet int32, names map[string]int32) {
	s, c, err := w.xml(w.sheetParts[sheet])
	if err != nil {
		return
	}
	defer c.Close()
	shared, at := map[string]spot{}, spot{sheet: sheet}
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return
		}
		switch {
		case t != start:
		case s.is("f"):
			si := ""
			if string(s.attr("t")) == "shared" {
				si = string(s.attr("si"))
			}
			text, err := s.content(nil)
			if err != nil {
				return
			}
			f.add(at, string(text), si, shared, names)
		default:
			at.step(s)
		}
	}
}

// step follows the scanner to the next row or cell.
func (at *spot) step(s *scanner) {
	switch {
	case s.is("row"):
		at.row, at.column = at.row+1, 0
		if n, ok := digits(s.attr("r")); ok {
			at.row = int32(n)
		}
	case s.is("c"):
		at.column++
		if c, _, ok := reference(s.attr("r")); ok {
			at.column = int32(c)
		}
	}
}

// add enters one formula. The cells of a shared one after the first carry no text: theirs is the first one's, moved.
func (f *formulas) add(at spot, text, si string, shared map[string]spot, names map[string]int32) {
	if first, ok := shared[si]; ok && text == "" {
		for _, a := range f.refs[first] {
			f.refs[at] = append(f.refs[at], a.moved(at.column-first.column, at.row-first.row))
		}
		return
	}
	f.refs[at] = references(text, at.sheet, names)
	if si != "" {
		shared[si] = at
	}
}
