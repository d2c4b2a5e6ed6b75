package reconcile_test

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/claim"
	"xephang/stages/extract"
	"xephang/stages/reconcile"
	"xephang/stages/target"
)

// national is the project's own data as it is read, before anything is computed.
var national = sync.OnceValue(func() reconcile.ClaimsInput {
	data, ps := extract.Data("../../data", extract.Options{})
	if ps.Faults() > 0 {
		panic(ps[0].In("en"))
	}
	in := reconcile.ClaimsInput{Units: data.Registry}
	for _, x := range data.Indices {
		in.Indices = append(in.Indices, reconcile.Measured{Index: x.Index, Cube: x.Cube})
	}
	return in
})

func ledger(t testing.TB) *target.Ledger {
	t.Helper()
	l, _, ps := extract.Ledger("../../data", "", national().Units)
	if len(ps) > 0 {
		t.Fatal(ps[0].In("en"))
	}
	return l
}

func judge(t testing.TB, claims ...claim.Claim) []reconcile.Verdict {
	t.Helper()
	in := national()
	in.Ledger, in.Claims = ledger(t), claims
	return reconcile.Claims(in)
}

func rank(ix, node, unit string, year int, value, of float64) claim.Claim {
	return claim.Claim{Document: "a.txt", Kind: claim.Rank, Subject: unit, Units: []string{unit}, Index: ix, Node: node, Year: year, Value: value, Of: of, Unit: "hạng"}
}

func score(ix, node, unit string, year int, quote string, value float64) claim.Claim {
	return claim.Claim{Document: "a.txt", Kind: claim.Score, Quote: quote, Subject: unit, Units: []string{unit}, Index: ix, Node: node, Year: year, Value: value, Unit: "điểm"}
}

func change(ix, node, unit string, year int, value float64, in string) claim.Claim {
	return claim.Claim{Document: "a.txt", Kind: claim.Delta, Subject: unit, Units: []string{unit}, Index: ix, Node: node, Year: year, Value: value, Unit: in}
}

func (w want) of(group string) want { w.c.Group = group; return w }
func (w want) in(doc string) want   { w.c.Document = doc; return w }
func (w want) says(q string) want   { w.c.Quote = q; return w }
func (w want) with(q string) want   { w.c.Qualifier = q; return w }

// want is a claim with what is to become of it.
type want struct {
	c        claim.Claim
	is       claim.Verdict
	expected string
	remark   string // code of a remark that must be there
	at       string // part of the first evidence
}

func (w want) check(t *testing.T) {
	t.Helper()
	v := judge(t, w.c)[0]
	if v.Is != w.is || v.Expected != w.expected {
		t.Errorf("%s %s %v: %s, expected %q, want %s %q (%s)", w.c.Subject, w.c.Index, w.c.Value, v.Is, v.Expected, w.is, w.expected, v.Why.EN)
	}
	if w.remark != "" && !slices.ContainsFunc(v.Remarks, func(r reconcile.Remark) bool { return r.Code == w.remark && r.Text.VI != "" && r.Text.EN != "" }) {
		t.Errorf("%s %v: no remark %s in %+v", w.c.Subject, w.c.Value, w.remark, v.Remarks)
	}
	if w.at != "" && (len(v.Evidence) == 0 || !strings.Contains(v.Evidence[0].String(), w.at)) {
		t.Errorf("%s %v: evidence %v, want %q", w.c.Subject, w.c.Value, v.Evidence, w.at)
	}
	if v.Why.VI == "" || v.Why.EN == "" {
		t.Errorf("%s %v: no reason", w.c.Subject, w.c.Value)
	}
}

