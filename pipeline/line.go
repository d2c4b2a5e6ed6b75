package main

import (
	"fmt"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/text"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/robust"
	"xephang/stages/score"
	"xephang/stages/target"
	"xephang/stages/units"
)

// stage is one step of the line: it reads what the steps before it left in the year, and leaves its own.
type stage struct {
	name, doc string
	run       func(*year) (counts string, err error)
}

// line is the order of the stages. A stage is its folder in stages/ and a row here.
var line = []stage{
	{"extract", "đọc dữ liệu và văn bản / read spreadsheets and texts", (*year).extract},
	{"normalise", "lấp chỗ trống, xử lý ngoại lai, đưa về một thang / fill gaps, treat outliers, one scale", (*year).normalise},
	{"score", "tổng hợp theo cây chỉ số / combine up the tree", (*year).score},
	{"rank", "xếp hạng, nhóm, mức độ, thay đổi / ranks, groups, classes, change", (*year).rank},
	{"robust", "khoảng hạng, độ nhạy, kiểm định / bands, sensitivity, audit", (*year).robust},
	{"reconcile", "đối chiếu với số công bố, báo chí, mục tiêu / compare with published figures, texts, targets", (*year).reconcile},
	{"render", "dựng trang, sổ Excel, dữ liệu mở / write pages, workbooks, open data", (*year).render},
}

// year is a run under way: what each stage has left.
type year struct {
	options
	in            *extract.Inputs
	open          []*extract.Input // the indices as everybody may read them, once they are ranked
	texts         []*text.Document
	textFiles     []extract.File
	full          []string // patterns of documents that may be shown in full
	problems      problem.List
	normalised    map[string]normalise.Report
	scored        map[*index.Plan]score.Report
	robusts       map[*index.Plan]*robust.Result
	audits        map[*index.Plan]*robust.Audit
	presets       map[*index.Plan][]view.Outcome // what other weights come to
	reproductions []reconcile.Reproduction
	claims        []claim.Claim
	verdicts      []reconcile.Verdict
	ledger        *target.Ledger
	today         units.Date        // on which targets are judged: -as-of, else the newest observation
	next          string            // the folder that render writes into
	sums          map[string]string // SHA-256 of written files, where the writer knows them

	compare func(*year) error // with the draft that -after names, before anything is written; nil without one

	before *sealedDraft // that -after names
	diff   *comparison  // with it
}

// walk runs the stages of the line up to and including the last one named. A stage that leaves faults is the last: what
// comes after would stand on sand. The problems are sorted in the end.
func walk(y *year, p *progress, last string) error {
	defer y.problems.Sort()
	for _, s := range line {
		p.begin(s.name)
		counts, err := s.run(y)
		p.end(s.name, counts)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if y.problems.Faults() > 0 || y.barring() > 0 {
			return errFaults
		}
		if s.name == last {
			break
		}
	}
	return nil
}

// editions visits every edition, oldest first, index by index.
func (y *year) editions(visit func(*extract.Input, *index.Plan, *cube.Table) error) error {
	return visitAll(y.in.Indices, visit)
}

func visitAll(indices []*extract.Input, visit func(*extract.Input, *index.Plan, *cube.Table) error) error {
	for _, x := range indices {
		for _, p := range x.Index.Plans {
			if t := x.Cube.Table(p.Edition.ID); t != nil {
				if err := visit(x, p, t); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// note adds problems of a stage, which knows the index and edition that it was given.
func (y *year) note(ix, edition string, found problem.List) {
	for _, p := range found {
		if p.Index == "" {
			p.Index = ix
		}
		if p.Edition == "" {
			p.Edition = edition
		}
		y.problems.Add(p)
	}
}

// groupsOf tells the group of a unit in a scheme at the date of a plan.
func groupsOf(x *extract.Input) normalise.Groups {
	return func(p *index.Plan, unit, scheme string) string {
		u, _ := x.Registry.Unit(unit)
		return u.Group(scheme, p.AsOf)
	}
}
