package cube

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/problem"
)

// same tells whether two slices hold the same numbers, NaN equal to NaN.
func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || x != x && y != y })
}

var number = rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.Just(math.NaN()))

func TestColumnPatchedReadsAsAFreshOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(number, 1, 60).Draw(t, "x")
		want := slices.Clone(x)
		c := Seal(slices.Clone(x))
		for range rapid.IntRange(0, 3).Draw(t, "patches") {
			rows := rapid.SliceOfDistinct(rapid.Int32Range(0, int32(len(x)-1)), rapid.ID).Draw(t, "rows")
			slices.Sort(rows)
			vals := make([]float64, len(rows))
			for k, r := range rows {
				vals[k] = number.Draw(t, "v")
				want[r] = vals[k]
			}
			c = c.Patched(rows, vals)
		}
		present := 0
		for i, w := range want {
			if got := c.At(i); got != w && !(got != got && w != w) {
				t.Fatalf("row %d: %v, want %v", i, got, w)
			}
			if w == w {
				present++
			}
		}
		var gaps []int32
		for i, w := range want {
			if w != w {
				gaps = append(gaps, int32(i))
			}
		}
		var buf []float64
		if !same(c.View(&buf), want) || !slices.Equal(c.Gaps([]int32{7, 8, 9}), gaps) {
			t.Fatalf("view %v gaps %v, want %v %v", c.View(&buf), c.Gaps(nil), want, gaps)
		}
		if !same(c.Values(), want) || !same(c.Into(make([]float64, len(x))), want) || c.Present() != present || c.Len() != len(x) {
			t.Fatalf("values %v present %d, want %v %d", c.Values(), c.Present(), want, present)
		}
		a := c.Array()
		for i, w := range want {
			if a.IsNull(i) != (w != w) || !a.IsNull(i) && a.Value(i) != w {
				t.Fatalf("arrow row %d", i)
			}
		}
	})
}

func TestPatchedLeavesTheColumnBeneath(t *testing.T) {
	c := Seal([]float64{1, 2, 3, 4, 5, 6, 7, 8})
	d := c.Patched([]int32{2}, []float64{30})
	if c.At(2) != 3 || d.At(2) != 30 || !c.Same(c) || c.Same(d) || d.At(7) != 8 {
		t.Error("a patch reached the column beneath")
	}
	if &d.dense[0] != &c.dense[0] {
		t.Error("a patched column copied what it could share")
	}
}

func TestOverlaidKeepsThePatchesBeneath(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(number, 1, 60).Draw(t, "x")
		c := Seal(slices.Clone(want))
		for range 2 {
			rows := rapid.SliceOfDistinct(rapid.Int32Range(0, int32(len(want)-1)), rapid.ID).Draw(t, "rows")
			slices.Sort(rows)
			vals := make([]float64, len(rows))
			for k, r := range rows {
				vals[k] = number.Draw(t, "v")
				want[r] = vals[k]
			}
			c = c.Overlaid(rows, vals)
		}
		if !same(c.Values(), want) || c.Len() != len(want) {
			t.Fatalf("%v, want %v", c.Values(), want)
		}
	})
}

func TestMarkPresentMarksWhatIsThere(t *testing.T) {
	x := make([]float64, 70)
	x[3], x[66] = math.NaN(), math.NaN()
	table := New("2020", make([]string, len(x)), []string{"a", "b"})
	table.MarkPresent(0, Seal(x), Mark{Code: "logged"})
	table.MarkPresent(1, Seal([]float64{math.NaN()}), Mark{Code: "nothing"})
	for row, v := range x {
		if marks := table.Marks(0, row); (len(marks) == 1 && marks[0].Code == "logged") != (v == v) || len(table.Marks(1, row)) > 0 {
			t.Errorf("row %d: %v", row, marks)
		}
	}
}

func TestSealRefusesInfinity(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an infinite value was sealed")
		}
	}()
	Seal([]float64{1, math.Inf(1)})
}

func TestLayOnce(t *testing.T) {
	table := New("2020", []string{"A", "B"}, []string{"x"})
	if table.Has(Value, 0) || !math.IsNaN(table.At(Value, 0).At(1)) {
		t.Error("a layer that was not laid holds something")
	}
	table.Lay(Value, 0, Seal([]float64{1, 2}))
	defer func() {
		if recover() == nil {
			t.Error("a layer was laid twice")
		}
	}()
	table.Lay(Value, 0, Seal([]float64{1, 2}))
}

func TestTiedCountsInsideTheBlock(t *testing.T) {
	table := New("2020", []string{"A", "B", "C", "D"}, []string{"x"})
	table.Block, table.Blocks = []int16{0, 0, 1, 1}, []string{"p", "q"}
	table.LayRanking(0, &Ranking{Place: []int32{1, 1, 1, 0}, Of: []int32{2, 1}})
	if got := table.Tied(0); !slices.Equal(got, []int32{2, 2, 1, 0}) {
		t.Errorf("tied %v", got)
	}
	if place, of := table.Rank(0, 2); place != 1 || of != 1 {
		t.Errorf("rank %d of %d", place, of)
	}
	if place, of := table.Rank(0, 3); place != 0 || of != 0 {
		t.Errorf("an unranked unit has rank %d of %d", place, of)
	}
}

func TestOrigin(t *testing.T) {
	for _, c := range []struct {
		column, row int
		want        string
	}{{1, 1, "A1"}, {26, 9, "Z9"}, {27, 10, "AA10"}, {702, 3, "ZZ3"}, {703, 4, "AAA4"}, {16384, 1048576, "XFD1048576"}} {
		if got := CellName(c.column, c.row); got != c.want {
			t.Errorf("CellName(%d, %d) = %s, want %s", c.column, c.row, got, c.want)
		}
	}
	s := SheetColumn{File: "f.xlsx", Sheet: "S", Column: 3, Rows: []int32{0, 7}}
	if got := s.At(1).Places; len(got) != 1 || got[0] != (problem.Place{File: "f.xlsx", Sheet: "S", Cell: "C7"}) {
		t.Errorf("origin %v", got)
	}
	if len(s.At(0).Places)+len(s.At(9).Places) != 0 {
		t.Error("a unit that is not in the sheet has an origin")
	}
}

func TestMarksComeInTheOrderGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const rows = 200
		units := make([]string, rows)
		table := New("2024", units, []string{"a"})
		want := make([][]string, rows)
		for k := range rapid.IntRange(0, 8).Draw(t, "marks") {
			code := string(rune('a' + k))
			at := rapid.SliceOfNDistinct(rapid.Int32Range(0, rows-1), 0, rows, rapid.ID).Draw(t, "rows")
			slices.Sort(at)
			for _, r := range at {
				want[r] = append(want[r], code)
			}
			if rapid.Bool().Draw(t, "run") {
				table.MarkRows(0, at, Mark{Code: code})
				continue
			}
			for _, r := range at {
				table.AddMark(0, int(r), Mark{Code: code})
			}
		}
		for r, w := range want {
			var got []string
			for _, m := range table.Marks(0, r) {
				got = append(got, m.Code)
			}
			if !slices.Equal(got, w) {
				t.Fatalf("row %d: %v, want %v", r, got, w)
			}
		}
	})
}
