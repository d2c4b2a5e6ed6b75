package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"xephang/stages/problem"
)

// Words says in a sentence how a rule turns the value of a criterion of so many points into points.
func (rule *Rule) Words(points float64) problem.Text {
	if rule == nil {
		return problem.Text{}
	}
	return problem.Text{VI: rule.say(points, "vi"), EN: rule.say(points, "en")}
}

var ruleSentences = map[string]problem.Text{
	"ratio":          {VI: "Điểm = tỷ lệ đạt được × {max}.", EN: "Points = the ratio reached × {max}."},
	"threshold":      {VI: "Điểm = tỷ lệ so với ngưỡng {x} × {max}, đạt ngưỡng trở lên được {max}.", EN: "Points = the ratio to the threshold {x} × {max}; at the threshold and above, {max}."},
	"steps":          {VI: "Điểm theo bậc: {steps}; dưới bậc đầu được 0.", EN: "Points by steps: {steps}; below the first step, 0."},
	"yes_no":         {VI: "Có thì được {max} điểm, không thì 0.", EN: "Yes earns {max} points, no earns 0."},
	"count":          {VI: "Mỗi đơn vị đếm được {x} điểm, tối đa {cap}.", EN: "Each one counted earns {x} points, {cap} at most."},
	"best_of":        {VI: "Lấy trường hợp được nhiều điểm nhất trong: {cases}.", EN: "The case that earns most counts: {cases}."},
	"sum_of":         {VI: "Cộng điểm các phần: {cases}.", EN: "The points of the parts are added: {cases}."},
	"relative":       {VI: "Điểm = giá trị so với đơn vị tốt nhất × {max}; đơn vị tốt nhất được {max}.", EN: "Points = the value over that of the best unit × {max}; the best gets {max}."},
	"relative block": {VI: "Điểm = giá trị so với đơn vị tốt nhất cùng khối × {max}; đơn vị tốt nhất của khối được {max}.", EN: "Points = the value over that of the best unit of the same block × {max}; the best of the block gets {max}."},
}

func (rule *Rule) say(points float64, lang string) string {
	key, x, most := rule.Kind, rule.Threshold, rule.Cap
	if rule.Within == "block" {
		key += " block"
	}
	if rule.Kind == "count" {
		x = rule.Each
	}
	if most == 0 {
		most = points
	}
	return strings.NewReplacer("{max}", said(points, lang), "{x}", said(x, lang), "{cap}", said(most, lang),
		"{steps}", rule.steps(lang), "{cases}", rule.cases(lang)).Replace(ruleSentences[key].In(lang))
}

// steps are written as "từ 0,1 được 2".
func (rule *Rule) steps(lang string) string {
	var all []string
	for _, s := range rule.Steps {
		from, get := "từ ", " được "
		if lang == "en" {
			from, get = "from ", " earns "
		}
		all = append(all, from+said(s[0], lang)+get+said(s[1], lang))
	}
	return strings.Join(all, "; ")
}

// cases are written as "(a) plan_signed == 1: có thì được 30 điểm, không thì 0".
func (rule *Rule) cases(lang string) string {
	var all []string
	for i, a := range rule.Of {
		text := "(" + letter(i) + ") "
		if a.Value != "" {
			text += a.Value + ": "
		}
		sentence := strings.TrimSuffix(a.Rule.Words(a.Points).In(lang), ".")
		if sentence == "" {
			continue
		}
		first, size := utf8.DecodeRuneInString(sentence)
		all = append(all, text+string(unicode.ToLower(first))+sentence[size:])
	}
	return strings.Join(all, "; ")
}

// letter numbers cases: a … z, then aa.
func letter(i int) string {
	if i >= 26 {
		return letter(i/26-1) + letter(i%26)
	}
	return string(rune('a' + i))
}

var words = map[string]problem.Text{
	"missing exclude":  {VI: "Thành phần thiếu được bỏ ra, trọng số chia lại cho các thành phần còn lại.", EN: "A missing part is left out and its weight is shared among the others."},
	"missing zero":     {VI: "Thành phần thiếu được tính 0 điểm.", EN: "A missing part counts as zero."},
	"missing withhold": {VI: "Thiếu thành phần này thì không tính điểm.", EN: "Where this part is missing, no score is given."},

	"ties competition": {VI: "Đơn vị bằng điểm đồng hạng, hạng tiếp theo bỏ qua số hạng đã trùng (1, 2, 2, 4).", EN: "Equal units share a place and the next place counts them all (1, 2, 2, 4)."},
	"ties dense":       {VI: "Đơn vị bằng điểm đồng hạng, hạng tiếp theo liền kề (1, 2, 2, 3).", EN: "Equal units share a place and the next place follows at once (1, 2, 2, 3)."},
	"ties ordinal":     {VI: "Mỗi đơn vị một hạng; bằng điểm thì xếp theo mã đơn vị (1, 2, 3, 4).", EN: "Each unit has a place of its own; equal ones are ordered by code (1, 2, 3, 4)."},
	"ties average":     {VI: "Đơn vị bằng điểm cùng nhận hạng trung bình (1; 2,5; 2,5; 4).", EN: "Equal units share their mean place (1, 2.5, 2.5, 4)."},

	"on published_decimals": {VI: "Xếp hạng trên điểm đã làm tròn tới số chữ số công bố ({n} chữ số thập phân).", EN: "Places are given on scores rounded to the published decimals ({n})."},
	"on full":               {VI: "Xếp hạng trên điểm chưa làm tròn.", EN: "Places are given on unrounded scores."},
	"within block":          {VI: "Các khối được xếp hạng riêng.", EN: "Each block is ranked by itself."},
	"across editions":       {VI: "Giới hạn chuẩn hoá lấy chung cho mọi kỳ.", EN: "The limits of scaling are taken over all editions together."},
	"measured":              {VI: "Chỉ đo và công bố, không tính vào điểm.", EN: "Measured and published, not scored."},
	"beside":                {VI: "Đứng ngoài tổng điểm.", EN: "Stands outside the total."},
}

// MissingWords says what a missing part does: exclude, zero, withhold.
func MissingWords(missing string) problem.Text { return words["missing "+or(missing, "exclude")] }

// TiesWords says how equal units are placed: competition, dense, ordinal, average.
func TiesWords(ties string) problem.Text { return words["ties "+or(ties, "competition")] }
