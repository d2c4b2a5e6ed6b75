package problem

import (
	"slices"
	"strings"
)

// Kind is one way in which an input can be wrong, declared once by the room that finds it:
//
//	var unknownUnit = problem.Declare(problem.Kind{
//		Code:     "unit-unknown",
//		What:     problem.Text{VI: "không nhận ra đơn vị", EN: "unknown unit"},
//		Expected: problem.Text{VI: "một trong: {candidates}", EN: "one of: {candidates}"},
//		Remedy:   problem.Text{VI: "sửa tên hoặc thêm bí danh vào units.csv", EN: "mend the name or add an alias to units.csv"},
//		When:     problem.Text{VI: "…", EN: "…"},
//	})
//
// {name} in a text is replaced by the argument of that name. When and Example are for the public catalogue.
type Kind struct {
	Code                         string
	Severity                     Severity
	What, Expected, Remedy, When Text
	Example                      string
}

var declared = map[string]*Kind{}

// Declare enters a kind into the catalogue; it is called from package variables only and panics on a code used twice.
func Declare(k Kind) *Kind {
	if _, twice := declared[k.Code]; twice || k.Code == "" {
		panic("problem: code declared twice or empty: " + k.Code)
	}
	declared[k.Code] = &k
	return &k
}

// Catalogue lists every declared kind by code, for the page that explains them.
func Catalogue() []Kind {
	var all []Kind
	for _, k := range declared {
		all = append(all, *k)
	}
	slices.SortFunc(all, func(a, b Kind) int { return strings.Compare(a.Code, b.Code) })
	return all
}

// At makes a problem of this kind. args come in pairs, name and value, for the {name} in its texts.
func (k *Kind) At(at Place, found string, args ...string) Problem {
	pairs := make([]string, len(args))
	for i := range args {
		pairs[i] = args[i]
		if i%2 == 0 {
			pairs[i] = "{" + args[i] + "}"
		}
	}
	fill := strings.NewReplacer(pairs...)
	say := func(t Text) Text { return Text{fill.Replace(t.VI), fill.Replace(t.EN)} }
	return Problem{Code: k.Code, Severity: k.Severity, Place: at, Found: found,
		What: say(k.What), Expected: say(k.Expected), Remedy: say(k.Remedy)}
}
