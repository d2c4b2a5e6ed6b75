package score

import (
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

func taiColumns(t testing.TB) [][]float64 { return columns(t, table(t, "tai_raw_23.csv"), tai) }

// minmax brings columns to 0 … 1, as the tests of the Handbook need it.
func minmax(cols [][]float64) (scaled [][]float64) {
	for _, c := range cols {
		low, high := slices.Min(c), slices.Max(c)
		s := make([]float64, len(c))
		for i, x := range c {
			s[i] = (x - low) / (high - low)
		}
		scaled = append(scaled, s)
	}
	return scaled
}

func TestComponentsOfTheHandbook(t *testing.T) { // tables 6, 7, 8
	cols := taiColumns(t)
	cor := Correlation(cols)
	for i, r := range table(t, "tai_table06_correlation.csv") {
		for j, name := range tai {
			if !near(cor.At(i, j), number(t, r[name]), 0.02) {
				t.Errorf("correlation %s %s: %v", tai[i], name, cor.At(i, j))
			}
		}
	}
	f, err := PCA(cols)
	if err != nil {
		t.Fatal(err)
	}
	for k, r := range table(t, "tai_table07_eigenvalues.csv") {
		if math.Abs(f.Eigenvalues[k]-number(t, r["eigenvalue"])) > 0.07 || math.Abs(f.Eigenvalues[k]/8*100-number(t, r["pct_variance"])) > 0.4 {
			t.Errorf("eigenvalue %d: %v, want %s", k+1, f.Eigenvalues[k], r["eigenvalue"])
		}
	}
	loadings := table(t, "tai_table08_loadings.csv")
	for k := range 4 { // the further components are too small for two printed digits
		printed := column(t, loadings, []string{"PC1", "PC2", "PC3", "PC4"}[k])
		sign := alignment(f.Vectors[k], printed)
		for i, v := range f.Vectors[k] {
			if got := sign * v * math.Sqrt(f.Eigenvalues[k]); math.Abs(got-printed[i]) > 0.03 {
				t.Errorf("loading of %s on %d: %v, want %v", tai[i], k+1, got, printed[i])
			}
		}
	}
}

func alignment(a, b []float64) float64 {
	dot := 0.0
	for i := range a {
		dot += a[i] * b[i]
	}
	return math.Copysign(1, dot)
}

func TestFactorAnalysisOfTheHandbook(t *testing.T) { // tables 9 and 18
	w, f, err := FactorWeights(taiColumns(t))
	if err != nil || f.Kept != 4 {
		t.Fatal(err, f.Kept)
	}
	printed := table(t, "tai_table09_varimax.csv")
	for k, loading := range f.Rotated {
		best, name := math.Inf(1), ""
		for _, n := range []string{"F1", "F2", "F3", "F4"} {
			want := column(t, printed, n)
			sign, worst := alignment(loading, want[:8]), math.Abs(f.Explained[k]-want[8])/2
			for i := range loading {
				worst = max(worst, math.Abs(sign*loading[i]-want[i]))
			}
			if worst < best {
				best, name = worst, n
			}
		}
		if best > 0.03 {
			t.Errorf("factor %d is nearest to %s and %v away", k+1, name, best)
		}
	}
	for i, r := range table(t, "tai_table18_fa_weights.csv") {
		if math.Abs(w[i]-number(t, r["PC"])) > 0.0075 {
			t.Errorf("weight of %s: %v, want %s", tai[i], w[i], r["PC"])
		}
	}
}

func TestHierarchyOfTheHandbook(t *testing.T) { // table 20; the figures recomputed from it
	var a [][]float64
	for _, r := range table(t, "tai_table20_ahp_matrix.csv") {
		var row []float64
		for _, name := range tai {
			row = append(row, number(t, r[name]))
		}
		a = append(a, row)
	}
	w, c, err := AHP(a)
	if err != nil || math.Abs(c.Lambda-8.211) > 0.0005 || math.Abs(c.Ratio-0.021) > 0.0005 {
		t.Fatal(err, c)
	}
	for i, want := range []float64{0.229, 0.135, 0.059, 0.176, 0.039, 0.039, 0.252, 0.072} {
		if math.Abs(w[i]-want) > 0.0005 {
			t.Errorf("weight of %s: %v, want %v", tai[i], w[i], want)
		}
	}
}

func TestPairwiseMatricesRefused(t *testing.T) {
	for _, a := range [][][]float64{nil, {{1, 2}}, {{1, 2}, {2, 1}}, {{1, -1}, {-1, 1}}, {{2}}, {{1, 2}, {0.5, 1.5}}} {
		var r *refusal
		if _, _, err := AHP(a); !errors.As(err, &r) || r.kind != pairwiseWrong {
			t.Errorf("%v: %v", a, err)
		}
	}
	w, c, err := AHP([][]float64{{1, 3}, {0.333, 1}})
	if err != nil || !near(w[0], 0.75, 1e-3) || c.Ratio != 0 {
		t.Error(w, c, err)
	}
}

func TestBenefitOfTheDoubtOfTheHandbook(t *testing.T) { // table 19
	cols := minmax(taiColumns(t))
	d, err := BenefitOfDoubt(cols, &[2]float64{0.10, 0.15})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range table(t, "tai_table19_bod.csv") {
		if math.Abs(d.Scores[i]-number(t, r["score"])) > 0.007 {
			t.Errorf("%s: %v, want %s", r["uCode"], d.Scores[i], r["score"])
		}
		sum := 0.0
		for _, w := range d.Weights[i] {
			sum += w
		}
		for k, w := range d.Weights[i] {
			if w < 0.10*sum-1e-9 || w > 0.15*sum+1e-9 {
				t.Errorf("%s weighs %s by %v of %v", r["uCode"], tai[k], w, sum)
			}
		}
	}
}

// Every unit's program against a plain walk through all corners, over random indices with and without bounds.
func TestBenefitOfTheDoubtFindsTheBestCorner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 6).Draw(t, "units"), rapid.IntRange(2, 3).Draw(t, "parts")
		cols := make([][]float64, m)
		for k := range cols {
			cols[k] = rapid.SliceOfN(rapid.Float64Range(1, 100), n, n).Draw(t, "x")
		}
		var bounds *[2]float64
		if rapid.Bool().Draw(t, "bounded") {
			bounds = &[2]float64{0.5 / float64(m), 1.5 / float64(m)}
		}
		d, err := BenefitOfDoubt(cols, bounds)
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			if want := bestCorner(cols, bounds, i); !near(d.Scores[i], want, 1e-7) {
				t.Fatalf("unit %d: %v, best corner %v", i, d.Scores[i], want)
			}
		}
	})
}

