package view

import (
	"math"
	"slices"
	"strconv"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// Preset is a set of weights that a reader may want to see: the pipeline walks the edition with each and hands the
// outcomes back in Input.Presets.
type Preset struct {
	Kind    PresetKind
	Node    int                // the part that weighs half, else −1
	Name    problem.Text       // of a declared scheme
	Weights map[string]float64 // by node id; other nodes keep theirs
}

// PresetKind tells presets apart.
type PresetKind string

// Kinds of presets.
const (
	Equal    PresetKind = "equal"  // all parts of the root alike
	Half     PresetKind = "half"   // one part of the root weighs half, the others share the rest as they stand
	Declared PresetKind = "scheme" // of the index's `schemes`
)

// Outcome is what the engine makes of a preset.
type Outcome struct {
	Preset
	Place []int32   // by row; 0 where there is none
	Score []float64 // by row; NaN where there is none
}

// PresetsOf lists the presets of an edition that computes ranks: its declared schemes, equal weights, each part of the
// root at one half; those that come to the published weights, or to one already listed, are left out.
func PresetsOf(p *index.Plan) (all []Preset) {
	if p.Edition == nil || p.Edition.Compute != "" && p.Edition.Compute != "ranks" || len(p.Nodes) == 0 {
		return nil
	}
	known := [][]float64{shares(p, nil)}
	add := func(x Preset) {
		s := shares(p, x.Weights)
		if s != nil && !slices.ContainsFunc(known, func(k []float64) bool { return alike(k, s) }) {
			known, all = append(known, s), append(all, x)
		}
	}
	if p.Index != nil {
		for _, s := range p.Index.Schemes {
			add(Preset{Kind: Declared, Node: -1, Name: s.Name, Weights: within(p, s.Weights)})
		}
	}
	parts := p.Root().Children
	if len(parts) < 2 || !weighable(p.Root()) {
		return all
	}
	add(Preset{Kind: Equal, Node: -1, Weights: split(p, parts, -1)})
	for _, c := range parts {
		add(Preset{Kind: Half, Node: c.Col, Weights: split(p, parts, c.Col)})
	}
	return all
}

// weighable tells whether a node's parts have weights that are declared, so that others can take their place.
func weighable(n *index.PlanNode) bool {
	return n.Weighting.Name == "" || n.Weighting.Name == "given" || n.Weighting.Name == "equal"
}

// weightOf a part as the engine takes it.
func weightOf(n *index.PlanNode, c index.Child) float64 {
	if n.Weighting.Name == "equal" {
		return 1
	}
	return c.Weight
}

// split gives the parts equal weights, or one of them a half and the others the rest in their proportions. The sum stays
// that of the published weights; six decimals keep the figures short.
func split(p *index.Plan, parts []index.Child, half int) map[string]float64 {
	sum, rest := 0.0, 0.0
	for _, c := range parts {
		w := weightOf(p.Root(), c)
		if sum += w; c.Col != half {
			rest += w
		}
	}
	weights := map[string]float64{}
	for _, c := range parts {
		w := sum / float64(len(parts))
		switch {
		case half < 0:
		case c.Col == half:
			w = sum / 2
		case rest > 0:
			w = float64(weightOf(p.Root(), c)*(sum/2)) / rest
		default:
			w = sum / 2 / float64(len(parts)-1)
		}
		weights[p.Nodes[c.Col].ID] = Round(w, 6)
	}
	return weights
}

// within keeps the weights of nodes that the edition has.
func within(p *index.Plan, weights map[string]float64) map[string]float64 {
	kept := map[string]float64{}
	for id, w := range weights {
		if _, ok := p.Col(id); ok {
			kept[id] = w
		}
	}
	return kept
}

// shares are the weights of every node within the node above it, as a preset leaves them, in the order of the plan; nil
// where a node's parts have no weight.
func shares(p *index.Plan, weights map[string]float64) (all []float64) {
	for k := range p.Nodes {
		n := &p.Nodes[k]
		if k > 0 && n.Parent < 0 {
			continue // beside the tree
		}
		sum, at := 0.0, len(all)
		for _, c := range n.Children {
			w, ok := weights[p.Nodes[c.Col].ID]
			if !ok {
				w = weightOf(n, c)
			}
			all, sum = append(all, w), sum+w
		}
		for i := range all[at:] {
			if !(sum > 0) {
				return nil
			}
			all[at+i] /= sum
		}
	}
	return all
}

func alike(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) < 1e-5 })
}

// presetName says what a preset is.
func (l Lang) presetName(e *Edition, x Preset) string {
	switch x.Kind {
	case Equal:
		return l.Say("whatif.equal")
	case Half:
		return l.Say("whatif.half", "part", e.Brief(l, x.Node), "share", l.Percent(0.5, 0))
	}
	return l.In(x.Name)
}

// key of the preset at a place of the list, for the script.
func (x Preset) key(i int) string { return string(x.Kind) + strconv.Itoa(i) }
