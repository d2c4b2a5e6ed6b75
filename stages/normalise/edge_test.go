package normalise

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/index"
)

// table reads a CSV of testdata: a map a row, by header.
func table(t testing.TB, path string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open("testdata/" + path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all[1:] {
		row := map[string]string{}
		for k, name := range all[0] {
			row[name] = r[k]
		}
		rows = append(rows, row)
	}
	return rows
}

// figure reads a number; NA and NaN are missing.
func figure(s string) float64 {
	if s == "Inf" {
		return math.Inf(1)
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nan
	}
	return x
}

// near tells whether two numbers agree to a relative tolerance; missing agrees with missing only.
func near(got, want, tolerance float64) bool {
	if missing(got) || missing(want) {
		return missing(got) && missing(want)
	}
	return math.Abs(got-want) <= tolerance*max(math.Abs(want), 1e-300) || got == want
}

func method(text string) index.Method {
	parts := strings.Split(text, ":")
	return index.Method{Name: parts[0], Args: parts[1:]}
}

// vectors reads the edge vectors by name.
func vectors(t testing.TB) map[string][]float64 {
	v := map[string][]float64{}
	for _, row := range table(t, "edge/input.csv") {
		for name, cell := range row {
			v[name] = append(v[name], figure(cell))
		}
	}
	return v
}

// A scaled edge vector: the method, and what the function was given.
var edgeScales = map[string]struct {
	method    string
	direction int
	target    float64
	posts     [2]float64
	byFirst   bool
}{
	"n_minmax": {method: "minmax:0:100"}, "n_zscore": {method: "zscore:0:1"},
	"n_rank": {method: "rank"}, "n_rank_avg": {method: "rank:average"}, "n_borda": {method: "borda"}, "n_prank": {method: "percentile-rank"},
	"n_fracmax": {method: "fraction-of-max"}, "n_dist2max": {method: "distance-to-max"},
	"n_dist2ref_1":           {method: "distance-to-reference:FIRST", byFirst: true},
	"n_dist2targ_4":          {method: "distance-to-target", target: 4},
	"n_dist2targ_4_neg":      {method: "distance-to-target", target: 4, direction: -1},
	"n_goalposts_0_4_10":     {method: "goalposts:10", posts: [2]float64{0, 4}},
	"n_goalposts_0_4_10_neg": {method: "goalposts:10", posts: [2]float64{0, 4}, direction: -1},
}

// edge computes one function on one vector; ok is false where the function says that it is undefined there.
func edge(t *testing.T, f string, x []float64) (dst []float64, ok bool) {
	s := NewScratch()
	dst = make([]float64, len(x))
	if e, scaled := edgeScales[f]; scaled {
		scaler, err := NewScaler(method(e.method), e.direction, &e.target, &e.posts)
		if err != nil {
			t.Fatal(err)
		}
		if e.byFirst {
			scaler.Reference = x[0]
		}
		_, why := scaler.Apply(dst, x, s)
		return dst, why.Computed()
	}
	m := Describe(x)
	switch f {
	case "i_mean":
		FillMean(dst, x)
	case "i_median":
		FillMedian(dst, x, s)
	case "winsorise":
		tr, _ := NewTreater(method("winsorise:5"))
		tr.Apply(dst, x, s)
		return dst, !missing(m.Skew)
	case "log_CT":
		return dst, LogCT(dst, x, m, 0)
	case "log_CT_plus":
		return dst, LogCTPlus(dst, x, m, 0)
	default:
		t.Skip("not of this room: " + f)
	}
	return dst, true
}

// Every row of the reference, to 1e-9: NA and NaN are missing here; where the reference ends in an error or an infinity
// the function says that it is undefined.
func TestEdgeVectorsAgreeWithTheReference(t *testing.T) {
	v, rows := vectors(t), table(t, "edge/functions.csv")
	byCase := map[string][]map[string]string{}
	for _, r := range rows {
		byCase[r["vector"]+"/"+r["f"]] = append(byCase[r["vector"]+"/"+r["f"]], r)
	}
	checked := 0
	for name, rows := range byCase {
		t.Run(name, func(t *testing.T) {
			x := slices.Clone(v[rows[0]["vector"]])
			dst, ok := edge(t, rows[0]["f"], x)
			undefined := slices.ContainsFunc(rows, func(r map[string]string) bool {
				return r["error"] != "" || math.IsInf(figure(r["value"]), 0) || r["value"] == "-Inf"
			})
			if undefined && ok {
				t.Fatalf("the reference has no answer; here %v", dst)
			}
			for _, r := range rows {
				i, _ := strconv.Atoi(r["i"])
				got, want := dst[i-1], figure(r["value"])
				if undefined {
					want = got // kept as it was (a treatment) or missing (a scale): see below
				}
				if math.IsInf(got, 0) || !near(got, want, 1e-9) {
					t.Errorf("%d: %v, want %v", i, got, want)
				}
				checked++
			}
			if undefined && strings.HasPrefix(rows[0]["f"], "n_") && slices.ContainsFunc(dst, func(v float64) bool { return !missing(v) }) {
				t.Errorf("an undefined scale must leave all missing: %v", dst)
			}
			if undefined && !strings.HasPrefix(rows[0]["f"], "n_") && !slices.EqualFunc(dst, v[rows[0]["vector"]], func(a, b float64) bool { return near(a, b, 0) }) {
				t.Errorf("an undefined treatment must leave all as it was: %v", dst)
			}
		})
	}
	if checked < 700 {
		t.Errorf("only %d figures checked", checked)
	}
}

func TestMomentsAndQuantilesAgreeWithTheReference(t *testing.T) {
	v := vectors(t)
	for _, r := range table(t, "edge/moments_quantiles.csv") {
		x := v[r["vector"]]
		m := Describe(x)
		sorted := Sorted(x, nil)
		median, _ := Median(x, nil)
		for name, got := range map[string]float64{"skew": m.Skew, "kurt": m.Kurt, "sd": m.SD, "median": median,
			"q05": Quantile(sorted, 0.05), "q95": Quantile(sorted, 0.95)} {
			if want := figure(r[name]); !near(got, want, 1e-9) {
				t.Errorf("%s of %s: %v, want %v", name, r["vector"], got, want)
			}
		}
	}
}

// log_GII of the reference returns its input; here it is the formula that it means.
func TestDefectsOfTheReferenceAreNotReproduced(t *testing.T) {
	var x, wrong []float64
	for _, r := range table(t, "edge/reference_defects.csv") {
		if r["case"] == "log_GII(1,2,3,100)" {
			wrong = append(wrong, figure(r["value"]))
		}
	}
	x = []float64{1, 2, 3, 100}
	if !slices.Equal(x, wrong) {
		t.Fatalf("the defect changed: %v", wrong)
	}
	dst := make([]float64, 4)
	if !LogGII(dst, x, Describe(x), 0) {
		t.Fatal("undefined")
	}
	for i, want := range []float64{0, math.Log(2), math.Log(3), math.Log(100)} {
		if !near(dst[i], want, 1e-12) {
			t.Errorf("%d: %v, want %v", i, dst[i], want)
		}
	}
	// Points of a column that was logged after an undone winsorisation are not called winsorised.
	long := make([]float64, 60)
	for i := range long {
		long[i] = math.Exp(float64(i) / 4)
	}
	tr, _ := NewTreater(method("winsorise:2:log"))
	if d := tr.Apply(make([]float64, 60), long, NewScratch()); d.Step != "log" {
		t.Errorf("step %q", d.Step)
	}
}
