package sheet

import (
	"maps"
	"slices"
	"strconv"

	"xephang/stages/problem"
)

var ofTheSame = problem.Declare(problem.Kind{Code: "more-of-the-same",
	What:   tx("còn {count} chỗ khác cùng lỗi {code}", "{count} more of {code}"),
	Remedy: tx("sửa các chỗ đã nêu rồi chạy lại", "mend those listed and run again"),
	When:   tx("Một trang tính có quá nhiều lỗi cùng loại nên chỉ nêu những chỗ đầu tiên.", "A sheet has so many faults of one kind that only the first are listed.")})

// Tally counts problems by code, so that a broken sheet of a million rows does not drown the others.
type Tally struct{ seen map[string]int }

// More counts one and tells whether it is still to be listed.
func (r *Tally) More(code string) bool {
	if r.seen == nil {
		r.seen = map[string]int{}
	}
	r.seen[code]++
	return r.seen[code] <= maxReports
}

// Rest says how many were not listed.
func (r *Tally) Rest(at problem.Place) (ps problem.List) {
	for _, code := range slices.Sorted(maps.Keys(r.seen)) {
		if n := r.seen[code] - maxReports; n > 0 {
			ps.Add(ofTheSame.At(at, "", "count", strconv.Itoa(n), "code", code))
		}
	}
	return ps
}
