package target

import (
	"math"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Number writes a number for readers: at most the given decimals (−1: as many as it takes), decimal comma and dots
// between thousands in Vietnamese, the other way round in English.
func Number(v float64, decimals int, lang string) string {
	if decimals >= 0 {
		p := math.Pow10(decimals)
		v = math.Round(v*p) / p
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	point, group := ",", "."
	if lang == "en" {
		point, group = ".", ","
	}
	for i := len(whole) - 3; i > 0 && len(whole) > 3; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	if part != "" {
		whole += point + part
	}
	if v < 0 {
		whole = "−" + whole
	}
	return whole
}

// Quantity writes a value with its unit: "30 %", "hạng 6 trong ASEAN", "2.000 dịch vụ".
func Quantity(v float64, unit problem.Text, lang string) string {
	n, u := Number(v, -1, lang), unit.In(lang)
	head, rest, _ := strings.Cut(u, " ")
	if head == "hạng" || head == "rank" {
		return strings.TrimSpace(head + " " + n + " " + rest)
	}
	if u == "%" && lang == "en" {
		return n + "%"
	}
	return strings.TrimSpace(n + "\u00a0" + u)
}

var hedges = map[string]problem.Text{
	">": {VI: "hơn ", EN: "more than "}, "<": {VI: "dưới ", EN: "less than "}, "~": {VI: "khoảng ", EN: "about "},
	">=": {VI: "ít nhất ", EN: "at least "}, "<=": {VI: "không quá ", EN: "at most "},
}

// Goal says what is to be reached: "ít nhất 30 % đến ngày 31/12/2020".
func (t *Target) Goal() problem.Text { return each(t.goal) }

func (t *Target) goal(lang string) string {
	s := ""
	switch {
	case t.Op == By:
		s = say(lang, "hoàn thành", "to be done")
	case t.Op == Start:
		s = say(lang, "bắt đầu", "to begin")
	case strings.HasPrefix(t.Unit.VI, "hạng") && t.Op == AtMost:
		s = Quantity(t.Value, t.Unit, lang) + say(lang, " trở lên", " or better")
	default:
		s = hedges[string(t.Op)].In(lang) + Quantity(t.Value, t.Unit, lang)
	}
	if d := t.Deadline.Text(); !d.IsZero() {
		s += say(lang, " đến hết ", " by the end of ") + d.In(lang)
		if t.Deadline.Grain == Day {
			s = strings.Replace(strings.Replace(s, " đến hết ngày ", " đến ngày ", 1), " by the end of ", " by ", 1)
		}
	}
	return s
}

// Value writes an observation: "gần 83 % (tháng 7/2020)".
func (t *Target) value(o *Observation, lang string) string {
	if t.Op.Deed() {
		state := say(lang, "chưa xong", "not done")
		if o.Value == 1 {
			state = say(lang, "đã xong", "done")
		}
		return state + " (" + o.When.Text().In(lang) + ")"
	}
	return hedges[o.Qualifier].In(lang) + Quantity(o.Value, t.Unit, lang) + " (" + o.When.Text().In(lang) + ")"
}

// Sentence says how the target stands, with every number in it.
func (a Assessment) Sentence(t *Target) problem.Text {
	return each(func(lang string) string { return a.sentence(t, lang) })
}

func (a Assessment) sentence(t *Target, lang string) string {
	goal := say(lang, "mục tiêu ", "target ") + t.goal(lang)
	if a.Last == nil {
		return say(lang, "Chưa có số liệu; ", "No data; ") + goal + "."
	}
	last := t.value(a.Last, lang)
	switch a.Status {
	case Reached:
		return say(lang, "Đạt: ", "Reached: ") + last + "; " + goal + "."
	case Late:
		if t.Op.Deed() {
			return say(lang, "Hoàn thành sau thời hạn: ", "Done after the deadline: ") + a.First.When.Text().In(lang) + "; " + goal + "."
		}
		return say(lang, "Lần đầu ghi nhận đạt sau thời hạn: ", "First seen to be reached after the deadline: ") + t.value(a.First, lang) + "; " + goal + "."
	case Missed:
		return say(lang, "Không đạt: ", "Missed: ") + last + a.short(t, lang) + "; " + goal + "."
	case NoData:
		return say(lang, "Không có số liệu tại thời hạn; gần nhất: ", "No data at the deadline; the nearest: ") + last + "; " + goal + "."
	case OnCourse:
		return say(lang, "Đúng tiến độ: ", "On course: ") + last + a.short(t, lang) + a.speed(t, lang) + "; " + goal + "."
	case Behind:
		return say(lang, "Chậm tiến độ: ", "Behind: ") + last + a.short(t, lang) + a.speed(t, lang) + "; " + goal + "."
	}
	return say(lang, "Chưa đạt: ", "Not yet reached: ") + last + a.short(t, lang) + a.speed(t, lang) + "; " + goal + "."
}

// short says what is missing.
func (a Assessment) short(t *Target, lang string) string {
	if math.IsNaN(a.Gap) || a.Gap == 0 {
		return ""
	}
	return say(lang, ", còn thiếu ", ", short by ") + t.amount(a.Gap, lang)
}

// speed says the pace so far and the pace needed.
func (a Assessment) speed(t *Target, lang string) string {
	s := ""
	if !math.IsNaN(a.Pace) {
		s = say(lang, ", đến nay ", ", so far ") + t.amount(a.Pace, lang) + say(lang, " mỗi tháng", " a month")
	}
	if !math.IsNaN(a.Needed) {
		s += say(lang, ", cần ", ", needed ") + t.amount(a.Needed, lang) + say(lang, " mỗi tháng", " a month")
	}
	return s
}

// amount is a difference: of per cents it counts in percentage points, of ranks in places.
func (t *Target) amount(v float64, lang string) string {
	unit := t.Unit
	switch {
	case unit.VI == "%":
		unit = problem.Text{VI: "điểm %", EN: "points"}
	case strings.HasPrefix(unit.VI, "hạng"):
		unit = problem.Text{VI: "bậc", EN: "places"}
	}
	return strings.TrimSpace(Number(v, 2, lang) + "\u00a0" + unit.In(lang))
}

func say(lang, vi, en string) string {
	if lang == "en" {
		return en
	}
	return vi
}

func each(f func(lang string) string) problem.Text { return problem.Text{VI: f("vi"), EN: f("en")} }
