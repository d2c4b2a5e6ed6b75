package forms

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Why a date is not read.
var (
	noYear   = tx("thiếu năm đủ bốn chữ số", "a year of four digits is missing")
	noDay    = tx("thiếu ngày", "the day is missing")
	noSuch   = tx("không có ngày này trong lịch; thứ tự là ngày/tháng/năm", "there is no such day; the order is day/month/year")
	noDate   = tx("không phải ngày tháng", "not a date")
	tooEarly = tx("năm ngoài khoảng 1945–2099", "a year outside 1945–2099")
)

var (
	marks      = regexp.MustCompile(`\s*([./-])\s*`)
	threeParts = regexp.MustCompile(`^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$`)
	twoParts   = regexp.MustCompile(`^(\d{1,4})[./-](\d{1,4})$`)
	inWords    = regexp.MustCompile(`^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?$`)
	monthOnly  = regexp.MustCompile(`^thang (\d{1,2})(?: nam| )?\s*(\d{4})?$`)
	yearOnly   = regexp.MustCompile(`^(?:nam )?(\d{4})$`)
)

// date reads a day: a date of the file, its serial number without its format, or text with day, month and year in
// Vietnam's order, or year first. Nothing is added that is not written: without a year there is no date.
func (x *paper) date(c sheet.Cell) (units.Date, *problem.Text) {
	switch c.Kind {
	case sheet.Date:
		return day(c.Text[:min(len(c.Text), 10)])
	case sheet.Number:
		return x.serial(c)
	case sheet.Text:
		return written(words(c))
	}
	return 0, &noDate
}

// serial reads a number: the serial of a day from 1945 on, else a date that was typed with a decimal mark (26.8).
func (x *paper) serial(c sheet.Cell) (units.Date, *problem.Text) {
	v := c.Number
	switch text, ok := x.book.Day(v); {
	case v >= 16_438 && v < 73_051 && ok: // 1945-01-01 to 2099-12-31
		return day(text)
	case v >= 1945 && v < 2100 && v == float64(int(v)):
		return 0, &noDay
	case v >= 1 && v < 32:
		return 0, &noYear
	}
	return 0, &noDate
}

func day(iso string) (units.Date, *problem.Text) {
	d, err := units.ParseDate(iso)
	switch {
	case err != nil || d == 0:
		return 0, &noSuch
	case d.Year() < 1945 || d.Year() > 2099:
		return 0, &tooEarly
	}
	return d, nil
}

// written reads a date of text.
func written(s string) (units.Date, *problem.Text) {
	s = strings.Join(strings.Fields(strings.TrimLeft(strings.Trim(s, " .,;"), "'’")), " ")
	tight := marks.ReplaceAllString(s, "$1")
	if m := threeParts.FindStringSubmatch(tight); m != nil {
		switch {
		case len(m[1]) == 4 && len(m[3]) <= 2:
			return civil(m[1], m[2], m[3])
		case len(m[1]) <= 2 && len(m[3]) == 4:
			return civil(m[3], m[2], m[1])
		}
		return 0, &noYear
	}
	if iso := tight; len(iso) > 10 && iso[4] == '-' && (iso[10] == 'T' || iso[10] == ' ') { // 2020-07-10T00:00:00
		return written(iso[:10])
	}
	if m := twoParts.FindStringSubmatch(tight); m != nil {
		if len(m[1]) == 4 || len(m[2]) == 4 {
			return 0, &noDay
		}
		return 0, &noYear
	}
	plain := units.Plain(s)
	if m := inWords.FindStringSubmatch(plain); m != nil {
		if m[3] == "" {
			return 0, &noYear
		}
		return civil(m[3], m[2], m[1])
	}
	if monthOnly.MatchString(plain) || yearOnly.MatchString(plain) {
		return 0, &noDay
	}
	return 0, &noDate
}

func civil(y, m, d string) (units.Date, *problem.Text) {
	n := [3]int{}
	for i, s := range []string{y, m, d} {
		n[i], _ = strconv.Atoi(s) // the pattern lets digits through only
	}
	return day(fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2]))
}
