package view

import (
	"cmp"
	"slices"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// TeamPage is what the index team alone sees of the forms of an edition: who has sent one, what is wrong with each, by
// unit and by kind of problem. It stands outside the publication.
type TeamPage struct {
	Title, Lede string
	Notes       []string // numbers of forms received and missing, of answers used
	Units       *Table   // a row a unit
	Codes       *Table   // a row a kind of problem
	Problems    *Table   // every problem with its place
	Synthetic   bool
}

// Gathered is what came back from the units of an edition.
type Gathered struct {
	Plan     *index.Plan
	Registry *units.Registry
	Units    []string // codes of the units that were asked
	Filings  []*form.Filing
	Problems problem.List // of the forms and of their folder
}

// Team makes the team's page of an edition.
func (l Lang) Team(g Gathered) TeamPage {
	index, edition := l.In(g.Plan.Index.Name), g.Plan.Edition.ID
	p := TeamPage{Title: l.Say("team.title", "index", index, "edition", edition), Lede: l.Say("team.lede"), Synthetic: g.Plan.Index.Synthetic}
	sent := map[string][]*form.Filing{}
	used, asked := 0, 0
	for _, f := range g.Filings {
		sent[f.Unit] = append(sent[f.Unit], f)
		for _, a := range f.Answers {
			if asked++; a.Value == a.Value && !a.Faulty {
				used++
			}
		}
	}
	p.Units = l.teamUnits(g, sent)
	p.Codes, p.Problems = l.teamCodes(g.Problems), l.teamProblems(g)
	missing := 0
	for _, code := range g.Units {
		if len(sent[code]) == 0 {
			missing++
		}
	}
	p.Notes = []string{
		l.Say("team.sent", "n", l.Whole(len(g.Units)-missing), "of", l.Whole(len(g.Units)), "missing", l.Whole(missing)),
		l.Say("team.used", "n", l.Whole(used), "of", l.Whole(asked)),
		l.Say("team.found", "faults", l.Whole(g.Problems.Faults()), "doubts", l.Whole(len(g.Problems)-g.Problems.Faults())),
	}
	return p
}

// teamUnits lists the units by the number of their faults, then by name.
func (l Lang) teamUnits(g Gathered, sent map[string][]*form.Filing) *Table {
	t := &Table{ID: "theo-don-vi", Caption: l.Say("team.units"), Sortable: true, Columns: []Column{{Label: l.Say("team.unit")}, {Label: l.Say("team.file")},
		{Label: l.Say("team.answers"), Number: true}, {Label: l.Say("team.reasons"), Number: true}, {Label: l.Say("team.faults"), Number: true}, {Label: l.Say("team.doubts"), Number: true}}}
	faults, doubts := map[string]int{}, map[string]int{}
	for _, p := range g.Problems {
		if p.Severity == problem.Fault {
			faults[p.Unit]++
		} else {
			doubts[p.Unit]++
		}
	}
	order := slices.Clone(g.Units)
	slices.SortFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(faults[b], faults[a]), cmp.Compare(doubts[b], doubts[a]), cmp.Compare(a, b))
	})
	for _, code := range order {
		answers, reasons := 0, 0
		var files []string
		for _, f := range sent[code] {
			files = append(files, f.File)
			for _, a := range f.Answers {
				if a.Reason != "" {
					reasons++
				} else if a.Value == a.Value && !a.Faulty {
					answers++
				}
			}
		}
		file := Cell{Text: strings.Join(files, "; "), Tone: Path}
		if len(files) == 0 {
			file = Cell{Text: l.Say("team.nothing"), Tone: Quiet}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.teamName(g, code), Head: true}, file, l.count(answers), l.count(reasons), l.count(faults[code]), l.count(doubts[code])}})
	}
	return t
}

func (l Lang) teamName(g Gathered, code string) string {
	if u, ok := g.Registry.Unit(code); ok {
		return l.In(u.Name)
	}
	return cmp.Or(code, l.Say("team.nobody"))
}

// teamCodes counts the problems by kind, the most frequent first.
func (l Lang) teamCodes(all problem.List) *Table {
	t := &Table{ID: "theo-ma", Caption: l.Say("team.codes"), Columns: []Column{{Label: l.Say("team.code")}, {Label: l.Say("team.what")}, {Label: l.Say("team.remedy")}, {Label: l.Say("team.count"), Number: true}}}
	count, first := map[string]int{}, map[string]problem.Problem{}
	var codes []string
	for _, p := range all {
		if count[p.Code]++; count[p.Code] == 1 {
			codes, first[p.Code] = append(codes, p.Code), p
		}
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	for _, c := range codes {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: c, Head: true, Tone: Code}, {Text: l.In(first[c].What), Tone: Remark}, {Text: l.In(first[c].Remedy), Tone: Remark}, l.count(count[c])}})
	}
	return t
}

func (l Lang) teamProblems(g Gathered) *Table {
	t := &Table{ID: "tat-ca", Caption: l.Say("team.all"), Sortable: true, Columns: []Column{{Label: l.Say("team.unit")}, {Label: l.Say("team.place")},
		{Label: l.Say("team.what")}, {Label: l.Say("team.is")}, {Label: l.Say("team.wanted")}, {Label: l.Say("team.remedy")}, {Label: l.Say("team.code")}}}
	for _, p := range g.Problems {
		kind := Plainly
		if p.Severity == problem.Fault {
			kind = Bad
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.teamName(g, p.Unit), Head: true}, {Text: p.Place.String(), Tone: Path}, {Text: l.In(p.What), Tone: kind},
			{Text: Cut(p.Found, 80)}, {Text: l.In(p.Expected), Tone: Remark}, {Text: l.In(p.Remedy), Tone: Remark}, {Text: p.Code, Tone: Code}}})
	}
	return t
}
