package view

import (
	"math"
	"slices"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// editionsOf lays editions of one measured node; a before of −1 is comparable with none.
func editionsOf(t *testing.T, weights []float64, before []int, scores [][]float64) (*Report, noded) {
	t.Helper()
	reg := parsed(t, "code,kind,name_vi,name_en\nA,country,An,An\nB,country,Bình,Binh\nC,country,Chi,Chi\n", "")
	ix := &index.Index{ID: "x", Short: "X", Units: []string{"country"}}
	c := &cube.Cube{Index: "x"}
	for i := range scores {
		e := &index.Edition{ID: string(rune('1' + i))}
		if before[i] < 0 && i > 0 {
			e.Why = problemText("đổi phương pháp.")
		}
		p := &index.Plan{Index: ix, Edition: e, Scale: index.Scale{To: 1, Decimals: 1}, Nodes: []index.PlanNode{
			{Node: &index.Node{ID: "x", Name: problemText("X")}, Parent: -1, Weighting: index.Method{Name: "given"}, Combine: index.Method{Name: "mean"}, Normalise: index.Method{Name: "none"}, Children: []index.Child{{Col: 1, Weight: weights[i]}}},
			{Node: &index.Node{ID: "a", Name: problemText("A")}, Col: 1, Effective: math.NaN(), Normalise: index.Method{Name: "none"}, Fill: index.Method{Name: "none"}, Treat: index.Method{Name: "none"}}}}
		if before[i] >= 0 {
			p.Previous = ix.Plans[before[i]]
		}
		ix.Plans = append(ix.Plans, p)
		tb := cube.New(e.ID, []string{"A", "B", "C"}, []string{"x", "a"})
		tb.Lay(cube.Score, 0, cube.Seal(scores[i]))
		c.Tables = append(c.Tables, tb)
	}
	r := New(Input{Units: reg, Indices: []*index.Index{ix}, Cubes: []*cube.Cube{c}})
	n, ok := r.Boards[0].find("x")
	if !ok {
		t.Fatal("no node")
	}
	return r, n
}

// Editions that cannot be compared are parted in the chart and said in the table; the title speaks of one run alone.
func TestHistoryBreaks(t *testing.T) {
	r, n := editionsOf(t, []float64{1, 1, 2, 2}, []int{-1, 0, 1, -1}, [][]float64{{0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}, {0.5, 0.6, 0.9}, {0.1, 0.1, 0.1}})
	c := r.nodeHistory(VI, n)
	if want := []string{"1", "2", "3", gone, "4"}; !slices.Equal(c.Categories, want) {
		t.Errorf("categories %q, want %q", c.Categories, want)
	}
	if v := c.Series[0].Values; v[0] != 0.2 || v[2] != 0.6 || v[3] == v[3] || v[4] != 0.1 {
		t.Errorf("medians %v", v)
	}
	if want := "Kỳ 4 không so sánh được với các kỳ trước"; c.Title != want {
		t.Errorf("%q, want %q", c.Title, want)
	}
	var got []string
	for _, row := range r.nodeEditions(VI, n).Rows {
		got = append(got, row.Cells[0].Text+" "+row.Cells[len(row.Cells)-1].Text)
	}
	if want := []string{"4 ≠ không so sánh được: đổi phương pháp.", "3 cách tính hoặc trọng số thay đổi", "2 so sánh được", "1 kỳ đầu"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	r, n = editionsOf(t, []float64{1, 1, 1}, []int{-1, 0, 1}, [][]float64{{0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}, {0.5, 0.6, 0.9}})
	if c = r.nodeHistory(EN, n); c.Title != "The median rises from 0.2 in 1 to 0.6 in 3" || slices.Contains(c.Categories, gone) {
		t.Errorf("%q %q", c.Title, c.Categories)
	}
	if r, n = editionsOf(t, []float64{1, 1}, []int{-1, 0}, [][]float64{{0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}}); r.nodeHistory(VI, n) != nil {
		t.Error("a line through two editions")
	}
}

// Units without a figure are gathered by the reason, the commonest first; a mark's note goes before what is not known.
func TestMissingByReason(t *testing.T) {
	nan := math.NaN()
	r, n := editionsOf(t, []float64{1}, []int{-1}, [][]float64{{0.1, nan, nan}})
	e := n.in[0]
	tb := r.missing(VI, e, 0)
	if len(tb.Rows) != 1 || tb.Rows[0].Cells[1].Text != "2" || tb.Rows[0].Cells[2].Text != "Bình; Chi" || tb.Rows[0].Cells[0].Text != "Không có số liệu trong tệp đầu vào" {
		t.Errorf("%+v", tb.Rows)
	}
	e.Table.AddMark(0, 1, cube.Mark{Code: "withheld", Note: problem.Text{VI: "thiếu thành phần", EN: "parts are missing"}})
	e.Table.Unranked[2] = problemText("không tham gia")
	tb = r.missing(EN, e, 0)
	if len(tb.Rows) != 2 || tb.Rows[0].Cells[0].Text != "không tham gia" || tb.Rows[1].Cells[0].Text != "parts are missing" {
		t.Errorf("%+v", tb.Rows)
	}
	if full, _ := editionsOf(t, []float64{1}, []int{-1}, [][]float64{{0.1, 0.2, 0.3}}); full.missing(VI, full.Boards[0].Editions[0], 0) != nil {
		t.Error("a table of nothing missing")
	}
}
