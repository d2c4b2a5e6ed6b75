package view

import (
	"math"
	"slices"
	"strconv"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// CorrectionsOf makes the public ledger of an index's corrections. Every one of them is in it; of a figure that is not
// public neither value is told.
func CorrectionsOf(ix *index.Index, all []form.Correction) []Correction {
	ledger := make([]Correction, len(all))
	for i, c := range all {
		x := Correction{Index: c.Index, Edition: c.Edition, Unit: c.Unit, Node: c.Node, Layer: c.Layer, Reason: c.Reason, Document: c.Document,
			DecidedBy: c.DecidedBy, Date: c.Date.String(), Status: c.Status, Case: c.Case, Was: math.NaN(), Becomes: math.NaN()}
		p := planOf(ix, c.Edition)
		x.Name = nameOf(p, c.Node)
		if x.Closed = !Public(p, c.Node, c.Layer); !x.Closed {
			x.Was, x.WasReason = amount(c.Was)
			x.Becomes, x.BecomesReason = amount(c.Becomes)
		}
		ledger[i] = x
	}
	return ledger
}

func planOf(ix *index.Index, edition string) *index.Plan {
	for _, p := range ix.Plans {
		if p.Edition.ID == edition {
			return p
		}
	}
	return nil
}

// amount parts a figure from the code of a reason that stands in its place.
func amount(s string) (value float64, reason string) {
	v, err := strconv.ParseFloat(s, 64)
	if err == nil {
		return v, ""
	}
	return math.NaN(), s
}

// nameOf names a node or an answer; by its id where it has no name.
func nameOf(p *index.Plan, id string) problem.Text {
	if p != nil {
		if i, ok := p.Col(id); ok && !p.Nodes[i].Name.IsZero() {
			return p.Nodes[i].Name
		}
		if a, ok := p.Answer(id); ok && !a.Name.IsZero() {
			return a.Name
		}
	}
	return problem.Text{VI: id, EN: id}
}

// Public tells whether a figure of a layer may be published: scores and ranks of the nodes that the index makes public;
// what is read and what the criteria earn only where that layer is public too; an answer where all criteria that need
// it are.
func Public(p *index.Plan, id, layer string) bool {
	if p == nil || p.Public == nil {
		return true
	}
	switch layer {
	case "", form.LayerValue, "given":
		layer = "value"
	case form.LayerMeasured:
		layer = "appraised" // points that others than the unit gave
	}
	free := slices.Contains([]string{"score", "rank", "published_score", "published_rank"}, layer)
	if i, ok := p.Col(id); ok {
		n := &p.Nodes[i]
		return p.PublicNode(n) && (free || !n.Leaf() || p.PublicLayer(layer))
	}
	for i := range p.Nodes {
		if n := &p.Nodes[i]; slices.Contains(n.Inputs(), id) && !p.PublicNode(n) {
			return false
		}
	}
	return p.PublicLayer(layer)
}