// bestCorner tries every set of m limits as equations.
func bestCorner(cols [][]float64, bounds *[2]float64, unit int) (best float64) {
	m := len(cols)
	var rows [][]float64
	var limit []float64
	for i := range cols[0] {
		row := make([]float64, m)
		for k, c := range cols {
			row[k] = c[i]
		}
		rows, limit = append(rows, row), append(limit, 1)
	}
	for k := range m {
		low, high := make([]float64, m), make([]float64, m)
		low[k] = -1
		if bounds != nil {
			for j := range m {
				low[j] += bounds[0]
				high[j] -= bounds[1]
			}
			high[k]++
			rows, limit = append(rows, high), append(limit, 0)
		}
		rows, limit = append(rows, low), append(limit, 0)
	}
	var walk func(chosen []int, from int)
	walk = func(chosen []int, from int) {
		if len(chosen) < m {
			for r := from; r < len(rows); r++ {
				walk(append(chosen[:len(chosen):len(chosen)], r), r+1)
			}
			return
		}
		a, b := mat.NewDense(m, m, nil), mat.NewVecDense(m, nil)
		for x, r := range chosen {
			a.SetRow(x, rows[r])
			b.SetVec(x, limit[r])
		}
		var w mat.VecDense
		if w.SolveVec(a, b) != nil {
			return
		}
		for r := range rows {
			if mat.Dot(mat.NewVecDense(m, rows[r]), &w) > limit[r]+1e-9 {
				return
			}
		}
		best = max(best, mat.Dot(mat.NewVecDense(m, rows[unit]), &w))
	}
	walk(nil, 0)
	return best
}

