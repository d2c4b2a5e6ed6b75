package forms

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// meaning is what a unit means by an answer: a value, a reason, or nothing.
type meaning struct {
	value  float64
	reason string
	sure   bool // written so that it must be read; else a problem at the cell will do
}

// thousands writes a whole number with a mark between thousands.
func thousands(n int, mark string) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + mark + s[i:]
	}
	return s
}

// written draws a meaning and a way of writing it.
func drawAnswer(t *rapid.T, a index.Answer) (meaning, map[string]spell) {
	label := a.ID
	pick := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, label) }
	dress := func(s string) spell { // what copying does to text
		switch pick(5) {
		case 0:
			s = norm.NFD.String(s)
		case 1:
			s = "\u00a0" + s + " "
		case 2:
			s = strings.ReplaceAll(s, " ", "\u00a0")
		}
		return said_(s)
	}
	if pick(8) == 0 { // a reason
		code := index.Reasons[pick(len(index.Reasons))]
		n := form.ReasonName(code)
		text := []string{n.VI, n.EN, code, strings.ToUpper(n.VI)}[pick(4)]
		return meaning{value: na, reason: code, sure: true}, map[string]spell{form.ColReason: dress(text)}
	}
	if pick(12) == 0 { // nothing
		return meaning{value: na}, map[string]spell{form.ColAnswer: []spell{{}, said_("-"), said_("n/a"), said_(" ")}[pick(4)]}
	}
	m, s := drawValue(t, a, pick, dress)
	all := map[string]spell{form.ColAnswer: s}
	if pick(15) == 0 { // and a reason beside it
		m.sure, all[form.ColReason] = false, said_(form.ReasonName("late").VI)
	}
	return m, all
}

func drawValue(t *rapid.T, a index.Answer, pick func(int) int, dress func(string) spell) (meaning, spell) {
	switch a.Type {
	case "count":
		low, _ := bounds(a)
		n := rapid.IntRange(int(low), 4000).Draw(t, "count")
		w := []struct {
			s    spell
			sure bool
		}{{num_(float64(n)), true}, {dress(strconv.Itoa(n)), true}, {dress(thousands(n, ".")), true}, {dress(thousands(n, ",")), n < 1000 || n%1000 != 0}, {dress(thousands(n, " ")), true},
			{dress(strconv.Itoa(n) + " " + a.Unit.VI), true}, {dress("khoảng " + strconv.Itoa(n)), false}, {spell{is: 'u', number: float64(n), formula: fmt.Sprintf("%d+%d", n/2, n-n/2)}, true}, {dress(strconv.Itoa(n) + ",0"), true}}[pick(9)]
		return meaning{value: float64(n), sure: w.sure}, w.s
	case "percent":
		tenths := rapid.IntRange(0, 1000).Draw(t, "percent")
		v, shown := shift(float64(tenths), -3), strconv.FormatFloat(shift(float64(tenths), -1), 'f', -1, 64)
		comma := strings.Replace(shown, ".", ",", 1)
		bare := tenths == 0 || tenths > 10 // a bare number of per cent up to 1 may be a share
		small := tenths < 10 && tenths > 0 // 0.5 means half a per cent to its writer and half to the reader: nobody can tell
		w := []struct {
			s    spell
			sure bool
		}{{percent_(v), true}, {dress(comma + "%"), true}, {dress(shown + " %"), true}, {dress(comma), bare}, {num_(shift(float64(tenths), -1)), bare}, {num_(v), tenths != 1000},
			{dress(strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)), tenths != 1000}, {dress(comma + " phần trăm"), true}}[pick(8)]
		if small && (w.s == num_(shift(float64(tenths), -1)) || !strings.ContainsAny(w.s.text, "%h") && w.s.is == 't' && !w.sure) {
			w.s = percent_(v)
			w.sure = true
		}
		return meaning{value: v, sure: w.sure}, w.s
	case "yes_no":
		if pick(2) == 0 {
			return meaning{value: 1, sure: true}, []spell{dress("Có"), dress("có"), said_("CÓ"), said_("x"), num_(1), said_("Yes"), said_("☑"), said_("Cã")}[pick(8)]
		}
		return meaning{value: 0, sure: true}, []spell{dress("Không"), dress("không"), said_("khong"), num_(0), said_("No"), said_("Kh«ng"), said_("Khoâng"), said_("Không")}[pick(8)]
	case "choice":
		c := a.Choices[pick(len(a.Choices))]
		return meaning{value: c.Value, sure: true}, []spell{dress(c.Name.VI), dress(strings.ToUpper(c.Name.VI)), said_(c.Name.EN), num_(c.Value)}[pick(4)]
	}
	top := 10
	if a.Range != nil {
		top = int(a.Range[1])
	}
	k := rapid.IntRange(0, 1000*top).Draw(t, "number") // thousandths
	v := shift(float64(k), -3)
	dot := strconv.FormatFloat(v, 'f', -1, 64)
	three := k%10 != 0 && k >= 1000 // 1.234 may be a thousand
	w := []struct {
		s    spell
		sure bool
	}{{num_(v), true}, {dress(dot), !three}, {dress(strings.Replace(dot, ".", ",", 1)), !three}, {dress(strings.Replace(dot, ".", ",", 1) + " " + a.Unit.VI), !three}}[pick(4)]
	return meaning{value: v, sure: w.sure}, w.s
}

