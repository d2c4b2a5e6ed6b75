package index

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestFormula(t *testing.T) {
	nan := math.NaN()
	a, b := []float64{1, 0, nan, 4, -2}, []float64{2, 0, 1, nan, 4}
	for source, want := range map[string][]float64{
		"a / b":                      {0.5, nan, nan, nan, -0.5},
		"b":                          {2, 0, 1, nan, 4},
		"a > 0 and b > 0":            {1, 0, nan, nan, 0},
		"a > 0 ? 100 * a / b : 0":    {50, 0, nan, nan, 0},
		"min(a, b) + abs(a)":         {2, 0, nan, nan, 0},
		"round(a / 2 * 10) / 10":     {0.5, 0, nan, 2, -1},
		"sum([a, b]) - mean([a, b])": {1.5, 0, nan, nan, 1},
		"let s = a + b; s / 2":       {1.5, 0, nan, nan, 1},
		"count([a > 0, b > 0])":      {2, 0, nan, nan, 1},
		"1 / 0":                      {nan, nan, nan, nan, nan},
		"2":                          {2, 2, 2, 2, 2},
	} {
		f, err := ParseFormula(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		var columns [][]float64
		for _, name := range f.Names {
			columns = append(columns, map[string][]float64{"a": a, "b": b}[name])
		}
		if got := f.Over(columns, 5); !slices.EqualFunc(got, want, func(x, y float64) bool { return x == y || x != x && y != y }) {
			t.Errorf("%s = %v, want %v", source, got, want)
		}
	}
}

func TestFormulaNames(t *testing.T) {
	f, err := ParseFormula("dịch_vụ_mức_4 / services_total + (x > 1 ? x : let y = 2; y)")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"dịch_vụ_mức_4", "services_total", "x"}; !slices.Equal(f.Names, want) {
		t.Errorf("names %q", f.Names)
	}
}

func TestFormulaFaults(t *testing.T) {
	for source, column := range map[string]int{
		"": 0, "a +": 2, "a / / b": 4, "now()": 0, "1 + now()": 4, "len(a)": 0, "'x'": 0, "[a]": 0, "a.b": 2, "$env": 0, "a ? b : 'x'": 0, "a > 0 ? b : 'x'": 0, "a > 0 ? b : nil": 0,
		"a and b": 2, "{}": 0, "nil": 0, "a @ b": 2, "date('2020-01-01')": 0,
	} {
		_, err := ParseFormula(source)
		var at *FormulaError
		if !errors.As(err, &at) {
			t.Errorf("%q: %v", source, err)
		} else if at.Column != column || at.Line != 1 || at.vietnamese() == "" {
			t.Errorf("%q: fault at %d:%d, want column %d: %s", source, at.Line, at.Column, column, at.Message)
		}
	}
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{"a / b", "a > 0 ? 1 : 0", "sum([a, b])", "let x = 1; x", "a[", "1..9", "#", "a ?? b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		formula, err := ParseFormula(s)
		if err != nil {
			return
		}
		columns := make([][]float64, len(formula.Names))
		for i := range columns {
			columns[i] = []float64{1, 0, math.NaN()}
		}
		for _, x := range formula.Over(columns, 3) {
			if math.IsInf(x, 0) {
				t.Errorf("%q gives an infinite value", s)
			}
		}
	})
}
