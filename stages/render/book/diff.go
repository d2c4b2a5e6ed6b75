package book

import (
	"math"
	"path/filepath"
	"strings"

	"xephang/stages/reconcile"
	"xephang/stages/render/view"
)

// WriteDiff writes the workbook of what changed since the draft by itself.
func WriteDiff(dir string, r *view.Report) error {
	w, err := diffBook(r)
	if err != nil {
		return err
	}
	return w.save(filepath.Join(dir, view.DiffBook))
}

// diffBook makes doi-chieu-du-thao.xlsx: cover, every figure that differs from the draft, the decisions, what followed
// at bodies without one.
func diffBook(r *view.Report) (*workbook, error) {
	say := view.VI.Say
	b := newBooklet(r, "diff.page")
	changes := b.table("changes", say("diff.s.changes"), say("diff.u.changes"))
	decisions := b.table("decisions", say("diff.s.decisions"), say("diff.u.decisions"))
	effects := b.table("effects", say("diff.s.effects"), say("diff.u.effects"))
	b.differences(changes, decisions.sheet)
	b.decided(decisions)
	b.knockOn(effects, decisions.sheet)
	for _, g := range []*grid{changes, decisions, effects} {
		b.lay(g)
	}
	b.mirror("diff.page")
	b.front("diff.bookname", "diff.page", func(p *paper) {
		p.pair("", view.VI.Summary(r.Diff))
		p.section(say("filed.h.notes"))
		p.pair("", say("diff.proof"))
		p.pair("", say("diff.ranks"))
		p.pair("", say("diff.n.read"))
		p.pair("", say("diff.seal", "seal", r.Diff.Seal))
	})
	return b.workbook, b.err
}

// differences is a row for each figure that the draft gave differently.
func (b *booklet) differences(g *grid, decisions string) {
	g.frozen = 2
	g.columns = []column{b.column("diff.c.code", textLook, 0), b.column("diff.c.unit", textLook, 36), b.column("diff.c.index", textLook, 0), b.column("diff.c.edition", plainLook, 0),
		b.column("diff.c.node", wrapLook, 44), b.column("diff.c.layer", textLook, 0), b.column("diff.c.group", textLook, 36), b.column("diff.c.was", exactFigure, 14), b.column("diff.c.is", exactFigure, 14),
		b.column("diff.c.by", exactFigure, 14), b.column("diff.c.effect", textLook, 0), b.column("diff.c.causes", textLook, 0)}
	for _, row := range b.r.Diff.Rows() {
		for _, c := range row.Figures {
			g.rows = append(g.rows, []any{c.Unit, b.r.Name(view.VI, c.Unit), b.short(c.Index), asYear(c.Edition), view.VI.In(c.Name), view.VI.Say("diff.layer." + c.Layer), b.groupName(c.Group),
				c.Was, c.Is, c.Is - c.Was, view.VI.Say("diff.effect." + string(c.Effect)), b.causes(c.Causes, decisions, len(g.rows))})
		}
	}
}

// exactFigure shows a figure of any size with the digits that tell it from another.
var exactFigure = look{border: true, right: true, format: "#,##0.##########"}

func (b *booklet) short(id string) string {
	if x := b.r.Board(id); x != nil {
		return x.Abbr(view.VI)
	}
	return id
}

func (b *booklet) groupName(group string) string {
	scheme, name, ok := strings.Cut(group, ":")
	if !ok {
		return ""
	}
	return view.VI.In(b.r.Units.GroupName(scheme, name))
}

// causes are the numbers of decisions; they lead to the row of the first.
func (b *booklet) causes(causes []int, sheet string, row int) any {
	if len(causes) == 0 {
		return nil
	}
	numbers := make([]int, len(causes))
	for i, k := range causes {
		numbers[i] = k + 1
	}
	text := view.Numbers(numbers)
	if row >= mostLinks {
		return text
	}
	return cell{value: text, link: quoted(sheet) + ref(0, headRow+numbers[0]), look: &textLook}
}

// decided is the ledger of decisions.
func (b *booklet) decided(g *grid) {
	g.frozen = 2
	g.columns = []column{b.column("diff.c.number", rankLook, 0), b.column("diff.c.case", textLook, 0), b.column("diff.c.code", textLook, 0), b.column("diff.c.unit", textLook, 36),
		b.column("diff.c.index", textLook, 0), b.column("diff.c.edition", plainLook, 0), b.column("diff.c.node", wrapLook, 44), b.column("diff.c.layer", textLook, 0),
		b.column("diff.c.was", exactFigure, 14), b.column("diff.c.is", exactFigure, 14), b.column("diff.c.status", textLook, 0), b.column("diff.c.reason", wrapLook, 50),
		b.column("diff.c.document", wrapLook, 40), b.column("diff.c.by.whom", wrapLook, 36), b.column("diff.c.date", plainLook, 0)}
	for i, c := range b.r.Diff.Decisions {
		g.rows = append(g.rows, []any{i + 1, c.Case, c.Unit, b.r.Name(view.VI, c.Unit), b.short(c.Index), asYear(c.Edition), view.VI.In(c.Name), view.VI.Say("diff.layer." + layerOf(c)),
			amountOf(c, false), amountOf(c, true), view.VI.StatusName(c.Status), c.Reason, c.Document, c.DecidedBy, c.Date})
	}
}

func layerOf(c view.Correction) string {
	if c.Layer == "" {
		return "value"
	}
	return c.Layer
}

// amountOf is a figure of a correction as a number, or the words in its place.
func amountOf(c view.Correction, becomes bool) any {
	v := c.Was
	if becomes {
		v = c.Becomes
	}
	if math.IsNaN(v) {
		return view.VI.Amount(c, becomes)
	}
	return v
}

// knockOn is a row for each unit and node whose score or rank followed decisions on others.
func (b *booklet) knockOn(g *grid, decisions string) {
	g.frozen = 2
	g.columns = []column{b.column("diff.c.code", textLook, 0), b.column("diff.c.unit", textLook, 36), b.column("diff.c.index", textLook, 0), b.column("diff.c.edition", plainLook, 0), b.column("diff.c.node", wrapLook, 44),
		b.column("diff.c.scorewas", exactFigure, 14), b.column("diff.c.scoreis", exactFigure, 14), b.column("diff.c.rankwas", rankLook, 0), b.column("diff.c.rankis", rankLook, 0),
		{head: b.head("diff.c.moved"), look: changeLook, sign: true}, b.column("diff.c.causes", textLook, 0)}
	for _, x := range b.r.Diff.Rows() {
		score, scored := x.Figure("score")
		rank, ranked := x.Figure("rank")
		if x.Effect != reconcile.KnockOn || !scored && !ranked {
			continue
		}
		row := []any{x.Unit, b.r.Name(view.VI, x.Unit), b.short(x.Index), asYear(x.Edition), view.VI.In(x.Name), nil, nil, nil, nil, nil}
		if scored {
			row[5], row[6] = score.Was, score.Is
		}
		if ranked {
			row[7], row[8], row[9] = rank.Was, rank.Is, rank.Was-rank.Is
		}
		numbers := make([]int, len(x.Causes))
		for i, k := range x.Causes {
			numbers[i] = k - 1
		}
		g.rows = append(g.rows, append(row, b.causes(numbers, decisions, len(g.rows))))
	}
}
