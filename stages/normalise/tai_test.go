package normalise

import (
	"math"
	"testing"
)

// Table 15 of the Handbook: years of schooling on every scale, to the printed digits.
func TestHandbookTable15(t *testing.T) {
	rows := table(t, "tai/tai_table15_schooling_normalised.csv")
	x := make([]float64, len(rows))
	for i, r := range rows {
		x[i] = figure(r["schooling"])
	}
	for column, c := range map[string]struct {
		method string
		digits float64 // half a unit of the last printed digit
	}{
		"rank_high_is_top": {"rank", 0}, "zscore": {"zscore:0:1", 0.005}, "minmax": {"minmax:0:1", 0.005},
		"ratio_to_mean": {"ratio-to-mean", 0.005}, "ratio_to_best": {"fraction-of-max", 0.005}, "ratio_to_worst": {"fraction-of-min", 0.005},
		"diff_to_mean": {"distance-to-mean", 0.005}, "diff_to_worst": {"distance-to-min", 0.005},
		"above_below_mean_p20": {"mean-band:0.2", 0}, "percentile": {"percentile", 0.05}, "categorical": {"categorical", 0},
	} {
		scaler, err := NewScaler(method(c.method), 1, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		dst := make([]float64, len(x))
		if _, why := scaler.Apply(dst, x, NewScratch()); why != Sound {
			t.Errorf("%s: reason %d", column, why)
		}
		for i, r := range rows {
			if want := figure(r[column]); math.Abs(dst[i]-want) > c.digits+1e-9 {
				t.Errorf("%s of %s: %v, printed %v", column, r["uCode"], dst[i], want)
			}
		}
	}
}
