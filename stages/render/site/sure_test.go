package site_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/view"
	"xephang/stages/robust"
)

// examine lays bands and audits beside a year, as the pipeline does.
func examine(t testing.TB, in *view.Input) {
	t.Helper()
	in.Robust, in.Audits = map[*index.Plan]*robust.Result{}, map[*index.Plan]*robust.Audit{}
	var cases []robust.Case
	for i, ix := range in.Indices {
		for _, p := range ix.Plans {
			tb := in.Cubes[i].Table(p.Edition.ID)
			for k, n := range p.Nodes {
				if n.Leaf() && !n.Measured && p.Edition.Compute != "none" && !tb.Has(cube.Normal, k) {
					tb.Lay(cube.Normal, k, tb.At(cube.Value, k))
				}
			}
			cases = append(cases, robust.Case{Plan: p, Table: tb})
		}
	}
	for _, c := range cases {
		r, bad := robust.Run(c.Plan, c.Table, robust.Options{Draws: 256, Workers: 1})
		if bad.Faults() > 0 {
			t.Fatal(bad)
		}
		in.Robust[c.Plan], in.Audits[c.Plan] = &r, robust.Examine(c, cases, 1)
	}
}

// Every computed rank of a ranking page stands beside its band, and the band holds it.
func TestEveryComputedRankHasItsBand(t *testing.T) {
	r := year(t)
	banded := 0
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			if e.Computes() != e.Banded() {
				t.Errorf("%s %s: computes %v, has bands %v", b.ID, e.Edition.ID, e.Computes(), e.Banded())
			}
			if (r.NoBand(view.VI, e) == "") != e.Banded() || (r.RobustHref(e) == "") == e.Banded() {
				t.Errorf("%s %s: no band because %q, page %q", b.ID, e.Edition.ID, r.NoBand(view.VI, e), r.RobustHref(e))
			}
			for row := range e.Table.Units {
				place, _ := e.Table.Rank(0, row)
				low, high, ok := e.BandOf(0, row)
				if ok != (place > 0) || ok && (low > place || place > high) {
					t.Errorf("%s %s %s: rank %d, band %d–%d %v", b.ID, e.Edition.ID, e.Table.Units[row], place, low, high, ok)
				}
				if ok {
					banded++
				}
			}
			if heads := r.Ranking(view.VI, e).Sections[0].Table.Columns; (heads[1].Label == "Khoảng hạng") != e.Banded() {
				t.Errorf("%s %s: columns %v", b.ID, e.Edition.ID, heads)
			}
		}
	}
	if banded < 50 {
		t.Errorf("only %d ranks have a band", banded)
	}
}

func TestBandsInWords(t *testing.T) {
	for _, c := range [][2]string{{view.VI.Band(9, 16), "9–16"}, {view.VI.Band(12, 12), "12"}, {view.EN.Band(1009, 1016), "1,009–1,016"}} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	r := year(t)
	e := r.Board("egdi").Edition("2024")
	low, high, place := handBands(e)
	for _, c := range []struct {
		low, high int32
		lang      view.Lang
		want      string
	}{
		{place - 2, place + 1, view.VI, "Hạng 8, trong khoảng 6–9."}, {place - 2, place + 1, view.EN, "Rank 8, within 6–9."},
		{place, place, view.VI, "Hạng 8 không đổi khi các giả định thay đổi."}, {0, 0, view.VI, ""},
	} {
		row, _ := e.Table.Row("VNM")
		r.Robust = nil // the words of a band alone, without the draws behind it
		low[row], high[row] = c.low, c.high
		if got := r.BandSentence(c.lang, e, row); got != c.want {
			t.Errorf("%d–%d: %q, want %q", c.low, c.high, got, c.want)
		}
	}
}

func handBands(e *view.Edition) (low, high []int32, place int32) {
	k := e.Table.Ranking(0)
	k.Low, k.High = slices.Clone(k.Low), slices.Clone(k.High)
	row, _ := e.Table.Row("VNM")
	return k.Low, k.High, k.Place[row]
}