func TestBenefitOfTheDoubtWithGaps(t *testing.T) {
	d, err := BenefitOfDoubt([][]float64{{1, 4, nan, nan, 0}, {4, 1, 2, nan, 0}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{1, 1, 0.5, nan, 0} {
		if !near(d.Scores[i], want, 1e-9) {
			t.Errorf("unit %d: %v, want %v", i, d.Scores[i], want)
		}
	}
	for _, cols := range [][][]float64{{{-1, 2}}, {{0, 0}}} {
		if _, err := BenefitOfDoubt(cols, nil); err == nil {
			t.Errorf("%v was taken", cols)
		}
	}
}

func TestEntropyAndCritic(t *testing.T) {
	cols := [][]float64{{1, 1, 2}, {1, 5, 12}, {3, 2, 1}}
	w, err := Entropy(cols)
	if err != nil {
		t.Fatal(err)
	}
	var want []float64
	total := 0.0
	for _, c := range cols { // the formula, written out
		s := c[0] + c[1] + c[2]
		e := 0.0
		for _, x := range c {
			e -= x / s * math.Log(x/s) / math.Log(3)
		}
		want, total = append(want, 1-e), total+1-e
	}
	for k := range w {
		if !near(w[k], want[k]/total, 1e-12) {
			t.Errorf("entropy %v, want %v / %v", w, want, total)
		}
	}
	w, err = Critic([][]float64{{0, 1, 2}, {0, 2, 4}, {3, 1.5, 0}})
	if err != nil || !near(w[0], 0.25, 1e-12) || !near(w[1], 0.25, 1e-12) || !near(w[2], 0.5, 1e-12) {
		t.Error(w, err) // two repeat each other: conflict 0 + 2 each; the third 2 + 2
	}
	if _, err := Entropy([][]float64{{1, -1, 3}}); err == nil {
		t.Error("entropy of negative values")
	}
}

func TestWeightsRefuseWhatTellsNothing(t *testing.T) {
	few, flat := [][]float64{{1, 2}, {2, 1}}, [][]float64{{1, 2, 3, 4}, {5, 5, 5, 5}}
	for name, f := range map[string]func([][]float64) error{
		"pca":        func(c [][]float64) error { _, _, err := pcaWeights(c); return err },
		"fa":         func(c [][]float64) error { _, _, err := FactorWeights(c); return err },
		"critic":     func(c [][]float64) error { _, err := Critic(c); return err },
		"importance": func(c [][]float64) error { _, err := Importance(c, []float64{1, 1}); return err },
	} {
		var r *refusal
		if err := f(few); !errors.As(err, &r) || r.kind != weightsFew {
			t.Errorf("%s of two units: %v", name, err)
		}
		if err := f(flat); !errors.As(err, &r) || r.kind != weightsConstant || r.part != 1 {
			t.Errorf("%s of a constant part: %v", name, err)
		}
	}
}

func TestFirstComponentFacesUp(t *testing.T) {
	w, f, err := pcaWeights(taiColumns(t))
	if err != nil {
		t.Fatal(err)
	}
	sum, length := 0.0, 0.0
	for _, v := range w {
		sum, length = sum+v, length+v*v
	}
	total := 0.0
	for _, e := range f.Eigenvalues {
		total += e
	}
	if sum < 0 || !near(length, 1, 1e-12) || !near(total, 8, 1e-12) {
		t.Error(w, f.Eigenvalues)
	}
}

func TestImportanceIsReached(t *testing.T) {
	cols := taiColumns(t)[:6]
	wanted := []float64{1, 2, 1, 1, 2, 1}
	o, err := Importance(cols, wanted)
	if err != nil {
		t.Fatal(err)
	}
	if got := achieved(cols, o.Weights); !closeTo(got, o.Shares, 1e-9) {
		t.Errorf("shares %v, from the mean itself %v", o.Shares, got)
	}
	for _, w := range o.Weights {
		if w < 0 {
			t.Error("a negative weight", o.Weights)
		}
	}
	three := [][]float64{cols[1], cols[4], cols[5]} // correlate well: the wish can be met
	if o, err = Importance(three, []float64{1, 1, 1}); err != nil || o.Objective > 1e-20 {
		t.Error(o, err)
	}
}

func closeTo(a, b []float64, tolerance float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return near(x, y, tolerance) })
}

// achieved measures importance plainly: the correlation of each part with the weighted mean, over their sum.
func achieved(cols [][]float64, w []float64) []float64 {
	mean := make([]float64, len(cols[0]))
	for k, c := range cols {
		for i, x := range c {
			mean[i] += w[k] * x
		}
	}
	cor := Correlation(append(slices.Clone(cols), mean))
	share, total := make([]float64, len(cols)), 0.0
	for k := range cols {
		share[k] = cor.At(k, len(cols))
		total += share[k]
	}
	for k := range share {
		share[k] /= total
	}
	return share
}

