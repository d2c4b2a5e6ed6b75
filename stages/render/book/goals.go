package book

import (
	"math"
	"strings"

	"xephang/stages/render/view"
	"xephang/stages/target"
)

// goalsBook makes muc-tieu.xlsx: cover, targets, tasks and their counts, what every agency owes, series with charts.
func goalsBook(r *view.Report) (*workbook, error) {
	b := newBooklet(r, "filed.t.goals")
	day := view.VI.Date(r.Day())
	asOf := view.VI.Say("filed.u.asof", "date", day)
	counts, missing := r.TaskCounts(view.VI)
	targets, tasks := r.TargetRows(view.VI), r.TaskRows(view.VI)
	var grids []*grid
	sheets := map[string]string{} // where each target and task stands
	if len(targets) > 0 {
		grids = append(grids, b.targets(b.table("targets", view.VI.Say("filed.targets"), view.VI.Say("filed.u.targets", "date", day)), targets, sheets))
	}
	if len(tasks) > 0 {
		grids = append(grids, b.tasks(b.table("tasks", view.VI.Say("task.table"), join(append([]string{asOf}, missing...)...)), tasks, sheets))
	}
	if rows := r.CountRows(view.VI); len(rows) > 0 {
		grids = append(grids, b.counts(b.table("counts", view.VI.Say("task.counts"), strings.Join(counts, " ")), rows))
	}
	if debts := r.Debts(view.VI); len(debts) > 0 {
		grids = append(grids, b.debts(b.table("debts", view.VI.Say("filed.t.debts"), asOf+" "+view.VI.Say("owed.lede")), debts, sheets))
	}
	grids = append(grids, b.times()...)
	for _, g := range grids {
		b.lay(g)
	}
	b.mirror("filed.t.goals")
	b.front("filed.goals", "filed.t.goals", func(p *paper) {
		say := view.VI.Say
		p.add(dressed(say("target.lede", "n", view.VI.Whole(len(targets)), "tasks", view.VI.Whole(len(tasks)), "date", day), messageLook))
		p.tally(say("filed.h.how"), r.TargetTally(view.VI))
		p.section(say("filed.h.tasks"))
		for _, s := range append(counts, missing...) {
			p.pair("", s)
		}
		p.section(say("filed.h.notes"))
		for _, key := range []string{"filed.n.pace", "filed.n.apart", "filed.n.gaps"} {
			p.pair("", say(key))
		}
	})
	return b.workbook, b.err
}

// dayLook shows a day as a day; monthLook and yearLook what is known of it.
var (
	dayLook   = look{border: true, centre: true, format: "dd/mm/yyyy"}
	monthLook = look{border: true, centre: true, format: "mm/yyyy"}
	yearLook  = look{border: true, centre: true, format: "yyyy"}
	amount    = look{border: true, right: true, format: "#,##0.##"}
)

// dated is a real date, shown as exactly as it is known; nothing where there is none.
func dated(w target.When) any {
	n := view.Serial(w)
	if n != n {
		return nil
	}
	l := &dayLook
	switch w.Grain {
	case target.Month:
		l = &monthLook
	case target.Year:
		l = &yearLook
	}
	return cell{value: int(n), look: l}
}

// status is a pill: its mark and word; what is behind stands out.
func status(p view.Pill) any {
	l := textLook
	if p.Tone == view.Bad {
		l.bold, l.colour = true, fall
	}
	return cell{value: strings.TrimSpace(p.Mark + " " + p.Text), look: &l}
}

func (b *booklet) targets(g *grid, rows []view.TargetRow, sheets map[string]string) *grid {
	g.frozen = 2
	g.columns = []column{b.column("filed.c.code", textLook, 0), b.column("filed.c.goal", wrapLook, 42), b.column("filed.c.scope", wrapLook, 26), b.column("filed.c.status", textLook, 0),
		b.column("filed.c.wanted", generalLook, 0), b.column("filed.c.measured", textLook, 20), b.column("filed.c.deadline", dayLook, 0), b.column("filed.c.last", generalLook, 0),
		b.column("filed.c.seen", dayLook, 0), b.column("filed.c.from", textLook, 24), b.column("filed.c.gap", amount, 0), b.column("filed.c.pace", amount, 0), b.column("filed.c.need", amount, 0),
		b.column("filed.c.sentence", wrapLook, 46), b.column("filed.c.apart", wrapLook, 14), b.column("filed.c.note", wrapLook, 36), b.column("filed.c.origin", wrapLook, 30),
		b.column("filed.c.source", textLook, 30), b.column("filed.c.sources", textLook, 20)}
	for i, x := range rows {
		sheets[x.Code] = quoted(g.sheet) + ref(0, headRow+1+i)
		source, others := cited(append(append([]view.Cite{}, x.Observed...), x.Sources...))
		g.rows = append(g.rows, []any{x.Code, x.Name, x.Scope, status(x.Pill), x.Wanted, x.Unit, dated(x.Deadline), x.Last, dated(x.Seen), x.From,
			view.Round(x.Gap, 2), view.Round(x.Pace, 2), view.Round(x.Need, 2), x.Says, strings.Join(x.Apart, ", "), x.Note, x.Origin, source, others})
	}
	return g
}