func TestFiguresAgainstTheTables(t *testing.T) {
	for _, w := range []want{
		{rank("egdi", "egdi", "VNM", 2020, 86, 193), claim.Match, "86/193", "", "data/egdi/2020.xlsx [EGDI 2020!H192] (egdi 2020 VNM egdi)"},
		{rank("egdi", "egdi", "VNM", 2020, 85, 193), claim.Off, "86/193", "", "H192"},
		{rank("egdi", "egdi", "VNM", 2019, 86, 193), claim.Match, "86/193", "period-covered", ""},
		{rank("egdi", "osi", "VNM", 2020, 81, 0), claim.Match, "81/193", "", "C192"},
		want{rank("egdi", "egdi", "VNM", 2020, 24, 47), claim.Match, "24/47", "", "H192"}.of("region:Asia"),
		want{rank("egdi", "egdi", "VNM", 2020, 6, 11), claim.Match, "6/11", "", "H192"}.of("sub_region:South-eastern Asia"),
		{rank("egdi", "egdi", "VNM", 2020, 6, 11), claim.Match, "6/11", "", "H192"}, // the group is told by its size alone
		want{rank("egdi", "egdi", "VNM", 2020, 6, 11), claim.Off, "6/10", "other-group", ""}.of("asean:ASEAN"),
		{score("egdi", "egdi", "VNM", 2020, "0,6667", 0.6667), claim.Match, "0.6667", "", "G192"},
		{score("egdi", "egdi", "VNM", 2020, "0,67", 0.67), claim.Rounded, "0.6667", "", ""},
		{score("egdi", "egdi", "VNM", 2020, "0,66", 0.66), claim.Off, "0.6667", "", ""},
		want{score("egdi", "egdi", "VNM", 2020, "trên 0,66", 0.66), claim.Match, "0.6667", "", ""}.with(">"),
		want{score("egdi", "egdi", "VNM", 2020, "trên 0,7", 0.7), claim.Off, "0.6667", "", ""}.with(">"),
		want{score("egdi", "egdi", "VNM", 2020, "khoảng 0,65", 0.65), claim.Rounded, "0.6667", "", ""}.with("~"),
		{change("egdi", "egdi", "VNM", 2020, 2, "bậc"), claim.Match, "2", "", "egdi 2020"},
		{change("egdi", "osi", "VNM", 2020, -22, "bậc"), claim.Match, "-22", "", ""},
		{change("egdi", "tii", "VNM", 2020, 30, "bậc"), claim.Off, "31", "", ""},
		{change("egdi", "egdi", "VNM", 2020, 3, "bậc"), claim.Match, "3", "other-base", "egdi 2020"}, // 89 in 2016
		{rank("dti-provinces", "dti", "P-HUE", 2024, 2, 34), claim.Match, "2/34", "", "dti-provinces-34 2024 P-HUE"},
		{rank("dti-provinces", "dti", "P-DNA", 2024, 17, 34), claim.Match, "17/34", "", "P-DNA25"},
		{rank("dti-provinces-34", "dti", "P-DNA", 2023, 1, 63), claim.Match, "1/63", "", "dti-provinces 2023 P-DNA"},
		{rank("papi", "papi", "P-DNA", 2023, 1, 63), claim.Unchecked, "", "", ""},
	} {
		w.check(t)
	}
}

