package extract

import (
	"xephang/stages/extract/legacy"
	"xephang/stages/problem"
	"xephang/stages/units"
)

var textConverted = problem.Declare(problem.Kind{Code: "text-legacy-encoding", Severity: problem.Doubt,
	What:     tx("chữ gõ bằng {encoding}, được hiểu là {text}:", "text typed in {encoding}, read as {text}:"),
	Expected: tx("chữ Unicode", "Unicode text"),
	Remedy:   tx("kiểm tra, rồi gõ lại bằng Unicode", "check it, and type it again in Unicode"),
	When:     tx("Tên đơn vị hoặc tiêu đề cột được gõ bằng TCVN3 (ABC) hoặc VNI.", "The name of a unit or the header of a column was typed in TCVN3 (ABC) or VNI."),
	Example:  "Hµ Néi"})

// old looks a name up that is no unit's as it stands, as TCVN3 and as VNI. Only a name that is then exactly one unit's
// counts, so nothing is guessed.
func (r *reader) old(name string, e *edition) (u units.Unit, as string, by *legacy.Encoding) {
	for _, by := range legacy.All() {
		as := by.Text(name)
		if as == name {
			continue
		}
		if u, ok := r.f.input.Registry.Match(as, e.plan.AsOf, e.kinds...); ok {
			return u, as, by
		}
	}
	return u, "", nil
}

// old reads a header that is unknown as it stands, as TCVN3 and as VNI.
func (f *finder) old(c column) column {
	for _, by := range legacy.All() {
		as := by.Text(c.text)
		if as == c.text {
			continue
		}
		if d := f.modern(as); d.role != unknownRole {
			d.text, d.old, d.by = as, c.text, by
			return d
		}
	}
	return c
}
