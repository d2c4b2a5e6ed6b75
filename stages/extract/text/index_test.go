package text

import (
	"strings"
	"testing"
)

// TestNodes: metrics lead to the index of the subject's kind, its node, and the edition of the year.
func TestNodes(t *testing.T) {
	for _, c := range []struct{ text, index, node, edition, units, group string }{
		{"Năm 2020, Việt Nam xếp hạng 86/193 quốc gia về chính phủ điện tử.", "egdi", "egdi", "2020", "VNM", ""},
		{"Năm 2020, chỉ số Hạ tầng viễn thông của Việt Nam xếp thứ 5 Đông Nam Á.", "egdi", "tii", "2020", "VNM", "sub_region:South-eastern Asia"},
		{"Năm 2019, Bộ Tài chính dẫn đầu về mức độ ứng dụng CNTT.", "app-ministries", "app", "2019", "M-BTC", ""},
		{"Năm 2019, Thừa Thiên Huế dẫn đầu về mức độ ứng dụng CNTT.", "app-provinces", "app", "2019", "P-TTH", ""},
		{"DTI năm 2022 của Đà Nẵng đạt 0,8002.", "dti-provinces", "dti", "2022", "P-DNA", ""},
		{"Chỉ số nhận thức số năm 2022 của Lạng Sơn xếp thứ nhất.", "dti-provinces", "aware", "2022", "P-LSO", ""},
		{"Vietnam ICT Index năm 2020: Bộ Công Thương xếp thứ 5, tăng 5 bậc.", "ict-ministries", "ict", "2020", "M-BCT", ""},
		{"DTI năm 2024: Đà Nẵng đứng thứ 2/63 tỉnh, thành phố.", "dti-provinces", "dti", "2024", "P-DNA", ""},
		{"DTI năm 2024: Đà Nẵng đứng thứ 17/34 tỉnh, thành phố.", "dti-provinces-34", "dti", "2024", "P-DNA25", ""},
		{"Năm 2022, chỉ số DTI trung bình của các tỉnh đạt 0,5763.", "dti-provinces", "dti", "2022", "", ""},
	} {
		doc, _ := Read("a.txt", []byte(c.text))
		got := full().Claims(doc, Options{})
		if len(got) == 0 {
			t.Errorf("%s: no claim", c.text)
			continue
		}
		g := got[0]
		if g.Index != c.index || g.Node != c.node || g.Edition != c.edition || strings.Join(g.Units, " ") != c.units || g.Group != c.group {
			t.Errorf("%s: got %s %s %s %v %q", c.text, g.Index, g.Node, g.Edition, g.Units, g.Group)
		}
	}
}

// TestWithoutKnowledge: without units and indices a text is still read; shares and counts have their groups.
func TestWithoutKnowledge(t *testing.T) {
	doc, _ := Read("a.txt", []byte("Có 9 bộ và 11 tỉnh đạt 30% dịch vụ công mức độ 4; Hà Nội xếp thứ 3."))
	if got := Claims(doc, nil, nil, Options{}); len(got) != 3 {
		t.Errorf("%d claims: %v", len(got), got)
	}
}
