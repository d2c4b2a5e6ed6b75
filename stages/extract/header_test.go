package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xephang/stages/extract/sheet"
)

func TestHeaders(t *testing.T) {
	in, _ := Tree(tree(nil), Options{})
	ix := in.Input("tst").Index
	f := newFinder(ix, ix.Plans[1])
	figure := func(h heading) column { return column{role: figureRole, heading: h} }
	for text, want := range map[string]column{
		"svc": figure(heading{node: "svc"}), "Dịch vụ": figure(heading{node: "svc"}), "DỊCH  VỤ ": figure(heading{node: "svc"}), "Services": figure(heading{node: "svc"}), "TST": figure(heading{node: "tst"}),
		"TST (công bố)": figure(heading{node: "tst", published: true}), "Overall (published)": figure(heading{node: "tst", published: true}), "Tổng hợp công bố": figure(heading{node: "tst", published: true}),
		"Hạng TST (công bố)": figure(heading{node: "tst", rank: true, published: true}), "Rank TST (published)": figure(heading{node: "tst", rank: true, published: true}),
		"Xếp hạng Dịch vụ": figure(heading{node: "svc", rank: true}), "svc_rank": figure(heading{node: "svc", rank: true}), "inf_score": figure(heading{node: "inf"}), "Điểm Hạ tầng": figure(heading{node: "inf"}),
		"Hạ tầng (hạng)": figure(heading{node: "inf", rank: true}), "l4": {role: figureRole, answer: "l4"}, "Population": {role: figureRole, answer: "population"},
		"Mã": {role: unitRole}, "ĐƠN VỊ": {role: unitRole}, "Tỉnh, thành phố": {role: unitRole}, "iso3": {role: unitRole}, "Quốc gia": {role: unitRole}, "Năm": {role: editionRole}, "Chỉ tiêu": {role: nodeRole},
		"score": {role: scoreRole}, "Hạng": {role: rankRole}, "rank (published)": {role: rankRole, heading: heading{published: true}}, "rank_of": {role: rankOfRole}, "Nguồn": {role: sourceRole}, "Ghi chú": {role: noteVIRole},
		"Note": {role: noteENRole}, "Độ tin cậy": {role: trustRole}, "STT": {role: orderRole}, "Vùng": {role: orderRole}, "gì đó": {}, "": {}, "hạng": {role: rankRole}, "Hạng gì đó": {}, "Mã (công bố)": {heading: heading{published: true}},
	} {
		got := f.column(text)
		got.text = ""
		if got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func TestFigureAroundANode(t *testing.T) {
	find := func(s string) (string, bool) { return s, s == "egdi" }
	for text, ok := range map[string]bool{"EGDI (công bố)": true, "hạng egdi": true, "egdi rank": true, "hạng hạng egdi": false, "hạng": false, "": false, "(công bố)": false, "egdi2": false} {
		if _, got := figureOf(text, find); got != ok {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestPercentFormats(t *testing.T) {
	f := excelize.NewFile()
	_ = f.SetSheetRow("Sheet1", "A1", &[]any{"unit", "pct", "svc"})
	_ = f.SetSheetRow("Sheet1", "A2", &[]any{"P-HNO", 0.747, 0.747})
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 10})
	_ = f.SetCellStyle("Sheet1", "B2", "C2", style)
	b, _ := f.WriteToBuffer()
	tb, ps := one(t, "2020.xlsx", b.String())
	if got := row(tb, "P-HNO"); got != "pct:74.7 pct=74.7 svc:0.747 svc=0.747" || len(ps) > 0 {
		t.Errorf("%s %v", got, ps)
	}
	for v, want := range map[float64]float64{0.747: 74.7, 0.07: 7, 0.29: 29, 1: 100, 0: 0, -0.005: -0.5, 5e-324: 5e-322} {
		if got := hundredfold(v); got != want {
			t.Errorf("100 × %v = %v", v, got)
		}
	}
}

func TestBlocksAndUnranked(t *testing.T) {
	yaml := strings.Replace(indexYAML, "tree:", "rank: {within: block}\ntree:", 1)
	yaml = strings.Replace(yaml, "  2020: {", "  2020: {unranked: [{unit: P-HGI, reason: {vi: mới, en: new}}], blocks: [{id: big, name: {vi: L, en: B}, units: [P-HNO, P-HGI]}, {id: small, name: {vi: N, en: S}, units: [P-HUE, P-DNA]}], ", 1)
	in, _ := Tree(tree(map[string]string{"tst/index.yaml": yaml, "tst/2020.csv": "unit,svc\nP-HNO,0.5\n"}), Options{})
	tb := in.Input("tst").Cube.Table("2020")
	if !slices.Equal(tb.Blocks, []string{"big", "small"}) || len(tb.Block) != len(tb.Units) {
		t.Fatalf("%v %v", tb.Blocks, tb.Block)
	}
	for unit, want := range map[string]int{"P-HNO": 0, "P-HGI": 0, "P-HUE": 1, "P-DNA": 1} {
		if i, ok := tb.Row(unit); !ok || tb.BlockOf(i) != want {
			t.Errorf("%s is in block %d", unit, tb.BlockOf(i))
		}
	}
	if i, _ := tb.Row("P-HGI"); tb.Unranked[i].EN != "new" || len(tb.Unranked) != 1 {
		t.Errorf("unranked %v", tb.Unranked)
	}
}

func TestRanksBesideOthers(t *testing.T) {
	r := &reader{f: &folder{}, sheet: &sheet.Sheet{File: "a.csv"}}
	for text, want := range map[string][2]int{"12": {12, 0}, "12/34": {12, 34}, " 3 / 5 ": {3, 5}, "01": {1, 0}} {
		rank, of, ok := r.rankOf(&sheet.Cell{Kind: sheet.Text, Text: text}, cellAt{})
		if !ok || rank != want[0] || of != want[1] {
			t.Errorf("%q: %d of %d", text, rank, of)
		}
	}
	for _, text := range []string{"0", "-1", "1,5", "5/3", "a/b", "x", "1/2/3"} {
		if rank, _, ok := r.rankOf(&sheet.Cell{Kind: sheet.Text, Text: text}, cellAt{}); ok {
			t.Errorf("%q is rank %d", text, rank)
		}
	}
	if len(r.f.problems) != 7 {
		t.Errorf("%d problems", len(r.f.problems))
	}
}
