package units

import (
	"fmt"
	"strings"

	"xephang/stages/problem"
)

// How a name in a sheet, a text or an index.yaml can fail to be a unit's.
var (
	unitUnknown = problem.Declare(problem.Kind{Code: "unit-unknown",
		What:     t("không nhận ra đơn vị", "unknown unit"),
		Expected: t("{kinds_vi} có trong danh mục đơn vị{day_vi}{near_vi}", "{kinds_en} of the registry of units{day_en}{near_en}"),
		Remedy:   t("sửa tên, ghi mã đơn vị, hoặc thêm tên này vào cột aliases của units.csv", "mend the name, write the unit's code, or add this name to the column aliases of units.csv"),
		When:     t("Khi một tên trong tệp đầu vào không phải tên, bí danh hay mã của đơn vị nào.", "When a name in an input is no unit's name, alias or code."),
		Example:  "Hà Giangg"})
	unitAmbiguous = problem.Declare(problem.Kind{Code: "unit-ambiguous",
		What:     t("tên chỉ nhiều đơn vị{day_vi}", "the name means several units{day_en}"),
		Expected: t("một trong: {candidates_vi}", "one of: {candidates_en}"),
		Remedy:   t("ghi mã đơn vị hoặc tên đầy đủ có dấu", "write the unit's code or its full name with marks"),
		When:     t("Khi một tên là của nhiều đơn vị cùng tồn tại vào ngày của kỳ.", "When a name is that of several units that exist on the edition's day."),
		Example:  "Bộ Nội vụ"})
	unitNotValid = problem.Declare(problem.Kind{Code: "unit-not-valid-at-date",
		What:     t("đơn vị không tồn tại{day_vi}", "the unit does not exist{day_en}"),
		Expected: t("{heirs_vi}; tên này là của {was_vi}", "{heirs_en}; the name is that of {was_en}"),
		Remedy:   t("dùng đơn vị có vào ngày ấy, hoặc sửa ngày as_of của kỳ", "use a unit that exists on that day, or mend the edition's as_of"),
		When:     t("Khi một tên là của đơn vị đã sáp nhập, đổi tên hoặc chưa thành lập vào ngày của kỳ.", "When a name is that of a unit merged, renamed or not yet founded on the edition's day."),
		Example:  "Hà Giang (2025-07-01)"})
	unitOtherKind = problem.Declare(problem.Kind{Code: "unit-other-kind",
		What:     t("đơn vị không thuộc loại được xếp hạng ở đây", "the unit is not of the kind ranked here"),
		Expected: t("{kinds_vi}; tên này là của {candidates_vi}", "{kinds_en}; the name is that of {candidates_en}"),
		Remedy:   t("sửa tên, hoặc thêm loại đơn vị vào units: của index.yaml", "mend the name, or add the kind to units: of index.yaml"),
		When:     t("Khi một tên là của đơn vị thuộc loại khác.", "When a name is that of a unit of another kind."),
		Example:  "Bộ Tài chính (province)"})
)

// Resolve is Find for readers of files: the unit, or the problem to report at the place, which names the candidates.
func (r *Registry) Resolve(name string, at Date, kinds []string, place problem.Place) (Unit, *problem.Problem) {
	hits, how := r.look(name, at, kinds)
	if how == found {
		return r.units[hits[0]], nil
	}
	all := r.candidates(hits, how, name, at, kinds)
	args := []string{"kinds_vi", kindNames(kinds, "vi"), "kinds_en", kindNames(kinds, "en"),
		"day_vi", onDay(at, "vi"), "day_en", onDay(at, "en"),
		"candidates_vi", Describe(all, "vi"), "candidates_en", Describe(all, "en")}
	kind := map[outcome]*problem.Kind{unknown: unitUnknown, ambiguous: unitAmbiguous, otherDate: unitNotValid, otherKind: unitOtherKind}[how]
	switch how {
	case unknown:
		args = append(args, "near_vi", led("; gần giống: ", Describe(all, "vi")), "near_en", led("; alike: ", Describe(all, "en")))
	case otherDate:
		was := r.at(hits)
		args = append(args, "was_vi", Describe(was, "vi"), "was_en", Describe(was, "en"),
			"heirs_vi", heirsText(was, all, at, "vi"), "heirs_en", heirsText(was, all, at, "en"))
	}
	p := kind.At(place, name, args...)
	if how == otherDate {
		p.Unit = r.units[hits[0]].Code
	}
	return Unit{}, &p
}

func (r *Registry) at(hits []int32) []Unit {
	var all []Unit
	for _, i := range hits {
		all = append(all, r.units[i])
	}
	return all
}

// heirsText says what to expect in the place of units that do not exist on the day.
func heirsText(was, all []Unit, at Date, lang string) string {
	say := t("đơn vị kế thừa: ", "the successor: ")
	switch {
	case !all[0].Valid(at): // nothing took its place: only another day would do
		say = t("ngày trong thời gian tồn tại: ", "a day on which it exists: ")
	case was[0].From > at:
		say = t("đơn vị tiền thân: ", "the predecessor: ")
	}
	return say.In(lang) + Describe(all, lang)
}

// Describe lists units for a message: "Tuyên Quang (P-TQU25, từ 01/07/2025), Hà Nội (P-HNO)".
func Describe(units []Unit, lang string) string {
	var list []string
	for _, u := range units {
		list = append(list, fmt.Sprintf("%s (%s%s)", u.Name.In(lang), u.Code, lifeText(u, lang)))
	}
	return strings.Join(list, ", ")
}

// lifeText says when a unit exists, nothing where it is open on both sides.
func lifeText(u Unit, lang string) string {
	from, to := t("từ", "from").In(lang), t("đến", "until").In(lang)
	switch {
	case u.From != 0 && u.To != 0:
		return fmt.Sprintf(", %s %s %s %s", from, dayText(u.From, lang), to, dayText(u.To, lang))
	case u.From != 0:
		return fmt.Sprintf(", %s %s", from, dayText(u.From, lang))
	case u.To != 0:
		return fmt.Sprintf(", %s %s", to, dayText(u.To, lang))
	}
	return ""
}

// dayText writes a day as 01/07/2025 in Vietnamese and 2025-07-01 in English.
func dayText(d Date, lang string) string {
	if lang == "en" {
		return d.String()
	}
	return fmt.Sprintf("%02d/%02d/%04d", d%100, d/100%100, d/10000)
}

func onDay(at Date, lang string) string {
	if at == 0 {
		return ""
	}
	return t(" vào ngày ", " on ").In(lang) + dayText(at, lang)
}

func led(lead, list string) string {
	if list == "" {
		return ""
	}
	return lead + list
}

var kindText = map[string]problem.Text{
	"country": t("quốc gia", "country"), "province": t("tỉnh, thành phố trực thuộc trung ương", "province or centrally-run city"),
	"ministry": t("bộ, cơ quan ngang bộ", "ministry or ministerial agency"), "agency": t("cơ quan thuộc Chính phủ", "government agency"),
}

// kindNames names the kinds that are asked for.
func kindNames(kinds []string, lang string) string {
	if len(kinds) == 0 {
		return t("đơn vị", "a unit").In(lang)
	}
	var list []string
	for _, k := range kinds {
		name := kindText[k].In(lang)
		if name == "" {
			name = k
		}
		list = append(list, name)
	}
	return strings.Join(list, t(" hoặc ", " or ").In(lang))
}
