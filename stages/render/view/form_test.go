package view

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/problem"
)

// A written figure reads back to the number that was rounded, in either language.
func TestWrittenFiguresReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-1e8, 1e8).Draw(t, "x")
		d := rapid.IntRange(0, 6).Draw(t, "decimals")
		for _, l := range Langs {
			s := l.Number(x, d)
			point, thousand := ",", "."
			if l == EN {
				point, thousand = thousand, point
			}
			back := strings.NewReplacer(thousand, "", point, ".", minus, "-").Replace(s)
			if v, err := strconv.ParseFloat(back, 64); err != nil || v != Round(x, d) {
				t.Fatalf("%s: %q reads as %v (%v), want %v", l, s, v, err, Round(x, d))
			}
			if math.Abs(x) < 1000 && strings.Contains(s, thousand) {
				t.Fatalf("%s: thousands mark in %q", l, s)
			}
		}
		if signed := VI.Signed(x, d); Round(x, d) > 0 != strings.HasPrefix(signed, "+") {
			t.Fatalf("Signed(%v) = %q", x, signed)
		}
	})
}

func TestSlugsAreSafeAndStay(t *testing.T) {
	safe := regexp.MustCompile(`^[a-z0-9](?:[a-z0-9]|-[a-z0-9])*$|^x-$`)
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zĐđữ ._/\\-]{0,20}`)).Draw(t, "id")
		s := Slug(id)
		if !safe.MatchString(s) {
			t.Fatalf("Slug(%q) = %q", id, s)
		}
		if s != "x-" && Slug(s) != s {
			t.Fatalf("Slug(%q) = %q, of that %q", id, s, Slug(s))
		}
	})
}

func TestSayFillsEverySlotOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[{}a-zđ ]{0,10}`).Draw(t, "name")
		if got, want := VI.Say("unit.none", "unit", name), "Chưa có số liệu của "+name+" trong các chỉ số đã thu thập."; got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func TestDropTakesColumnsOut(t *testing.T) {
	tb := &Table{Columns: []Column{{Label: "a"}, {Label: "b"}, {Label: "c"}}, Rows: []Row{{Cells: []Cell{{Text: "1"}, {Text: "2"}, {Text: "3"}}}}}
	tb.drop(0, 2)
	if len(tb.Columns) != 1 || tb.Columns[0].Label != "b" || len(tb.Rows[0].Cells) != 1 || tb.Rows[0].Cells[0].Text != "2" {
		t.Errorf("%+v", tb)
	}
}

func TestCells(t *testing.T) {
	for what, c := range map[string][2]Cell{
		"rank of":      {VI.rank(86, 193, false), {Text: "86", Value: "86", Small: "/193"}},
		"rank alone":   {VI.rank(86, 193, true), {Text: "86", Value: "86"}},
		"no rank":      {VI.rank(0, 193, false), {Text: "–"}},
		"rise":         {VI.change(Standing{Comparable: true, Change: 3}), {Text: "▲\u00a03", Value: "3", Tone: Up}},
		"fall":         {VI.change(Standing{Comparable: true, Change: -2}), {Text: "▼\u00a02", Value: "-2", Tone: Down}},
		"same":         {VI.change(Standing{Comparable: true}), {Text: "=", Value: "0", Tone: Same}},
		"no past":      {VI.change(Standing{}), {Text: "–", Tone: Quiet}},
		"tied":         {VI.tiedRank(Standing{Place: 2, Tied: 2}), {Text: "2", Value: "2", Small: "="}},
		"missing":      {VI.num(nan, 3), {Text: "–"}},
		"thousands":    {EN.count(2000), {Text: "2,000", Value: "2000"}},
		"short of all": {{Tone: agreement(2, 3)}, {Tone: Bad}},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %+v, want %+v", what, c[0], c[1])
		}
	}
}

func TestDecimalsOf(t *testing.T) {
	for x, want := range map[float64]int{0.71: 2, 0.9039: 4, 1: 0, 12.5: 1} {
		if got := decimalsOf(x); got != want {
			t.Errorf("decimalsOf(%v) = %d, want %d", x, got, want)
		}
	}
	if decimalsOf(nan) != 0 || decimalsOf(math.Inf(1)) != 0 {
		t.Error("a missing figure has decimals")
	}
}

func TestCitationLinksOnlyAddresses(t *testing.T) {
	for in, link := range map[string]bool{"https://a.vn/b?c=1": true, "http://a.vn": true, "VietNamNet": false, "https://a.vn | https://b.vn": false,
		"javascript:alert(1)": false, "seed:000.txt": false, `https://a.vn/"><b>`: false} {
		if c := citation(in); c.Text != in || (c.Href != "") != link {
			t.Errorf("%q: %+v", in, c)
		}
	}
}

func TestRemarksEndAsSentences(t *testing.T) {
	if stopped("a") != "a." || stopped("a.") != "a." {
		t.Error("stopped")
	}
	if lower("Vùng") != "vùng" || lower("Đông") != "đông" || lower("") != "" {
		t.Error("lower")
	}
}

func TestTrustIsSaidOnlyWhereItIsLess(t *testing.T) {
	for in, want := range map[string]string{"high": "", "": "", "medium": "độ tin cậy trung bình", "derived": "suy ra từ số khác"} {
		if got := VI.trust(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestProblemsAreGatheredByKind(t *testing.T) {
	r := &Report{Input: Input{Problems: problem.List{
		{Code: "b", What: problem.Text{VI: "hai"}, Place: problem.Place{File: "x.csv", Line: 2}}, {Code: "a", What: problem.Text{VI: "một"}},
		{Code: "b", What: problem.Text{VI: "hai nữa"}}}}}
	tb := r.problemTable(VI)
	var got []string
	for _, row := range tb.Rows {
		got = append(got, row.Cells[0].Text+row.Cells[0].Small+" "+row.Cells[1].Text+" "+row.Cells[2].Text)
	}
	if want := []string{"một [a] 1 ", "hai [b] 2 x.csv:2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if (&Report{}).problemTable(VI) != nil {
		t.Error("a table of no problems")
	}
}
