package score

import (
	"math"
	"strconv"
)

// Doubt is the benefit of the doubt: each unit is scored with the weights that flatter it most.
type Doubt struct {
	Scores  []float64   // 0 … 1, NaN where a unit has no part above 0
	Weights [][]float64 // a row a unit, a weight a part (0 where its part is missing); nil where there is no score
}

// BenefitOfDoubt chooses for each unit the weights w ≥ 0 that maximise Σ w·x under Σ w·x ≤ 1 for every unit, each weight
// being between bounds[0] and bounds[1] of their sum (nil: free). columns: a part each, units down, no negative value;
// a part that a unit lacks has no weight in its program and counts 0 for it in the others'. Weights need not be unique,
// scores are.
//
// Source: Melyn and Moesen 1991; Cherchye et al. 2007; Handbook, step 6, benefit of the doubt approach and table 19. Each
// unit's program is solved over the rivals that bind so far; rivals whose limit the solution breaks join, until none is.
func BenefitOfDoubt(columns [][]float64, bounds *[2]float64) (Doubt, error) {
	peaks := make([]float64, len(columns))
	for k, c := range columns {
		for _, x := range c {
			if x < 0 {
				return Doubt{}, refuse(weightsNegativeData, strconv.FormatFloat(x, 'g', -1, 64), k, "method", "bod")
			}
			peaks[k] = math.Max(peaks[k], zeroIfMissing(x))
		}
		if peaks[k] == 0 {
			return Doubt{}, refuse(weightsNegativeData, "0", k, "method", "bod")
		}
	}
	d := doubter{columns: columns, peaks: peaks, bounds: bounds}
	n := len(columns[0])
	out := Doubt{Scores: make([]float64, n), Weights: make([][]float64, n)}
	for i := range n {
		var solved bool
		if out.Scores[i], out.Weights[i], solved = d.unit(i); !solved {
			return Doubt{}, refuse(weightsUnsolved, "", -1, "method", "bod")
		}
	}
	return out, nil
}

func zeroIfMissing(x float64) float64 {
	if missing(x) {
		return 0
	}
	return x
}

// doubter holds what the programs of all units share: values are measured against each part's peak, so that the
// solver meets numbers of one size, and the rivals that have bound so far.
type doubter struct {
	columns [][]float64
	peaks   []float64
	bounds  *[2]float64
	rivals  []int
}

func (d *doubter) unit(i int) (score float64, weights []float64, solved bool) {
	var parts []int
	own := 0.0
	for k, c := range d.columns {
		if !missing(c[i]) {
			parts = append(parts, k)
			own += c[i]
		}
	}
	if own == 0 {
		if len(parts) == 0 {
			return nan, nil, true
		}
		return 0, make([]float64, len(d.columns)), true
	}
	bound := map[int]bool{i: true}
	rivals := append([]int{i}, d.rivals...)
	for _, r := range d.rivals {
		bound[r] = true
	}
	for {
		x, ok := d.program(i, parts, rivals).solve()
		if !ok {
			return nan, nil, false
		}
		worst, excess := -1, 1+1e-12
		for r := range d.columns[0] {
			if v := d.total(parts, x, r); !bound[r] && v > excess {
				worst, excess = r, v
			}
		}
		if worst < 0 {
			return within(d.total(parts, x, i), 0, 1), d.natural(parts, x), true
		}
		bound[worst] = true
		rivals, d.rivals = append(rivals, worst), append(d.rivals, worst)
	}
}

// program of unit i over its parts and some rivals.
func (d *doubter) program(i int, parts, rivals []int) (p program) {
	values := func(r int) []float64 {
		x := make([]float64, len(parts))
		for a, k := range parts {
			x[a] = zeroIfMissing(d.columns[k][r]) / d.peaks[k]
		}
		return x
	}
	p.gain = values(i)
	for _, r := range rivals {
		p.rows, p.limit = append(p.rows, values(r)), append(p.limit, 1)
	}
	if d.bounds == nil {
		return p
	}
	for a := range parts {
		low, high := make([]float64, len(parts)), make([]float64, len(parts))
		for b, k := range parts { // x is weight × peak: shares are of the weights themselves
			low[b], high[b] = d.bounds[0]/d.peaks[k], -d.bounds[1]/d.peaks[k]
		}
		low[a] -= 1 / d.peaks[parts[a]]
		high[a] += 1 / d.peaks[parts[a]]
		p.rows, p.limit = append(p.rows, low, high), append(p.limit, 0, 0)
	}
	return p
}

// total is what unit r would score with the weights x.
func (d *doubter) total(parts []int, x []float64, r int) (sum float64) {
	for a, k := range parts {
		sum += float64(x[a] * (zeroIfMissing(d.columns[k][r]) / d.peaks[k]))
	}
	return sum
}

// natural gives the weights in the parts' own scale.
func (d *doubter) natural(parts []int, x []float64) []float64 {
	w := make([]float64, len(d.columns))
	for a, k := range parts {
		w[k] = x[a] / d.peaks[k]
	}
	return w
}
