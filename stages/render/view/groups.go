package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// groupKey is the short word by which rows and filters name a group: the scheme's and the group's numbers.
func groupKey(scheme, group int) string {
	return "g" + strconv.Itoa(scheme) + "-" + strconv.Itoa(group)
}

// groupKeys gives the words of a unit's groups in the schemes that the edition can be filtered by.
func (r *Report) groupKeys(e *Edition) func(code string) string {
	numbers := map[[2]string]string{}
	for i, scheme := range e.Rank.Groups {
		for k, g := range r.Units.Groups(scheme) {
			numbers[[2]string{scheme, g}] = groupKey(i, k)
		}
	}
	return func(code string) string {
		u, _ := r.Units.Unit(code)
		var keys []string
		for _, scheme := range e.Rank.Groups {
			if k, ok := numbers[[2]string{scheme, u.Group(scheme, e.AsOf)}]; ok {
				keys = append(keys, k)
			}
		}
		return strings.Join(keys, " ")
	}
}

// filters offers, for every scheme of the index, the groups that have a unit in the edition.
func (r *Report) filters(l Lang, e *Edition) (all []Filter) {
	for i, scheme := range e.Rank.Groups {
		here := map[string]bool{}
		for _, row := range e.order {
			u, _ := r.Units.Unit(e.Table.Units[row])
			here[u.Group(scheme, e.AsOf)] = true
		}
		f := Filter{ID: "loc-" + strconv.Itoa(i), Label: l.In(r.Units.SchemeName(scheme))}
		for k, g := range r.Units.Groups(scheme) {
			if here[g] {
				f.Options = append(f.Options, Option{groupKey(i, k), l.In(r.Units.GroupName(scheme, g))})
			}
		}
		if len(f.Options) > 0 {
			all = append(all, f)
		}
	}
	return all
}

// groupTable compares the groups of the first scheme: how many are ranked, their mean score, who is highest. It is made
// only where every ranked unit has a score, so that no mean hides a gap; nil otherwise.
func (r *Report) groupTable(l Lang, e *Edition) (*Table, string) {
	ranked := e.ranked(e.order)
	if len(e.Rank.Groups) == 0 || len(ranked) < 10 || len(e.Table.Blocks) > 1 {
		return nil, ""
	}
	scheme := e.Rank.Groups[0]
	of, known := map[string][]int{}, []string{}
	for _, row := range ranked {
		u, _ := r.Units.Unit(e.Table.Units[row])
		g := u.Group(scheme, e.AsOf)
		if s := e.Standing(0, row); s.Score != s.Score {
			return nil, ""
		}
		if len(of[g]) == 0 && g != "" {
			known = append(known, g)
		}
		of[g] = append(of[g], row)
	}
	slices.SortStableFunc(known, func(a, b string) int { return -cmp.Compare(e.mean(of[a]), e.mean(of[b])) })
	name := l.In(r.Units.SchemeName(scheme))
	t := &Table{ID: "theo-nhom", Sortable: true, Caption: l.Say("rank.groups", "scheme", lower(name), "index", e.Board.Abbr(l), "edition", e.Edition.ID),
		Columns: []Column{{Label: name}, {Label: l.Say("col.count"), Number: true}, {Label: l.Say("col.mean"), Number: true}, {Label: l.Say("col.highest")}, {Label: l.Say("col.score"), Number: true}}}
	for _, g := range known {
		best := e.Standing(0, of[g][0])
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.In(r.Units.GroupName(scheme, g)), Head: true}, l.count(len(of[g])),
			l.num(e.mean(of[g]), e.Scale.Decimals), link(r.Name(l, e.Table.Units[of[g][0]]), r.UnitHref(e.Table.Units[of[g][0]])), l.num(best.Score, best.Decimals)}})
	}
	return t, l.Say("rank.h.groups", "scheme", lower(name))
}

// mean of the root's scores, unrounded.
func (e *Edition) mean(rows []int) float64 {
	sum := 0.0
	for _, row := range rows {
		sum += e.Standing(0, row).Score
	}
	return sum / float64(len(rows))
}

// lower puts a name in running text: "Vùng" becomes "vùng".
func lower(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
