package book

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// Rows of the sheets that are filled in: title, who and how, way back, ids (hidden), heads, then what is asked.
const (
	formIDs   = 4
	formHeads = 5
	formFirst = 6
)

// formRow is a row of the answers sheet: a heading of the tree, a criterion, an answer, or both in one.
type formRow struct {
	key   string
	name  string
	how   string
	depth int             // of a heading, from 1; 0: no heading
	total bool            // the last heading, over all
	c     *form.Criterion // its self-score, explanation and evidence stand here
	ask   *form.Ask       // its answer and reason stand here
	parts []int           // rows whose points a heading adds up
	most  float64         // maximum
}

// order lays out the rows: headings before what is under them, a criterion above its answers, the total at the end.
func (b *formBook) order() {
	total := formRow{key: form.HeadingKey(b.p.Root().ID), name: view.VI.Say("form.total"), depth: 1, total: true}
	var open []*index.PlanNode
	var at []int // positions of the open headings in rows
	count := map[int]int{}
	beside := false
	for i := range b.asked {
		c := &b.asked[i]
		k := 0
		for k < len(open) && k < len(c.Path) && open[k] == c.Path[k] {
			k++
		}
		open, at = open[:k], at[:k]
		for _, n := range c.Path[k:] {
			number := b.numbered(at, count)
			b.rows = append(b.rows, formRow{key: form.HeadingKey(n.ID), name: titled(number, n), depth: len(at) + 1, most: n.Points})
			b.under(at, len(b.rows)-1, &total)
			open, at = append(open, n), append(at, len(b.rows)-1)
		}
		if c.Parent < 0 && c.Col > 0 && !beside {
			b.rows, beside = append(b.rows, formRow{name: view.VI.Say("form.beside"), depth: 1}), true
		}
		number := ""
		if !beside {
			number = b.numbered(at, count)
		}
		b.criterion(c, number)
		if c.Points > 0 && !beside && !c.Measured {
			b.under(at, b.scores[c.ID]-formFirst, &total)
		}
	}
	if len(total.parts) > 0 {
		b.rows = append(b.rows, total)
		b.sums()
	}
}

// numbered gives the outline number of what comes next under the open headings: "2.", "2.3.".
func (b *formBook) numbered(at []int, count map[int]int) (s string) {
	parent := -1
	for _, i := range at {
		s += strconv.Itoa(count[parent]) + "."
		parent = i
	}
	count[parent]++
	return s + strconv.Itoa(count[parent]) + ". "
}

// titled is a node's name behind its outline number, unless it brings a number of its own.
func titled(number string, n *index.PlanNode) string {
	name := view.VI.In(n.Name)
	if name == "" {
		name = n.ID
	}
	if c, _ := utf8.DecodeRuneInString(name); unicode.IsDigit(c) {
		return name
	}
	return number + name
}

// under makes a row a part of the heading that is open, or of the total.
func (b *formBook) under(at []int, row int, total *formRow) {
	if len(at) == 0 {
		total.parts = append(total.parts, row)
		return
	}
	h := &b.rows[at[len(at)-1]]
	h.parts = append(h.parts, row)
}

// criterion adds the rows of one criterion.
func (b *formBook) criterion(c *form.Criterion, number string) {
	how := view.VI.Scored(b.p, *c)
	if len(c.Asks) == 1 && c.Asks[0].Own && c.Asks[0].First {
		b.rows = append(b.rows, formRow{key: form.AnswerKey(c.ID), name: titled(number, c.PlanNode), how: below(how, view.VI.In(c.Asks[0].Help)), c: c, ask: &c.Asks[0], most: c.Points})
		b.scores[c.ID], b.answers[c.ID] = b.here(), b.here()
		return
	}
	var earlier []string
	for _, a := range c.Asks {
		if !a.First {
			earlier = append(earlier, a.ID)
		}
	}
	if len(earlier) > 0 {
		how = below(how, view.VI.Say("form.uses", "answers", view.VI.List(earlier)))
	}
	b.rows = append(b.rows, formRow{key: form.CriterionKey(c.ID), name: titled(number, c.PlanNode), how: how, c: c, most: c.Points})
	b.scores[c.ID] = b.here()
	for k := range c.Asks {
		if a := &c.Asks[k]; a.First {
			b.rows = append(b.rows, formRow{key: form.AnswerKey(a.ID), name: view.VI.In(a.Name), how: view.VI.In(a.Help), ask: a})
			b.answers[a.ID] = b.here()
		}
	}
}

// here is the sheet's number of the row that was added last.
func (b *formBook) here() int { return formFirst + len(b.rows) - 1 }

// sums fills in the maxima of headings that declare none, from the innermost outward, and drops headings without points.
func (b *formBook) sums() {
	for i := len(b.rows) - 2; i >= 0; i-- {
		b.sum(i)
	}
	b.sum(len(b.rows) - 1)
}

func (b *formBook) sum(i int) {
	h := &b.rows[i]
	if h.depth == 0 {
		return
	}
	h.parts = slices.DeleteFunc(h.parts, func(k int) bool { return b.rows[k].most == 0 })
	sum := 0.0
	for _, k := range h.parts {
		sum += b.rows[k].most
	}
	h.most = sum
}

// below puts two texts below each other.
func below(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}
