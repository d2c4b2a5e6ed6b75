package main

import (
	"fmt"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/text"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/reconcile"
	"xephang/stages/score"
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
	{"reconcile", "đối chiếu với số đã công bố / compare with published figures", (*year).reconcile},
	{"render", "dựng trang, sổ Excel, dữ liệu mở / write pages, workbooks, open data", (*year).render},
}

// year is a run under way: what each stage has left.
type year struct {
	options
	in            *extract.Inputs
	texts         []*text.Document
	textFiles     []extract.File
	problems      problem.List
	normalised    map[string]normalise.Report
	scored        map[*index.Plan]score.Report
	reproductions []reconcile.Reproduction
	next          string            // the folder that render writes into
	sums          map[string]string // SHA-256 of written files, where the writer knows them
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
		if y.problems.Faults() > 0 {
			return errFaults
		}
		if s.name == last {
			break
		}
	}
	return nil
}

func (y *year) extract() (string, error) {
	in, found := extract.Data(y.data, extract.Options{Only: y.indices()})
	y.in, y.problems = in, append(y.problems, found...)
	docs, files, found := extract.Texts(y.seeds, "seeds")
	y.texts, y.textFiles, y.problems = docs, files, append(y.problems, found...)
	editions, cells := 0, 0
	for _, x := range in.Indices {
		for _, t := range x.Cube.Tables {
			editions++
			cells += len(t.Units) * len(t.Nodes)
		}
	}
	return fmt.Sprintf("%d chỉ số/indices, %d kỳ/editions, %d ô/cells, %d tệp/files, %d văn bản/texts",
		len(in.Indices), editions, cells, len(in.Files), len(docs)), nil
}

func (y *year) normalise() (string, error) {
	y.normalised = map[string]normalise.Report{}
	filled, treated := 0, 0
	for _, x := range y.in.Indices {
		r, found := normalise.Run(x.Index.Plans, x.Cube, groupsOf(x), y.jobs)
		y.note(x.Index.ID, "", found)
		y.normalised[x.Index.ID] = r
		for _, e := range r.Editions {
			for _, f := range e.Fillings {
				filled += f.Filled
			}
			treated += len(e.Treatments)
		}
	}
	return fmt.Sprintf("%d ô được lấp/cells filled, %d cột được xử lý/columns treated", filled, treated), nil
}

func (y *year) score() (string, error) {
	y.scored = map[*index.Plan]score.Report{}
	scores := 0
	for _, x := range y.in.Indices {
		reports, found := score.RunAll(x.Index.Plans, x.Cube.Tables, normalise.Rescale, y.jobs)
		y.note(x.Index.ID, "", found)
		for i, p := range x.Index.Plans {
			y.scored[p] = reports[i]
			scores += x.Cube.Tables[i].At(cube.Score, 0).Present()
		}
	}
	return fmt.Sprintf("%d điểm tổng hợp/scores of roots", scores), nil
}

func (y *year) rank() (string, error) {
	ranked := 0
	err := y.editions(func(x *extract.Input, p *index.Plan, t *cube.Table) error {
		var before *cube.Table
		if p.Previous != nil {
			before = x.Cube.Table(p.Previous.Edition.ID)
		}
		groups := func(unit, scheme string) string { return groupsOf(x)(p, unit, scheme) }
		y.note(x.Index.ID, p.Edition.ID, rank.Run(p, t, before, groups, y.jobs))
		if r := t.Ranking(0); r != nil {
			for _, n := range r.Of {
				ranked += int(n)
			}
		}
		return nil
	})
	return fmt.Sprintf("%d đơn vị–kỳ được xếp hạng/unit-editions ranked", ranked), err
}

func (y *year) reconcile() (string, error) {
	same, all := 0, 0
	err := y.editions(func(_ *extract.Input, p *index.Plan, t *cube.Table) error {
		r := reconcile.Published(p, t, p.Scale.Reproduces())
		for _, c := range r.Nodes {
			same, all = same+c.Within, all+c.Scores
		}
		y.reproductions = append(y.reproductions, r)
		return nil
	})
	return fmt.Sprintf("%d/%d điểm công bố được tái lập/published scores reproduced", same, all), err
}

// editions visits every edition, oldest first, index by index.
func (y *year) editions(visit func(*extract.Input, *index.Plan, *cube.Table) error) error {
	for _, x := range y.in.Indices {
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