func TestNoWeightsComeNearer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.IntRange(2, 5).Draw(t, "parts")
		cols, wanted := make([][]float64, m), make([]float64, m)
		for k := range cols {
			cols[k] = rapid.SliceOfNDistinct(rapid.Float64Range(0, 10), 12, 12, rapid.ID).Draw(t, "x")
			wanted[k] = float64(rapid.IntRange(1, 5).Draw(t, "wanted"))
		}
		o, err := Importance(cols, wanted)
		if err != nil {
			t.Skip(err)
		}
		for range 20 {
			other := make([]float64, m)
			for k := range other {
				other[k] = max(0, rapid.Float64Range(-0.3, 1).Draw(t, "w"))
			}
			if slices.Max(other) == 0 {
				continue
			}
			sum := 0.0
			for k, s := range achieved(cols, other) {
				sum += (s - o.Wanted[k]) * (s - o.Wanted[k])
			}
			total := 0.0 // shares mean something only where the correlations sum above 0
			r := Correlation(cols)
			for i := range m {
				_, sd := spread(cols[i])
				for j := range m {
					total += r.At(i, j) * other[i] * sd
				}
			}
			if total > 1e-6 && sum < o.Objective-1e-9 {
				t.Fatalf("weights %v reach %v, ours %v only %v", other, sum, o.Weights, o.Objective)
			}
		}
	})
}

func TestRanksOfTheHandbookByWeights(t *testing.T) { // table 23: who scores how, by each set of weights
	raw := table(t, "tai_raw_23.csv")
	posts := goalposts(t)
	printed := table(t, "tai_table23_ranks_by_weights.csv")
	weights := table(t, "tai_table22_weights.csv")
	for _, c := range []struct {
		column string
		off    int // the weights are printed to two digits: ranks that may differ, by one or two places
	}{{"EW", 0}, {"BAP", 0}, {"FA", 4}, {"AHP", 3}} {
		w := column(t, weights, c.column)
		score := make([]float64, len(raw))
		find(t, "mean").Into(score, &Parts{Columns: posts, Weights: w}, NewScratch(), 1)
		if off := misplaced(t, raw, score, printed, c.column, 2); off > c.off {
			t.Errorf("%s: %d ranks differ, at most %d should", c.column, off, c.off)
		}
	}
}

func TestRanksOfTheHandbookByAggregation(t *testing.T) { // table 38: LIN and GME; 41: six indicators
	raw := table(t, "tai_raw_23.csv")
	score := make([]float64, len(raw))
	find(t, "mean").Into(score, &Parts{Columns: goalposts(t), Weights: equal(8)}, NewScratch(), 1)
	if off := misplaced(t, raw, score, table(t, "tai_table38_ranks_by_aggregation.csv"), "LIN", 0); off != 0 {
		t.Errorf("LIN: %d ranks differ", off)
	}
	find(t, "geometric").Into(score, &Parts{Columns: taiColumns(t), Weights: equal(8)}, NewScratch(), 1)
	if off := misplaced(t, raw, score, table(t, "tai_table38_ranks_by_aggregation.csv"), "GME", 0); off != 0 {
		t.Errorf("GME: %d ranks differ", off)
	}
	six := slices.Delete(goalposts(t), 4, 6)
	find(t, "mean").Into(score, &Parts{Columns: six, Weights: equal(6)}, NewScratch(), 1)
	if off := misplaced(t, raw, score, table(t, "tai_table41_original_and_tai6_ranks.csv"), "TAI6_rank_without_telephones_electricity", 0); off != 0 {
		t.Errorf("TAI6: %d ranks differ", off)
	}
}

// goalposts scales the raw data by the 72-country goalposts, logged where the data are, cut at 1.
func goalposts(t *testing.T) [][]float64 {
	cols := taiColumns(t)
	for k, r := range table(t, "tai_meta.csv") {
		low, high := number(t, r["goalpost_min_unlogged"]), number(t, r["goalpost_max_unlogged"])
		if k == 4 || k == 5 {
			low, high = math.Log10(low), math.Log10(high)
		}
		for i, x := range cols[k] {
			cols[k][i] = max(0, min(1, (x-low)/(high-low)))
		}
	}
	return cols
}

// misplaced counts the units whose place differs from the printed one; more than by away is counted ten times.
func misplaced(t *testing.T, raw []map[string]string, score []float64, printed []map[string]string, name string, by int) (off int) {
	want := map[string]float64{}
	for _, r := range printed {
		want[r["uCode"]] = number(t, r[name])
	}
	for i, r := range raw {
		place := 1
		for _, s := range score {
			if s > score[i] {
				place++
			}
		}
		switch d := math.Abs(float64(place) - want[r["uCode"]]); {
		case d > float64(by):
			off += 10
		case d > 0:
			off++
		}
	}
	return off
}

func BenchmarkBenefitOfDoubt1000x8(b *testing.B) {
	cols, _ := random(1000, 8)
	for b.Loop() {
		if _, err := BenefitOfDoubt(cols, &[2]float64{0.05, 0.3}); err != nil {
			b.Fatal(err)
		}
	}
}
