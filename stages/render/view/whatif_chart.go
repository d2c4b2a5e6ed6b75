package view

// mostMoved is how many units a chart of preset weights draws where no group is put forward.
const mostMoved = 15

// presetChart draws the ranks by the published weights over the range that the presets give; nil with fewer than two
// ranked units.
func (r *Report) presetChart(l Lang, e *Edition, out []Outcome) *Chart {
	rows, count := e.ranked(e.parts()[0].rows), ""
	if e.Board.Focus != "" && len(rows) > mostMoved && e.placeOf(e.Board.Focus) > 0 {
		count, rows = r.focusGroup(l, e, rows)
	}
	if len(rows) < 2 {
		return nil
	}
	if count == "" {
		if count = l.Units(e.Board.Units, min(len(rows), mostMoved)); len(rows) > mostMoved {
			count = l.Say("dots.topn") + " " + count
		}
	}
	rows = rows[:min(len(rows), mostMoved)]
	c := &Chart{ID: "xedich", Kind: Dots, Head: l.unitHead(e.Board.Units), Source: l.from(e.Board), TableID: "hang-theo-bo"}
	s := Series{Name: l.Say("col.rank"), Tone: Other, Label: true, Focus: -1}
	most, who := 0, ""
	c.Low, c.High = 1, 1
	for i, row := range rows {
		place, _ := e.place(0, row)
		low, high := place, place
		for _, o := range out {
			if at := int(o.Place[row]); at > 0 {
				low, high = min(low, at), max(high, at)
			}
		}
		name := r.Name(l, e.Table.Units[row])
		if high-low > most {
			most, who = high-low, name
		}
		c.High = max(c.High, float64(high))
		c.Keys, c.Categories = append(c.Keys, e.Table.Units[row]), append(c.Categories, name)
		s.Values, s.Low, s.High = append(s.Values, float64(place)), append(s.Low, float64(low)), append(s.High, float64(high))
		if e.Table.Units[row] == e.Board.Focus {
			s.Focus = i
		}
	}
	c.Low = 0
	c.Series = []Series{s}
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID, "count", count, "unit", who, "n", l.Whole(most), "presets", l.Whole(len(out) + 1)}
	key := "whatif.t"
	if most == 0 {
		key = "whatif.t.still"
	}
	c.Title, c.Sub, c.Alt = l.Say(key, args...), l.Say("whatif.sub", args...), l.Say("whatif.alt", args...)
	return c
}
