package sheet

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	nan      = math.NaN()
	unit     = &[2]float64{0, 1}
	hundred  = &[2]float64{0, 100}
	anything Style
	machines = Style{Machine: true}
	inUnit   = Style{Range: unit}
	commas   = Style{Decimal: ','}
	dots     = Style{Decimal: '.'}
	percents = Style{Percent: true}
	yesno    = Style{YesNo: true}
)

var numbers = []struct {
	text  string
	style Style
	is    Outcome
	value float64
}{
	// rule 1: blanks, full-width forms, minus signs
	{" 0,5 ", anything, Figure, 0.5}, {"\u00a00,5\u00a0", anything, Figure, 0.5}, {"\u202f7", anything, Figure, 7}, {"\ufeff12,5", anything, Figure, 12.5},
	{"\u200b3\u200b", anything, Figure, 3}, {"０，９０３９", anything, Figure, 0.9039}, {"１２", anything, Figure, 12}, {"７４．７％", anything, Figure, 0.747},
	{"−0,5", anything, Figure, -0.5}, {"‒2", anything, Figure, -2}, {"–3,25", anything, Figure, -3.25}, {"- 5", anything, Figure, -5}, {"－4", anything, Figure, -4},
	{"\t8\r\n", anything, Figure, 8}, {"\u00ad9", anything, Figure, 9},
	// rule 2: no figure
	{"", anything, Missing, nan}, {"   ", anything, Missing, nan}, {"\u00a0", anything, Missing, nan}, {"-", anything, Missing, nan}, {"–", anything, Missing, nan},
	{"—", anything, Missing, nan}, {"--", anything, Missing, nan}, {"..", anything, Missing, nan}, {"…", anything, Missing, nan}, {"n/a", anything, Missing, nan},
	{"N/A", anything, Missing, nan}, {"NA", anything, Missing, nan}, {"n.a.", anything, Missing, nan}, {"NaN", anything, Missing, nan}, {"null", anything, Missing, nan},
	{"k.c.", anything, Missing, nan}, {"Không có số liệu", anything, Missing, nan}, {"không áp dụng", anything, Missing, nan}, {"NA", machines, Missing, nan}, {"", machines, Missing, nan},
	// rule 3: error values
	{"#REF!", anything, Broken, nan}, {"#DIV/0!", anything, Broken, nan}, {"#N/A", anything, Broken, nan}, {"#NAME?", anything, Broken, nan}, {"#VALUE!", anything, Broken, nan},
	{"#NUM!", anything, Broken, nan}, {"#NULL!", anything, Broken, nan}, {"#SPILL!", anything, Broken, nan}, {"Err:502", anything, Broken, nan}, {"#REF!", machines, Broken, nan},
	{"#1", anything, Refused, nan}, {"#", anything, Refused, nan},
	// rule 4: yes and no
	{"Có", yesno, Figure, 1}, {"không", yesno, Figure, 0}, {"YES", yesno, Figure, 1}, {"no", yesno, Figure, 0}, {"TRUE", yesno, Figure, 1}, {"Sai", yesno, Figure, 0},
	{"có", anything, Refused, nan}, {"yes", anything, Refused, nan},
	// rule 5: as programs write
	{"0.9039", machines, Figure, 0.9039}, {"1.234", machines, Figure, 1.234}, {"-1.5e-07", machines, Figure, -1.5e-07}, {"12E3", machines, Figure, 12000}, {"0", machines, Figure, 0},
	{"390.799991147468", machines, Figure, 390.799991147468}, {"0.1", machines, Figure, 0.1}, {" 2.000 ", machines, Figure, 2}, {"0,9039", machines, Figure, 0.9039},
	{"1,234", machines, Ambiguous, 1.234}, {"-0", machines, Figure, math.Copysign(0, -1)}, {"1e999", machines, Refused, nan}, {"0x10", machines, Refused, nan},
	{"Inf", machines, Refused, nan}, {"1_000", machines, Refused, nan}, {"1.", machines, Refused, nan}, {".5", machines, Figure, 0.5},
	// rule 6: rank and score
	{"01 (0,727)", anything, Figure, 0.727}, {"1 (0.727)", anything, Figure, 0.727}, {"12(0,5)", anything, Figure, 0.5}, {"3 (74,7%)", anything, Figure, 0.747},
	{"0 (0,5)", anything, Refused, nan}, {"a (0,5)", anything, Refused, nan}, {"(0,727)", anything, Refused, nan}, {"1 (-)", anything, Refused, nan}, {"02 (1.234)", anything, Ambiguous, 1.234},
	// rule 7: signs and percents
	{"+3", anything, Figure, 3}, {"74,7%", anything, Figure, 0.747}, {"74,7 %", anything, Figure, 0.747}, {"88.53%", anything, Figure, 0.8853}, {"74,7%", percents, Figure, 74.7},
	{"100%", anything, Figure, 1}, {"5‰", anything, Figure, 0.005}, {"5‰", percents, Figure, 0.5}, {"-12,5%", anything, Figure, -0.125}, {"%", anything, Refused, nan}, {"5%%", anything, Refused, nan},
	// rule 8: both marks
	{"1.234,5", anything, Figure, 1234.5}, {"1,234.5", anything, Figure, 1234.5}, {"1.234.567,89", anything, Figure, 1234567.89}, {"1,234,567.89", anything, Figure, 1234567.89},
	{"1.23,4", anything, Refused, nan}, {"1,2.3,4", anything, Refused, nan}, {"0.123,4", anything, Refused, nan}, {"1234.567,8", anything, Refused, nan},
	// rule 9: one mark several times
	{"1.234.567", anything, Figure, 1234567}, {"1,234,567", anything, Figure, 1234567}, {"12,34,567", anything, Refused, nan}, {"1..2", anything, Refused, nan}, {"0.123.456", anything, Refused, nan},
	// rule 10: spaces and apostrophes
	{"1 234,5", anything, Figure, 1234.5}, {"1\u00a0234\u00a0567", anything, Figure, 1234567}, {"1'234", anything, Figure, 1234}, {"1’234.5", anything, Figure, 1234.5},
	{"12 34", anything, Refused, nan}, {"1 234.567,8", anything, Refused, nan}, {"1  234", anything, Refused, nan},
	// rule 11: one mark once
	{"0,9039", anything, Figure, 0.9039}, {"0.9039", anything, Figure, 0.9039}, {"12.5", anything, Figure, 12.5}, {"1234.567", anything, Figure, 1234.567}, {"0.903", anything, Figure, 0.903},
	{"0,903", commas, Figure, 0.903}, {"00.903", anything, Figure, 0.903}, {",5", anything, Figure, 0.5}, {"5,", anything, Refused, nan}, {"26.8", anything, Figure, 26.8}, {"1,2345", dots, Figure, 1.2345},
	// rule 12: two ways
	{"2.000", anything, Ambiguous, 2}, {"1,234", anything, Ambiguous, 1.234}, {"-2.000", anything, Ambiguous, -2}, {"2.000", commas, Figure, 2000}, {"2.000", dots, Figure, 2}, {"2,000", dots, Figure, 2000},
	{"1.000", inUnit, Figure, 1}, {"1,000", inUnit, Figure, 1}, {"2.000", inUnit, Ambiguous, 2}, {"2.000", Style{Range: unit, Decimal: ','}, Figure, 2000}, {"85.250", Style{Range: hundred}, Figure, 85.25},
	{"85.250", Style{Range: hundred, Decimal: ','}, Figure, 85.25}, {"2.000", Style{Range: &[2]float64{0, 5000}}, Ambiguous, 2}, {"2.000", Style{Range: &[2]float64{100, 5000}}, Figure, 2000},
	{"1.234e3", anything, Figure, 1234}, {"74.700%", Style{Range: unit}, Figure, 0.747}, {"74,700%", anything, Ambiguous, 0.747},
	// no figure by any rule
	{"12 dịch vụ", anything, Refused, nan}, {"~0,5", anything, Refused, nan}, {">90%", anything, Refused, nan}, {"3/5", anything, Refused, nan}, {"26/8", anything, Refused, nan},
	{"10.7.2020", anything, Refused, nan}, {"07/03/2019", anything, Refused, nan}, {"2020-07-10", anything, Refused, nan}, {"một", anything, Refused, nan}, {"=1+1", anything, Refused, nan},
	{"1e", anything, Refused, nan}, {"e5", anything, Refused, nan}, {"1e5e5", anything, Refused, nan}, {"--5", anything, Refused, nan}, {"+-5", anything, Refused, nan}, {"5-", anything, Refused, nan},
	{".", anything, Refused, nan}, {",", anything, Refused, nan}, {"'5", anything, Refused, nan}, {"٣", anything, Refused, nan}, {"1e400", anything, Refused, nan},
}

