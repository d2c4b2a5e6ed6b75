package extract

import (
	"math"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

func (r *grader) place(column string) problem.Place {
	p := r.sheet.Place(r.now.Number, max(1, r.columns[column]))
	p.Line = r.now.Line
	return p
}

func (r *grader) cell(column string) sheet.Cell {
	if c := r.columns[column]; c > 0 {
		return r.now.At(c)
	}
	return sheet.Cell{}
}

// text of a cell; a date stands as 2026-10-31.
func (r *grader) text(column string) string {
	c := r.cell(column)
	s := strings.TrimSpace(c.String())
	if c.Kind == sheet.Date {
		s, _, _ = strings.Cut(s, "T")
	}
	return s
}

func (r *grader) report(k *problem.Kind, column, found string, args ...string) {
	p := k.At(r.place(column), found, args...)
	p.Unit = r.unit
	r.f.add(r.e.plan.Edition.ID, p)
	r.bad = true
}

// resolve finds the row of the cube, −1 where a problem was reported.
func (r *grader) resolve() int {
	said := r.text(unitColumn)
	if said == "" {
		r.report(unitBlank, unitColumn, "")
		return -1
	}
	code := said
	if _, ok := r.e.table.Row(said); !ok {
		u, bad := r.f.input.Registry.Resolve(said, r.e.plan.AsOf, r.e.kinds, r.place(unitColumn))
		if bad != nil {
			r.f.add(r.e.plan.Edition.ID, *bad)
			r.bad = true
			return -1
		}
		code = u.Code
	}
	row, ok := r.e.table.Row(code)
	if !ok {
		r.report(unitOutside, unitColumn, said, "edition", r.e.plan.Edition.ID)
		return -1
	}
	r.unit = code
	return row
}

// points reads the points, from 0 to the maximum of the criterion.
func (r *grader) points(n *index.PlanNode) float64 {
	v, ok := r.number()
	switch {
	case !ok || n == nil:
	case v < 0 || v > n.Points:
		r.report(pointsOutside, pointsColumn, r.text(pointsColumn), "node", n.ID, "most", shortest(n.Points))
	}
	return v
}

func (r *grader) number() (float64, bool) {
	switch c := r.cell(pointsColumn); c.Kind {
	case sheet.Number:
		if c.Percent {
			r.report(pointsPercent, pointsColumn, c.String())
			return 0, false
		}
		return c.Number, true
	case sheet.Text:
		return r.written(c.Text)
	case sheet.Empty:
		r.report(pointsBlank, pointsColumn, "", "column", pointsColumn)
	case sheet.Date:
		r.report(cellDate, pointsColumn, c.Text)
	case sheet.Bool:
		r.report(cellBool, pointsColumn, c.String())
	default:
		if r.bad = true; !c.Told {
			r.report(cellError, pointsColumn, c.Text)
		}
	}
	return math.NaN(), false
}

// written reads points that stand as text.
func (r *grader) written(text string) (float64, bool) {
	switch n := sheet.ParseNumber(text, sheet.Style{Machine: r.machine}); {
	case n.Is == sheet.Figure && strings.ContainsAny(text, "%‰"):
		r.report(pointsPercent, pointsColumn, text)
	case n.Is == sheet.Figure && n.Rank > 0:
		r.report(numberBad, pointsColumn, text, "why_vi", "hai số trong một ô", "why_en", "two numbers in one cell")
	case n.Is == sheet.Figure:
		return n.Value, true
	case n.Is == sheet.Ambiguous:
		one, two := shortest(n.Value), shortest(n.Other)
		r.report(numberTwoWays, pointsColumn, text, "one", one, "two", two, "sure", strings.Replace(one, ".", ",", 1)+"0 / "+two)
	case n.Is == sheet.Missing:
		r.report(pointsBlank, pointsColumn, text, "column", pointsColumn)
	case n.Is == sheet.Broken:
		r.report(cellError, pointsColumn, text)
	default:
		r.report(numberBad, pointsColumn, text, "why_vi", n.Why.VI, "why_en", n.Why.EN)
	}
	return math.NaN(), false
}

// verdict on the evidence, or nothing.
func (r *grader) verdict() string {
	said := r.text(wordColumn)
	v := verdicts[units.Fold(said)]
	if v == "" && said != "" {
		r.report(verdictUnknown, wordColumn, said)
	}
	return v
}

// day is when it was given: 2026-10-31, 31/10/2026, 31.10.2026 or a date cell; 0 where the cell is blank.
func (r *grader) day() units.Date {
	said := r.text(dateColumn)
	if said == "" {
		return 0
	}
	iso := said
	if p := strings.FieldsFunc(said, func(c rune) bool { return c == '/' || c == '.' || c == '-' || c == ' ' }); len(p) == 3 && len(p[2]) == 4 {
		iso = p[2] + "-" + pad(p[1]) + "-" + pad(p[0])
	}
	day, err := units.ParseDate(iso)
	if err != nil {
		r.report(pointsDate, dateColumn, said)
	}
	return day
}
