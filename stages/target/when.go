package target

import (
	"fmt"
	"strings"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Grain is how exactly a day is known.
type Grain uint8

const (
	Day Grain = iota
	Month
	Year
)

// When is a day, or a month or a year of which the last day counts. The zero When is "not known".
type When struct {
	Date  units.Date // the last day of the span
	Grain Grain
}

// ParseWhen reads 2020-10-31, 2020-10 (its last day counts) and 2020; the empty text is the zero When.
func ParseWhen(s string) (When, error) {
	switch len(s) {
	case 4:
		d, err := units.ParseDate(s + "-12-31")
		return When{d, Year}.unless(err, s)
	case 7:
		d, err := units.ParseDate(s + "-01")
		if err == nil {
			d = d - 1 + units.Date(monthDays(d.Year(), int(d)/100%100))
		}
		return When{d, Month}.unless(err, s)
	}
	d, err := units.ParseDate(s)
	return When{d, Day}.unless(err, s)
}

func (w When) unless(err error, s string) (When, error) {
	if err != nil {
		return When{}, fmt.Errorf("date %q: want yyyy-mm-dd, yyyy-mm or yyyy", s)
	}
	return w, nil
}

// String writes the span as it was read: 2020-10-31, 2020-10 or 2020.
func (w When) String() string {
	s := w.Date.String()
	switch {
	case s == "":
	case w.Grain == Month:
		return s[:7]
	case w.Grain == Year:
		return s[:4]
	}
	return s
}

var months = strings.Fields("January February March April May June July August September October November December")

// Text is the span as readers see it: 31/10/2020, tháng 10/2020, năm 2020.
func (w When) Text() problem.Text {
	y, m, d := w.Date.Year(), int(w.Date)/100%100, int(w.Date)%100
	switch {
	case w.Date == 0 || m < 1 || m > 12:
		return problem.Text{}
	case w.Grain == Month:
		return problem.Text{VI: fmt.Sprintf("tháng %d/%d", m, y), EN: fmt.Sprintf("%s %d", months[m-1], y)}
	case w.Grain == Year:
		return problem.Text{VI: fmt.Sprintf("năm %d", y), EN: fmt.Sprint(y)}
	}
	return problem.Text{VI: fmt.Sprintf("ngày %d/%d/%d", d, m, y), EN: fmt.Sprintf("%d %s %d", d, months[m-1], y)}
}

func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// days numbers the days of the Gregorian calendar one after the other (Hinnant's days_from_civil).
func days(d units.Date) int {
	y, m, day := d.Year(), int(d)/100%100, int(d)%100
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy
}

// monthsBetween is the time from a to b in months of 365.25/12 days.
func monthsBetween(a, b units.Date) float64 { return float64(days(b)-days(a)) * 12 / 365.25 }
