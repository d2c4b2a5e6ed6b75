package view

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/rank"
	"xephang/stages/units"
)

func TestPlainRoundsTheDecimalHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     string
	}{
		{0.125, 2, "0.13"}, {-0.125, 2, "-0.13"}, {0.66665, 4, "0.6667"}, {2.5, 0, "3"}, {-2.5, 0, "-3"},
		{0.99999, 4, "1.0000"}, {9.99, 1, "10.0"}, {999.5, 0, "1000"}, {0, 3, "0.000"}, {-0.0004, 3, "0.000"},
		{1e-9, 4, "0.0000"}, {1e21, 0, "1000000000000000000000"}, {0.5, 4, "0.5000"}, {math.NaN(), 2, ""},
		{math.Inf(1), 2, ""}, {1.005, 2, "1.01"}, {0.285, 2, "0.29"}, {5e-324, 1, "0.0"}, {(0.1 + 0.2 + 0.00015) / 1, 4, "0.3002"}, {193, 0, "193"},
	} {
		if got := Plain(c.x, c.decimals); got != c.want {
			t.Errorf("Plain(%v, %d) = %q, want %q", c.x, c.decimals, got, c.want)
		}
	}
}

// On every decimal that can be printed the rule is exact: checked in whole numbers.
func TestRoundIsExactOnDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1e9).Draw(t, "n")
		digits := rapid.IntRange(0, 9).Draw(t, "digits of n behind the point")
		d := rapid.IntRange(0, digits).Draw(t, "decimals")
		scale := int64(math.Pow10(digits - d))
		want := (2*n + scale) / (2 * scale) // half up, in units of the last decimal
		x, _ := strconv.ParseFloat(fmt.Sprintf("%de-%d", n, digits), 64)
		got, _ := strconv.ParseInt(strings.Replace(Plain(x, d), ".", "", 1), 10, 64)
		if got != want {
			t.Fatalf("Plain(%v, %d) = %s, want %d units", x, d, Plain(x, d), want)
		}
		if Round(-x, d) != -Round(x, d) {
			t.Fatalf("Round is not symmetric at %v", x)
		}
	})
}

// What a page shows and what ranks are given on is one number.
func TestRoundIsThatOfTheRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.IntRange(0, 12).Draw(t, "decimals")
		x := rapid.Float64().Draw(t, "x")
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			x = float64(rapid.IntRange(-1e6, 1e6).Draw(t, "n")) / 1e5
		case 1:
			x = (rapid.Float64Range(0, 1).Draw(t, "a") + float64(rapid.IntRange(0, 1e5).Draw(t, "b"))/1e5 + 0.33335) / 3
		}
		if ours, theirs := Round(x, d), rank.Round(x, d); ours != theirs && !(ours != ours && theirs != theirs) {
			t.Fatalf("Round(%v, %d) = %v, rank has %v", x, d, ours, theirs)
		}
	})
}

func TestNumbersAsReadersWriteThem(t *testing.T) {
	for _, c := range []struct{ got, vi string }{
		{VI.Number(0.8241, 4), "0,8241"}, {EN.Number(0.8241, 4), "0.8241"},
		{VI.Number(1234567.5, 1), "1.234.567,5"}, {EN.Number(1234567.5, 1), "1,234,567.5"},
		{VI.Number(-0.5, 2), "−0,50"}, {VI.Number(math.NaN(), 2), "–"}, {Lang("").Number(0.5, 1), "0,5"},
		{VI.Whole(2000), "2.000"}, {EN.Whole(2000), "2,000"}, {VI.Whole(-999), "−999"},
		{VI.Signed(0.0123, 4), "+0,0123"}, {VI.Signed(-0.003, 4), "−0,0030"}, {VI.Signed(0, 2), "0,00"}, {VI.Signed(math.NaN(), 2), "–"},
		{VI.Percent(0.747, 1), "74,7\u00a0%"}, {EN.Percent(0.747, 1), "74.7%"}, {VI.Percent(0.575, 0), "58\u00a0%"},
		{VI.Percent(-0.014, 1), "−1,4\u00a0%"}, {VI.Percent(math.NaN(), 1), "–"},
		{VI.Rank(86, 193), "86/193"}, {VI.Rank(0, 193), "–"}, {VI.Rank(5, 0), "5"},
		{VI.Change(3), "▲\u00a03"}, {VI.Change(-2), "▼\u00a02"}, {VI.Change(0), "="},
		{VI.ChangeWords(3), "tăng 3 bậc"}, {VI.ChangeWords(-2), "giảm 2 bậc"}, {VI.ChangeWords(0), "giữ nguyên hạng"},
		{EN.ChangeWords(1), "up 1 place"}, {EN.ChangeWords(-12), "down 12 places"}, {EN.ChangeWords(0), "same rank"},
		{VI.Date(20200826), "26/8/2020"}, {EN.Date(20200826), "26 August 2020"}, {VI.Date(units.Date(0)), "–"},
		{VI.Bytes(812), "812\u00a0byte"}, {VI.Bytes(12_400), "12,4\u00a0KB"}, {EN.Bytes(3_000_000), "3.0\u00a0MB"},
		{VI.Exact(0.1 + 0.2), "0,3"}, {VI.Exact(1234.5), "1.234,5"}, {VI.Exact(math.NaN()), "–"},
	} {
		if c.got != c.vi {
			t.Errorf("got %q, want %q", c.got, c.vi)
		}
	}
}
