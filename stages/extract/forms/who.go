package forms

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// identify tells what a form is of: index, edition, version and unit.
func (x *paper) identify() {
	x.readMeta()
	f, at := x.filing, problem.Place{File: x.filing.File}
	f.Index, f.Edition, f.Version = x.meta[form.MetaIndex], x.meta[form.MetaEdition], x.meta[form.MetaVersion]
	x.whose()
	p := x.plan
	switch {
	case f.Index != "" && f.Index != p.Index.ID:
		x.refuse(otherIndex.At(at, f.Index, "index", p.Index.ID))
	case f.Edition != "" && f.Edition != p.Edition.ID:
		x.refuse(otherEdition.At(at, f.Edition, "edition", p.Edition.ID))
	case f.Version != "" && p.Form != nil && f.Version != p.Form.Version:
		x.refuse(otherVersion.At(at, f.Version, "version", p.Form.Version))
	case x.meta[form.MetaLayout] != "" && x.meta[form.MetaLayout] != x.print:
		x.refuse(otherLayout.At(at, x.meta[form.MetaLayout], "print", x.print))
	}
}

// readMeta reads the sheet that names index, edition and unit, and the defined names that say the same.
func (x *paper) readMeta() {
	x.meta = map[string]string{}
	for _, n := range x.book.Names {
		if key, ok := strings.CutPrefix(n.Name, "xh_"); ok && slices.Contains(form.MetaKeys(), key) {
			if v := strings.TrimPrefix(n.Refers, "="); len(v) > 1 && v[0] == '"' && v[len(v)-1] == '"' {
				x.meta[key] = strings.ReplaceAll(v[1:len(v)-1], `""`, `"`)
			}
		}
	}
	for _, g := range x.grids {
		if m := g.meta(); m != nil {
			for key, v := range m {
				x.meta[key] = v
			}
			return
		}
	}
}

// meta reads a sheet as the one of keys and values; nil where it is another.
func (g *grid) meta() map[string]string {
	m := map[string]string{}
	for i := range min(len(g.rows), searched) {
		var cells []sheet.Cell
		for _, c := range g.rows[i].Cells {
			if !c.Blank() {
				cells = append(cells, c)
			}
		}
		if len(cells) < 2 || !slices.Contains(form.MetaKeys(), words(cells[0])) {
			continue
		}
		if key := words(cells[0]); m[key] == "" {
			m[key] = words(cells[1])
		}
	}
	if m[form.MetaMagic] != form.Magic {
		return nil
	}
	return m
}

// claim is one place of a form that names its unit.
type claim struct {
	by, code, said string
	at             problem.Place
}

// whose settles the unit: the marks inside the form, the cover, the name of the file must not name two.
func (x *paper) whose() {
	at := problem.Place{File: x.filing.File}
	var claims []claim
	if code := x.meta[form.MetaUnit]; code != "" {
		if _, known := x.reg.Unit(code); !known {
			x.refuse(unitNotOurs.At(at, code, "edition", x.plan.Edition.ID))
			return
		}
		claims = append(claims, claim{by: "meta", code: code, said: code})
	}
	if c, ok := x.cover(); ok {
		claims = append(claims, c)
	}
	if c, ok := x.titled(); ok {
		claims = append(claims, c)
	}
	if len(claims) == 0 {
		x.refuse(noUnit.At(at, path.Base(x.name)))
		return
	}
	for _, c := range claims[1:] {
		if c.code != claims[0].code {
			x.refuse(unitsDiffer.At(at, "", "said_vi", saidBy(claims, "vi"), "said_en", saidBy(claims, "en")))
			return
		}
	}
	x.filing.Unit, x.by = claims[0].code, claims[0].by
	if _, ours := x.units[x.filing.Unit]; !ours {
		x.refuse(unitAside.At(at, x.filing.Unit, "edition", x.plan.Edition.ID))
		return
	}
	if x.by != "meta" {
		x.report(unitByFile.At(claims[0].at, claims[0].said, "by_vi", claimed[x.by].VI, "by_en", claimed[x.by].EN, "unit", x.filing.Unit))
	}
}

