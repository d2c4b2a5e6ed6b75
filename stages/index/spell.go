package index

import (
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// spellPart fills {n} with an argument, {n%} with it as a percentage, {n±} with the way of an adjustment and {n.} with
// nothing (the words before it stand where the argument does). An argument that is missing leaves its braces.
func spellPart(s string, args []string, lang string) string {
	var pairs []string
	for i, arg := range args {
		n := "{" + strconv.Itoa(i)
		pairs = append(pairs, n+"}", written(arg, lang), n+"%}", percent(arg, lang), n+"±}", leaning(arg).In(lang), n+".}", "")
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// written is an argument as readers write it: a decimal comma in Vietnamese, a minus sign, the word for a transformation.
func written(arg, lang string) string {
	if t, ok := transformations[arg]; ok {
		return t.In(lang)
	}
	if _, ok := parseNumber(arg); !ok {
		return arg
	}
	arg = strings.Replace(arg, "-", "−", 1)
	if lang == "vi" {
		arg = strings.Replace(arg, ".", ",", 1)
	}
	return arg
}

var transformations = map[string]problem.Text{
	"log":      {VI: "lôgarit", EN: "logarithm"},
	"log-plus": {VI: "lôgarit có lật chiều", EN: "logarithm, mirrored where skewed to the left"},
	"box-cox":  {VI: "Box–Cox", EN: "Box–Cox"},
}

func percent(arg, lang string) string {
	x, _ := parseNumber(arg)
	return written(strconv.FormatFloat(x*100, 'g', 6, 64), lang) + " %"
}

func leaning(sign string) problem.Text {
	if sign == "+" {
		return problem.Text{VI: "chênh lệch làm tăng điểm", EN: "imbalance adds to the score"}
	}
	return problem.Text{VI: "chênh lệch làm giảm điểm", EN: "imbalance takes from the score"}
}

// said prints a number for readers.
func said(x float64, lang string) string { return written(strconv.FormatFloat(x, 'f', -1, 64), lang) }
