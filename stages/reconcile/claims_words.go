package reconcile

import (
	"strconv"

	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

func tx(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// Why a claim cannot be checked, or needs no check.
var (
	whySame     = tx("Bằng chứng duy nhất của chúng tôi là chính văn bản này.", "Our only evidence is this text itself.")
	whyNoTable  = tx("Không có bảng hay chuỗi số liệu nào để đối chiếu.", "There is no table or series to check it with.")
	whyNoUnit   = tx("Không rõ câu nói về đơn vị nào.", "Which unit is meant is not certain.")
	whyNoYear   = tx("Không có kỳ nào của chỉ số ứng với năm được nói.", "The index has no edition of the year that is meant.")
	whyNoCell   = tx("Bảng của kỳ này không có số liệu của đơn vị.", "The table of this edition has no figure of the unit.")
	whyNoBefore = tx("Không có số liệu kỳ trước của đơn vị để tính thay đổi.", "There is no figure of the edition before to compute the change.")
	whyBases    = tx("Hai kỳ xếp hạng số đơn vị khác nhau, không so sánh được.", "The two editions rank different numbers of units and cannot be compared.")
	whyNoTarget = tx("Không có mục tiêu nào trong dữ liệu ứng với câu này.", "No target of ours answers to this sentence.")
	whyOtherDay = tx("Chuỗi số liệu không có giá trị vào thời điểm được nói.", "The series has no value at the time that is meant.")
	whyPart     = tx("Chỉ biết hạng của một phần các đơn vị được nêu; phần đã biết thì phù hợp.", "The ranks of only a part of the units named are known; those agree.")
)

func remarkReleased(year int, edition string) *Remark {
	y := strconv.Itoa(year)
	return &Remark{"publication-year", tx("Năm "+y+" là năm công bố; số liệu thuộc kỳ "+edition+".", y+" is the year of publication; the figures are those of "+edition+".")}
}

func remarkCovers(year int, edition string) *Remark {
	y := strconv.Itoa(year)
	return &Remark{"period-covered", tx("Không có kỳ "+y+"; đối chiếu với kỳ "+edition+", kỳ kế tiếp được công bố.", "There is no edition of "+y+"; checked against "+edition+", the next one published.")}
}

func remarkName(was, is units.Unit) Remark {
	return Remark{"old-name", tx("Tên cũ: từ "+dayVI(is.From)+" là "+is.Full+".", "Old name: since "+is.From.String()+" it is "+is.Name.In("en")+".")}
}

func remarkIndex(ix *index.Index) Remark {
	return Remark{"other-index", tx("Theo bảng: "+ix.Name.VI+".", "By the table: "+ix.Name.In("en")+".")}
}

func dayVI(d units.Date) string {
	if d == 0 {
		return "trước"
	}
	return "ngày " + strconv.Itoa(int(d)%100) + "/" + strconv.Itoa(int(d)/100%100) + "/" + strconv.Itoa(d.Year())
}

// rankText writes a rank with its whole: "hạng 86/193".
func rankText(lang string, rank float64, of int) string {
	s := say(lang, "hạng ", "rank ") + shown(rank, lang)
	if of > 0 {
		s += say(lang, "/", " of ") + strconv.Itoa(of)
	}
	return s
}

// whyTable says what the table holds and by how much the claim is off.
func whyTable(e Evidence, what func(lang string) string, off func(lang string) string) problem.Text {
	return both(func(lang string) string {
		s := say(lang, "Bảng ghi ", "The table has ") + what(lang)
		if e.Edition != "" {
			s += say(lang, " (kỳ ", " (edition ") + e.Edition + ")"
		}
		if off != nil {
			s += say(lang, ", lệch ", ", off by ") + off(lang)
		}
		return s + "."
	})
}

// expectedRank is what claims.csv says of a rank: 86/193.
func expectedRank(f figure) string {
	if f.of > 0 {
		return number(f.value) + "/" + strconv.Itoa(f.of)
	}
	return number(f.value)
}

// nameOf is a unit as the Vietnamese page calls it.
func (b *bench) nameOf(code, lang string) string {
	u, ok := b.in.Units.Unit(code)
	if !ok {
		return code
	}
	return u.Name.In(lang)
}