// edits are what users do to a form; each may make some questions uncertain.
var edits = []struct {
	name string
	do   func(t *rapid.T, pages []*page, m map[string]*meaning)
}{
	{"rename", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		for i, p := range pages {
			p.name = rapid.SampledFrom([]string{"Sheet", "Trang tính ", "Bản sao "}).Draw(t, "name") + strconv.Itoa(i+1)
		}
	}},
	{"reorder", func(t *rapid.T, pages []*page, m map[string]*meaning) { slices.Reverse(pages) }},
	{"column", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		answersOf(pages).insertColumn(rapid.IntRange(0, 9).Draw(t, "at"), rapid.SampledFrom([]spell{num_(7), said_("ghi chú"), num_(0.5)}).Draw(t, "junk"))
	}},
	{"row", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		p := answersOf(pages)
		p.insertRow(rapid.IntRange(0, len(p.rows)).Draw(t, "at"), rapid.SampledFrom([][]spell{nil, {{}, {}, said_("Cộng"), num_(12)}, {{}, {}, {}, {}, {}, {}, {}, num_(99)}}).Draw(t, "row"))
	}},
	{"sort", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		p := answersOf(pages)
		from := headOf(p) + 1
		if len(p.veiled) > 1 || len(p.merged) > 0 || from >= len(p.rows) {
			return
		}
		rest := p.rows[from:]
		for i := len(rest) - 1; i > 0; i-- {
			j := rapid.IntRange(0, i).Draw(t, "swap")
			rest[i], rest[j] = rest[j], rest[i]
		}
	}},
	{"hide", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		p := answersOf(pages)
		p.veiled[rapid.IntRange(0, len(p.rows)-1).Draw(t, "row")] = true
	}},
	{"merge", func(t *rapid.T, pages []*page, m map[string]*meaning) {
		p := answersOf(pages)
		c, row := columnAt(p, form.ColAnswer), rapid.IntRange(headOf(p)+1, len(p.rows)-2).Draw(t, "row")
		if c < 0 || len(p.merged) > 0 {
			return
		}
		p.merged = append(p.merged, [4]int{row, c, row + 1, c})
		if len(p.rows[row+1]) > c {
			p.rows[row+1][c] = spell{} // what merging leaves
		}
		for _, r := range []int{row, row + 1} {
			for id, k := range m {
				if len(p.rows[r]) > 1 && slices.ContainsFunc(p.rows[r], func(s spell) bool { return s.text == "a:"+id || s.text == id }) {
					k.sure = false
					if r == row+1 && k.value == k.value { // in a CSV file nothing but a reason is left of it
						if k.value = na; slices.ContainsFunc(p.rows[r], func(s spell) bool { return s.text == form.ReasonName("late").VI }) {
							k.reason = "late"
						}
					}
				}
			}
		}
	}},
	{"ids", func(t *rapid.T, pages []*page, m map[string]*meaning) { // the row of ids is cleared
		p := answersOf(pages)
		for i, r := range p.rows {
			if slices.ContainsFunc(r, func(s spell) bool { return s.text == form.ColAnswer }) {
				p.rows[i] = nil
			}
		}
	}},
	{"keys", func(t *rapid.T, pages []*page, m map[string]*meaning) { // the keys are cleared
		p := answersOf(pages)
		for _, r := range p.rows {
			for j := range r {
				if len(r[j].text) > 2 && r[j].text[1] == ':' || r[j].text == form.KeyColumn {
					r[j] = spell{}
				}
			}
		}
	}},
	{"codes", func(t *rapid.T, pages []*page, m map[string]*meaning) { // two visible codes change places
		p := answersOf(pages)
		var spots []*spell
		var ids []string
		for _, r := range p.rows {
			for j := range r {
				if k := m[r[j].text]; k != nil && j > 0 {
					spots, ids = append(spots, &r[j]), append(ids, r[j].text)
				}
			}
		}
		if len(spots) < 2 || !slices.ContainsFunc(p.rows, func(r []spell) bool {
			return slices.ContainsFunc(r, func(s spell) bool { return strings.HasPrefix(s.text, "a:") })
		}) {
			return
		}
		i, j := rapid.IntRange(0, len(spots)-1).Draw(t, "i"), rapid.IntRange(0, len(spots)-1).Draw(t, "j")
		*spots[i], *spots[j] = *spots[j], *spots[i]
		if i != j {
			m[ids[i]].sure, m[ids[j]].sure = false, false
		}
	}},
}

