// Package units knows who is ranked: names, aliases, kinds, groups, validity dates, predecessors and successors.
// It parses bytes that it is handed (extract opens the files) and finds a unit by any way its name is written, at a
// date. extract stands before it; index, claim, rank and render ask it.
package units

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"xephang/stages/problem"
)

// Date is a calendar day as yyyymmdd; 0 is "open": the beginning or the end of time.
type Date int

// ParseDate reads 2025-06-30; the empty string is 0.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	p := strings.Split(s, "-")
	if len(p) != 3 || len(p[0]) != 4 || len(p[1]) != 2 || len(p[2]) != 2 {
		return 0, fmt.Errorf("date %q: want yyyy-mm-dd", s)
	}
	n, err := strconv.ParseUint(p[0]+p[1]+p[2], 10, 32)
	d := Date(n)
	if err != nil || d.Year() < 1 || d.day().Format("20060102") != p[0]+p[1]+p[2] {
		return 0, fmt.Errorf("date %q: no such day", s)
	}
	return d, nil
}

func (d Date) day() time.Time {
	return time.Date(d.Year(), time.Month(d/100%100), int(d%100), 0, 0, 0, 0, time.UTC)
}

// before is the day before, 0 for 0.
func (d Date) before() Date {
	if d == 0 {
		return 0
	}
	y, m, n := d.day().AddDate(0, 0, -1).Date()
	return Date(y*10000 + int(m)*100 + n)
}

// String is the date as 2025-06-30, empty for 0.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100)
}

// Year of the date.
func (d Date) Year() int { return int(d) / 10000 }

// Unit is a public body or a country, as it was between From and To (inclusive; 0 = open).
type Unit struct {
	Code     string // VNM, P-HNO, M-BTC
	Kind     string // country, province, ministry, agency, …: what index.yaml's units: lists
	Name     problem.Text
	Full     string // official Vietnamese name with its head word ("Tỉnh Hà Giang")
	Aliases  []string
	Groups   []Membership
	GSO      string // code of the General Statistics Office, as text ("01")
	From, To Date
	Note     problem.Text
	Place    problem.Place // its row in units.csv

	Confidence, Source string // what units.csv says of the row: high, medium, recalled; address
}

// Valid tells whether the unit existed on the day; 0 asks for no day and is always valid.
func (u Unit) Valid(at Date) bool {
	return at == 0 || (u.From == 0 || u.From <= at) && (u.To == 0 || at <= u.To)
}

// span is the unit's validity as 2004-01-01..2025-06-30, either end open.
func (u Unit) span() string { return u.From.String() + ".." + u.To.String() }

// Membership of a group of a scheme between two dates: {sub_region, South-eastern Asia}, {asean, ASEAN, from 2025-10-26}.
type Membership struct {
	Scheme, Group string
	From, To      Date
}

// Group of the unit in a scheme on a day; empty where it has none.
func (u Unit) Group(scheme string, at Date) string {
	for _, m := range u.Groups {
		if m.Scheme == scheme && (at == 0 || (m.From == 0 || m.From <= at) && (m.To == 0 || at <= m.To)) {
			return m.Group
		}
	}
	return ""
}

// Succession is one line of succession.csv: what became of a unit.
type Succession struct {
	Predecessor, Successor string
	Date                   Date
	Change                 string // merge, rename, split, absorb, part
	Whole                  bool   // the whole unit went over
	Basis, Source          string
	Place                  problem.Place
}

// ByCode orders units by code.
func ByCode(a, b Unit) int { return cmp.Compare(a.Code, b.Code) }
