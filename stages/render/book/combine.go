package book

import (
	"strings"

	"xephang/stages/index"
)

// Combinations of parts as formulas, as stages/score computes them; its docstrings give the sources.

// operand is one part in a formula: the reference of its score, of its weight, and what its gap does.
type operand struct {
	x, w string
	seen string // the cell that tells whether it is there
	gap  string // exclude, zero, withhold
	mean string // ampi: the part's own mean and reach over the units
	wide string
}

// there is 1 where the part counts: it is present, or counts as zero.
func (o operand) there() string {
	if o.gap == "zero" {
		return "1"
	}
	return "ISNUMBER(" + o.x + ")"
}

// value is the part's score, 0 where it is missing and counts as zero.
func (o operand) value() string {
	if o.gap == "zero" {
		return "N(" + o.x + ")"
	}
	return o.x
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
		return func(parts []operand) string {
			var all []string
			for _, o := range parts {
				all = append(all, "IF("+o.w+">0,IF("+o.there()+","+o.value()+",1E+300),1E+300)")
			}
			list := strings.Join(all, ",")
			return "IF(MIN(" + list + `)=1E+300,"",MIN(` + list + "))"
		}
	case "mpi":
		return func(parts []operand) string { return penalised(parts, sign(m)) }
	case "ampi":
		return func(parts []operand) string {
			posted := make([]operand, len(parts))
			for i, o := range parts {
				posted[i] = o
				posted[i].x = "IF(" + o.wide + "=0,100,((" + o.value() + "-(" + o.mean + "-" + o.wide + "/2))/" + o.wide + "*60+70))"
			}
			return penalisedOver(parts, posted, sign(m))
		}
	}
	return nil
}

// sign of the penalty: −1 takes away, +1 adds.
func sign(m index.Method) string {
	if m.Arg(0) == "+" {
		return "+"
	}
	return "-"
}

func sum(parts []operand, of func(operand) string) string {
	all := make([]string, len(parts))
	for i, o := range parts {
		all[i] = of(o)
	}
	return "(" + strings.Join(all, "+") + ")"
}

func weighted(o operand) string { return o.w + "*N(" + o.x + ")" }

// counted is the text where the part counts and weighs, else 0.
func counted(o operand, text string) string {
	return "IF(" + o.w + "*" + o.there() + "<>0," + text + ",0)"
}

// total is the sum of the weights that count.
func total(parts []operand) string {
	return sum(parts, func(o operand) string {
		if o.gap == "exclude" {
			return o.w + "*ISNUMBER(" + o.x + ")"
		}
		return o.w
	})
}

// powerMean is (Σ w·xᵖ / Σ w)^(1/p); with p < 0 no part may be 0 or less.
func powerMean(parts []operand, p float64) string {
	text := "(" + sum(parts, func(o operand) string { return counted(o, o.w+"*"+o.value()+"^"+figure(p)) }) + "/" + total(parts) + ")^(1/" + figure(p) + ")"
	if p > 0 {
		return text
	}
	var all []string
	for _, o := range parts {
		all = append(all, "IF("+o.w+"*"+o.there()+"<>0,"+o.value()+",1)")
	}
	return "IF(MIN(" + strings.Join(all, ",") + `)<=0,"",` + text + ")"
}

// penalised is M ∓ S²/M, M the mean and S² = Σ w·x² / Σ w − M² the variance over the parts.
func penalised(parts []operand, sign string) string { return penalisedOver(parts, parts, sign) }

// penalisedOver takes the values of the parts from posted, and whether they count from the parts themselves.
func penalisedOver(parts, posted []operand, sign string) string {
	value := func(i int) string {
		if posted[i].x != parts[i].x {
			return posted[i].x
		}
		return parts[i].value()
	}
	first, second := make([]string, len(parts)), make([]string, len(parts))
	for i, o := range parts {
		first[i] = counted(o, o.w+"*"+value(i))
		second[i] = counted(o, o.w+"*("+value(i)+")^2")
	}
	m := "((" + strings.Join(first, "+") + ")/" + total(parts) + ")"
	s := "((" + strings.Join(second, "+") + ")/" + total(parts) + "-" + m + "^2)"
	return "IF(" + m + `<=0,"",` + m + sign + s + "/" + m + ")"
}