func TestParseNumber(t *testing.T) {
	for _, c := range numbers {
		got := ParseNumber(c.text, c.style)
		if got.Is != c.is || math.Float64bits(got.Value) != math.Float64bits(c.value) && !(got.Value != got.Value && c.value != c.value) {
			t.Errorf("ParseNumber(%q, %+v) = %d %v, want %d %v", c.text, c.style, got.Is, got.Value, c.is, c.value)
		}
		if (got.Why != nil) != (got.Is == Refused) {
			t.Errorf("ParseNumber(%q): outcome %d with reason %v", c.text, got.Is, got.Why)
		}
	}
}

func TestRankBesideScore(t *testing.T) {
	for text, rank := range map[string]int{"01 (0,727)": 1, "63 (0.4)": 63, "0,727": 0, "12": 0} {
		if got := ParseNumber(text, anything); got.Rank != rank {
			t.Errorf("%q: rank %d, want %d", text, got.Rank, rank)
		}
	}
}

func TestBothReadings(t *testing.T) {
	for text, two := range map[string][2]float64{"2.000": {2, 2000}, "-1,234": {-1.234, -1234}, "12.345%": {0.12345, 123.45}} {
		if got := ParseNumber(text, anything); got.Is != Ambiguous || got.Value != two[0] || got.Other != two[1] {
			t.Errorf("%q: %d %v or %v, want %v", text, got.Is, got.Value, got.Other, two)
		}
	}
}

