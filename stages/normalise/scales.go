package normalise

import "math"

// The table of scales. Each function works in place on a column in which more is better and NaN is missing; l is its
// limits. Formulas: OECD/JRC Handbook (2008), step 5, in the forms of COINr's n_* functions, unless told otherwise.
var scales = map[string]scale{
	"none":                  {apply: func([]float64, *Scaler, *Limits) {}},
	"minmax":                {args: []float64{0, 100, 0}, sound: ranged, apply: minmax},
	"zscore":                {args: []float64{0, 1, 0}, moments: true, sound: ranged, apply: zscore},
	"scaled":                {args: []float64{0, 100, 100}, apply: scaled},
	"rank":                  {order: true, apply: rank},
	"borda":                 {order: true, apply: borda},
	"percentile-rank":       {order: true, sound: several, apply: percentileRank},
	"percentile":            {order: true, apply: percentile},
	"categorical":           {order: true, apply: categorical},
	"fraction-of-max":       {sound: byMax, apply: fractionOfMax},
	"fraction-of-min":       {sound: byMin, apply: fractionOfMin},
	"distance-to-max":       {sound: ranged, apply: distanceToMax},
	"distance-to-min":       {sound: byMin, apply: distanceToMin},
	"distance-to-reference": {sound: byReference, apply: distanceToReference},
	"distance-to-target":    {sound: byTarget, apply: distanceToTarget},
	"goalposts":             {args: []float64{1}, sound: byPosts, apply: goalposts},
	"mean-band":             {args: []float64{0.2}, moments: true, sound: byMean, apply: meanBand},
	"ratio-to-mean":         {moments: true, sound: byMean, apply: ratioToMean},
	"distance-to-mean":      {moments: true, sound: byMean, apply: distanceToMean},
}

// When a scale is undefined.

func several(_ *Scaler, l *Limits) Reason { return reason(l.N == 1, Single) }

func ranged(s *Scaler, l *Limits) Reason {
	if l.N > 1 {
		return reason(l.Min == l.Max, Constant)
	}
	return Single
}

func byMax(_ *Scaler, l *Limits) Reason {
	if l.Max == 0 {
		return ZeroBase
	}
	return reason(l.Max < 0, Turned)
}

func byMin(_ *Scaler, l *Limits) Reason  { return reason(l.Min == 0, ZeroBase) }
func byMean(_ *Scaler, l *Limits) Reason { return reason(l.Mean == 0, ZeroBase) }

func byReference(s *Scaler, l *Limits) Reason {
	if missing(s.Reference) {
		return NoReference
	}
	return reason(float64(s.sign()*s.Reference) == l.Min, LowestRef)
}

func byTarget(s *Scaler, l *Limits) Reason {
	switch target := float64(s.sign() * s.Target); {
	case missing(target):
		return NoTarget
	case target == l.Min:
		return AtWorst
	default:
		return reason(target < l.Min, Behind)
	}
}

func byPosts(s *Scaler, _ *Limits) Reason {
	if missing(s.Posts[0]) || missing(s.Posts[1]) {
		return NoPosts
	}
	return reason(s.Posts[0] == s.Posts[1], EqualPosts)
}

func reason(so bool, r Reason) Reason {
	if so {
		return r
	}
	return Sound
}

// minmax: (x − min)/(max − min)·(B − A) + A.
func minmax(x []float64, s *Scaler, l *Limits) {
	low, reach, width, from := l.Min, l.Max-l.Min, s.B-s.A, s.A
	for i, v := range x {
		x[i] = float64((v-low)/reach*width) + from
	}
}

// zscore: (x − mean)/sd·B + A, sd with divisor n − 1.
func zscore(x []float64, s *Scaler, l *Limits) {
	mean, sd, width, from := l.Mean, l.SD, s.B, s.A
	for i, v := range x {
		x[i] = float64((v-mean)/sd*width) + from
	}
}

// scaled: (x − A)/(B − A)·F; the data have no say (Global Innovation Index 2020).
func scaled(x []float64, s *Scaler, _ *Limits) {
	for i, v := range x {
		x[i] = (v - s.A) / (s.B - s.A) * s.F
	}
}

// rank: 1 = worst, ties share the least rank; with "average" their mean rank.
func rank(x []float64, s *Scaler, l *Limits) {
	for i, v := range x {
		if missing(v) {
			continue
		}
		r := below(l.Sorted, v) + 1
		if s.Average {
			r = (r + below(l.Sorted, next(v))) / 2
		}
		x[i] = r
	}
}

