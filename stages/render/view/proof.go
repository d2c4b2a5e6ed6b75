package view

import (
	"strings"

	"xephang/stages/problem"
	"xephang/stages/reconcile"
)

// Proof is a figure of ours that proves or disproves a claim: the page that shows it, its source cell, its sources.
type Proof struct {
	Text, Href string
	Place      string
	Cites      []Cite
}

// proofMost is how many proofs one claim lists; an order of ten has ten.
const proofMost = 12

func (r *Report) proofs(l Lang, evidence []reconcile.Evidence) (all []Proof) {
	seen := map[string]bool{}
	for _, e := range evidence {
		p := r.proof(l, e)
		if seen[p.Text+p.Place] || len(all) == proofMost {
			continue
		}
		seen[p.Text+p.Place] = true
		all = append(all, p)
	}
	return all
}

func (r *Report) proof(l Lang, e reconcile.Evidence) Proof {
	p := Proof{Place: e.Place.String()}
	for _, c := range e.Cite {
		p.Cites = append(p.Cites, citation(c))
	}
	if e.Index != "" {
		p.Text, p.Href = r.cell(l, e)
	} else {
		p.Text, p.Href = r.entry(l, e)
	}
	return p
}

// cell names a cell of an index and finds the page that shows it: the unit's profile, the edition's ranking or the
// index's overview.
func (r *Report) cell(l Lang, e reconcile.Evidence) (text, href string) {
	b := r.Board(e.Index)
	if b == nil {
		return strings.TrimSpace(e.Index + " " + e.Edition), ""
	}
	text, href = strings.TrimSpace(b.Abbr(l)+" "+e.Edition), b.Address()
	ed := b.Edition(e.Edition)
	if ed == nil {
		return text, href
	}
	href = ed.Address()
	if col, ok := ed.Col(e.Node); ok && col > 0 {
		text += ", " + ed.Brief(l, col)
	}
	if e.Unit == "" {
		return text, href
	}
	text += ", " + r.Name(l, e.Unit)
	for _, a := range r.Where(e.Unit) {
		if page := r.UnitHref(e.Unit); a.Board == b && page != "" {
			return text, page + "#" + Slug(b.ID)
		}
	}
	return text, href
}

// entry names what is no cell of an index: a target, a count of tasks, a point of a series, the list of units.
func (r *Report) entry(l Lang, e reconcile.Evidence) (text, href string) {
	switch e.What {
	case "target":
		for i := range r.ledger().Targets {
			if t := &r.ledger().Targets[i]; t.ID == e.Value {
				return t.ID + ", " + l.In(t.Indicator), TargetsAddress + "#" + targetID(t.ID)
			}
		}
	case "count":
		return l.Say("claim.count"), TasksAddress + "#so-nhiem-vu"
	case "units":
		return l.Say("units.title"), "don-vi/index.html"
	case "series":
		if id, name := r.seriesAt(l, e.Place); id != "" {
			return name, SeriesAddress + "#" + seriesID(id)
		}
	}
	return e.What, ""
}

// seriesAt finds the series that has a point at a place.
func (r *Report) seriesAt(l Lang, at problem.Place) (id, name string) {
	for i := range r.ledger().Series {
		s := &r.ledger().Series[i]
		for _, p := range s.Points {
			if p.Place == at {
				return s.ID, l.In(s.Name)
			}
		}
	}
	return "", ""
}
