package site

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"xephang/stages/render/view"
)

func chart(kind view.ChartKind) *view.Chart {
	return &view.Chart{ID: "c", Kind: kind, Alt: "mô tả", Decimals: 4, Low: math.NaN(), High: math.NaN(), Categories: []string{`</script>"`, "B", "C"},
		Series: []view.Series{
			{Name: "<b>một</b>", Tone: view.Own, Values: []float64{0.5, math.NaN(), 0.25}, Low: []float64{0.1, 0.2, 0.3}, High: []float64{0.9, 0.8, 0.7}, Focus: 2},
			{Name: "hai", Tone: view.Middle, Values: []float64{0.4, 0.3, math.NaN()}, Focus: -1}}}
}

// drawn is an embedded chart as app.js reads it.
type drawnChart struct {
	Kind     string
	Decimals int
	Focus    int
	Option   struct {
		Animation *bool
		Series    []struct {
			Name, Type, Stack, Symbol string
			Data                      []struct{ Value any }
			ItemStyle                 struct{ Color string }
		}
		XAxis, YAxis []struct {
			Type    string
			Inverse bool
			Data    []string
		}
		Aria struct{ Enabled bool }
	}
}

func TestOptionIsDataAndHasItsGaps(t *testing.T) {
	for _, kind := range []view.ChartKind{view.Dots, view.Lines, view.Ranks} {
		j, err := option(chart(kind))
		if err != nil {
			t.Fatal(kind, err)
		}
		if strings.ContainsAny(string(j), "<>&") || strings.Contains(string(j), "__f__") {
			t.Errorf("%s: unescaped: %s", kind, j)
		}
		var d drawnChart
		if err := json.Unmarshal([]byte(j), &d); err != nil {
			t.Fatal(kind, err)
		}
		if d.Kind != string(kind) || d.Decimals != 4 || d.Option.Animation == nil || *d.Option.Animation || !d.Option.Aria.Enabled {
			t.Errorf("%s: %+v", kind, d)
		}
		x, y := d.Option.XAxis[0], d.Option.YAxis[0]
		switch kind {
		case view.Dots:
			s := d.Option.Series
			if len(s) != 3 || s[0].ItemStyle.Color != "transparent" || s[0].Stack != s[1].Stack || s[1].Data[0].Value != 0.8 || d.Focus != 2 {
				t.Errorf("dots: %+v", s)
			}
			if v := s[2].Data[1].Value.([]any); v[0] != "-" || v[1] != 1.0 {
				t.Errorf("dots: gap is %v", v)
			}
			if y.Type != "category" || !y.Inverse || y.Data[0] != `</script>"` || x.Type != "value" {
				t.Errorf("dots: axes %+v %+v", x, y)
			}
		case view.Lines, view.Ranks:
			if d.Option.Series[0].Data[1].Value != "-" || x.Type != "category" || y.Inverse != (kind == view.Ranks) || d.Option.Series[0].Name != "<b>một</b>" {
				t.Errorf("%s: %+v", kind, d.Option)
			}
		}
	}
}

func TestColoursFollowTheStyleSheet(t *testing.T) {
	for _, tone := range []view.Tone{view.Own, view.Other, view.Best, view.Middle, view.Plainly} {
		if c := paint(tone); !strings.HasPrefix(c, "var(--") {
			t.Errorf("tone %q is painted %q", tone, c)
		}
	}
}

func TestLinksAreRelative(t *testing.T) {
	a := &assets{css: "assets/s.css", app: "assets/a.js"}
	for _, c := range []struct {
		page       page
		href, want string
	}{
		{page{lang: view.VI, path: "index.html"}, "don-vi/a.html", "don-vi/a.html"},
		{page{lang: view.VI, path: "xep-hang/egdi/2024.html"}, "don-vi/a.html", "../../don-vi/a.html"},
		{page{lang: view.EN, path: "xep-hang/egdi/2024.html"}, "don-vi/a.html", "../../don-vi/a.html"},
		{page{lang: view.EN, path: "du-lieu/index.html"}, "/books/a.xlsx", "../../books/a.xlsx"},
		{page{lang: view.VI, path: "du-lieu/index.html"}, "/books/a.xlsx", "../books/a.xlsx"},
		{page{lang: view.VI, path: "don-vi/a.html"}, "#b", "#b"},
		{page{lang: view.VI, path: "don-vi/a.html"}, "https://example.org/?a=1", "https://example.org/?a=1"},
		{page{lang: view.VI, path: "don-vi/a.html"}, "", ""},
	} {
		if got := newFrame(c.page, a).Link(c.href); got != c.want {
			t.Errorf("%s: Link(%q) = %q, want %q", c.page.file(), c.href, got, c.want)
		}
	}
	f := newFrame(page{lang: view.EN, path: "don-vi/a.html"}, a)
	if f.CSS != "../../assets/s.css" || f.Other != "../../don-vi/a.html" || f.OtherLang != view.VI {
		t.Errorf("%+v", f)
	}
}

// Whatever a name holds, the table parses back to the same texts in the same cells.
func TestTableKeepsEveryText(t *testing.T) {
	f := newFrame(page{lang: view.VI, path: "don-vi/a.html"}, &assets{})
	word := rapid.StringMatching(`[a-zA-ZđĐốữ<>&"'/= {}\[\]-]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		tb := &view.Table{Caption: word.Draw(t, "caption"), Columns: []view.Column{{Label: word.Draw(t, "head")}, {Label: "Điểm", Number: true}}}
		var want []string
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			name, figure, small := word.Draw(t, "name"), word.Draw(t, "figure"), word.Draw(t, "small")
			tb.Rows = append(tb.Rows, view.Row{Keys: word.Draw(t, "keys"), Cells: []view.Cell{{Text: name, Head: true, Href: "a.html?" + name}, {Text: figure, Small: small, Value: word.Draw(t, "value")}}})
			want = append(want, name, figure+small)
		}
		root, err := html.Parse(strings.NewReader(string(table(f, tb))))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		elements := 0
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			elements++
			if (n.Data == "td" || n.Data == "th") && n.Parent.Parent.Data == "tbody" {
				got = append(got, content(n))
			}
		}
		if strings.Join(got, "\x00") != strings.Join(want, "\x00") {
			t.Fatalf("cells %q, want %q", got, want)
		}
		// html head body div table caption thead tr th th tbody, and for each row tr th a td small
		if elements != 11+5*len(tb.Rows) {
			t.Fatalf("%d elements for %d rows: a text became markup", elements, len(tb.Rows))
		}
	})
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func TestTableMarks(t *testing.T) {
	f := newFrame(page{lang: view.VI, path: "a.html"}, &assets{})
	if table(f, nil) != "" || table(f, &view.Table{Columns: []view.Column{{Label: "a"}}}) != "" {
		t.Error("an empty table is laid out")
	}
	wide := &view.Table{Sortable: true, ID: "x", Rows: []view.Row{{Focus: true, Indent: 9, Cells: []view.Cell{{Text: "a", Head: true}, {Text: "▲ 3", Value: "3", Tone: view.Up}}}}}
	for range wideFrom + 1 {
		wide.Columns = append(wide.Columns, view.Column{Label: "c", Number: true})
	}
	got := string(table(f, wide))
	for _, want := range []string{`class="scroll wide"`, `<table id="x" data-sort>`, `<tr class="me">`, `<th scope="row" class="num in5">a</th>`, `<td class="num up" data-v="3">▲ 3</td>`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}
