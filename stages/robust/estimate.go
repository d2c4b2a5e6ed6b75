package robust

import (
	"math/rand/v2"
	"slices"
)

// Effect is how much of a variance one assumption accounts for: by itself (First) and with all its interactions
// (Total), with bootstrap intervals, the 5th to the 95th percentile.
type Effect struct {
	First, Total        float64
	FirstLow, FirstHigh float64
	TotalLow, TotalHigh float64
	Nothing             bool // the variance is 0: nothing to account for, and the figures are NaN
}

// Estimates computes the indices of Sobol' from a response at A, B and, for each factor i, at A with factor i from B:
//
//	V  = sample variance of all of yA and yB
//	Sᵢ = mean(yB·(yABᵢ − yA)) / V             (Saltelli et al. 2010, Computer Physics Communications 181, table 2 b)
//	Tᵢ = Σ (yA − yABᵢ)² / (2·N·V)             (Jansen 1999; the same table, f)
//
// The response is first taken about its mean, which changes no expectation and narrows Sᵢ. The intervals come from
// resamples of the N terms, V fixed; seed makes them repeatable. Missing responses leave their row out.
func Estimates(a, b []float64, ab [][]float64, resamples int, seed uint64) []Effect {
	rows := complete(a, b, ab)
	mean, v := centre(a, b, rows)
	all := make([]Effect, len(ab))
	first, total := make([]float64, len(rows)), make([]float64, len(rows))
	for i, y := range ab {
		if !(v > 0) {
			all[i] = Effect{nan, nan, nan, nan, nan, nan, true}
			continue
		}
		for k, row := range rows {
			d := y[row] - a[row]
			first[k] = float64((b[row]-mean)*d) / v
			total[k] = float64(d*d) / (2 * v)
		}
		e := &all[i]
		e.First, e.Total = average(first), average(total)
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		e.FirstLow, e.FirstHigh, e.TotalLow, e.TotalHigh = intervals(first, total, resamples, random)
	}
	return all
}

// complete lists the rows in which every response is there.
func complete(a, b []float64, ab [][]float64) (rows []int) {
	for k := range a {
		if !missing(a[k]) && !missing(b[k]) && !slices.ContainsFunc(ab, func(y []float64) bool { return missing(y[k]) }) {
			rows = append(rows, k)
		}
	}
	return rows
}

// centre gives mean and sample variance of the responses at A and B together.
func centre(a, b []float64, rows []int) (mean, variance float64) {
	n := float64(2 * len(rows))
	for _, k := range rows {
		mean += a[k] + b[k]
	}
	mean /= n
	for _, k := range rows {
		p, q := a[k]-mean, b[k]-mean
		variance += float64(p*p) + float64(q*q)
	}
	return mean, variance / (n - 1)
}

func average(x []float64) (sum float64) {
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// intervals resamples the terms of both indices together.
func intervals(first, total []float64, resamples int, random *rand.Rand) (firstLow, firstHigh, totalLow, totalHigh float64) {
	if resamples < 2 {
		return nan, nan, nan, nan
	}
	n := len(first)
	s, t := make([]float64, resamples), make([]float64, resamples)
	for r := range s {
		for range n {
			k := int(random.Uint64() % uint64(n))
			s[r] += first[k]
			t[r] += total[k]
		}
		s[r] /= float64(n)
		t[r] /= float64(n)
	}
	slices.Sort(s)
	slices.Sort(t)
	return quantile(s, 0.05), quantile(s, 0.95), quantile(t, 0.05), quantile(t, 0.95)
}

// quantile of a sorted list, type 7.
func quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return nan
	}
	k, rest := position(int64(len(sorted)), p)
	return between(sorted, int(k), rest)
}
