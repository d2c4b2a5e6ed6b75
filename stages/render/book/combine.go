package book

import (
	"strings"

	"xephang/stages/index"
)

// Combinations of parts as formulas, as stages/score computes them; its docstrings give the sources. Terms are grouped by
// SUM and PRODUCT and not by brackets and signs: a reader sees the list, and excelize's calculator, the third that must
// agree, loses its way where functions and operators of different strength are mixed.

// operand is one part in a formula: the reference of its score, of its weight, and what its gap does.
type operand struct {
	x, w string
	seen string // the cell that tells whether it is there
	gap  string // exclude, zero, withhold
	mean string // ampi: the part's own mean and reach over the units
	wide string
}

// value is the part's score, 0 where it is missing and counts as zero.
func (o operand) value() string {
	if o.gap == "zero" {
		return "N(" + o.x + ")"
	}
	return o.x
}

// or is the part's score, or another text where it is missing.
func (o operand) or(text string) string {
	if o.gap == "zero" {
		return o.value()
	}
	return "IF(ISNUMBER(" + o.x + ")," + o.x + "," + text + ")"
}

// combination is a node's formula without its conditions; nil where it has none in Excel.
func combination(m index.Method) func(parts []operand) string {
	switch m.Name {
	case "", "mean", "arithmetic", "points":
		return func(parts []operand) string { return sum(parts, weighted) + "/" + total(parts) }
	case "geometric":
		return func(parts []operand) string {
			return "EXP(" + sum(parts, func(o operand) string { return counted(o, o.w+"*LN("+o.value()+")") }) + "/" + total(parts) + ")"
		}
	case "harmonic":
		return func(parts []operand) string {
			return total(parts) + "/" + sum(parts, func(o operand) string { return counted(o, o.w+"/"+o.value()) })
		}
	case "generalised":
		return func(parts []operand) string { return powerMean(parts, m.Number(0, 1)) }
	case "minimum":
		return minimum
	case "mpi":
		return func(parts []operand) string { return penalised(parts, operand.value, m.Arg(0) == "+") }
	case "ampi":
		return func(parts []operand) string { return penalised(parts, posted, m.Arg(0) == "+") }
	}
	return nil
}

// list writes a function over a text for each part.
func list(function string, parts []operand, of func(operand) string) string {
	all := make([]string, len(parts))
	for i, o := range parts {
		all[i] = of(o)
	}
	return function + "(" + strings.Join(all, ",") + ")"
}

func sum(parts []operand, of func(operand) string) string { return list("SUM", parts, of) }

func weighted(o operand) string { return o.w + "*N(" + o.x + ")" }

// counted is the text where the part counts and weighs, else 0.
func counted(o operand, text string) string {
	text = "IF(" + o.w + "<>0," + text + ",0)"
	if o.gap == "zero" {
		return text
	}
	return "IF(ISNUMBER(" + o.x + ")," + text + ",0)"
}

// total is the sum of the weights that count.
func total(parts []operand) string {
	return sum(parts, func(o operand) string {
		if o.gap == "exclude" {
			return "IF(ISNUMBER(" + o.x + ")," + o.w + ",0)"
		}
		return o.w
	})
}

// minimum is the least of the parts that are there and weigh.
func minimum(parts []operand) string {
	least := list("MIN", parts, func(o operand) string {
		return "IF(" + o.w + ">0," + o.or("1E+300") + ",1E+300)"
	})
	return "IF(" + least + `=1E+300,"",` + least + ")"
}

// powerMean is (Σ w·xᵖ / Σ w)^(1/p); with p < 0 no part may be 0 or less.
func powerMean(parts []operand, p float64) string {
	powers := sum(parts, func(o operand) string { return counted(o, o.w+"*POWER("+o.value()+","+figure(p)+")") })
	text := "POWER(" + powers + "/" + total(parts) + ",1/" + figure(p) + ")"
	if p > 0 {
		return text
	}
	return "IF(" + list("MIN", parts, func(o operand) string { return "IF(" + o.w + "<>0," + o.or("1") + ",1)" }) + `<=0,"",` + text + ")"
}

// penalised is M ∓ S²/M, M = F/T the mean and S² = Q/T − M² the variance over the parts, with F = Σ w·x, Q = Σ w·x² and
// T = Σ w: that is 2F/T − Q/F where the penalty is taken away, Q/F where it is added.
func penalised(parts []operand, value func(operand) string, add bool) string {
	first := sum(parts, func(o operand) string { return counted(o, o.w+"*"+value(o)) })
	second := sum(parts, func(o operand) string { return counted(o, o.w+"*POWER("+value(o)+",2)") })
	text := second + "/" + first
	if !add {
		text = "SUM(PRODUCT(2," + first + "/" + total(parts) + "),PRODUCT(-1," + text + "))"
	}
	return "IF(" + first + "/" + total(parts) + `<=0,"",` + text + ")"
}

// posted is a part between 70 and 130 by its own mean and reach, as the adjusted index puts it.
func posted(o operand) string {
	return "IF(" + o.wide + "=0,100,(" + o.value() + "-" + o.mean + "+" + o.wide + "/2)/" + o.wide + "*60+70)"
}
