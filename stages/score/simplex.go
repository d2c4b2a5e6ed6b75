package score

import "math"

// program is a linear program in the form that the benefit of the doubt takes: maximise gain·x under rows·x ≤ limit,
// x ≥ 0, with every limit ≥ 0, so that x = 0 is a start and one phase is enough. (gonum's lp.Simplex was weighed and
// left: on this corner, where the bounds of the shares all meet, it may turn in a circle without end.)
type program struct {
	gain  []float64
	rows  [][]float64
	limit []float64
}

// solve walks the corners by the tableau simplex method (Dantzig 1951) and returns the best one; false where the gain is
// unbounded or the walk does not end. The entering column is the one of the greatest gain, and after a while the first
// one that gains (Bland 1977), which cannot turn in a circle.
func (p program) solve() (x []float64, ok bool) {
	m, n := len(p.rows), len(p.gain)
	t := make([][]float64, m+1) // n columns of x, one of the limits; a row each, the last is the gain
	basic, free := make([]int, m), make([]int, n)
	for i := range m {
		t[i] = append(append(make([]float64, 0, n+1), p.rows[i]...), p.limit[i])
		basic[i] = n + i
	}
	t[m] = append(append(make([]float64, 0, n+1), p.gain...), 0)
	for j := range free {
		free[j] = j
	}
	for step := 0; ; step++ {
		j := entering(t[m][:n], free, step > 20*(m+n))
		if j < 0 {
			break
		}
		i := leaving(t, basic, j)
		if i < 0 || step > 2000*(m+n) {
			return nil, false
		}
		pivot(t, i, j)
		basic[i], free[j] = free[j], basic[i]
	}
	x = make([]float64, n)
	for i, b := range basic {
		if b < n {
			x[b] = t[i][n]
		}
	}
	return x, true
}

const tiny = 1e-11

// entering picks the column to bring in, −1 where none gains.
func entering(gain []float64, free []int, first bool) (best int) {
	best = -1
	for j, g := range gain {
		switch {
		case g <= tiny:
		case best < 0, first && free[j] < free[best], !first && g > gain[best]:
			best = j
		}
	}
	return best
}

// leaving picks the row that limits the column first; of equal ones the lowest variable, −1 where nothing limits it.
func leaving(t [][]float64, basic []int, j int) (best int) {
	best = -1
	least := math.Inf(1)
	for i, b := range basic {
		if t[i][j] <= tiny {
			continue
		}
		ratio := t[i][len(t[i])-1] / t[i][j]
		if ratio < least || ratio == least && b < basic[best] {
			best, least = i, ratio
		}
	}
	return best
}

// pivot exchanges the variable of row i with that of column j.
func pivot(t [][]float64, i, j int) {
	by := 1 / t[i][j]
	for k := range t[i] {
		t[i][k] *= by
	}
	t[i][j] = by
	for r, row := range t {
		if r == i || row[j] == 0 {
			continue
		}
		f := row[j]
		row[j] = 0
		for k, v := range t[i] {
			row[k] -= float64(f * v)
		}
	}
}
