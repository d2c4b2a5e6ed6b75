package extract

import (
	"strings"

	"xephang/stages/units"
)

// role is what a column of a table is for.
type role uint8

const (
	unknownRole role = iota
	unitRole         // names or codes of units
	editionRole
	nodeRole   // long tables: the node of the row's figures
	scoreRole  // a score; of a long table's row, or of the root where a wide table says no more
	rankRole   // likewise
	rankOfRole // the number of units ranked, which bounds the rank
	sourceRole // addresses parted by |
	noteVIRole
	noteENRole
	trustRole  // high, medium, derived
	orderRole  // running numbers, regions: what other files say better
	figureRole // a figure of a node, or an answer: see figure
)

// words are the headers that are no nodes, folded. A node, abbreviation or answer of the same name goes before.
var words = wordTable(map[role]string{
	unitRole: `unit|units|unit code|unit name|unit_code|unit_name|code|name|iso3|iso|country|country name|country code|province|ministry|agency|
		mã|mã đơn vị|mã tỉnh|mã bộ|mã nước|mã quốc gia|ma|ma don vi|đơn vị|tên đơn vị|tên|tên tỉnh|tên bộ|tên nước|tên quốc gia|tên cơ quan|
		quốc gia|nước|tỉnh|tỉnh, thành phố|tỉnh/thành phố|tỉnh thành|tỉnh thành phố|tỉnh, thành|tỉnh/thành|địa phương|bộ|bộ, ngành|bộ ngành|bộ, cơ quan|bộ, cơ quan ngang bộ|
		name_vi|name_en|tên tiếng việt|tên tiếng anh|english name|cơ quan|tên bộ, ngành|tên cơ quan, đơn vị|don vi|tinh|quoc gia`,
	editionRole: `edition|year|năm|kỳ|năm dữ liệu|năm đánh giá|nam`,
	nodeRole:    `node|indicator|metric|chỉ tiêu|chỉ số|mã chỉ tiêu|mã chỉ số|tiêu chí|chỉ số thành phần`,
	scoreRole:   `score|scores|value|điểm|tổng điểm|điểm số|giá trị|total score|diem`,
	rankRole:    `rank|ranking|hạng|xếp hạng|thứ hạng|hang`,
	rankOfRole:  `rank_of|rank of|of|trên tổng số|số đơn vị|số đơn vị xếp hạng|tổng số đơn vị`,
	sourceRole:  `source|sources|nguồn|nguồn số liệu|nguồn tham khảo|nguon`,
	noteVIRole:  `ghi chú|chú thích|ghi chu|note_vi|note vi`,
	noteENRole:  `note|notes|remark|remarks|note_en|note en`,
	trustRole:   `confidence|độ tin cậy|mức tin cậy|do tin cay`,
	orderRole: `stt|tt|số thứ tự|no|no.|#|số tt|tied_with|tied with|đồng hạng|đồng hạng với|
		region|sub_region|sub-region|vùng|khu vực|block|khối|group|nhóm`,
})

func wordTable(lists map[role]string) map[string]role {
	t := map[string]role{}
	for r, list := range lists {
		for _, w := range strings.Split(list, "|") {
			t[units.Fold(w)] = r
		}
	}
	return t
}

// Marks of a published figure, of a rank and of a score around the name of a node, folded.
var (
	publishedMarks = []string{"(công bố)", "(published)", "(cong bo)", "công bố", "published"}
	rankBefore     = []string{"hạng ", "xếp hạng ", "thứ hạng ", "rank ", "rank: ", "hạng: "}
	rankBehind     = []string{" (hạng)", " (rank)", " hạng", " rank", "_rank"}
	scoreBefore    = []string{"điểm ", "score ", "điểm: ", "score: "}
	scoreBehind    = []string{" (điểm)", " (score)", " điểm", " score", "_score"}
)

// heading is what a header says of the figures below it.
type heading struct {
	node      string
	rank      bool
	published bool
}

// figureOf reads a header around the name of a node: "EGDI", "EGDI (công bố)", "Hạng EGDI (công bố)", "Rank EGDI
// (published)", "gov_rank". find tells the node of a name.
func figureOf(text string, find func(string) (string, bool)) (h heading, ok bool) {
	if id, ok := find(text); ok {
		return heading{node: id}, true
	}
	s := units.Fold(text)
	if t, cut := without(s, nil, publishedMarks); cut {
		s, h.published = strings.TrimRight(t, " _-–:,"), true
	}
	if id, ok := find(s); ok {
		h.node = id
		return h, true
	}
	if t, cut := without(s, rankBefore, rankBehind); cut {
		h.rank = true
		s = t
	} else if t, cut := without(s, scoreBefore, scoreBehind); cut {
		s = t
	} else {
		return h, false
	}
	h.node, ok = find(strings.TrimSpace(s))
	return h, ok
}

// without takes the first of the marks off a text, before or behind; false where none is there.
func without(s string, before, behind []string) (string, bool) {
	for _, m := range before {
		if t, ok := strings.CutPrefix(s, units.Fold(m)+" "); ok {
			return t, true
		}
	}
	for _, m := range behind {
		if t, ok := strings.CutSuffix(s, m); ok && t != "" {
			return t, true
		}
	}
	return s, false
}
