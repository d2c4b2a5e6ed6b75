package units

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"xephang/stages/problem"
)

// File is an input that extract has opened: its name, for the places of problems, and its bytes.
type File struct {
	Name string
	Data []byte
}

// Files are what a registry is made of. Only Units must be there; the others may be left out (no Data). The units.csv
// of an imported index is read the same way: of its columns only code and name (or name_vi, name_en) are needed.
type Files struct{ Units, M49, Groups, Succession File }

var unitColumns = []string{"code", "kind", "name", "name_vi", "full_name_vi", "name_en", "aliases", "groups", "gso_code",
	"valid_from", "valid_to", "confidence", "source", "note", "note_vi", "note_en"}

// Parse reads the registry. Everything that is wrong is in the list, each with file:line:column; the registry holds
// what could be read and is never nil.
func Parse(files Files) (*Registry, problem.List) {
	p := &parser{files: files, where: map[string]problem.Place{}, reg: &Registry{byCode: map[string]int{}, before: map[string][]Succession{}, after: map[string][]Succession{}}}
	p.groups()
	p.units()
	p.regions()
	p.memberships()
	p.successions()
	p.sharedNames()
	return p.reg, p.problems
}

// parser is the state of one Parse.
type parser struct {
	files    Files
	reg      *Registry
	declared bool                     // groups.csv is there: only its schemes may be used
	where    map[string]problem.Place // "code:scheme" → the cell that says so
	problems problem.List
}

func (p *parser) units() {
	if p.files.Units.Name == "" {
		p.files.Units.Name = "units.csv"
	}
	lines := map[string]int{}
	faults := len(p.problems)
	read(p.files.Units, unitColumns, []string{"code", "name_vi|name|name_en"}, &p.problems, func(r row) {
		u, good := unitOf(r)
		if first, twice := lines[u.Code]; twice && u.Code != "" {
			p.problems.Add(twiceCode.At(r.place("code"), u.Code, "line", strconv.Itoa(first)))
			return
		}
		if good {
			lines[u.Code] = u.Place.Line
			p.reg.units = append(p.reg.units, u)
			for _, m := range u.Groups {
				p.where[u.Code+":"+m.Scheme] = r.place("groups")
			}
		}
	})
	if len(p.reg.units) == 0 && len(p.problems) == faults {
		p.problems.Add(noUnits.At(problem.Place{File: p.files.Units.Name}, ""))
	}
	slices.SortFunc(p.reg.units, ByCode)
	for i, u := range p.reg.units {
		p.reg.byCode[u.Code] = i
	}
}

// unitOf reads one line; it is not good without a code or a name.
func unitOf(r row) (Unit, bool) {
	u := Unit{Code: r.get("code"), Kind: r.get("kind"), Full: r.get("full_name_vi"), GSO: r.get("gso_code"),
		Name:    problem.Text{VI: r.get("name_vi"), EN: r.get("name_en")},
		Note:    problem.Text{VI: r.get("note_vi"), EN: r.get("note_en")},
		Aliases: list(r.get("aliases")), Confidence: r.get("confidence"), Source: r.get("source"),
		From: r.date("valid_from"), To: r.date("valid_to"), Place: r.place("code")}
	if name := r.get("name"); u.Name.VI == "" && name != u.Name.EN {
		u.Name.VI = name
	}
	if note := r.get("note"); u.Note.IsZero() {
		u.Note.EN = note
	}
	if u.Full == "" {
		u.Full = u.Name.VI
	}
	if u.From != 0 && u.To != 0 && u.To < u.From {
		r.t.problems.Add(reversed.At(r.place("valid_to"), u.span()))
	}
	u.Groups = membershipsOf(r)
	return u, checkUnit(r, &u)
}

// checkUnit reports what a line lacks; a registry without kinds (an imported one) has the one kind "unit".
func checkUnit(r row, u *Unit) bool {
	good := true
	if u.Kind == "" {
		u.Kind = "unit"
		if r.t.has("kind") {
			r.t.problems.Add(noKind.At(r.place("kind"), u.Code))
		}
	}
	if u.Code == "" {
		r.t.problems.Add(noCode.At(r.place("code"), u.Name.In("vi")))
		good = false
	} else if strings.ContainsAny(u.Code, `;/\:`) || strings.ContainsFunc(u.Code, unicode.IsControl) {
		r.t.problems.Add(badCode.At(r.place("code"), u.Code))
	}
	if u.Name.IsZero() {
		r.t.problems.Add(noName.At(r.place("code"), u.Code))
		good = false
	}
	return good
}

// list parts a cell at its semicolons; empty entries fall away.
func list(cell string) []string {
	var l []string
	for _, s := range strings.Split(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			l = append(l, s)
		}
	}
	return l
}
