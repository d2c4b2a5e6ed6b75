package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// explain prints how one number came about, down a single cell: source, value, filled, treated, normal, weight, score,
// rank, and what the publisher printed. Without a node it explains the root and then each of its parts.
func explain(c console, o options, args []string) error {
	o.index = args[0]
	r, err := compute(c, o)
	if err != nil {
		return err
	}
	w := account{w: c.out, lang: o.lang}
	if w.lang == "" {
		w.lang = "vi"
	}
	ix := r.find(args[0])
	if ix == nil {
		return usageError{fmt.Errorf("explain: không có chỉ số / no such index %q", args[0])}
	}
	p, t := ix.edition(args[1])
	if p == nil {
		return usageError{fmt.Errorf("explain: %s không có kỳ / has no edition %q; có / it has: %s", args[0], args[1], strings.Join(ix.editions(), ", "))}
	}
	u, wrong := ix.Registry.Resolve(args[2], p.AsOf, nil, problem.Place{})
	if wrong != nil {
		return usageError{fmt.Errorf("explain: %s", wrong.In(w.lang))}
	}
	row, ok := t.Row(u.Code)
	if !ok {
		return usageError{fmt.Errorf("explain: %s không có trong kỳ / is not in the edition %s", u.Code, args[1])}
	}
	nodes := []int{0}
	for _, child := range p.Root().Children {
		nodes = append(nodes, child.Col)
	}
	if len(args) == 4 {
		id, ok := p.Index.NodeByName(args[3])
		col, there := p.Col(id)
		if !ok || !there {
			return usageError{fmt.Errorf("explain: kỳ này không có nút / the edition has no node %q; có / it has: %s", args[3], strings.Join(p.IDs(), ", "))}
		}
		nodes = []int{col}
	}
	for _, n := range nodes {
		w.cell(p, t, u, n, row)
	}
	return nil
}

// account writes the way of a number, a line a step.
type account struct {
	w    io.Writer
	lang string
}

func (a account) line(vi, en, format string, args ...any) {
	fmt.Fprintf(a.w, "  %-22s %s\n", problem.Text{VI: vi, EN: en}.In(a.lang), fmt.Sprintf(format, args...))
}

func (a account) cell(p *index.Plan, t *cube.Table, u units.Unit, node, row int) {
	n := &p.Nodes[node]
	fmt.Fprintf(a.w, "%s %s · %s · %s (%s)\n", p.Index.Short, p.Edition.ID, u.Name.In(a.lang), n.Name.In(a.lang), n.ID)
	a.source(t, cube.Value, node, row)
	for _, l := range []struct {
		layer  cube.Layer
		vi, en string
	}{{cube.Value, "giá trị", "value"}, {cube.Filled, "sau khi lấp chỗ trống", "filled"}, {cube.Treated, "sau xử lý ngoại lai", "treated"}, {cube.Normal, "trên thang chung", "normal"}} {
		if v := t.At(l.layer, node).At(row); v == v {
			a.line(l.vi, l.en, "%v", v)
		}
	}
	for _, m := range t.Marks(node, row) {
		a.line("ghi chú", "mark", "%s %s", m.Code, m.Note.In(a.lang))
	}
	a.combination(p, t, n, row)
	a.result(p, t, node, row)
	fmt.Fprintln(a.w)
}

// combination shows the parts with their weights, as they were combined.
func (a account) combination(p *index.Plan, t *cube.Table, n *index.PlanNode, row int) {
	for _, c := range n.Children {
		v := t.At(cube.Score, c.Col).At(row)
		a.line("  "+p.Nodes[c.Col].ID, "  "+p.Nodes[c.Col].ID, "%s × %v", number(v), c.Weight)
	}
	for _, sentence := range p.Explain(n.Col) {
		a.line("cách tính", "method", "%s", sentence.In(a.lang))
	}
}

func (a account) result(p *index.Plan, t *cube.Table, node, row int) {
	if v := t.At(cube.Score, node).At(row); v == v {
		a.line("điểm", "score", "%v", v)
	} else {
		a.line("điểm", "score", "– (%s)", p.Edition.Why.In(a.lang))
	}
	if place, of := t.Rank(node, row); place > 0 {
		a.line("hạng", "rank", "%d/%d", place, of)
		if k := t.Ranking(node); k.Previous != nil && k.Previous[row] > 0 {
			a.line("hạng kỳ trước", "previous rank", "%d (%+d)", k.Previous[row], int(k.Previous[row])-place)
		}
	}
	if why, out := t.Unranked[row]; out && node == 0 {
		a.line("không xếp hạng", "not ranked", "%s", why.In(a.lang))
	}
	for _, g := range t.Groups {
		for i, r := range g.Rows {
			if g.Node == node && int(r) == row {
				a.line("hạng trong nhóm", "rank in group", "%d/%d %s", g.Place[i], g.Of(), g.Group)
			}
		}
	}
	a.published(t, node, row)
}

func (a account) published(t *cube.Table, node, row int) {
	if v := t.At(cube.PublishedScore, node).At(row); v == v {
		a.line("điểm công bố", "published score", "%v", v)
		a.source(t, cube.PublishedScore, node, row)
	}
	if v := t.At(cube.PublishedRank, node).At(row); v == v {
		a.line("hạng công bố", "published rank", "%v", v)
		a.source(t, cube.PublishedRank, node, row)
	}
}

func (a account) source(t *cube.Table, l cube.Layer, node, row int) {
	o := t.Origin(l, node)
	if v := t.At(l, node).At(row); o == nil || v != v {
		return
	}
	s := o.At(row)
	for _, p := range s.Places {
		a.line("ô nguồn", "source cell", "%s", p)
	}
	for _, cite := range s.Cite {
		a.line("nơi công bố", "publication", "%s", cite)
	}
	if s.Confidence != "" {
		a.line("độ tin cậy", "confidence", "%s", s.Confidence)
	}
	if note := s.Note.In(a.lang); note != "" {
		a.line("ghi chú của nguồn", "note of the source", "%s", note)
	}
}

var nan = math.NaN()

func number(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprint(v)
}
