package robust

import (
	"math"
	"testing"

	"xephang/stages/score"
)

var taiParts = []string{"patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university"}

// tai is the Handbook's Technology Achievement Index as one group of eight indicators.
func tai(t testing.TB) *Audit {
	lines := []string{"tai"}
	values := map[string][]float64{}
	var units []string
	for _, id := range taiParts {
		lines = append(lines, id+" tai 1")
	}
	for _, r := range auditRows(t, "../score/testdata/tai_raw_23.csv") {
		units = append(units, r["uCode"])
		for _, id := range taiParts {
			values[id] = append(values[id], auditNumber(r[id]))
		}
	}
	return Examine(computed(t, tree("tai", "2001", lines...), units, values), nil, 1)
}

func TestHandbookTable6(t *testing.T) {
	a := tai(t)
	for i, r := range auditRows(t, "../score/testdata/tai_table06_correlation.csv") {
		for j, id := range taiParts {
			if i == j {
				continue
			}
			if got := a.Correlations.At(i+1, j+1).Pearson.R; math.Abs(got.Value-auditNumber(r[id])) > 0.02 {
				t.Errorf("%s with %s: %v, printed %s", taiParts[i], id, got, r[id])
			}
		}
	}
	var sums [5]float64 // of p-values and coefficients over the 28 pairs, computed apart as the figures of significance_test.go
	for _, c := range a.Correlations.All() {
		if c.A > 0 {
			for k, f := range []Figure{c.Pearson.P, c.Spearman.P, c.Kendall.P, c.Spearman.R, c.Kendall.R} {
				sums[k] += f.Value
			}
		}
	}
	for k, want := range []float64{8.30189524107967, 5.85202520274955, 5.81179036158229, 8.22571968230302, 5.96824982729211} {
		if math.Abs(sums[k]-want) > 1e-9 {
			t.Errorf("sum %d: %v, want %v", k, sums[k], want)
		}
	}
}

func TestHandbookTables7To9(t *testing.T) {
	c := tai(t).Of(0).Components
	for i, r := range auditRows(t, "../score/testdata/tai_table07_eigenvalues.csv") {
		if math.Abs(c.Eigenvalues[i]-auditNumber(r["eigenvalue"])) > 0.07 || math.Abs(100*c.Share[i]-auditNumber(r["pct_variance"])) > 0.4 || math.Abs(100*c.Cumulative[i]-auditNumber(r["cumulative_pct"])) > 0.4 {
			t.Errorf("component %d: %v %v %v, printed %v", i+1, c.Eigenvalues[i], c.Share[i], c.Cumulative[i], r)
		}
	}
	rows := auditRows(t, "../score/testdata/tai_table08_loadings.csv")
	for k, loading := range c.Loadings {
		var printed []float64
		for _, r := range rows {
			printed = append(printed, auditNumber(r[[]string{"PC1", "PC2", "PC3", "PC4", "PC5", "PC6", "PC7", "PC8"}[k]]))
		}
		if d := upToSign(loading, printed); d > 0.03 {
			t.Errorf("loadings of component %d are off by %v: %v", k+1, d, loading)
		}
	}
	rows = auditRows(t, "../score/testdata/tai_table09_varimax.csv")
	if len(c.Rotated) != 4 {
		t.Fatalf("%d factors", len(c.Rotated))
	}
	for _, f := range []string{"F1", "F2", "F3", "F4"} {
		var printed []float64
		for _, r := range rows[:8] {
			printed = append(printed, auditNumber(r[f]))
		}
		best, at := math.Inf(1), 0
		for k, loading := range c.Rotated {
			if d := upToSign(loading, printed); d < best {
				best, at = d, k
			}
		}
		if best > 0.03 || math.Abs(c.Explained[at]-auditNumber(rows[8][f])) > 0.03 {
			t.Errorf("%s is off by %v, explains %v", f, best, c.Explained[at])
		}
	}
}

// upToSign is the greatest difference between two vectors, the better of both signs.
func upToSign(x, y []float64) float64 {
	same, turned := 0.0, 0.0
	for i := range x {
		same, turned = max(same, math.Abs(x[i]-y[i])), max(turned, math.Abs(x[i]+y[i]))
	}
	return min(same, turned)
}

func TestHandbookTable11(t *testing.T) {
	a := tai(t).Of(0).Alpha
	if math.Abs(a.Standardised.Value-0.7035427579584912) > 1e-12 {
		t.Errorf("alpha %v", a.Standardised)
	}
	closeTo(t, "raw alpha", a.Raw, 0.118891834775456, 1e-11)
	for i, r := range auditRows(t, "testdata/audit/tai_table11_cronbach.csv")[:8] {
		p := a.Parts[i]
		if math.Abs(p.Rest.Value-auditNumber(r["correlation_with_total"])) > 0.01 || math.Abs(p.Without.Value-auditNumber(r["alpha_if_deleted"])) > 0.005 {
			t.Errorf("%s: %v %v, printed %v", taiParts[i], p.Rest, p.Without, r)
		}
	}
}

// KMO and Bartlett's test, computed apart from their textbook formulas in 40 digits.
func TestAdequacy(t *testing.T) {
	c := tai(t).Of(0).Components
	closeTo(t, "KMO", c.KMO, 0.500567225270931, 1e-11)
	for i, want := range []float64{0.259971907201773, 0.349270238335962, 0.682517362556995, 0.375828422347079, 0.519810333378107, 0.593100029120569, 0.526176301611481, 0.55649505679475} {
		closeTo(t, "KMO of "+taiParts[i], c.KMOParts[i], want, 1e-11)
	}
	closeTo(t, "Bartlett", c.Bartlett.ChiSquare, 85.9307629752323, 1e-12)
	closeTo(t, "p of Bartlett", c.Bartlett.P, 8.46060118539064e-8, 1e-9)
	if c.Bartlett.Freedom != 28 {
		t.Errorf("%d degrees of freedom", c.Bartlett.Freedom)
	}
	var three [][]float64
	for _, id := range taiParts[:3] {
		var x []float64
		for _, r := range auditRows(t, "../score/testdata/tai_raw_23.csv") {
			x = append(x, auditNumber(r[id]))
		}
		three = append(three, x)
	}
	small := Components{Why: ready(three)}
	small.adequacy(three)
	closeTo(t, "KMO of three", small.KMO, 0.443171499796637, 1e-11)
	closeTo(t, "p of three", small.Bartlett.P, 0.125737958902489, 1e-11)
	if score.Correlation(three).At(0, 0) != 1 {
		t.Error("correlation")
	}
}

// Covariances over the units that have both; the figure was computed apart.
func TestAlphaWithGaps(t *testing.T) {
	nothing := math.NaN()
	c := computed(t, tree("a", "2024", "r", "x r 1", "y r 1", "z r 1"), numbered(8), map[string][]float64{
		"x": {1, 2, 3, 4, 5, 6, nothing, 8}, "y": {2, 1, 4, 3, 6, 5, 8, nothing}, "z": {1, 3, 2, 5, nothing, 4, 7, 6}})
	closeTo(t, "raw alpha", Examine(c, nil, 1).Of(0).Alpha.Raw, 0.863049416439037, 1e-12)
}