var claimed = map[string]problem.Text{"meta": tx("trang _meta", "the sheet _meta"), "cover": tx("tên ghi trong biểu", "the name in the form"), "file": tx("tên tệp", "the file’s name")}

func saidBy(claims []claim, lang string) string {
	var all []string
	for _, c := range claims {
		all = append(all, claimed[c.by].In(lang)+" “"+c.said+"” ("+c.code+")")
	}
	return strings.Join(all, ", ")
}

// unit finds a unit of the edition's kinds by a name, as it stands or converted from TCVN3 or VNI.
func (d *desk) unit(name string) (units.Unit, bool) {
	var u units.Unit
	found := false
	converse(name, func(s string) bool {
		if s != "" && !found {
			if u, found = d.units[s]; !found {
				u, found = d.reg.Match(s, d.plan.AsOf, d.kinds()...)
			}
		}
		return found
	})
	return u, found
}

// kinds of the units of the edition, those of its blocks included.
func (d *desk) kinds() []string {
	all := slices.Clone(d.plan.Kinds())
	for _, b := range d.plan.Edition.Blocks {
		all = append(all, b.Kinds...)
	}
	return all
}

// labels stand before the unit's name on a cover or above a table.
var labels = []string{"Đơn vị", "Đơn vị trả lời", "Tên đơn vị", "Đơn vị báo cáo", "Cơ quan", "Tên cơ quan", "Cơ quan báo cáo", "Đơn vị điền biểu", "Unit", "Body that answers", "Body"}

var isLabelled = func() map[string]bool {
	all := map[string]bool{}
	for _, l := range labels {
		all[units.SearchKey(l)] = true
	}
	return all
}()

func isLabel(s string) bool {
	return len(s) < 80 && isLabelled[units.SearchKey(strings.TrimRight(s, ": "))]
}

// cover looks above the tables for a labelled name of a unit: label and name side by side, or in one cell.
func (x *paper) cover() (claim, bool) {
	for _, g := range x.grids {
		if g.meta() != nil {
			continue
		}
		for i := range min(len(g.rows), 40) {
			if c, ok := x.labelled(g, &g.rows[i]); ok {
				return c, true
			}
		}
	}
	return claim{}, false
}

func (x *paper) labelled(g *grid, r *sheet.Row) (claim, bool) {
	label := false
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Kind != sheet.Text || c.Blank() || len(c.Text) > 400 {
			continue
		}
		text := words(*c)
		before, after, two := strings.Cut(text, ":")
		name := ""
		switch {
		case label:
			name = text
		case two && isLabel(before) && strings.TrimSpace(after) != "":
			name = strings.TrimSpace(after)
		case isLabel(converse(text, isLabel)):
			label = true
			continue
		default:
			if first, _, more := strings.Cut(text, ". "); more && r.Number <= 6 { // the line under the title: Tên đơn vị. Chỉ điền …
				name = first
			}
		}
		if u, ok := x.unit(name); ok {
			return claim{"cover", u.Code, name, g.place(r, c.Column)}, true
		}
		label = false
	}
	return claim{}, false
}

// titled looks for a unit in the name of the file: the whole name, or one of the parts that _ or " - " parts. A name
// that fits two units names none.
func (x *paper) titled() (claim, bool) {
	stem := strings.TrimSuffix(x.name, path.Ext(x.name))
	at := problem.Place{File: x.filing.File}
	if u, ok := x.unit(stem); ok {
		return claim{"file", u.Code, stem, at}, true
	}
	var hit claim
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(stem, " - ", "_"), func(r rune) bool { return r == '_' || r == '(' || r == ')' || r == '[' || r == ']' }) {
		u, ok := x.unit(strings.TrimSpace(part))
		switch {
		case !ok:
		case hit.code == "" || hit.code == u.Code:
			hit = claim{"file", u.Code, strings.TrimSpace(part), at}
		default:
			return claim{}, false
		}
	}
	return hit, hit.code != ""
}
