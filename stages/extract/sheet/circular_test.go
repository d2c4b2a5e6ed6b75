package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rowsOf writes cells with formulas and a cached 0, as Excel leaves a circle.
func rowsOf(cells [][2]string) string {
	var out strings.Builder
	for i, c := range cells {
		fmt.Fprintf(&out, `<row r="%d"><c r="%s"><f>%s</f><v>0</v></c></row>`, i+1, c[0], c[1])
	}
	return out.String()
}

func TestCirclesAreTold(t *testing.T) {
	for _, c := range []struct {
		cells [][2]string
		want  int
	}{
		{[][2]string{{"A1", "A1"}}, 1},
		{[][2]string{{"A1", "A1+1"}, {"A2", "1+1"}}, 1},
		{[][2]string{{"A1", "$B$2*2"}, {"B2", "S!A1"}}, 2},
		{[][2]string{{"A1", "SUM(A1:A9)"}}, 1},
		{[][2]string{{"A1", "SUM(A2:A9)"}, {"A2", "A3"}, {"A3", "A1"}}, 3},
		{[][2]string{{"A1", "SUM(B:B)"}, {"B2", "'S'!A1"}}, 2},
		{[][2]string{{"A1", "SUM(2:2)"}, {"C2", "A1"}}, 2},
		{[][2]string{{"A1", "B2"}, {"B2", "C3"}, {"C3", "D4"}}, 0},
		{[][2]string{{"A1", "SUM(A2:A9)"}, {"A2", "SUM(A3:A9)"}}, 0},
		{[][2]string{{"A1", "&quot;A1&quot;&amp;B1"}}, 0},
		{[][2]string{{"A1", "LOG10(B1)+A1B"}}, 0},
		{[][2]string{{"A1", "[1]S!A1"}}, 0},
		{[][2]string{{"A1", "Bảng1[A1]"}}, 0},
		{[][2]string{{"A1", "khác!A1+'cũng khác'!A1"}}, 0},
		{[][2]string{{"A1", "a+1"}}, 0},
	} {
		_, codes := read("a.xlsx", rawSheet(t, rowsOf(c.cells)))
		n := 0
		for _, code := range codes {
			if code == "cell-circular" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%v: %d circular cells, want %d (%v)", c.cells, n, c.want, codes)
		}
	}
}

func TestCirclesOfSharedFormulas(t *testing.T) {
	shared := `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">%s</f><v>1</v></c></row>` +
		`<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>`
	for formula, want := range map[string]string{"A1*2": "[]", "A1+B4": "[]", "SUM(A$1:B$1)": "[B1]", "$B$3": "[B3]", "B2": "[]", "C1+B1": "[B1 B2 B3]"} {
		b, _ := OpenBytes("a.xlsx", rawSheet(t, fmt.Sprintf(shared, formula)))
		for range b.Sheets[0].Rows() {
		}
		var cells []string
		for _, p := range b.Sheets[0].Problems {
			cells = append(cells, p.Place.Cell)
		}
		if got := fmt.Sprint(cells); got != want {
			t.Errorf("%s: circular %s, want %s", formula, got, want)
		}
	}
}

func TestIterationIsAllowed(t *testing.T) {
	p := parts(`<worksheet><sheetData><row r="1"><c r="A1"><f>A1+1</f><v>7</v></c></row></sheetData></worksheet>`)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>", `<calcPr iterate="1"/><sheets>`, 1)
	if got, codes := read("a.xlsx", zipOf(t, p)); got != "[S]\n1: 1n=7\n" || len(codes) > 0 {
		t.Errorf("%q %v", got, codes)
	}
}

// Formulas that look down only make no circle; one that looks back up a chain makes one of exactly that chain.
func TestChains(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(rt, "length")
		cells := make([][2]string, n)
		for i := range cells {
			cells[i] = [2]string{fmt.Sprintf("A%d", i+1), fmt.Sprintf("A%d+SUM(A%d:A%d)", i+2, i+2, i+2+rapid.IntRange(0, 5).Draw(rt, "reach"))}
		}
		if _, codes := read("a.xlsx", rawSheet(t, rowsOf(cells))); len(codes) > 0 {
			rt.Fatalf("%v: %v", cells, codes)
		}
		from := rapid.IntRange(0, n-1).Draw(rt, "back from")
		to := rapid.IntRange(0, from).Draw(rt, "to")
		cells[from][1] += fmt.Sprintf("+A%d", to+1)
		b, _ := OpenBytes("a.xlsx", rawSheet(t, rowsOf(cells)))
		var hit []int
		for r := range b.Sheets[0].Rows() {
			if r.At(1).Kind == Error {
				hit = append(hit, r.Number-1)
			}
		}
		want := make([]int, 0, n)
		for i := to; i <= from; i++ {
			want = append(want, i)
		}
		if !slices.Equal(hit, want) {
			rt.Fatalf("%v: circular %v, want %v", cells, hit, want)
		}
	})
}

func FuzzReferences(f *testing.F) {
	for _, s := range []string{"SUM(A1:B2)", "'a''b'!A1", "[1]S!A1", "\"A1", "$A$1:$B", "3:7", "A:A", "'", "A1:", "T[x]", "é!A1", "["} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		for _, a := range references(formula, 0, map[string]int32{"s": 1}) {
			if a.column < 1 && a.cFix == false && a.row < 1 || a.sheet > 1 {
				t.Fatalf("%q: %+v", formula, a)
			}
		}
	})
}
