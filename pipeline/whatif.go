package main

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/robust"
)

// otherwise are the choices that whatif makes differently; an empty one is as declared.
type otherwise struct {
	fill, treat, normalise, combine, weights string
	top                                      int
}

func whatIfFlags(f *flag.FlagSet, o *options) {
	inputFlags(f, o)
	w := &o.otherwise
	f.StringVar(&w.fill, "fill", "", "cách lấp chỗ trống khác, như median / another way to fill gaps")
	f.StringVar(&w.treat, "treat", "", "cách xử lý ngoại lai khác, như winsorise:5:log / another treatment of outliers")
	f.StringVar(&w.normalise, "normalise", "", "thang khác, như minmax:1:100 / another scale")
	f.StringVar(&w.combine, "combine", "", "phép tổng hợp khác, như geometric / another combination")
	f.StringVar(&w.weights, "weights", "", "trọng số khác, như osi=0.3,tii=0.4 / other weights")
	f.IntVar(&w.top, "top", 20, "số dòng, 0 là tất cả / how many lines, 0 for all")
}

// whatIf answers "why not a geometric mean?", "what if online services weighed 30 %?": it walks one edition once more
// with the choices that the flags change, and prints who would move. Nothing is published.
func whatIf(c console, o options, args []string) error {
	o.index = args[0]
	y, err := compute(c, o)
	if err != nil {
		return err
	}
	x := y.find(args[0])
	if x == nil {
		return usageError{fmt.Errorf("whatif: không có chỉ số / no such index %q", args[0])}
	}
	p, t := x.edition(args[1])
	if p == nil {
		return usageError{fmt.Errorf("whatif: %s: có các kỳ / has the editions %s", args[0], strings.Join(x.editions(), ", "))}
	}
	design, err := o.otherwise.design(p)
	if err != nil {
		return err
	}
	runs, found := robust.Replay(p, t, design, robust.Options{Groups: groupsOf(x.Input), Cube: x.Cube, Workers: o.jobs})
	if y.problems = found; found.Faults() > 0 || runs == nil {
		y.tell(c, true)
		return errFaults
	}
	return printMoves(c, x, t, runs, o.otherwise.top)
}

// design is the one draw that the flags describe.
func (w otherwise) design(p *index.Plan) (robust.Design, error) {
	var d robust.Drawn
	d.ID = "1"
	for _, m := range []struct {
		role index.Role
		text string
		to   *index.Method
	}{{index.Fill, w.fill, &d.Fill}, {index.Treat, w.treat, &d.Treat}, {index.Normalise, w.normalise, &d.Normalise}, {index.Combine, w.combine, &d.Combine}} {
		if m.text == "" {
			continue
		}
		method, wrong := index.ParseMethod(m.role, m.text, problem.Place{})
		if len(wrong) > 0 {
			return robust.Design{}, usageError{fmt.Errorf("whatif: %s", wrong[0].In("vi"))}
		}
		*m.to = method
	}
	design := robust.Design{}
	for _, pair := range strings.FieldsFunc(w.weights, func(r rune) bool { return r == ',' || r == ' ' }) {
		name, text, _ := strings.Cut(pair, "=")
		id, ok := p.NodeByName(name)
		weight, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil || weight < 0 || math.IsInf(weight, 0) {
			return design, usageError{fmt.Errorf("whatif: -weights %q: cần nút=số không âm / wants node=number from 0; có các nút / nodes: %s", pair, strings.Join(p.IDs(), ", "))}
		}
		design.Nodes, d.Weights = append(design.Nodes, id), append(d.Weights, weight)
	}
	design.Draws = []robust.Drawn{d}
	return design, nil
}

// printMoves prints the units by their rank under the other choices, and what that changes on the whole.
func printMoves(c console, x *answer, t *cube.Table, runs *robust.Runs, top int) error {
	var rows []int
	moved, most, leaders := 0, 0, true
	for row := range t.Units {
		now, _ := t.Rank(0, row)
		then := int(runs.Place[0][row])
		if now == 0 || then == 0 {
			continue
		}
		rows = append(rows, row)
		moved += bit(now != then)
		most = max(most, max(now-then, then-now))
		leaders = leaders && (now <= 5) == (then <= 5)
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(runs.Place[0][a], runs.Place[0][b]) })
	fmt.Fprintf(c.out, "%5s %5s %6s  %10s %10s  %s\n", "hạng", "nay", "đổi", "điểm mới", "điểm nay", "đơn vị")
	for _, row := range rows[:limit(len(rows), top)] {
		now, _ := t.Rank(0, row)
		u, _ := x.Registry.Unit(t.Units[row])
		fmt.Fprintf(c.out, "%5d %5d %+6d  %10.4f %10.4f  %s %s\n", runs.Place[0][row], now, now-int(runs.Place[0][row]),
			runs.Score[0][row], t.At(cube.Score, 0).At(row), t.Units[row], u.Name.In("vi"))
	}
	five := "năm đơn vị đầu giữ nguyên / the top five stay"
	if !leaders {
		five = "năm đơn vị đầu thay đổi / the top five change"
	}
	_, err := fmt.Fprintf(c.out, "%d/%d đơn vị đổi hạng, nhiều nhất %d bậc; %s / %d of %d ranks change, by %d at most\n", moved, len(rows), most, five, moved, len(rows), most)
	return err
}

func limit(n, top int) int {
	if top <= 0 {
		return n
	}
	return min(n, top)
}