// borda: rank − 1.
func borda(x []float64, _ *Scaler, l *Limits) {
	each(x, func(v float64) float64 { return below(l.Sorted, v) })
}

// percentileRank: (rank − 1)/(n − 1), n = values present.
func percentileRank(x []float64, _ *Scaler, l *Limits) {
	n := float64(l.N - 1)
	each(x, func(v float64) float64 { return below(l.Sorted, v) / n })
}

// percentile: rank/n·100 (Handbook, table 15).
func percentile(x []float64, _ *Scaler, l *Limits) {
	n := float64(l.N)
	each(x, func(v float64) float64 { return (below(l.Sorted, v) + 1) / n * 100 })
}

// categorical: 0, 20, 40, 50, 60, 80, 100 by the percentile's bands from 5, 15, 35, 65, 85, 95 (Handbook, table 15: the
// bands that give the table's figures; the text's formula has no 50).
func categorical(x []float64, s *Scaler, l *Limits) {
	percentile(x, s, l)
	bands, marks := [...]float64{5, 15, 35, 65, 85, 95}, [...]float64{0, 20, 40, 50, 60, 80, 100}
	each(x, func(v float64) float64 {
		k := 0
		for k < len(bands) && v >= bands[k] {
			k++
		}
		return marks[k]
	})
}

// each applies f to the values present.
func each(x []float64, f func(float64) float64) {
	for i, v := range x {
		if !missing(v) {
			x[i] = f(v)
		}
	}
}

// fractionOfMax: x/max. Below 0 (a direction of −1 over positive values) it is x/min of the natural values, which falls
// as things get better: Turned.
func fractionOfMax(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = v / l.Max
	}
}

// fractionOfMin: x/|min|, the ratio to the laggard (Handbook, table 15).
func fractionOfMin(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = v / math.Abs(l.Min)
	}
}

// distanceToMax: 1 − (max − x)/(max − min).
func distanceToMax(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = 1 - (l.Max-v)/(l.Max-l.Min)
	}
}

// distanceToMin: (x − min)/|min|, the distance to the laggard (Handbook, table 15).
func distanceToMin(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = (v - l.Min) / math.Abs(l.Min)
	}
}

// distanceToReference: 1 − (reference − x)/(reference − min), above 1 for the better ones unless capped.
func distanceToReference(x []float64, s *Scaler, l *Limits) {
	point := s.sign() * s.Reference
	for i, v := range x {
		x[i] = s.capped(1 - (point-v)/(point-l.Min))
	}
}

// distanceToTarget: (x − min)/(target − min), above 1 beyond the target unless capped.
func distanceToTarget(x []float64, s *Scaler, l *Limits) {
	point := s.sign() * s.Target
	for i, v := range x {
		x[i] = s.capped((v - l.Min) / (point - l.Min))
	}
}

func (s *Scaler) capped(y float64) float64 {
	if s.Cap && y > 1 {
		return 1
	}
	return y
}

// goalposts: (x − low)/(high − low) cut to 0…1 unless open, times the factor A. For direction −1 both posts change sign
// and swap, as the values did.
func goalposts(x []float64, s *Scaler, _ *Limits) {
	low, high := s.Posts[0], s.Posts[1]
	if s.sign() < 0 {
		low, high = -high, -low
	}
	for i, v := range x {
		y := (v - low) / (high - low)
		if !s.Open && !missing(y) {
			y = min(max(y, 0), 1)
		}
		x[i] = y * s.A
	}
}

// meanBand: −1, 0, 1 for a value below, within, above the mean by the share A of it (Handbook, step 5: indicators above
// or below the mean).
func meanBand(x []float64, s *Scaler, l *Limits) {
	reach := float64(s.A * math.Abs(l.Mean))
	each(x, func(v float64) float64 {
		switch d := v - l.Mean; {
		case d > reach:
			return 1
		case d < -reach:
			return -1
		}
		return 0
	})
}

// ratioToMean: x/|mean|.
func ratioToMean(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = v / math.Abs(l.Mean)
	}
}

// distanceToMean: (x − mean)/|mean|.
func distanceToMean(x []float64, _ *Scaler, l *Limits) {
	for i, v := range x {
		x[i] = (v - l.Mean) / math.Abs(l.Mean)
	}
}