// The traps of the press: what was printed on one side, what is right on the other.
func TestTrapsOfThePress(t *testing.T) {
	mean := claim.Claim{Document: "a.txt", Kind: claim.Score, Quote: "trung bình 0,3982/500 điểm", Subject: "Các bộ, cơ quan ngang bộ", Index: "dti-ministries", Node: "dti", Year: 2020, Value: 0.3982, Of: 500, Unit: "điểm"}
	right := mean
	right.Of, right.Quote = 0, "trung bình 0,3982"
	growth := claim.Claim{Document: "a.txt", Kind: claim.Delta, Quote: "tăng 17,2%", Subject: "Các tỉnh, thành phố", Index: "dti-provinces", Node: "dti", Year: 2023, Value: 17.2, Unit: "%"}
	true177 := growth
	true177.Value, true177.Quote = 17.7, "tăng 17,7%"
	lead := claim.Claim{Document: "a.txt", Kind: claim.Percent, Quote: "hơn 12%", Subject: "Đà Nẵng", Units: []string{"P-DNA"}, Index: "ict-provinces", Node: "ict", Year: 2020, Value: 12, Unit: "%"}
	wide := lead
	wide.Quote, wide.Value = "20%", 20
	count := func(ix, unit, quote string, year int, v float64) claim.Claim {
		return claim.Claim{Document: "a.txt", Kind: claim.Count, Quote: quote, Subject: "Bộ chỉ số", Index: ix, Node: "dti", Year: year, Value: v, Unit: unit}
	}
	insurance := claim.Claim{Document: "a.txt", Kind: claim.Rank, Subject: "Bảo hiểm Y tế", Index: "dti-ministries", Node: "dti", Year: 2020, Value: 5, Unit: "hạng"}
	for name, w := range map[string]want{
		"X01 a category's rank for the overall one": {rank("app-provinces", "app", "P-VPH", 2019, 6, 0), claim.Unchecked, "", "other-node", ""},
		"X02 a name that is no body":                {insurance, claim.Off, "Bộ Y tế", "", "M-BYT"},
		"X03 scale":                                 {mean, claim.Off, "0.3982", "scale-confusion", ""},
		"X03 right":                                 {right, claim.Match, "0.3982", "", ""},
		"X04 year of publication":                   {rank("dti-provinces", "dti", "P-HCM", 2022, 3, 63), claim.Match, "3/63", "publication-year", "dti-provinces 2021"},
		"X04 this year's":                           want{rank("dti-provinces", "dti", "P-HCM", 2023, 2, 63), claim.Match, "2/63", "publication-year", "dti-provinces 2022"}.in("2023-07-12-tin.txt"),
		"X04 data year":                             {rank("dti-provinces", "dti", "P-HCM", 2022, 2, 63), claim.Match, "2/63", "", "dti-provinces 2022"},
		"X05 wrong block":                           want{rank("dti-ministries", "dti", "G-VAST", 2022, 1, 0), claim.Off, "1", "other-block", ""}.says("dẫn đầu khối bộ, cơ quan có cung cấp dịch vụ công"),
		"X05 right block":                           want{rank("dti-ministries", "dti", "G-VAST", 2022, 1, 0), claim.Match, "1", "", ""}.says("dẫn đầu khối không cung cấp dịch vụ công"),
		"X06 old name":                              {score("dti-provinces-34", "dti", "P-TTH", 2024, "0,7951", 0.7951), claim.Match, "0.7951", "old-name", "P-HUE"},
		"X07 growth":                                {growth, claim.Off, "17.6991", "", ""},
		"X07 right":                                 {true177, claim.Rounded, "17.6991", "", ""},
		"X08 old rank for the change":               {change("ict-ministries", "ict", "M-BKHCN", 2016, 22, "bậc"), claim.Off, "13", "rank-for-change", ""},
		"X08 right":                                 {change("ict-ministries", "ict", "M-BKHCN", 2016, 13, "bậc"), claim.Match, "13", "", ""},
		"X09 structure":                             want{count("dti-provinces", "chỉ số chính", "", 2024, 7), claim.Off, "8", "", ""}.says("7 chỉ số chính"),
		"X09 right":                                 want{count("dti-provinces", "chỉ số chính", "", 2024, 8), claim.Match, "8", "", ""}.says("8 chỉ số chính"),
		"X10 headline looser than text":             want{rank("app-provinces", "app", "P-DNA", 2019, 3, 0), claim.Subset, "2/63", "", ""}.with("<="),
		"X11 decimal point":                         {score("egdi", "egdi", "VNM", 2018, "0.593", 0.593), claim.Rounded, "0.5931", "", ""},
		"X15 of the leader":                         {lead, claim.Rounded, "11.81", "", ""},
		"X15 neither base":                          {wide, claim.Off, "11.81", "", ""},
		"X16 nineteen in 2018":                      want{count("app-ministries", "bộ", "danh sách 19 bộ, ngành", 2018, 19), claim.Match, "19", "", ""},
		"X16 not in 2019":                           want{count("app-ministries", "bộ", "danh sách 18 bộ, ngành", 2019, 18), claim.Off, "17", "", ""},
		"publication year, data year not ranked":    {rank("dti-provinces", "dti", "P-DBI", 2024, 24, 63), claim.Match, "24/63", "publication-year", "dti-provinces 2023"},
		"63 against 63, asked of the 34":            {change("dti-provinces-34", "dti", "P-HPH", 2024, 5, "bậc"), claim.Match, "5", "other-index", "dti-provinces 2024"},
		"63 against 34":                             {change("dti-provinces-34", "dti", "P-THO", 2024, 6, "bậc"), claim.Unchecked, "", "", "dti-provinces-34 2024 P-THO"},
		"Khánh Hòa 9 of 34":                         {rank("dti-provinces-34", "dti", "P-KHO", 2024, 9, 34), claim.Off, "16/34", "", "P-KHO25"},
	} {
		t.Run(name, w.check)
	}
}

func TestSameSource(t *testing.T) {
	w := want{rank("app-provinces", "app", "P-AGI", 2019, 7, 0), claim.Match, "7/63", "", "P-AGI"}
	w.in("khac.txt").check(t)
	w.is = claim.SameSource
	w.in("seeds/002_f20fa63790353a8f.txt").check(t)
	w.in("seeds/2020-11-hoi-thao-danh-gia.txt").check(t)
	w.is = claim.Match // another text is the only witness
	w.in("seeds/2020-08-uy-ban-quoc-gia.txt").check(t)
	w.c.Value, w.is = 8, claim.Off
	w.in("seeds/2020-11-hoi-thao-danh-gia.txt").check(t)
}

func order(unit, quote string, codes ...string) claim.Claim {
	ix := "app-provinces"
	if strings.HasPrefix(codes[0], "M-") {
		ix = "app-ministries"
	}
	return claim.Claim{Document: "a.txt", Kind: claim.Order, Quote: quote, Subject: "x", Index: ix, Node: "app", Year: 2019, Unit: unit, Members: codes, Codes: codes}
}

