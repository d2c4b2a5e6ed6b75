package view

import (
	"slices"
	"strings"

	"xephang/stages/reconcile"
)

// FeedbackPage tells what was decided since the draft and what that changed.
type FeedbackPage struct {
	Title, Lede string
	Notes       []string
	Book        string // address of the workbook; empty where it was not written
	Decisions   *Table
	Changes     []FeedbackSection
}

// FeedbackSection is the changes of one effect.
type FeedbackSection struct {
	Title string
	Table *Table
}

// DiffBook is the name of the workbook of the comparison.
const DiffBook = "doi-chieu-du-thao.xlsx"

// Feedback makes the page of a report that has a Diff.
func (r *Report) Feedback(l Lang) FeedbackPage {
	d := r.Diff
	p := FeedbackPage{Title: l.Say("diff.page"), Lede: l.Summary(d), Decisions: r.decisionTable(l)}
	if len(d.Changes) > 0 {
		p.Notes = append(p.Notes, l.Say("diff.proof"), l.Say("diff.ranks"))
	}
	p.Notes = append(p.Notes, l.Say("diff.seal", "seal", d.Seal))
	if slices.ContainsFunc(r.Outputs, func(f File) bool { return f.Path == "books/"+DiffBook }) {
		p.Book = "/books/" + DiffBook
	}
	rows := d.Rows()
	for _, e := range nearness {
		if t := r.changeTable(l, e, rows); len(t.Rows) > 0 {
			p.Changes = append(p.Changes, FeedbackSection{l.Say("diff.h." + string(e)), t})
		}
	}
	return p
}

func (r *Report) decisionTable(l Lang) *Table {
	t := &Table{ID: "quyet-dinh", Caption: l.Say("diff.n.decisions"), Columns: []Column{{Label: l.Say("diff.c.number"), Number: true}, {Label: l.Say("diff.c.case")}, {Label: l.Say("diff.c.unit")}, {Label: l.Say("diff.c.node")},
		{Label: l.Say("diff.c.figure"), Number: true}, {Label: l.Say("diff.c.status")}, {Label: l.Say("diff.c.reason")}, {Label: l.Say("diff.c.document")}}}
	for i, c := range r.Diff.Decisions {
		number := l.count(i + 1)
		number.ID = "qd-" + Plain(float64(i+1), 0)
		step := l.Amount(c, false) + " → " + l.Amount(c, true)
		if c.Closed {
			step = l.Say("diff.closed")
		}
		aim := r.editionCell(l, c.Index, c.Edition)
		aim.Small, aim.Tone = " · "+l.In(c.Name)+l.layer(c.Layer), Remark
		by := ""
		for _, s := range []string{c.DecidedBy, l.day(c.Date)} {
			if s != "" {
				by += " · " + s
			}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{number, {Text: orMissing(c.Case), Tone: Short}, r.unit(l, c.Unit), aim,
			{Text: unbroken(step)}, {Text: l.StatusName(c.Status), Tone: Short}, {Text: c.Reason, Tone: Remark}, {Text: orMissing(c.Document), Small: by}}})
	}
	return t
}

// unbroken keeps a change on one line.
func unbroken(step string) string { return strings.ReplaceAll(step, " → ", noBreak+"→"+noBreak) }

// layer names the layer of a correction where it is not the figure itself.
func (l Lang) layer(name string) string {
	if name == "" || name == "value" {
		return ""
	}
	return " " + l.Say("diff.layer."+name)
}

func orMissing(s string) string {
	if s == "" {
		return Missing
	}
	return s
}

// editionCell names an edition, with its link.
func (r *Report) editionCell(l Lang, id, edition string) Cell {
	b := r.Board(id)
	if b == nil {
		return Cell{Text: id + " " + edition}
	}
	c := Cell{Text: b.Abbr(l) + " " + edition, Tone: Short}
	if e := b.Edition(edition); e != nil {
		c.Href = e.Address()
	}
	return c
}

// changeTable is a row for each unit and node with changes of one effect.
func (r *Report) changeTable(l Lang, e reconcile.Effect, rows []DiffRow) *Table {
	t := &Table{ID: "thay-doi-" + string(e), Caption: l.Say("diff.n." + string(e)), Sortable: true, Columns: []Column{{Label: l.Say("diff.c.unit")}, {Label: l.Say("diff.c.index")}, {Label: l.Say("diff.c.node")},
		{Label: l.Say("diff.c.figure"), Number: true}, {Label: l.Say("diff.c.points"), Number: true}, {Label: l.Say("diff.c.score"), Number: true}, {Label: l.Say("diff.c.rank"), Number: true}, {Label: l.Say("diff.c.groups")}, {Label: l.Say("diff.c.causes")}}}
	filled := make([]bool, len(t.Columns))
	for _, x := range rows {
		if x.Effect != e {
			continue
		}
		decimals := r.decimalsOf(x)
		cells := []Cell{r.unit(l, x.Unit), r.editionCell(l, x.Index, x.Edition), {Text: l.In(x.Name)}}
		for _, layers := range [][]string{{"given", "value", "published_score"}, {"appraised", "measured"}, {"score"}, {"rank", "published_rank"}} {
			c, ok := x.Figure(layers...)
			if !ok {
				cells = append(cells, Cell{})
				continue
			}
			filled[len(cells)] = true
			cells = append(cells, l.step(c, decimals))
		}
		groups := r.groupSteps(l, x)
		filled[7] = filled[7] || groups != ""
		cells = append(cells, Cell{Text: groups}, Cell{Text: Numbers(x.Causes), Tone: Short})
		if len(x.Causes) == 1 {
			cells[8].Href = "#qd-" + Numbers(x.Causes)
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	for i := 7; i >= 3; i-- {
		if !filled[i] {
			t.drop(i)
		}
	}
	return t
}

// step is the cell of a change; a rise or fall in rank has its mark.
func (l Lang) step(c Differing, decimals int) Cell {
	x := Cell{Text: unbroken(l.Step(c, decimals)), Value: Full(c.Is - c.Was)}
	if c.Layer == "rank" && c.Was == c.Was && c.Is == c.Is {
		moved := int(c.Was) - int(c.Is)
		x.Small, x.Tone, x.Value = " "+l.Change(moved), ToneOf(moved), Plain(float64(moved), 0)
	}
	return x
}

// groupSteps lists the changes of ranks inside groups.
func (r *Report) groupSteps(l Lang, x DiffRow) string {
	var all []string
	for _, c := range x.Figures {
		if c.Group != "" {
			scheme, group, _ := strings.Cut(c.Group, ":")
			all = append(all, l.In(r.Units.GroupName(scheme, group))+":"+noBreak+unbroken(l.Step(c, 0)))
		}
	}
	return strings.Join(all, "; ")
}

func (r *Report) decimalsOf(x DiffRow) int {
	if b := r.Board(x.Index); b != nil {
		if e := b.Edition(x.Edition); e != nil {
			return e.Scale.Decimals
		}
	}
	return 4
}
