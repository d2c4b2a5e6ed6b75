package text

import (
	"strings"
	"testing"
)

func TestParseAmount(t *testing.T) {
	for raw, want := range map[string]amount{
		"0,6667": {0.6667, 4, false}, "0.589": {0.589, 3, false}, "2.000": {2000, 0, false}, "36.327": {36327, 0, false},
		"1.234.567": {1234567, 0, false}, "1,234,567": {1234567, 0, false}, "01": {1, 0, false}, "1,488": {1.488, 3, true},
		"2,000": {2, 3, true}, "61.5": {61.5, 1, false}, "1.234,5": {1234.5, 1, false}, "1,234.5": {1234.5, 1, false},
		"88,53": {88.53, 2, false}, "650.18": {650.18, 2, false}, "193": {193, 0, false}, "41.590": {41590, 0, false},
	} {
		if got, ok := parseAmount(raw); !ok || got != want {
			t.Errorf("%s: got %+v %v, want %+v", raw, got, ok, want)
		}
	}
	for _, raw := range []string{"10.7.2020", "1.2.3", "1,2,3", "1.23,45.6", "99999999999999999999"} {
		if got, ok := parseAmount(raw); ok {
			t.Errorf("%s is no number, got %+v", raw, got)
		}
	}
}

func TestNumerals(t *testing.T) {
	all := numerals()
	for w, want := range map[string]int{"tám": 8, "mười": 10, "mười lăm": 15, "hai mươi mốt": 21, "sáu mươi ba": 63, "ba mươi": 30, "chín mươi chín": 99} {
		if all[w] != want {
			t.Errorf("%s: %d", w, all[w])
		}
	}
}

// TestChunks: dates, document numbers, telephones and years are no figures.
func TestChunks(t *testing.T) {
	for text, want := range map[string]string{
		"ngày 26.8 và 4/5/2020":              "date date",
		"tháng 8.2017, tháng 7/2019":         "date date",
		"năm 2020, giai đoạn 2021 - 2025":    "year year year",
		"Nghị quyết 17/NQ-CP, 64/2007/NĐ-CP": "docnum docnum",
		"điện thoại 024.3943.1234":           "",
		"Covid-19 và IPv6, 4G/5G":            "",
		"12/63 tỉnh, 2.000 dịch vụ":          "num num num",
		"2000 dịch vụ năm 2000":              "num year",
		"1,5 nghìn tỷ đồng, 3 triệu lượt":    "num num",
	} {
		doc, _ := Read("a.txt", []byte("Về "+text+"."))
		var got []string
		p := full().open(doc).passage(doc.Sentences[0])
		for _, c := range p.chunks {
			for k, name := range map[class]string{cNum: "num", cYear: "year", cDate: "date", cDocnum: "docnum"} {
				if c.is.has(k) {
					got = append(got, name)
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, bad := range []string{"nosuch", "(rise", "rise )", "!nosuch", "..x", "v=(rise fall)"} {
		if _, err := compile(lex, bad); err == nil {
			t.Errorf("%q compiles", bad)
		}
	}
	doc, _ := Read("a.txt", []byte("Hà Nội, Huế và Cần Thơ đều tăng 5 bậc."))
	p := full().open(doc).passage(doc.Sentences[0])
	m := matcher{chunks: p.chunks}
	for pattern, want := range map[string]int{
		"list all rise v=num bac": 9, "list ~ (rise|fall)+ v=num !pct": 8, "list ..3 num": 8, "^ name comma list": -1,
		"list v=num": -1, "list all? rise? num? bac? !bac": 9, "list all rise num step $": -1,
	} {
		form, err := compile(lex, pattern)
		if err != nil {
			t.Fatal(err)
		}
		end, ok := m.match(form, 0)
		if !ok {
			end = -1
		}
		if end != want {
			t.Errorf("%s: ends at %d, want %d", pattern, end, want)
		}
	}
}
