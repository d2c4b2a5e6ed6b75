package robust

import (
	"xephang/stages/index"
)

// design turns points of the unit cube into draws: a coordinate for each role that has alternatives, which are equally
// likely, and one for each weight that moves.
type design struct {
	a       assumptions
	points  func(draw, dimension int) float64
	roles   [4]int // dimension of fill, treat, normalise, combine; −1: not varied
	weights []moved
	size    int // dimensions
}

// moved is a node whose weight moves.
type moved struct {
	node, level, dimension int
	share                  float64
}

// newDesign numbers the dimensions: roles first, then weights from the highest level down, since the first dimensions
// of a quasi-random sequence are its most even ones.
func newDesign(p *index.Plan, u *index.Uncertainty) *design {
	d := &design{a: assumed(u)}
	for k, list := range [][]index.Method{d.a.fill, d.a.treat, d.a.scale, d.a.mean} {
		if d.roles[k] = -1; len(list) > 1 {
			d.roles[k] = d.size
			d.size++
		}
	}
	for level := p.Root().Level - 1; level > 0; level-- {
		for k := range p.Nodes {
			n := &p.Nodes[k]
			for _, m := range u.Weights {
				if n.Level == level && m.Covers(level) && p.Weighed(n) {
					d.weights = append(d.weights, moved{k, level, d.size, m.Share})
					d.size++
				}
			}
		}
	}
	return d
}

// nodes tells which weights move.
func (d *design) nodes(p *index.Plan) []bool {
	moves := make([]bool, len(p.Nodes))
	for _, m := range d.weights {
		moves[m.node] = true
	}
	return moves
}

func (d *design) state(draw int) state {
	var at [4]int
	for k, n := range [4]int{len(d.a.fill), len(d.a.treat), len(d.a.scale), len(d.a.mean)} {
		if d.roles[k] >= 0 {
			at[k] = min(int(float64(d.points(draw, d.roles[k])*float64(n))), n-1)
		}
	}
	return d.a.state(at[0], at[1], at[2], at[3])
}

// weigh: w becomes w·(1 + share·(2u − 1)).
func (d *design) weigh(draw int, factor, _ []float64) {
	for _, m := range d.weights {
		factor[m.node] = 1 + float64(m.share*(float64(2*d.points(draw, m.dimension))-1))
	}
}

// states lists the states that draws from … to are in, in the order in which they first come, and how often.
func statesOf(d draws, from, to int) (all []state, count []int64) {
	at := map[state]int{}
	for draw := from; draw < to; draw++ {
		s := d.state(draw)
		k, known := at[s]
		if !known {
			k = len(all)
			at[s] = k
			all, count = append(all, s), append(count, 0)
		}
		count[k]++
	}
	return all, count
}
