package foreign

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// extra is a line of iMeta that is no node: Group, Denominator or Other.
type extra struct {
	code, name, kind string
	place            problem.Place
}

// metaNumbers are the columns of iMeta that hold numbers, and what they must be.
var metaNumbers = map[string]problem.Text{
	"Level":     t("số nguyên từ 1, hoặc NA", "a whole number from 1, or NA"),
	"Direction": t("1 hoặc -1", "1 or -1"),
	"Weight":    t("số không âm", "a number not below 0"),
}

// readMeta reads the tree and what stands beside it.
func (p *project) readMeta(file File) {
	p.byCode = map[string]int{}
	f := p.readFrame(file)
	if f == nil || !p.needs(f, "Level", "iCode", "Parent", "Direction", "Type", "Weight") {
		return
	}
	lines := map[string]int{}
	for row := range f.rows {
		code, at := f.text(row, "iCode"), f.place(row, "iCode")
		switch first, twice := lines[code]; {
		case code == "":
			p.problems.Add(noCode.At(at, "", "column", "iCode"))
		case twice:
			p.problems.Add(twiceCode.At(at, code, "per_vi", ", đã có ở dòng "+strconv.Itoa(first), "per_en", ", it stands in line "+strconv.Itoa(first)+" already"))
		case !plainID.MatchString(code):
			p.problems.Add(badCode.At(at, code))
		default:
			lines[code] = at.Line
			p.variable(f, row, code, at)
		}
	}
	p.checkTree()
}

// variable takes one line by its type.
func (p *project) variable(f *frame, row int, code string, at problem.Place) {
	name := or(f.text(row, "iName"), code)
	switch kind := f.text(row, "Type"); kind {
	case "Indicator", "Aggregate":
		p.byCode[code] = len(p.nodes)
		p.nodes = append(p.nodes, p.nodeOf(f, row, code, name, kind == "Indicator"))
	case "Group", "Denominator", "Other":
		p.extras = append(p.extras, extra{code, name, kind, at})
	default:
		p.problems.Add(badType.At(f.place(row, "Type"), kind))
	}
}

// nodeOf reads an indicator or an aggregate.
func (p *project) nodeOf(f *frame, row int, code, name string, indicator bool) node {
	n := node{code: code, name: name, indicator: indicator, parent: f.text(row, "Parent"), unit: f.text(row, "Unit"), direction: 1,
		place: f.place(row, "iCode"), weight: p.meta(f, row, "Weight")}
	level := p.meta(f, row, "Level")
	if level > 0 && level == math.Trunc(level) {
		n.level = int(level)
	} else if level == level || n.parent != "" || !indicator {
		p.bad(f, row, "Level")
	}
	inside := n.level > 0 && n.parent != ""
	if inside && !(n.weight >= 0) {
		p.bad(f, row, "Weight")
	}
	if indicator {
		p.leaf(f, row, &n, inside)
	}
	return n
}

// leaf reads what only indicators have.
func (p *project) leaf(f *frame, row int, n *node, inside bool) {
	switch d := p.meta(f, row, "Direction"); {
	case d == 1 || d == -1:
		n.direction = int(d)
	case inside || d == d:
		p.bad(f, row, "Direction")
	}
	n.target = pointer(p.num(f, row, "Target", "một số hoặc NA", "a number or NA"))
	if p.set.denominate {
		n.per = f.text(row, "Denominator")
		if s := p.num(f, row, "ScaleFactor", "số dương hoặc NA", "a number above 0, or NA"); s > 0 {
			n.perScale = s
		}
	}
	p.posts(f, row, n)
}

// posts reads the goalposts, which stand in natural units.
func (p *project) posts(f *frame, row int, n *node) {
	number := func(column string) float64 { return p.num(f, row, column, "một số hoặc NA", "a number or NA") }
	lo, hi := number("goalpost_lower"), number("goalpost_upper")
	if lo != lo && hi != hi {
		return
	}
	if !(lo < hi) {
		p.problems.Add(badPosts.At(f.place(row, "goalpost_lower"), n.code))
		return
	}
	n.posts = &[2]float64{lo, hi}
	if s := number("goalpost_scale"); s > 0 {
		n.scale = s
	}
	n.open = strings.EqualFold(f.text(row, "goalpost_trunc2posts"), "FALSE") || f.text(row, "goalpost_trunc2posts") == "0"
}

// meta reads one of metaNumbers; NaN for NA.
func (p *project) meta(f *frame, row int, column string) float64 {
	return p.num(f, row, column, metaNumbers[column].VI, metaNumbers[column].EN)
}

// bad reports a number that is read but cannot be; a cell that is no number at all has been reported.
func (p *project) bad(f *frame, row int, column string) {
	i := f.at[column]
	if _, good := f.number(row, i); good {
		p.problems.Add(badNumber.At(f.place(row, column), f.rows[row].cells[i], "vi", metaNumbers[column].VI, "en", metaNumbers[column].EN))
	}
}

func pointer(x float64) *float64 {
	if x != x {
		return nil
	}
	return &x
}

// checkTree follows every node to the root.
func (p *project) checkTree() {
	children := map[string]int{}
	var roots []node
	top := 0
	for _, n := range p.nodes {
		top = max(top, n.level)
		switch {
		case n.parent != "":
			children[n.parent]++
			p.checkParent(n)
		case !n.indicator:
			roots = append(roots, n)
		}
	}
	for _, n := range p.nodes {
		if !n.indicator && children[n.code] == 0 {
			p.problems.Add(childless.At(n.place, n.code))
		}
	}
	if len(roots) != 1 {
		at := problem.Place{}
		var found []string
		for _, n := range roots {
			at = n.place
			found = append(found, n.code)
		}
		p.problems.Add(badRoot.At(at, strings.Join(found, ", "), "count", strconv.Itoa(len(roots))))
		return
	}
	p.root = roots[0].code
	p.top = top
}

// checkParent sees that the parent stands above; so no node can be its own ancestor.
func (p *project) checkParent(n node) {
	i, ok := p.byCode[n.parent]
	if !ok || p.nodes[i].indicator {
		p.problems.Add(noParent.At(n.place, n.parent))
		return
	}
	above := p.nodes[i].level
	if above <= n.level && above > 0 && n.level > 0 {
		p.problems.Add(badParent.At(n.place, n.code, "parent", n.parent, "level", strconv.Itoa(n.level)))
	} else if n.level > 0 && above > n.level+1 {
		p.problems.Add(skipped.At(n.place, n.code, "parent", n.parent))
	}
}

// indicators lists the indicators in the order of the input.
func (p *project) indicators() []node {
	return slices.DeleteFunc(slices.Clone(p.nodes), func(n node) bool { return !n.indicator })
}
