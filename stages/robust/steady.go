package robust

import (
	"cmp"
	"slices"
)

// steady is what became of a node under which no weight moves: one set of places and scores for each state, and how many
// draws were in that state.
type steady struct {
	rows   []int32
	place  [][]int32   // by state, by row of the table
	scores [][]float64 // by state, by row of the table
	draws  []int64     // by state
}

// newSteady gathers a still node from the states that draws were in; states with the same column count together.
func (m *model) newSteady(node int, states []state, draws []int64) *steady {
	s := &steady{}
	for _, rows := range m.blocksOf(node) {
		s.rows = append(s.rows, rows...)
	}
	for k, at := range states {
		st := m.still[at]
		if st.place[node] == nil {
			continue
		}
		same := slices.IndexFunc(s.place, func(p []int32) bool { return &p[0] == &st.place[node][0] })
		if same >= 0 {
			s.draws[same] += draws[k]
			continue
		}
		s.place, s.scores, s.draws = append(s.place, st.place[node]), append(s.scores, m.shown(node, st.columns[node])), append(s.draws, draws[k])
	}
	return s
}

func (s *steady) tally(k int, c *census) {
	row, low, high := s.rows[k], last, 0
	for _, place := range s.place {
		if p := int(place[row]); p > 0 {
			low, high = min(low, p), max(high, p)
		}
	}
	if high > 0 {
		c.reach(low, high)
	}
	for j, place := range s.place {
		if p := int(place[row]); p > 0 {
			c.counts[p-low] += s.draws[j]
			c.n += s.draws[j]
		} else {
			c.none += s.draws[j]
		}
	}
}

func (s *steady) above(a, b int) (n int64) {
	for j, place := range s.place {
		if x, y := place[s.rows[a]], place[s.rows[b]]; x > 0 && (x < y || y == 0) {
			n += s.draws[j]
		}
	}
	return n
}

// repeated is a score and in how many draws it came out.
type repeated struct {
	x float64
	n int64
}

// spread sums up a unit's scores, each as often as it was drawn.
func (s *steady) spread(k int, w *worker) Spread {
	all := w.repeated[:0]
	n, sum := int64(0), 0.0
	for j, x := range s.scores {
		if row := int(s.rows[k]); row < len(x) && !missing(x[row]) {
			all = append(all, repeated{x[row], s.draws[j]})
			n += s.draws[j]
			sum += float64(float64(s.draws[j]) * x[row])
		}
	}
	if w.repeated = all; n == 0 {
		return noSpread
	}
	slices.SortFunc(all, func(a, b repeated) int { return cmp.Compare(a.x, b.x) })
	value := func(k int64) float64 {
		at := 0
		for ; k >= all[at].n; at++ {
			k -= all[at].n
		}
		return all[at].x
	}
	out := Spread{Mean: within(sum/float64(n), all[0].x, all[len(all)-1].x), Draws: int(n)}
	for j, at := range []*float64{&out.Median, &out.P05, &out.P95} {
		k, rest := position(n, percentiles[j])
		if *at = value(k); rest > 0 {
			*at += float64(rest * (value(k+1) - *at))
		}
	}
	return out
}
