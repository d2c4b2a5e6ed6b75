package main

import (
	"flag"
	"fmt"
	"slices"
	"strconv"

	"xephang/stages/cube"
	"xephang/stages/rank"
)

func trendFlags(f *flag.FlagSet, o *options) {
	inputFlags(f, o)
	f.StringVar(&o.node, "node", "", "nút; mặc định là gốc / node; default the root")
	f.StringVar(&o.base, "base", "", "kỳ gốc; mặc định là kỳ đầu có điểm / base edition; default the first with a score")
}

// trend prints how the units moved over the editions: the compound annual growth of the score, the fitted change a year
// in per cent of the start, and the progress since a base edition, with the scale's end as the goal.
func trend(c console, o options, args []string) error {
	o.index = args[0]
	y, err := compute(c, o)
	if err != nil {
		return err
	}
	x := y.find(args[0])
	if x == nil {
		return usageError{fmt.Errorf("trend: không có chỉ số / no such index %q", args[0])}
	}
	last, table := x.edition(x.editions()[len(x.editions())-1])
	node := last.Root().ID
	if o.node != "" {
		id, ok := last.NodeByName(o.node)
		if !ok {
			return usageError{fmt.Errorf("trend: không có nút / no such node %q", o.node)}
		}
		node = id
	}
	if _, base := x.edition(o.base); o.base != "" && base == nil {
		return usageError{fmt.Errorf("trend: không có kỳ / no such edition %q", o.base)}
	}
	units := args[1:]
	if len(units) == 0 {
		units = table.Units
	}
	fmt.Fprintf(c.out, "%-8s %-24s %12s %12s %8s %9s %9s %9s\n", "", node, "từ/from", "đến/to", "CAGR %", "%/năm", "+/−", "% đích")
	for _, name := range units {
		code := name
		if u, ok := x.Registry.Match(name, 0); ok {
			code = u.Code
		}
		years, values := rank.Series(x.Cube, cube.Score, node, code)
		since(o.base, years, values)
		printTrend(c, x, code, years, values, last.Scale.To)
	}
	return nil
}

// since forgets what lies before the base edition.
func since(base string, years, values []float64) {
	from, ok := rank.Year(base)
	for i := range years {
		if ok && years[i] < from {
			values[i] = nan
		}
	}
}

func printTrend(c console, x *answer, code string, years, values []float64, goal float64) {
	first := slices.IndexFunc(values, func(v float64) bool { return v == v })
	if first < 0 {
		return
	}
	end := first
	for i := range values {
		if values[i] == values[i] {
			end = i
		}
	}
	u, _ := x.Registry.Unit(code)
	p := rank.Since(values[first], values[end], goal)
	fmt.Fprintf(c.out, "%-8s %-24s %5.0f %6.4f %5.0f %6.4f %8s %9s %+9.4f %9s\n", code, u.Name.In("vi"), years[first], values[first], years[end], values[end],
		percent(rank.CAGR(years, values)*100), percent(rank.PercentChange(years, values, 1)), p.Points, percent(p.Closed*100))
}

// percent prints a figure that may not exist.
func percent(v float64) string {
	if v != v || v > 1e9 || v < -1e9 {
		return "–"
	}
	return strconv.FormatFloat(v, 'f', 2, 64)
}
