package robust

import (
	"slices"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// Default is what is varied where an index declares nothing: each weight that is given (or equal) by up to a quarter
// either way, each by itself. nil where no weight has a say.
func Default(p *index.Plan) *index.Uncertainty {
	m := index.Move{Share: 0.25}
	for level := 1; level < p.Root().Level; level++ {
		if slices.ContainsFunc(p.Nodes, func(n index.PlanNode) bool { return n.Level == level && givenWeight(p, &n) }) {
			m.Levels = append(m.Levels, level)
		}
	}
	if len(m.Levels) == 0 {
		return nil
	}
	return &index.Uncertainty{Weights: []index.Move{m}}
}

func givenWeight(p *index.Plan, n *index.PlanNode) bool {
	if !p.Weighed(n) {
		return false
	}
	up := &p.Nodes[n.Parent]
	return up.Combine.Name != "minimum" && (up.Weighting.IsZero() || up.Weighting.Name == "given" || up.Weighting.Name == "equal")
}

// ParseUncertainty reads the one-line form (the flag -uncertainty) and holds it against a plan.
func ParseUncertainty(p *index.Plan, text string, at problem.Place) (*index.Uncertainty, problem.List) {
	u, faults := index.ParseUncertainty(text, at)
	if len(faults) == 0 {
		faults = p.CheckUncertainty(u)
	}
	for i := range faults {
		faults[i].Index, faults[i].Edition = p.Index.ID, p.Edition.ID
	}
	return u, faults
}

// assumptions are the alternatives of every role, one at least: the zero Method is as declared.
type assumptions struct {
	fill, treat, scale, mean []index.Method
}

func assumed(u *index.Uncertainty) assumptions {
	return assumptions{orDeclared(u.Fill), orDeclared(u.Treat), orDeclared(u.Normalise), orDeclared(u.Combine)}
}

func orDeclared(list []index.Method) []index.Method {
	if len(list) == 0 {
		return []index.Method{{}}
	}
	return list
}

// state is one choice of alternatives, as a number: fill, treat, scale, mean in mixed radix, mean fastest. The state
// without its mean, which is all that an indicator knows of it, is a state divided by the number of means.
type state int32

func (a assumptions) state(fill, treat, scale, mean int) state {
	return state(((fill*len(a.treat)+treat)*len(a.scale)+scale)*len(a.mean) + mean)
}

// choices takes a state apart.
func (a assumptions) choices(s state) (fill, treat, scale, mean int) {
	n := int(s)
	mean, n = n%len(a.mean), n/len(a.mean)
	scale, n = n%len(a.scale), n/len(a.scale)
	return n / len(a.treat), n % len(a.treat), scale, mean
}

// prepared is a state without its mean.
func (a assumptions) prepared(s state) int { return int(s) / len(a.mean) }

// filled tells how indicators are filled and treated in a prepared state, as one number.
func (a assumptions) filled(prepared int) int { return prepared / len(a.scale) }
