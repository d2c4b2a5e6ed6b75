package view

import (
	"slices"
	"strconv"
	"strings"

	"xephang/stages/claim"
)

// claimKeys are the groups that a claim belongs to, for the filter: its verdict, document, index and units.
func (r *Report) claimKeys(i int) string {
	c := &r.Claims[i]
	keys := []string{"v-" + string(r.verdict(i).Is), "d" + strconv.Itoa(slices.Index(r.documents(), c.Document))}
	if c.Index != "" {
		keys = append(keys, "i-"+Slug(c.Index))
	}
	for _, code := range r.named(i) {
		keys = append(keys, "u-"+Slug(code))
	}
	return strings.Join(keys, " ")
}

// named lists the units that a claim is about, each once.
func (r *Report) named(i int) (codes []string) {
	for _, code := range slices.Concat(r.Claims[i].Units, r.Claims[i].Codes) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// claimFilters offers what the claims listed have: verdicts, documents, units, indices.
func (r *Report) claimFilters(l Lang, claims []int) []Filter {
	verdict := Filter{ID: "ket-luan", Label: l.Say("press.filter.verdict")}
	for _, v := range claim.Verdicts {
		if slices.ContainsFunc(claims, func(i int) bool { return r.verdict(i).Is == v }) {
			verdict.Options = append(verdict.Options, Option{"v-" + string(v), l.In(v.Name())})
		}
	}
	document := Filter{ID: "van-ban", Label: l.Say("press.filter.document")}
	for k, d := range r.documents() {
		if slices.ContainsFunc(claims, func(i int) bool { return r.Claims[i].Document == d }) {
			document.Options = append(document.Options, Option{"d" + strconv.Itoa(k), baseName(d)})
		}
	}
	all := []Filter{verdict, document, r.unitFilter(l, claims), r.indexFilter(l, claims)}
	return slices.DeleteFunc(all, func(f Filter) bool { return len(f.Options) < 2 })
}

func (r *Report) unitFilter(l Lang, claims []int) Filter {
	f := Filter{ID: "don-vi", Label: l.Say("press.filter.unit")}
	var codes []string
	for _, i := range claims {
		codes = append(codes, r.named(i)...)
	}
	r.ByName(l, codes)
	for _, code := range slices.Compact(codes) {
		f.Options = append(f.Options, Option{"u-" + Slug(code), r.Name(l, code)})
	}
	return f
}

func (r *Report) indexFilter(l Lang, claims []int) Filter {
	f := Filter{ID: "chi-so", Label: l.Say("press.filter.index")}
	for _, b := range r.Boards {
		if slices.ContainsFunc(claims, func(i int) bool { return r.Claims[i].Index == b.ID }) {
			f.Options = append(f.Options, Option{"i-" + Slug(b.ID), l.In(b.Name)})
		}
	}
	return f
}
