package view

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/target"
)

// SeriesFigure is a series that has points enough for a chart.
type SeriesFigure struct {
	Chart *Chart
	Bands []string // "≥ 30: đạt mức tối thiểu"
}

// SeriesPage is what was observed over time.
type SeriesPage struct {
	Lede, None string
	Charts     []SeriesFigure
	Points     *Table // values that no chart shows
}

// Observed makes the page of series.
func (r *Report) Observed(l Lang) SeriesPage {
	if len(r.ledger().Series) == 0 {
		return SeriesPage{None: l.Say("series.none")}
	}
	return SeriesPage{Lede: l.Say("series.lede", "n", l.Whole(len(r.ledger().Series))), Charts: r.seriesCharts(l), Points: r.pointTable(l)}
}

// chartFrom is how many values of one scope and unit make a chart of their own.
const chartFrom = 4

// seriesCharts draws the series with values enough in one scope.
func (r *Report) seriesCharts(l Lang) (all []SeriesFigure) {
	for i := range r.ledger().Series {
		s := &r.ledger().Series[i]
		if points := mainPoints(s); len(points) >= chartFrom {
			all = append(all, SeriesFigure{r.seriesChart(l, s, points, len(all)+1), l.bands(s)})
		}
	}
	return all
}

// mainPoints are the dated values of the scope and unit that has most of them.
func mainPoints(s *target.Series) []target.Point {
	by := map[[2]string][]target.Point{}
	var best [2]string
	for _, p := range s.Points {
		if p.When.Date == 0 {
			continue
		}
		k := [2]string{p.Scope.VI, p.Unit.VI}
		if by[k] = append(by[k], p); len(by[k]) > len(by[best]) {
			best = k
		}
	}
	return by[best]
}

// seriesChart draws a line over the months, so that equal steps across are equal spans of time.
func (r *Report) seriesChart(l Lang, s *target.Series, points []target.Point, number int) *Chart {
	c := &Chart{ID: "chuoi" + strconv.Itoa(number), Kind: Lines, Low: nan, High: nan, Joined: true, Head: l.Say("figure.month"), Source: l.sourcesOf(points)}
	name := l.In(s.Name)
	month := func(p target.Point) int { return p.When.Date.Year()*12 + int(p.When.Date)/100%100 - 1 }
	first, last := points[0], points[len(points)-1]
	line := Series{Name: name, Tone: Own, Focus: -1, Label: true}
	for m := month(first); m <= month(last); m++ {
		c.Categories = append(c.Categories, strconv.Itoa(m%12+1)+"/"+strconv.Itoa(m/12))
		line.Values = append(line.Values, nan)
	}
	var says []string
	for _, p := range points {
		c.Decimals = max(c.Decimals, decimalsOf(p.Value))
		line.Values[month(p)-month(first)] = p.Value
		says = append(says, l.In(p.When.Text())+": "+l.point(p))
	}
	c.Series = []Series{line}
	args := []string{"name", name, "from", l.point(first), "to", l.point(last), "first", l.In(first.When.Text()), "last", l.In(last.When.Text()),
		"scope", l.In(first.Scope), "unit", l.In(first.Unit), "points", strings.Join(says, "; ")}
	switch {
	case last.Value > first.Value:
		c.Title = l.Say("series.up", args...)
	case last.Value < first.Value:
		c.Title = l.Say("series.down", args...)
	default:
		c.Title = l.Say("series.same", args...)
	}
	c.Sub, c.Alt = l.Say("series.sub", args...), l.Say("series.alt", args...)
	c.Table = r.seriesTable(l, seriesID(s.ID), name, points)
	return c
}

// sourcesOf names the sites that the values of a series were printed on; the table has the source of each.
func (l Lang) sourcesOf(points []target.Point) string {
	var hosts []string
	for _, p := range points {
		for _, s := range p.Sources {
			u, err := url.Parse(strings.TrimSpace(s))
			if err != nil || u.Host == "" {
				continue
			}
			if name := strings.TrimPrefix(u.Host, "www."); !slices.Contains(hosts, name) {
				hosts = append(hosts, name)
			}
		}
	}
	if len(hosts) == 0 {
		return l.Say("figure.table")
	}
	return l.Say("figure.hosts", "hosts", strings.Join(hosts, ", "))
}

// point is a value with its hedge and unit.
func (l Lang) point(p target.Point) string {
	s := l.hedge(p.Qualifier) + target.Quantity(p.Value, p.Unit, string(l))
	if p.Of > 0 {
		s += l.Say("series.of", "n", l.Exact(p.Of))
	}
	return s
}

// bands names the bands of a series, best first.
func (l Lang) bands(s *target.Series) (all []string) {
	unit := problem.Text{}
	if len(s.Points) > 0 {
		unit = s.Points[0].Unit
	}
	for _, b := range s.Bands {
		from, to := target.Quantity(b.From, unit, string(l)), target.Quantity(b.To, unit, string(l))
		args := []string{"name", l.In(b.Name), "from", from, "to", to}
		switch {
		case b.To != b.To:
			all = append(all, l.Say("series.band.from", args...))
		case b.From != b.From:
			all = append(all, l.Say("series.band.to", args...))
		default:
			all = append(all, l.Say("series.band", args...))
		}
	}
	return all
}

func (r *Report) seriesTable(l Lang, id, name string, points []target.Point) *Table {
	t := &Table{ID: id, Caption: name, Columns: []Column{{Label: l.Say("series.col.when")}, {Label: l.Say("col.value"), Number: true}, {Label: l.Say("col.note")}, {Label: l.Say("col.source")}}}
	for _, p := range points {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.In(p.When.Text()), Value: p.When.Date.String(), Head: true}, {Text: l.point(p), Value: Plain(p.Value, 6)}, {Text: l.In(p.Note), Tone: Remark}, sourceCell(p.Sources)}})
	}
	if !slices.ContainsFunc(points, func(p target.Point) bool { return !p.Note.IsZero() }) {
		t.drop(2)
	}
	return t
}

// pointTable lists the values that have no chart, by series.
func (r *Report) pointTable(l Lang) *Table {
	t := &Table{ID: "chuoi-khac", Caption: l.Say("series.others"), Columns: []Column{{Label: l.Say("series.col.name")}, {Label: l.Say("task.col.scope")},
		{Label: l.Say("series.col.when")}, {Label: l.Say("col.value"), Number: true}, {Label: l.Say("col.source")}}}
	for i := range r.ledger().Series {
		s := &r.ledger().Series[i]
		drawn := mainPoints(s)
		if len(drawn) < chartFrom {
			drawn = nil
		}
		for _, p := range s.Points {
			if slices.ContainsFunc(drawn, func(d target.Point) bool { return d.Place == p.Place && d.When == p.When && d.Value == p.Value }) {
				continue
			}
			head := Cell{Text: l.In(s.Name), Head: true}
			if drawn == nil {
				head.ID, drawn = seriesID(s.ID), []target.Point{}
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{head, {Text: l.In(p.Scope)}, {Text: l.In(p.When.Text()), Value: p.When.Date.String()},
				{Text: l.point(p), Value: Plain(p.Value, 6)}, sourceCell(p.Sources)}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}
