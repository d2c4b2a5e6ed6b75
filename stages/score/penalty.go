package score

// mazziottaPareto is the Mazziotta–Pareto index MPI∓ = M ∓ S·cv = M ∓ S²/M of each unit, M the mean and S the standard
// deviation (over the parts, divisor Σ w) of its parts: a unit whose parts are out of balance is marked down (−) or,
// where the index measures something bad, up (+). It works on parts that are standardised already to mean 100 and
// standard deviation 10 (normalise: zscore:100:10); parts whose mean is not above 0 leave no value.
//
// Source: De Muro, Mazziotta and Pareto, "Composite indices of development and poverty", Social Indicators Research 104
// (2011); weights are ours, equal ones give the published formula.
func mazziottaPareto(dst []float64, in rows, s *Scratch) {
	for i := range dst {
		dst[i] = penalised(in, i, func(_ int, x float64) float64 { return x })
	}
}

// adjustedMazziottaPareto is the adjusted index AMPI∓: each part is first put on 70 … 130, r = (x − lo)/(hi − lo)·60 + 70
// with lo, hi = ref ∓ (sup − inf)/2, sup and inf the part's extremes over the units and ref its mean, which so becomes
// 100; then M ∓ S²/M as in the MPI. Min–max scaled and natural values give the same result.
//
// Source: Mazziotta and Pareto, "On a generalized non-compensatory composite index for measuring socio-economic
// phenomena", Social Indicators Research 127 (2016). Extremes and reference are those of one edition.
func adjustedMazziottaPareto(dst []float64, in rows, s *Scratch, _ int) {
	s.pick = s.pick[:0]
	for _, col := range in.cols {
		low, high, sum, n := inf, -inf, 0.0, 0.0
		for _, x := range col {
			if !missing(x) {
				low, high, sum, n = min(low, x), max(high, x), sum+x, n+1
			}
		}
		s.pick = append(s.pick, weighted{x: sum / n, w: high - low})
	}
	post := func(k int, x float64) float64 {
		ref, width := s.pick[k].x, s.pick[k].w
		if width == 0 {
			return 100
		}
		return float64((x-(ref-width/2))/width*60) + 70
	}
	for i := range dst {
		dst[i] = penalised(in, i, post)
	}
}

// penalised is M + sign·S²/M of one unit's parts present, each put on its scale by post.
func penalised(in rows, i int, post func(k int, x float64) float64) float64 {
	m, total := 0.0, 0.0
	for k, col := range in.cols {
		if !missing(col[i]) {
			m += float64(in.w[k] * post(k, col[i]))
			total += in.w[k]
		}
	}
	m /= total
	if !(m > 0) {
		return nan
	}
	square := 0.0
	for k, col := range in.cols {
		if !missing(col[i]) {
			d := post(k, col[i]) - m
			square += float64(in.w[k] * float64(d*d))
		}
	}
	return m + float64(in.arg*square/total/m)
}
