package reconcile

import (
	"slices"

	"xephang/stages/claim"
)

// Said is what was said of one unit: the claims, in their order.
type Said struct {
	Unit   string
	Claims []int
}

// ByUnit lists, for every unit that a claim names or a verdict's evidence stands at, the claims about it: the way back
// from a cell to the texts. Units by code.
func ByUnit(claims []claim.Claim, verdicts []Verdict) (all []Said) {
	said := map[string][]int{}
	for i := range claims {
		codes := slices.Concat(claims[i].Units, claims[i].Codes)
		if i < len(verdicts) {
			for _, e := range verdicts[i].Evidence {
				codes = append(codes, e.Unit)
			}
		}
		slices.Sort(codes)
		for _, code := range slices.Compact(codes) {
			if code != "" {
				said[code] = append(said[code], i)
			}
		}
	}
	for code, list := range said {
		all = append(all, Said{code, list})
	}
	slices.SortFunc(all, func(a, b Said) int {
		if a.Unit < b.Unit {
			return -1
		}
		return 1
	})
	return all
}

// At lists the claims that one cell proves or disproves.
func At(verdicts []Verdict, ix, edition, unit, node string) (claims []int) {
	for _, v := range verdicts {
		if slices.ContainsFunc(v.Evidence, func(e Evidence) bool {
			return e.Index == ix && e.Edition == edition && e.Unit == unit && e.Node == node
		}) {
			claims = append(claims, v.Claim)
		}
	}
	return claims
}

// Tally counts verdicts.
func Tally(verdicts []Verdict) map[claim.Verdict]int {
	n := map[claim.Verdict]int{}
	for _, v := range verdicts {
		n[v.Is]++
	}
	return n
}
