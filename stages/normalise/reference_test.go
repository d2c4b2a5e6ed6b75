package normalise

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainly is Treater.Apply without any short cut: the column is moved, and read again in full, at every step.
func (t Treater) plainly(x []float64) (dst []float64, d Treated) {
	d = Treated{Before: Describe(x)}
	d.Failed, d.Middle = !t.passes(d.Before), d.Before
	dst = slices.Clone(x)
	if !d.Failed && !t.Force || d.Before.N < 3 {
		d.After, d.Passed = d.Before, true
		return dst, d
	}
	for (t.Force || !t.passes(d.Middle)) && d.High+d.Low < t.Max {
		m := d.Middle
		low := m.Skew < 0
		from, to := m.Max, math.Inf(-1)
		if low {
			from, to = m.Min, math.Inf(1)
		}
		n, sum := 0, 0.0
		for _, v := range dst {
			switch {
			case v == from:
				n++
			case v == v:
				sum += v
				if low && v < to || !low && v > to {
					to = v
				}
			}
		}
		if to == m.Min || to == m.Max || math.IsInf(to, 0) {
			break
		}
		if low {
			d.Low, m.Min = n, to
		} else {
			d.High, m.Max = n, to
		}
		for i, v := range dst {
			if v == from {
				dst[i] = to
			}
		}
		m.Mean = sum + float64(float64(n)*to)
		d.Middle, _ = describe(dst, m)
	}
	if d.Passed = t.passes(d.Middle); d.Passed || t.Then == "" || d.High+d.Low == 0 && t.Max > 0 {
		if d.After = d.Middle; d.High+d.Low > 0 {
			d.Step = "winsorise"
		}
		return dst, d
	}
	d = t.transform(dst, x, d)
	return dst, d
}

// tailed draws a column of a shape that outliers come in: long tails on one side or both, ties at the ends, few values,
// values of very different sizes.
func tailed(t *rapid.T) []float64 {
	n := rapid.SampledFrom([]int{5, 40, 255, 256, 300, 2000}).Draw(t, "n")
	kind, random := rapid.IntRange(0, 7).Draw(t, "kind"), rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	x := make([]float64, n)
	for i := range x {
		switch v := random.NormFloat64(); kind {
		case 0:
			x[i] = math.Exp(v)
		case 1:
			x[i] = -math.Exp(2 * v)
		case 2:
			x[i] = v * v * v
		case 3:
			x[i] = math.Floor(math.Exp(v))
		case 4:
			if x[i] = 1; random.IntN(20) == 0 {
				x[i] = float64(random.IntN(5))
			}
		case 5:
			x[i] = random.ExpFloat64() // near the limits of the test
		case 6:
			x[i] = 1e9 + v/random.Float64()
		case 7:
			if x[i] = v; random.IntN(n) < 6 {
				x[i] = v * math.Pow(10, float64(random.IntN(12)))
			}
		}
		if random.IntN(15) == 0 {
			x[i] = nan
		}
	}
	if rapid.IntRange(0, 5).Draw(t, "scale") == 0 {
		for i := range x {
			x[i] *= 0x1p-300
		}
	}
	return x
}

// The short cuts of a treatment change no bit of its result.
func TestTreatmentIsThatOfThePlainWay(t *testing.T) {
	same := func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) || missing(a) && missing(b) }
	s := NewScratch()
	rapid.Check(t, func(t *rapid.T) {
		x := tailed(t)
		tr, err := NewTreater(method(rapid.SampledFrom([]string{"winsorise:5", "winsorise:5:log", "winsorise:1:log-plus", "winsorise:12:box-cox:0.5",
			"winsorise:40:log", "winsorise:3:force", "winsorise:9:skew=1:kurt=2"}).Draw(t, "method")))
		if err != nil {
			t.Fatal(err)
		}
		want, told := tr.plainly(x)
		dst := slices.Clone(x)
		got := tr.Apply(dst, dst, s)
		for i := range want {
			if !same(dst[i], want[i]) {
				t.Fatalf("row %d: %v, plainly %v (%+v, %+v)", i, dst[i], want[i], got, told)
			}
		}
		for _, k := range [][2]Moments{{got.Before, told.Before}, {got.Middle, told.Middle}, {got.After, told.After}} {
			a, b := k[0], k[1]
			if a.N != b.N || !same(a.Min, b.Min) || !same(a.Max, b.Max) || !same(a.Mean, b.Mean) || !same(a.SD, b.SD) || !same(a.Skew, b.Skew) || !same(a.Kurt, b.Kurt) {
				t.Fatalf("moments %+v, plainly %+v", got, told)
			}
		}
		if got.High != told.High || got.Low != told.Low || got.Step != told.Step || got.Passed != told.Passed || got.Failed != told.Failed {
			t.Fatalf("%+v, plainly %+v", got, told)
		}
		if rows := Touched(nil, x, dst); got.Step == "winsorise" && !slices.Equal(rows, s.touched) {
			t.Fatalf("touched %v, in truth %v", s.touched, rows)
		}
	})
}

// Touched lists the rows at which two columns differ, in ascending order, in rows (grown where too short).
func Touched(rows []int32, before, after []float64) []int32 {
	rows = slices.Grow(rows[:0], len(before))
	for i, v := range before {
		if w := after[i]; v != w && !(missing(v) && missing(w)) {
			rows = append(rows, int32(i))
		}
	}
	return rows
}
