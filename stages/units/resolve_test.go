package units

import (
	"slices"
	"strings"
	"testing"

	"xephang/stages/problem"
)

func TestResolve(t *testing.T) {
	r := national()
	at := problem.Place{File: "2020.xlsx", Sheet: "Bảng", Cell: "A7"}
	if u, p := r.Resolve("TP. Hà Nội", 20200101, []string{"province"}, at); p != nil || u.Code != "P-HNO" {
		t.Errorf("%v %v", u, p)
	}
	for _, c := range []struct {
		name  string
		at    Date
		kinds []string
		code  string
		vi    []string
		en    string
	}{
		{"Hà Giangg", 20200101, []string{"province"}, "unit-unknown", []string{"2020.xlsx [Bảng!A7]", "không nhận ra đơn vị “Hà Giangg”", "gần giống: Hà Giang (P-HGI"}, "alike: Ha Giang"},
		{"qqqq", 0, nil, "unit-unknown", []string{"cần: đơn vị có trong danh mục đơn vị;"}, "expected: a unit of the registry of units;"},
		{"Bộ Nội vụ", 0, nil, "unit-ambiguous", []string{"M-BNV, từ 02/08/2007 đến 28/02/2025", "M-BNV25, từ 01/03/2025"}, "one of: Ministry of Home Affairs (M-BNV, from 2007-08-02 until 2025-02-28)"},
		{"Hà Giang", 20250701, []string{"province"}, "unit-not-valid-at-date", []string{"vào ngày 01/07/2025", "đơn vị kế thừa: Tuyên Quang (P-TQU25, từ 01/07/2025)", "đến 30/06/2025"}, "the successor: Tuyen Quang (P-TQU25, from 2025-07-01)"},
		{"Bộ Nông nghiệp và Môi trường", 20200101, nil, "unit-not-valid-at-date", []string{"đơn vị tiền thân: Bộ Nông nghiệp và Phát triển nông thôn"}, "the predecessor: "},
		{"Hà Tây", 19990101, nil, "unit-not-valid-at-date", []string{"ngày trong thời gian tồn tại: Hà Tây (P-HTA, từ 01/01/2004 đến 31/07/2008)"}, "a day on which it exists"},
		{"Bộ Tài chính", 20200101, []string{"province", "strange"}, "unit-other-kind", []string{"cần: tỉnh, thành phố trực thuộc trung ương hoặc strange", "Bộ Tài chính (M-BTC"}, "the name is that of Ministry of Finance"},
	} {
		_, p := r.Resolve(c.name, c.at, c.kinds, at)
		if p == nil || p.Code != c.code || p.Place != at || p.Found != c.name {
			t.Errorf("%s: %+v, want %s", c.name, p, c.code)
			continue
		}
		for _, part := range c.vi {
			if !strings.Contains(p.In("vi"), part) {
				t.Errorf("%s lacks %q", p.In("vi"), part)
			}
		}
		if !strings.Contains(p.In("en"), c.en) || strings.Contains(p.In("en")+p.In("vi"), "{") {
			t.Errorf("%s lacks %q", p.In("en"), c.en)
		}
	}
}

func TestNames(t *testing.T) {
	r := national()
	all := r.Names(20240101)
	needs := func(key string) string {
		for _, n := range all {
			if n.Key == Key(key) {
				if n.NeedsHead {
					return n.Unit + " after a head"
				}
				return n.Unit
			}
		}
		return ""
	}
	for name, want := range map[string]string{
		"Nội vụ": "M-BNV after a head", "Xây dựng": "M-BXD after a head", "Công an": "M-BCA after a head", "Tài chính": "M-BTC after a head",
		"Y tế": "M-BYT after a head", "Ngoại giao": "M-BNG after a head", "Quốc phòng": "M-BQP after a head", "Tư pháp": "M-BTP after a head",
		"Công Thương": "M-BCT after a head", "GTVT": "M-BGTVT after a head", "TT&TT": "M-BTTTT after a head", "GD&ĐT": "M-BGDDT after a head",
		"Nông nghiệp và PTNT": "M-BNNPTNT after a head", "Dân tộc": "M-UBDT after a head", "Hồ Chí Minh": "P-HCM after a head",
		"Bộ Nội vụ": "M-BNV", "BNV": "M-BNV", "BTTTT": "M-BTTTT", "Bộ GTVT": "M-BGTVT", "UBDT": "M-UBDT", "Ngân hàng Nhà nước": "M-NHNN",
		"Hà Nội": "P-HNO", "TP. Hà Nội": "P-HNO", "UBND tỉnh Hà Giang": "P-HGI", "TP.HCM": "P-HCM", "Ministry of Finance": "M-BTC",
		"Việt Nam": "VNM", "M-BTC": "", "Tuyên Quang (mới)": "",
	} {
		if got := needs(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	for _, n := range all {
		if u, _ := r.Unit(n.Unit); !u.Valid(20240101) || n.Text != Fold(n.As) || n.Key != Key(n.Text) || n.Kind != u.Kind {
			t.Errorf("%+v", n)
		}
	}
	if !slices.EqualFunc(all, r.Names(20240101), func(a, b Name) bool { return a == b }) {
		t.Error("two calls differ")
	}
}

func TestFits(t *testing.T) {
	name := func(as, kind string) Name { return Name{As: as, Kind: kind} }
	for _, c := range []struct {
		n       Name
		written string
		want    bool
	}{
		{name("Hòa Bình", "province"), "Hòa Bình", true}, {name("Hòa Bình", "province"), "HOÀ BÌNH", true},
		{name("Hòa Bình", "province"), "hòa bình", false}, {name("Hòa Bình", "province"), "Hòa bình", false},
		{name("Tỉnh Hòa Bình", "province"), "tỉnh Hòa Bình", true}, {name("Anh", "country"), "anh", false}, {name("Anh", "country"), "Anh", true},
		{name("GTVT", "ministry"), "GTVT", true}, {name("GTVT", "ministry"), "gtvt", false},
		{name("Bộ Công Thương", "ministry"), "Bộ Công thương", true}, {name("Công an", "ministry"), "công an", false},
		{name("Đắk Lắk", "province"), "Đắklắk", true},
	} {
		if got := c.n.Fits(c.written); got != c.want {
			t.Errorf("%q fits %q: %v", c.written, c.n.As, got)
		}
	}
}

func TestKindsDeclared(t *testing.T) {
	for _, k := range problem.Catalogue() {
		if k.What.VI == "" || k.What.EN == "" || k.Expected.VI == "" || k.Expected.EN == "" || k.Remedy.VI == "" || k.Remedy.EN == "" || k.When.VI == "" || k.When.EN == "" {
			t.Errorf("%s is not told in full", k.Code)
		}
	}
}