func TestOrders(t *testing.T) {
	for _, w := range []want{
		{order("đầu", "", "M-BTC", "M-BCT", "M-BTTTT"), claim.Match, "1; 2; 3", "", "M-BTC"},
		{order("đầu", "", "M-BCT", "M-BTC", "M-BTTTT"), claim.Subset, "2; 1; 3", "", ""},
		{order("đầu", "lần lượt", "M-BCT", "M-BTC", "M-BTTTT"), claim.Off, "2; 1; 3", "", ""},
		{order("đầu", "", "M-BTC", "M-BTTTT"), claim.Subset, "1; 3", "", ""},
		{order("đầu", "", "M-BTC", "M-BXD"), claim.Off, "1; 17", "", ""},
		{order("cuối", "", "M-BNV", "M-BXD"), claim.Match, "16; 17", "", ""},
		{order("cuối", "", "M-BXD", "M-BNV"), claim.Match, "17; 16", "", ""},
		{order("cuối", "ba vị trí cuối", "M-BGDDT", "M-BXD"), claim.Subset, "15; 17", "", ""},
		{order("cuối", "", "M-BTC", "M-BXD"), claim.Off, "1; 17", "", ""},
		{order("cuối", "lần lượt", "P-BLI", "P-KTU", "P-CBA"), claim.Match, "61; 62; 63", "", ""},
		{order("cuối", "lần lượt", "P-KTU", "P-BLI", "P-CBA"), claim.Off, "62; 61; 63", "", ""},
		{order("4-5", "", "P-BDU", "P-HCM"), claim.Match, "4; 5", "", ""},
		{order("đầu", "", "P-TTH", "P-DNA", "P-SLA"), claim.Subset, "1; 2", "", ""}, // of Sơn La no rank is known
		{order("đầu", "", "P-SLA"), claim.Unchecked, "", "", ""},
	} {
		w.check(t)
	}
}

// A count of parts that names no index is held against the index that its text speaks of, and can only agree.
func TestPartsOfTheIndexNearBy(t *testing.T) {
	parts := claim.Claim{Document: "a.txt", Kind: claim.Count, Subject: "Bộ chỉ số", Value: 6, Unit: "hạng mục", Year: 2019}
	beside := rank("app-provinces", "app", "P-TTH", 2019, 1, 0)
	if v := judge(t, parts, beside); v[0].Is != claim.Match || v[0].Expected != "6" {
		t.Errorf("%+v", v[0])
	}
	parts.Value = 7
	if v := judge(t, parts, beside); v[0].Is != claim.Unchecked {
		t.Errorf("%+v", v[0])
	}
}

// The same input gives the same verdicts, and no claim of any shape breaks the court.
func TestAnyClaim(t *testing.T) {
	kinds, units := claim.Kinds, []string{"", "hạng", "bậc", "%", "lần", "điểm", "tỉnh", "nhiệm vụ", "hạng mục", "đầu", "cuối", "3-1", "x-"}
	indices := []string{"", "egdi", "dti-provinces", "app-ministries", "ict-ministries", "gone"}
	rapid.Check(t, func(r *rapid.T) {
		var claims []claim.Claim
		for range rapid.IntRange(1, 4).Draw(r, "n") {
			claims = append(claims, claim.Claim{Document: rapid.SampledFrom([]string{"a.txt", "2020-13-b.txt", "", "seeds/2021-01-01.txt"}).Draw(r, "doc"),
				Kind: rapid.SampledFrom(kinds).Draw(r, "kind"), Units: rapid.SliceOfN(rapid.SampledFrom([]string{"VNM", "P-HUE", "M-BTC", "nobody"}), 0, 2).Draw(r, "units"),
				Codes: rapid.SliceOfN(rapid.SampledFrom([]string{"", "P-HUE", "M-BTC"}), 0, 3).Draw(r, "codes"), Members: []string{"x"}, Subject: "Cả nước",
				Index: rapid.SampledFrom(indices).Draw(r, "index"), Node: rapid.SampledFrom([]string{"", "egdi", "dti", "app", "tii"}).Draw(r, "node"),
				Metric: rapid.SampledFrom([]string{"", "DVCTT mức độ 4", "Nền tảng LGSP", "EGDI"}).Draw(r, "metric"), Value: rapid.Float64Range(-5, 3000).Draw(r, "v"),
				Of: float64(rapid.IntRange(0, 200).Draw(r, "of")), Unit: rapid.SampledFrom(units).Draw(r, "unit"), Year: rapid.IntRange(0, 2027).Draw(r, "year"),
				Group: rapid.SampledFrom([]string{"", "region:Asia", "x:", ":"}).Draw(r, "group"), Qualifier: rapid.SampledFrom([]string{"", ">", "~", "<="}).Draw(r, "q")})
		}
		one, two := judge(t, claims...), judge(t, claims...)
		if len(one) != len(claims) || !reflect.DeepEqual(one, two) {
			r.Errorf("%+v\n%+v", one, two)
		}
		for _, v := range one {
			if v.Is == "" || v.Why.VI == "" || v.Why.EN == "" {
				r.Errorf("%+v", v)
			}
		}
	})
}