func answersOf(pages []*page) *page {
	i := slices.IndexFunc(pages, func(p *page) bool { return headOf(p) >= 0 })
	return pages[i]
}

// headOf is the row of visible headings.
func headOf(p *page) int {
	return slices.IndexFunc(p.rows, func(r []spell) bool {
		return slices.ContainsFunc(r, func(s spell) bool { return s.text == form.Heading(form.ColAnswer).VI })
	})
}

func columnAt(p *page, id string) int {
	return slices.IndexFunc(p.rows[headOf(p)], func(s spell) bool { return s.text == form.Heading(id).VI })
}

// TestRandomForms: whatever is done to a form, every answer comes back as it was meant, or with a problem at its cell;
// never as another number.
func TestRandomForms(t *testing.T) {
	p := plan(t)
	d := newDesk(nil, "", "", p, reg(t), noLast)
	rapid.Check(t, func(rt *rapid.T) {
		meant, cells := map[string]*meaning{}, map[string]map[string]spell{}
		for _, id := range d.order {
			m, s := drawAnswer(rt, d.asks[id].Answer)
			meant[id], cells[form.AnswerKey(id)] = &m, s
		}
		pages := paperOf(p, "P-HNO", cells)
		var done []string
		for range rapid.IntRange(0, 4).Draw(rt, "edits") {
			e := rapid.SampledFrom(edits).Draw(rt, "edit")
			e.do(rt, pages, meant)
			done = append(done, e.name)
		}
		name, data := drawFile(t, rt, pages)
		all, _ := readAll(t, p, noLast, map[string][]byte{name: data})
		f := all[0]
		if f.Unit != "P-HNO" || f.Refused && !slices.Equal(codesOf(f.Problems), []string{"form-untouched"}) {
			rt.Fatalf("%s %v: unit %q refused: %v", name, done, f.Unit, f.Problems)
		}
		for id, m := range meant {
			if bad := holds(d, f, id, m); bad != "" && !f.Refused {
				rt.Fatalf("%s %v: %s %s: meant %+v, written %+v, read %+v\n%v", name, done, id, bad, *m, cells[form.AnswerKey(id)], f.Answers[id], told(f))
			}
		}
	})
}

// drawFile writes the pages in one of the formats.
func drawFile(t testing.TB, rt *rapid.T, pages []*page) (string, []byte) {
	switch format := rapid.SampledFrom([]string{"xlsx", "xlsx", "ods", "csv;", "csv,", "tsv", "utf16"}).Draw(rt, "format"); format {
	case "xlsx":
		return "a.xlsx", asXLSX(t, pages)
	case "ods":
		return "a.ods", asODS(t, pages)
	case "tsv":
		return "P-HNO.tsv", asCSV(t, answersOf(pages), '\t', "")
	case "utf16":
		return "P-HNO.csv", asCSV(t, answersOf(pages), ';', "utf16")
	default:
		return "P-HNO.csv", asCSV(t, answersOf(pages), rune(format[3]), rapid.SampledFrom([]string{"", "bom"}).Draw(rt, "mark"))
	}
}

// holds says what is wrong with an answer that was read, nothing where it is as meant or told.
func holds(d *desk, f *form.Filing, id string, m *meaning) string {
	a := f.Answers[id]
	right := a.Reason == m.reason && (same(a.Value, m.value) || math.Abs(a.Value-m.value) < 1e-12)
	cell := slices.ContainsFunc(f.Problems, func(p problem.Problem) bool {
		return p.Place.Sheet == a.Place.Sheet && sameRow(p.Place.Cell, a.Place.Cell)
	})
	checked := slices.ContainsFunc(f.Problems, func(p problem.Problem) bool { return p.Code == "check-relation" && p.Place == a.Place })
	switch {
	case a.Value == a.Value && !right:
		return "is another number"
	case a.Reason != "" && !right:
		return "is another reason"
	case a.Value == a.Value && a.Reason != "":
		return "has a value and a reason"
	case right && (m.value == m.value || m.reason != ""), checked:
		return ""
	case m.sure:
		return "is lost"
	case !cell && !slices.ContainsFunc(f.Problems, func(p problem.Problem) bool { return p.Code == "answer-row-missing" && p.Found == id }):
		return "is gone without a word at its cell"
	}
	return ""
}

// sameRow tells cells of one row: the problem may stand at the answer or at the reason.
func sameRow(a, b string) bool {
	r, _, ok := cellAt(a)
	s, _, good := cellAt(b)
	return ok && good && r == s
}
