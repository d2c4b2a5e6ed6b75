package rank

import (
	"cmp"
	"slices"
)

// Ties is what equal units get.
type Ties uint8

const (
	Competition Ties = iota // 1, 2, 2, 4: one more than the number of better units
	Dense                   // 1, 2, 2, 3: one more than the number of better values
	Ordinal                 // 1, 2, 3, 4: equal units by code
	Average                 // 1, 2.5, 2.5, 4: places are those of Competition, Averages tells the mean
)

// TiesOf reads index.yaml's ties; anything unknown is competition.
func TiesOf(name string) Ties {
	switch name {
	case "dense":
		return Dense
	case "ordinal":
		return Ordinal
	case "average":
		return Average
	}
	return Competition
}

// Rule says how places are given. Units are the codes by row, needed for Ordinal.
type Rule struct {
	Ties  Ties
	Units []string
}

// Rank writes the places of some rows (ascending) into dst, 1 for the greatest value, 0 where x is NaN, and returns how
// many have one. dst and x are by row of the table; other rows of dst are left as they are. No allocation once s has grown.
func (s *Scratch) Rank(dst []int32, x []float64, rows []int32, rule Rule) int32 {
	l := s.descending(x, rows)
	if len(l.items) < len(rows) {
		for _, row := range rows {
			dst[row] = 0
		}
	}
	if rule.Ties == Competition || rule.Ties == Average {
		l.compete(dst, x)
		return int32(len(l.items))
	}
	place := int32(0)
	for from := 0; from < len(l.items); {
		to := from + 1
		for to < len(l.items) && x[l.row(to)] == x[l.row(from)] {
			to++
		}
		equal := l.part(from, to)
		if rule.Ties == Dense {
			place++
		} else {
			place = int32(from)
			slices.SortFunc(equal.items, func(a, b uint64) int { return cmp.Compare(rule.Units[a&l.rows], rule.Units[b&l.rows]) })
		}
		for k := range equal.items {
			if rule.Ties == Ordinal {
				place++
			}
			dst[equal.row(k)] = place
		}
		from = to
	}
	return int32(len(l.items))
}

// compete gives sorted rows their competition places.
func (l list) compete(dst []int32, x []float64) {
	place, before := int32(0), ^uint64(0)
	for k, v := range l.items {
		if v^before > l.rows || x[v&l.rows] != x[before&l.rows] {
			place = int32(k + 1)
		}
		dst[v&l.rows], before = place, v
	}
}

// Averages writes the mean of the places that equal units share, from their competition places; NaN where place is 0.
func (s *Scratch) Averages(dst []float64, place []int32, rows []int32) {
	s.count = grow(s.count, len(rows)+1)
	clear(s.count)
	for _, row := range rows {
		s.count[place[row]]++
	}
	for _, row := range rows {
		if dst[row] = nan; place[row] > 0 {
			dst[row] = float64(place[row]) + float64(s.count[place[row]]-1)/2
		}
	}
}
