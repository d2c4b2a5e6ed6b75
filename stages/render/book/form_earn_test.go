package book

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/render/view"
)

func rulesPlan(t testing.TB) *index.Plan {
	t.Helper()
	src, err := os.ReadFile("testdata/forms/rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("rules.yaml", "quy-tac", src, nil)
	sound(t, ps)
	return ix.Plans[0]
}

// answered fills a form by chance: figures in and out of range, lists, reasons, gaps.
func answered(p *index.Plan, random *rand.Rand) *form.Filing {
	f := &form.Filing{Answers: map[string]form.Answer{}, Self: map[string]form.Self{}}
	for _, c := range form.Layout(p) {
		for _, a := range c.Asks {
			if _, twice := f.Answers[a.ID]; twice {
				continue
			}
			switch random.IntN(12) {
			case 0:
				f.Answers[a.ID] = form.Answer{Value: math.NaN()}
			case 1:
				f.Answers[a.ID] = form.Answer{Value: math.NaN(), Reason: index.Reasons[random.IntN(len(index.Reasons))]}
			default:
				f.Answers[a.ID] = form.Answer{Value: drawn(a.Answer, random)}
			}
		}
	}
	return f
}

func drawn(a index.Answer, random *rand.Rand) float64 {
	switch a.Type {
	case "yes_no":
		return float64(random.IntN(2))
	case "choice":
		return a.Choices[random.IntN(len(a.Choices))].Value
	case "percent":
		return float64(random.IntN(101)) / 100
	case "count":
		return float64(random.IntN(121))
	}
	return float64(random.IntN(4001)-2000) / 200
}

// engine is what the stage normalise gives one unit, in points.
func engine(c form.Criterion, answer func(string) float64) float64 {
	over := func(expression string) []float64 {
		f := c.Formula(expression)
		columns := make([][]float64, len(f.Names))
		for i, n := range f.Names {
			columns[i] = []float64{answer(n)}
		}
		return f.Over(columns, 1)
	}
	p := normalise.Points{Rule: c.RuleOf(), Most: c.Points, Direction: c.Direction, Missing: c.Missing, Values: over}
	dst := []float64{math.NaN()}
	x := []float64{answer(c.ID)}
	if c.Value != "" {
		x = over(c.Value)
	}
	if c.Per != "" { // as extract derives it
		x[0] = x[0] / (answer(c.Per) / max(c.PerScale, 1))
		if math.IsInf(x[0], 0) {
			x[0] = math.NaN()
		}
	}
	if normalise.Compound(p.Rule) {
		p.Share(dst, nil)
	} else if c.Range == nil || !(x[0] < c.Range[0] || x[0] > c.Range[1]) {
		p.Share(dst, x)
	}
	return dst[0] * c.Points
}

// TestEarnedIsTheEngines: the points that a form works out are those of the stage normalise.
func TestEarnedIsTheEngines(t *testing.T) {
	p, random := rulesPlan(t), rand.New(rand.NewPCG(1, 2))
	earned := 0
	for range 400 {
		b := newForm(p, hanoi, nil, answered(p, random))
		for _, c := range form.Layout(p) {
			if !c.Earns() {
				continue
			}
			got, want := c.Earned(b.number), engine(c, b.number)
			if got == got {
				earned++
			}
			if !near(got, want) {
				t.Fatalf("%s: %v, the engine gives %v for %+v", c.ID, got, want, b.f.Answers)
			}
		}
	}
	if earned < 4000 {
		t.Errorf("only %d points earned: does the test still fill forms in?", earned)
	}
}

// TestFormsRecalculate: LibreOffice works out the same points, checks and progress of forms as we put beside the formulas.
func TestFormsRecalculate(t *testing.T) {
	p, random := rulesPlan(t), rand.New(rand.NewPCG(3, 4))
	books, forms := map[string][]byte{}, map[string]*formBook{}
	for i := range 12 {
		f := answered(p, random)
		f.Self["hand"] = form.Self{Points: 2.5}
		if i == 0 {
			f = nil
		}
		name := fmt.Sprint("form", i)
		b := newForm(p, hanoi, nil, f)
		b.fill()
		bytes, err := b.bytes()
		if err != nil {
			t.Fatal(err)
		}
		books[name], forms[name] = bytes, newForm(p, hanoi, nil, f)
		forms[name].lists = b.lists
	}
	cells := 0
	for name, f := range office(t, books) {
		b := forms[name]
		read := func(sheet, at string) string {
			s, err := f.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		for i, row := range b.rows {
			at := formFirst + i
			if row.c != nil && b.earned(row.c) != "" {
				cells++
				self := read(form.SheetAnswers, ref(columnOf(form.ColSelf), at))
				got, err := strconv.ParseFloat(self, 64)
				if err != nil {
					got = math.NaN()
				}
				if want := b.points(row.c); self != "" && err != nil || !near(got, want) {
					t.Errorf("%s, %s: %q, we say %v", name, row.c.ID, self, want)
				}
			}
			if c, is := b.check(row, at, row.c != nil && b.byHand(row.c)).(cell); is {
				if got := read(form.SheetAnswers, ref(columnOf(form.ColCheck), at)); got != c.value {
					t.Errorf("%s, check of %s: %q, we say %q", name, row.key, got, c.value)
				}
			}
			if len(row.parts) > 0 {
				_, want := b.subtotal(row)
				if got, _ := strconv.ParseFloat(read(form.SheetAnswers, ref(columnOf(form.ColSelf), at)), 64); !near(got, want) {
					t.Errorf("%s, sum of %s: %v, we say %v", name, row.name, got, want)
				}
			}
		}
		done, review := b.progress()
		cover := everything(t, f, form.SheetCover)
		for key, want := range map[string]int{"form.l.done": done, "form.l.review": review} {
			if line := view.VI.Say(key) + "\t" + strconv.Itoa(want); !strings.Contains(cover, line) {
				t.Errorf("%s: the cover lacks %q", name, line)
			}
		}
	}
	t.Logf("%d self-scores recalculated in %d forms", cells, len(books))
}

// TestByHand: what has no formula is entered by hand; what depends on others has no self-score.
func TestByHand(t *testing.T) {
	b := newForm(rulesPlan(t), hanoi, nil, nil)
	b.lists["yes_no"] = "x"
	want := map[string]string{"hand": "by hand", "rel": "none", "rel2": "none"}
	for i := range b.asked {
		c := &b.asked[i]
		got := "formula"
		switch {
		case b.byHand(c):
			got = "by hand"
		case b.earned(c) == "":
			got = "none"
		}
		if w := want[c.ID]; w == "" && got != "formula" || w != "" && got != w {
			t.Errorf("%s: %s", c.ID, got)
		}
	}
}