func TestWhatAFigureProves(t *testing.T) {
	for text, mark := range map[string]byte{"0,9039": ',', "0.9039": '.', "1.234.567": ',', "1,234,567": '.', "1.234,5": ',', "2.000": 0, "12": 0, "": 0, "1 234": 0} {
		if got := ParseNumber(text, anything); got.Decimal != mark {
			t.Errorf("%q proves %q, want %q", text, got.Decimal, mark)
		}
	}
	if got := ParseNumber("0.9039", machines); got.Decimal != '.' {
		t.Error("a machine's 0.9039 proves nothing")
	}
	if got := ParseNumber("4.097", machines); got.Decimal != 0 {
		t.Error("4.097 proves a mark, though it may part thousands")
	}
}

// Whatever a program writes is read back to the bit.
func TestMachineFiguresAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64().Filter(func(v float64) bool { return v-v == 0 }).Draw(t, "v")
		for _, format := range []byte{'g', 'e', 'f'} {
			s := strconv.FormatFloat(v, format, -1, 64)
			if got := ParseNumber(s, machines); got.Is != Figure || math.Float64bits(got.Value) != math.Float64bits(v) {
				t.Fatalf("%s read as %v (%d)", s, got.Value, got.Is)
			}
		}
	})
}

// However a Vietnamese hand writes a figure, it is the same figure: comma or dot, grouped or not, blanks around.
func TestWaysOfWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.Int64Range(-99_999_999_99, 99_999_999_99).Draw(t, "hundredths")
		want := float64(cents) / 100
		plain := strconv.FormatFloat(want, 'f', 2, 64)
		whole, frac, _ := strings.Cut(strings.TrimPrefix(plain, "-"), ".")
		var grouped []string
		for len(whole) > 3 {
			grouped = append([]string{whole[len(whole)-3:]}, grouped...)
			whole = whole[:len(whole)-3]
		}
		grouped = append([]string{whole}, grouped...)
		sign := map[bool]string{true: "−"}[cents < 0]
		mark := rapid.SampledFrom([]string{".", " ", "\u00a0", ""}).Draw(t, "thousands")
		text := rapid.SampledFrom([]string{"", " ", "\u00a0"}).Draw(t, "blank") + sign + strings.Join(grouped, mark) + "," + frac
		if got := ParseNumber(text, anything); got.Is != Figure || got.Value != want {
			t.Fatalf("%q read as %v (%d), want %v", text, got.Value, got.Is, want)
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, c := range numbers {
		f.Add(c.text, c.style.Machine)
	}
	f.Fuzz(func(t *testing.T, text string, machine bool) {
		n := ParseNumber(text, Style{Machine: machine})
		switch n.Is {
		case Figure, Ambiguous:
			if n.Value-n.Value != 0 || n.Other-n.Other != 0 {
				t.Fatalf("%q gives %v", text, n.Value)
			}
			if n.Is == Ambiguous && n.Value == n.Other && n.Value != 0 {
				t.Fatalf("%q: both readings are %v", text, n.Value)
			}
			if !strings.ContainsAny(tidy(text), "0123456789") {
				t.Fatalf("%q holds no digit and gives %v", text, n.Value)
			}
		default:
			if n.Value == n.Value {
				t.Fatalf("%q is no figure and gives %v", text, n.Value)
			}
		}
	})
}
