package problem

import (
	"slices"
	"strings"
	"testing"
)

func TestProblemSaysPlaceFoundExpectedRemedy(t *testing.T) {
	k := Kind{Code: "unit-unknown", What: Text{"không nhận ra đơn vị", "unknown unit"},
		Expected: Text{"một trong: {candidates}", "one of: {candidates}"}, Remedy: Text{"sửa tên", "mend the name"}}
	p := k.At(Place{File: "data/x.xlsx", Sheet: "Bảng", Cell: "B7"}, "Ha Gian", "candidates", "Hà Giang, Hậu Giang")
	if got, want := p.In("vi"), "data/x.xlsx [Bảng!B7]: không nhận ra đơn vị “Ha Gian”; cần: một trong: Hà Giang, Hậu Giang; cách sửa: sửa tên [unit-unknown]"; got != want {
		t.Errorf("vi:\n%s\nwant\n%s", got, want)
	}
	if got, want := p.In("en"), "data/x.xlsx [Bảng!B7]: unknown unit “Ha Gian”; expected: one of: Hà Giang, Hậu Giang; remedy: mend the name [unit-unknown]"; got != want {
		t.Errorf("en:\n%s\nwant\n%s", got, want)
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		place Place
		want  string
	}{
		{Place{}, ""}, {Place{File: "a.yaml", Line: 3, Column: 7}, "a.yaml:3:7"}, {Place{File: "a.txt", Line: 3}, "a.txt:3"},
		{Place{File: "a.xlsx", Sheet: "S"}, "a.xlsx [S]"}, {Place{File: "a.csv", Cell: "C4"}, "a.csv [C4]"},
	} {
		if got := c.place.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.place, got, c.want)
		}
	}
}

func TestSortIsOneOrder(t *testing.T) {
	at := func(file, cell, code string) Problem {
		return Problem{Code: code, Place: Place{File: file, Cell: cell}}
	}
	want := List{at("a", "B2", "x"), at("a", "B10", "x"), at("a", "C10", "a"), at("b", "A1", "x")}
	for range 24 {
		l := slices.Clone(want)
		slices.Reverse(l)
		l[0], l[2] = l[2], l[0]
		l.Sort()
		if !slices.Equal(l, want) {
			t.Fatalf("%v", l)
		}
	}
}

func TestDeclareOnce(t *testing.T) {
	Declare(Kind{Code: "test-once"})
	defer func() {
		delete(declared, "test-once")
		if recover() == nil {
			t.Error("a code was declared twice")
		}
	}()
	Declare(Kind{Code: "test-once"})
}

func TestTextFallsBack(t *testing.T) {
	if (Text{VI: "một"}).In("en") != "một" || (Text{EN: "one"}).In("vi") != "one" || (Text{"một", "one"}).In("en") != "one" {
		t.Error("language")
	}
	if got := (List{{Severity: Doubt}, {}, {Severity: Fault}}).Faults(); got != 2 {
		t.Errorf("faults %d", got)
	}
	if s := Fault.String() + Doubt.String(); !strings.Contains(s, "doubt") {
		t.Error(s)
	}
}