func (b *booklet) tasks(g *grid, rows []view.TaskRow, sheets map[string]string) *grid {
	g.frozen = 2
	g.columns = []column{b.column("filed.c.code", textLook, 0), b.column("filed.c.task", wrapLook, 52), b.column("filed.c.group", textLook, 24), b.column("filed.c.owner", wrapLook, 34),
		b.column("filed.c.partners", wrapLook, 24), b.column("filed.c.deadline", dayLook, 0), b.column("filed.c.status", textLook, 0), b.column("filed.c.since", dayLook, 0),
		b.column("filed.c.happened", wrapLook, 46), b.column("filed.c.note", wrapLook, 46), b.column("filed.c.resolution", textLook, 0), b.column("filed.c.source", textLook, 44), b.column("filed.c.sources", textLook, 30)}
	for i, x := range rows {
		sheets[x.Number] = quoted(g.sheet) + ref(0, headRow+1+i)
		source, others := cited(x.Sources)
		g.rows = append(g.rows, []any{x.Number, x.Title, x.Group, x.Owner.Text, x.Partners, dated(x.Due), status(x.Pill), dated(x.Began), x.What, x.Note, x.Resolution, source, others})
	}
	return g
}

func (b *booklet) counts(g *grid, rows []view.CountRow) *grid {
	g.columns = []column{b.column("filed.c.resolution", textLook, 0), b.column("filed.c.scope", wrapLook, 34), b.column("filed.c.when", dayLook, 0), b.column("filed.c.total", wholeLook, 0),
		b.column("filed.c.done", wholeLook, 0), b.column("filed.c.share", look{border: true, format: "0.0%"}, 0), b.column("filed.c.submitted", wholeLook, 0), b.column("filed.c.underway", wholeLook, 0),
		b.column("filed.c.overdue", wholeLook, 0), b.column("filed.c.note", wrapLook, 50), b.column("filed.c.source", textLook, 44), b.column("filed.c.sources", textLook, 30)}
	for _, x := range rows {
		source, others := cited(x.Cites)
		g.rows = append(g.rows, []any{x.Resolution, x.Scope, dated(x.When), x.Total, x.Done, view.Round(x.Share, 6), x.Submitted, x.UnderWay, x.Due, x.Note, source, others})
	}
	return g
}

func (b *booklet) debts(g *grid, rows []view.Debt, sheets map[string]string) *grid {
	g.frozen = 1
	g.columns = []column{b.column("filed.c.agency", textLook, 44), b.column("filed.c.item", textLook, 0), b.column("filed.c.code", textLook, 0), b.column("filed.c.left", wrapLook, 60),
		b.column("filed.c.status", textLook, 0), b.column("filed.c.deadline", dayLook, 0), b.column("filed.c.summary", wrapLook, 40)}
	for _, x := range rows {
		if x.Kind == "" {
			g.rows = append(g.rows, []any{x.Agency, nil, nil, view.VI.Say("filed.done"), nil, nil, x.Summary})
			continue
		}
		var code any = x.Code
		if to := sheets[x.Code]; to != "" {
			code = cell{value: x.Code, link: to, look: &textLook}
		}
		g.rows = append(g.rows, []any{x.Agency, x.Kind, code, x.Title, status(x.Status), dated(x.Deadline), x.Summary})
	}
	return g
}

// times are the sheets of series: every value, then the charts of those that are long enough.
func (b *booklet) times() (grids []*grid) {
	rows, lines := b.r.PointRows(view.VI), b.r.Lines(view.VI)
	if len(rows) == 0 {
		return nil
	}
	all := b.table("series", view.VI.Say("filed.t.series"), view.VI.Say("series.lede", "n", view.VI.Whole(len(b.r.Ledger.Series))))
	all.frozen = 1
	all.columns = []column{b.column("series.col.name", wrapLook, 44), b.column("filed.c.scope", wrapLook, 34), b.column("filed.c.when", dayLook, 0), b.column("filed.c.hedge", textLook, 0),
		b.column("filed.c.value", generalLook, 0), b.column("filed.c.of", generalLook, 0), b.column("filed.c.measured", textLook, 24), b.column("filed.c.band", textLook, 30),
		b.column("filed.c.note", wrapLook, 50), b.column("filed.c.source", textLook, 44), b.column("filed.c.sources", textLook, 30)}
	for _, x := range rows {
		source, others := cited(x.Cites)
		all.rows = append(all.rows, []any{x.Series, x.Place, dated(x.When), x.Hedge, x.Value, positive(x.Of), x.Unit, x.Band, x.Note, source, others})
	}
	if grids = append(grids, all); len(lines) > 0 {
		grids = append(grids, b.drawn(all.sheet, lines))
	}
	return grids
}

func positive(x float64) float64 {
	if x > 0 {
		return x
	}
	return math.NaN()
}

// drawn is the sheet of charts with the table that they draw.
func (b *booklet) drawn(sheet string, lines []view.Line) *grid {
	g := b.table("lines", view.VI.Say("filed.t.lines"), view.VI.Say("filed.chart.more", "sheet", sheet))
	g.columns = []column{b.column("series.col.name", wrapLook, 46), b.column("filed.c.when", dayLook, 0), b.column("filed.c.value", generalLook, 0), b.column("filed.c.measured", textLook, 18)}
	for _, x := range lines {
		c := curve{title: x.Title, alt: x.Alt, first: len(g.rows), day: 1, value: 2, digits: x.Decimals}
		for _, p := range x.Points {
			g.rows = append(g.rows, []any{p.Series, dated(p.When), p.Value, p.Unit})
		}
		c.last = len(g.rows) - 1
		g.lines = append(g.lines, c)
	}
	return g
}
