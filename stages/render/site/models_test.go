package site_test

import (
	"math"
	"strings"
	"testing"

	"xephang/stages/render/view"
)

// What the pages say of the year, sentence by sentence, in both languages.
func TestMessages(t *testing.T) {
	r := year(t)
	egdi, bo, tinh := r.Board("egdi"), r.Board("bo"), r.Board("tinh")
	unit := func(l view.Lang, code string) view.UnitPage {
		u, _ := r.Units.Unit(code)
		return r.Unit(l, u)
	}
	for _, c := range [][2]string{
		{r.Front(view.VI).Title.String(), "Việt Nam giữ hạng 8/14 về Chỉ số phát triển Chính phủ điện tử kỳ 2024, như kỳ 2022, đạt 0,77091 điểm."},
		{r.Front(view.EN).Title.String(), "Viet Nam keeps 8/14 in the E-Government Development Index 2024, as in 2022, with a score of 0.77091."},
		{r.Headline(view.VI, egdi.Edition("2018")).String(), "Việt Nam xếp hạng 9/14 về Chỉ số phát triển Chính phủ điện tử kỳ 2018, đạt 0,5931 điểm."},
		{r.Headline(view.VI, bo.Edition("2019")).String(), "Bộ Tài chính đứng đầu khối Khối bộ, Mức độ ứng dụng CNTT của bộ kỳ 2019."},
		{r.Headline(view.EN, tinh.Edition("2019")).String(), "Thua Thien Hue leads the Index of provinces </h1><b>&amp; 2019 with a score of 0.9039."},
		{r.Ranking(view.VI, egdi.Edition("2024")).Title, "Việt Nam giữ hạng 8 về EGDI 2024"},
		{r.Ranking(view.VI, bo.Edition("2019")).Title, "Bộ Tài chính và Bảo hiểm xã hội Việt Nam dẫn đầu các khối, ƯDCNTT bộ 2019"},
		{r.Ranking(view.VI, tinh.Edition("2019")).Notes[1].String(), "Có số liệu của 6 tỉnh, thành phố, trong số 63 được xếp hạng."},
		{r.Ranking(view.VI, egdi.Edition("2022")).Notes[0].String(), "13 quốc gia được xếp hạng theo điểm tính lại từ các thành phần, lấy 4 chữ số thập phân như khi công bố; bằng điểm thì cùng hạng."},
		{r.Ranking(view.VI, egdi.Edition("2024")).Sections[0].Chart.Title, "Đan Mạch hơn Cameroon 0,55538 điểm"},
		{unit(view.VI, "M-BTC").Sections[0].Message, "Bộ Tài chính xếp hạng 1/3 kỳ 2019, tăng 1 bậc so với kỳ 2018. Điểm và hạng theo số đã công bố."},
		{unit(view.EN, "G-BHXH").Sections[0].Message, "Viet Nam Social Security ranks 1 in 2019, same rank since 2018. Scores and ranks as published."},
		{unit(view.VI, "P-HNO").Sections[0].Message, "Hà Nội đạt 0,7100 điểm kỳ 2019. Điểm và hạng theo số đã công bố."},
		{unit(view.VI, "P-BLANK").None, "Chưa có số liệu của Tỉnh Chưa Có Số Liệu trong các chỉ số đã thu thập."},
		{unit(view.VI, "VNM").Sections[0].Strips.Figure.Title, "2 trên 4 thành phần cao hơn trung vị Đông Nam Á"},
		{unit(view.VI, "FRA").Sections[0].Message, "Pháp xếp hạng 4/14 kỳ 2024."},
		{r.Check(view.VI).Indices[0].Summary, "56 trên 56 điểm trùng trong sai số; 5 trên 55 thứ hạng trùng."},
	} {
		if c[0] != c[1] {
			t.Errorf("got  %s\nwant %s", c[0], c[1])
		}
	}
}

func TestStandings(t *testing.T) {
	r := year(t)
	at := func(index, edition, unit, node string) view.Standing {
		e := r.Board(index).Edition(edition)
		row, _ := e.Table.Row(unit)
		col, _ := e.Col(node)
		return e.Standing(col, row)
	}
	for _, c := range []struct {
		what string
		s    view.Standing
		want view.Standing
	}{
		{"computed", at("egdi", "2024", "DNK", "egdi"), view.Standing{Score: 0.98476, Decimals: 5, Place: 1, Of: 14, Tied: 1, Comparable: true, Class: 0}},
		{"of a part", at("egdi", "2020", "VNM", "tii"), view.Standing{Score: 0.6694, Decimals: 4, Place: 8, Of: 14, Comparable: true, Class: -1}},
		{"measured", at("egdi", "2024", "VNM", "epi"), view.Standing{Score: 0.6027, Decimals: 4, Class: -1}},
		{"published, both", at("bo", "2019", "M-BCT", "app"), view.Standing{Score: 0.8914, Decimals: 4, Published: true, Place: 2, Of: 3, Printed: true, Change: -1, Comparable: true, Class: -1}},
		{"published, of 63", at("tinh", "2019", "P-DNA", "tong"), view.Standing{Score: math.NaN(), Decimals: 4, Place: 2, Of: 63, Printed: true, Class: -1}},
		{"published part", at("tinh", "2019", "P-TTH", "hai"), view.Standing{Score: 0.95, Decimals: 2, Published: true, Class: -1}},
		{"nothing", at("tinh", "2019", "P-BLANK", "tong"), view.Standing{Score: math.NaN(), Decimals: 4, Class: -1}},
	} {
		got := c.s
		same := math.Abs(got.Score-c.want.Score) < 5e-6 || got.Score != got.Score && c.want.Score != c.want.Score
		got.Score, got.Why, c.want.Score = 0, c.want.Why, 0
		if !same || got != c.want {
			t.Errorf("%s: %+v (score %v), want %+v", c.what, got, c.s.Score, c.want)
		}
	}
	if why := at("egdi", "2022", "FRA", "egdi"); why.Place != 0 || why.Why.VI == "" {
		t.Errorf("a body that is not ranked: %+v", why)
	}
}

// A column that no row fills is not shown, and the units with the fewest figures still have a page.
func TestEmptyColumnsAreLeftOut(t *testing.T) {
	r := year(t)
	heads := func(tb *view.Table) string {
		var h []string
		for _, c := range tb.Columns {
			h = append(h, c.Label)
		}
		return strings.Join(h, "|")
	}
	u, _ := r.Units.Unit("P-HNO")
	for _, c := range [][2]string{
		{heads(r.Unit(view.VI, u).Sections[0].Editions), "Kỳ|Điểm"},
		{heads(r.Ranking(view.VI, r.Board("tinh").Edition("2019")).Sections[0].Table), "Hạng|Tỉnh, thành phố|Điểm|Phần <i>một</i>|Phần hai|Khu vực"},
		{heads(r.Ranking(view.VI, r.Board("bo").Edition("2019")).Sections[0].Table), "Hạng|Bộ, ngành|Điểm|So với kỳ 2018"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %s, want %s", c[0], c[1])
		}
	}
}