func TestRobustPage(t *testing.T) {
	r := year(t)
	b := r.Board("egdi")
	p := r.Sure(view.VI, b.Edition("2024"))
	if !strings.HasPrefix(p.Title, "Việt Nam xếp hạng 8 về EGDI 2024, trong khoảng ") || !strings.Contains(p.Draws, "256 lần") || len(p.Varied) != 2 || p.Newest != nil {
		t.Errorf("%q %q %q %v", p.Title, p.Draws, p.Varied, p.Newest)
	}
	s := p.Sections[0]
	if len(s.Table.Rows) != 14 || len(s.Table.Columns) != 8 || s.Chart == nil || s.Whole != nil {
		t.Errorf("%d rows, %d columns", len(s.Table.Rows), len(s.Table.Columns))
	}
	for i, v := range s.Chart.Series[0].Values {
		if x := s.Chart.Series[0]; x.Low[i] > v || v > x.High[i] || x.Low[i] < s.Chart.Low || x.High[i] > s.Chart.High {
			t.Errorf("%s: %v–%v around %v on %v–%v", s.Chart.Categories[i], x.Low[i], x.High[i], v, s.Chart.Low, s.Chart.High)
		}
	}
	for _, run := range s.Chart.Brackets {
		if run[0] < 0 || run[0] >= run[1] || run[1] >= 14 {
			t.Errorf("bracket %v", run)
		}
	}
	if len(p.Shares.Rows) != 3 || len(p.LeftOut.Rows) != 3 || p.Effects == nil || len(p.Pairs.Rows) != 11 || p.Chances == nil {
		t.Errorf("shares %d, left out %d, pairs %d", len(p.Shares.Rows), len(p.LeftOut.Rows), len(p.Pairs.Rows))
	}
	old := r.Sure(view.VI, b.Edition("2018"))
	if len(old.Sections[0].Table.Columns) != 5 || old.Pairs != nil || !strings.Contains(old.Newest.String(), "kỳ 2024") {
		t.Errorf("older edition: %d columns, %q", len(old.Sections[0].Table.Columns), old.Newest)
	}
}

// Across the diagonal two units are above each other in no more than all draws: a shared place counts for neither.
func TestPairsAddUp(t *testing.T) {
	r := year(t)
	p := r.Sure(view.EN, r.Board("egdi").Edition("2024"))
	at := func(i, k int) float64 {
		x, _ := strconv.ParseFloat(p.Pairs.Rows[i].Cells[k+1].Value, 64)
		return x
	}
	for i := range p.Pairs.Rows {
		for k := range i {
			if sum := at(i, k) + at(k, i); sum > 1.0001 || sum <= 0 {
				t.Errorf("%d and %d: %v", i, k, sum)
			}
		}
	}
}

func TestAuditPage(t *testing.T) {
	r := year(t)
	for _, l := range view.Langs {
		for _, b := range r.Boards {
			for _, e := range b.Editions {
				p := r.Audit(l, e)
				if len(p.Findings) == 0 || len(p.Sections) != 9 {
					t.Errorf("%s %s: %d findings, %d sections", b.ID, e.Edition.ID, len(p.Findings), len(p.Sections))
				}
				for _, f := range p.Findings {
					if f.Text == "" || f.Title == "" || f.Grade == "" || strings.ContainsAny(f.Text, "{}#") {
						t.Errorf("%s %s: %+v", b.ID, e.Edition.ID, f)
					}
				}
				for _, s := range p.Sections {
					if (s.Why == "") != (len(s.Tables) > 0) {
						t.Errorf("%s %s %s: %q beside %d tables", b.ID, e.Edition.ID, s.ID, s.Why, len(s.Tables))
					}
				}
			}
		}
	}
}

// The correlation on the page is the one of the columns.
func TestCorrelationIsThatOfTheColumns(t *testing.T) {
	r := year(t)
	e := r.Board("egdi").Edition("2024")
	osi, _ := e.Col("osi")
	tii, _ := e.Col("tii")
	want := robust.Correlate(e.Table.At(cube.Score, osi).Values(), e.Table.At(cube.Score, tii).Values())
	for _, s := range r.Audit(view.VI, e).Sections {
		if s.ID != "tuong-quan" {
			continue
		}
		if got, w := s.Tables[0].Rows[0].Cells[2].Text, view.VI.Number(want.Pearson.R.Value, 2); got != w {
			t.Errorf("OSI with TII: %s, want %s", got, w)
		}
		return
	}
	t.Error("no correlations")
}

func TestWithoutBandsNothingIsClaimed(t *testing.T) {
	in := year(t).Input
	in.Robust, in.Audits = nil, nil
	r := view.New(in)
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			if r.RobustHref(e) != "" || r.AuditHref(e) != "" || r.NoBand(view.VI, e) != "" || r.Findings(view.VI, e) != nil {
				t.Errorf("%s %s", b.ID, e.Edition.ID)
			}
		}
	}
	e := r.Board("egdi").Edition("2024")
	in.Robust = map[*index.Plan]*robust.Result{e.Plan: {Plan: e.Plan, Why: problem.Text{VI: "vì thế", EN: "so"}}}
	k := e.Table.Ranking(0)
	k.Low, k.High = nil, nil
	if got := view.New(in).NoBand(view.EN, e); got != "so" {
		t.Errorf("%q", got)
	}
}
