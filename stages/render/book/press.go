package book

import (
	"math"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/render/view"
)

// pressBook makes doi-chieu-bao-chi.xlsx: cover with the tally of verdicts, every claim with its verdict, the evidence
// that each row leads to, the claims that could not be checked.
func pressBook(r *view.Report) (*workbook, error) {
	b := newBooklet(r, "filed.t.press")
	rows := r.ClaimRows(view.VI)
	claims := b.table("claims", view.VI.Say("filed.t.claims"), view.VI.Say("filed.u.claims"))
	evidence := b.table("evidence", view.VI.Say("filed.t.evidence"), view.VI.Say("filed.u.evidence"))
	unchecked := b.table("unchecked", view.VI.Say("filed.t.unchecked"), "")
	first := b.evidence(evidence, claims.sheet, rows)
	b.claims(claims, evidence.sheet, rows, first)
	b.unchecked(unchecked, claims.sheet, rows)
	for _, g := range []*grid{claims, evidence, unchecked} {
		b.lay(g)
	}
	b.mirror("filed.t.press")
	b.front("filed.heading", "filed.t.press", func(p *paper) {
		say := view.VI.Say
		p.add(dressed(say("filed.count", "n", view.VI.Whole(len(rows))), messageLook))
		p.pair(say("press.documents"), view.VI.Say("filed.documents", "n", view.VI.Whole(len(r.Quoted())), "names", strings.Join(r.Quoted(), ", ")))
		p.tally(say("filed.h.tally"), r.ClaimTally(view.VI))
		p.section(say("filed.h.notes"))
		for _, key := range []string{"filed.n.numbers", "filed.n.quotes", "filed.n.names"} {
			p.pair("", say(key))
		}
	})
	return b.workbook, b.err
}

// generalLook shows a figure of any size as it is.
var (
	generalLook = look{border: true, right: true, format: "#,##0.######"}
	plainLook   = look{border: true, centre: true} // years and editions: no mark between thousands
)

// claims is a row for each claim. first is the row of the evidence sheet where its evidence begins, 0 without any.
func (b *booklet) claims(g *grid, evidence string, rows []view.ClaimRow, first []int) {
	g.frozen = 2
	g.columns = []column{b.column("filed.c.number", rankLook, 0), b.column("filed.c.quote", wrapLook, 44), b.column("filed.c.document", textLook, 40), b.column("filed.c.kind", textLook, 0),
		b.column("filed.c.subject", wrapLook, 28), b.column("filed.c.metric", wrapLook, 30), b.column("filed.c.index", textLook, 0), b.column("filed.c.edition", plainLook, 0), b.column("filed.c.year", plainLook, 0),
		b.column("filed.c.says", wrapLook, 40), b.column("filed.c.value", generalLook, 0), b.column("filed.c.of", generalLook, 0), b.column("filed.c.verdict", textLook, 0),
		b.column("filed.c.expected", wrapLook, 24), b.column("filed.c.found", generalLook, 0), b.column("filed.c.difference", generalLook, 0),
		b.column("filed.c.why", wrapLook, 50), b.column("filed.c.remarks", wrapLook, 40), b.column("filed.c.evidence", textLook, 40)}
	for i, x := range rows {
		remarks := strings.Join(x.Remarks, " ")
		for _, w := range x.With {
			remarks = strings.TrimSpace(remarks + " " + view.VI.Say("press.against") + " " + w.Text + ".")
		}
		g.rows = append(g.rows, []any{i + 1, x.Quote, x.File, x.Kind, x.Subject, x.Metric, x.Index, asYear(x.Edition), year(x.Year), x.Says, x.Value, x.Of,
			verdict(x), x.Expected, x.Found, x.Difference, x.Why, remarks, b.proof(x, evidence, first[i], i)})
	}
}

// verdict is a verdict with its mark; the grave ones stand out.
func verdict(x view.ClaimRow) any {
	l := textLook
	switch x.Is {
	case claim.Off, claim.Conflict, claim.Impossible:
		l.bold, l.colour = true, fall
	}
	return cell{value: x.Verdict.Mark + " " + x.Verdict.Text, look: &l}
}

// proof names the first evidence and leads to its row.
func (b *booklet) proof(x view.ClaimRow, sheet string, row, i int) any {
	if row == 0 {
		return nil
	}
	text := x.Evidence[0].Text
	if n := len(x.Evidence) - 1; n > 0 {
		text += " +" + num(n)
	}
	if i >= mostLinks {
		return text
	}
	return cell{value: text, link: quoted(sheet) + ref(0, row), look: &textLook}
}

// asYear is an edition: a year stays a number, so that the filter sorts it.
func asYear(id string) any {
	if len(id) == 4 && strings.Trim(id, "0123456789") == "" {
		return int(id[0]-'0')*1000 + int(id[1]-'0')*100 + int(id[2]-'0')*10 + int(id[3]-'0')
	}
	return id
}

func year(y int) any {
	if y == 0 {
		return nil
	}
	return y
}

// evidence is a row for each figure that proves or disproves a claim; it tells where each claim's rows begin.
func (b *booklet) evidence(g *grid, claims string, rows []view.ClaimRow) []int {
	g.frozen = 1
	g.columns = []column{b.column("filed.c.number", rankLook, 0), b.column("filed.c.measure", textLook, 0), b.column("filed.c.index", textLook, 0), b.column("filed.c.edition", plainLook, 0),
		b.column("filed.c.unit", textLook, 36), b.column("filed.c.node", textLook, 36), b.column("filed.c.figure", generalLook, 0), b.column("filed.c.told", wrapLook, 40),
		b.column("filed.c.evidence", textLook, 48), b.column("filed.c.place", textLook, 60), b.column("filed.c.source", textLook, 50), b.column("filed.c.sources", textLook, 40)}
	first := make([]int, len(rows))
	for i, x := range rows {
		for _, e := range x.Evidence {
			if first[i] == 0 {
				first[i] = headRow + 1 + len(g.rows)
			}
			source, others := cited(e.Cites)
			if c, ok := source.(cell); ok && len(g.rows) >= mostLinks {
				source = c.value
			}
			g.rows = append(g.rows, []any{b.back(claims, i, len(g.rows)), e.Measure, e.Index, asYear(e.Edition), e.Unit, e.Node, e.Figure, e.Said, e.Text, e.Place, source, others})
		}
	}
	return first
}

// back leads from a row to its claim.
func (b *booklet) back(claims string, i, row int) any {
	if row >= mostLinks {
		return i + 1
	}
	return cell{value: i + 1, link: quoted(claims) + ref(0, headRow+1+i), look: &rankLook}
}

// unchecked lists the claims that nothing could be held against.
func (b *booklet) unchecked(g *grid, claims string, rows []view.ClaimRow) {
	g.columns = []column{b.column("filed.c.number", rankLook, 0), b.column("filed.c.document", textLook, 40), b.column("filed.c.quote", wrapLook, 50), b.column("filed.c.kind", textLook, 0),
		b.column("filed.c.says", wrapLook, 44), b.column("filed.c.value", generalLook, 0), b.column("filed.c.why", wrapLook, 70)}
	for i, x := range rows {
		if x.Is != claim.Unchecked {
			continue
		}
		value := x.Value
		if x.Value != x.Value {
			value = math.NaN()
		}
		g.rows = append(g.rows, []any{b.back(claims, i, len(g.rows)), x.File, x.Quote, x.Kind, x.Says, value, x.Why})
	}
}
