package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/extract/text"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/robust"
	"xephang/stages/score"
)

func (y *year) extract() (string, error) {
	in, found := extract.Data(y.data, extract.Options{Only: y.indices()})
	y.in, y.problems = in, append(y.problems, found...)
	docs, files, found := extract.Texts(y.seeds, "seeds")
	y.texts, y.textFiles, y.problems = docs, files, append(y.problems, found...)
	full, err := extract.FullTexts(y.seeds)
	if y.full = full; err != nil {
		return "", err
	}
	ledger, files, found := extract.Ledger(y.data, "data", in.Registry)
	y.ledger, y.problems, in.Files = ledger, append(y.problems, found...), append(in.Files, files...)
	reader := text.NewReader(in.Registry, in.Declared())
	for _, d := range docs {
		y.claims = append(y.claims, reader.Claims(d, text.Options{})...)
	}
	editions, cells := 0, 0
	for _, x := range in.Indices {
		for _, t := range x.Cube.Tables {
			editions++
			cells += len(t.Units) * len(t.Nodes)
		}
	}
	return fmt.Sprintf("%d chỉ số/indices, %d kỳ/editions, %d ô/cells, %d tệp/files, %d văn bản/texts, %d câu có số/claims, %d mục tiêu/targets",
		len(in.Indices), editions, cells, len(in.Files), len(docs), len(y.claims), len(ledger.Targets)), nil
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
	y.conceal()
	return fmt.Sprintf("%d đơn vị–kỳ được xếp hạng/unit-editions ranked", ranked), err
}

// A report stays quick: an edition with more cells than mostCells gets its bands by the verb robust alone, one whose
// correlations would cost more than mostPairs (nodes² × units) no audit.
const (
	mostCells = 300_000
	mostPairs = 30_000_000
)

var tooLarge = problem.Text{
	VI: "Chỉ số quá lớn để thử lại nhiều lần trong mỗi lượt chạy; hãy dùng lệnh robust cho riêng chỉ số này.",
	EN: "The index is too large to be walked many times in every run; use the verb robust for this index alone."}

func (y *year) robust() (string, error) {
	y.robusts, y.audits, y.presets = map[*index.Plan]*robust.Result{}, map[*index.Plan]*robust.Audit{}, map[*index.Plan][]view.Outcome{}
	draws, findings := 0, 0
	cases := y.cases()
	others := slices.Collect(maps.Values(cases))
	slices.SortFunc(others, func(a, b robust.Case) int {
		return strings.Compare(a.Plan.Index.ID+" "+a.Plan.Edition.ID, b.Plan.Index.ID+" "+b.Plan.Edition.ID)
	})
	err := y.public(func(x *extract.Input, p *index.Plan, t *cube.Table) error {
		if y.noRobust {
			return nil
		}
		r := &robust.Result{Plan: p, Why: tooLarge}
		if len(t.Units)*len(t.Nodes) <= mostCells {
			// Bands are in the open data; how sensitive they are is on the pages alone.
			of, q, whole := y.walkable(x, p, t)
			got, found := robust.Run(q, whole, robust.Options{Groups: groupsOf(x), Cube: of.Cube, Workers: y.jobs, Bare: y.only == "data"})
			got.Plan = p
			y.note(x.Index.ID, p.Edition.ID, found)
			r = &got
			if y.only == "" || y.only == "site" {
				y.presets[p] = y.weighOtherwise(x, p, t)
			}
		}
		y.robusts[p], draws = r, draws+r.Draws
		if y.only != "data" && len(t.Nodes)*len(t.Nodes)*len(t.Units) <= mostPairs {
			y.audits[p] = robust.Examine(cases[p], others, y.jobs)
			findings += len(y.audits[p].Findings)
		}
		return nil
	})
	return fmt.Sprintf("%d lượt thử/draws, %d nhận xét kiểm định/findings", draws, findings), err
}

// cases are the editions as the audit takes them.
func (y *year) cases() map[*index.Plan]robust.Case {
	cases := map[*index.Plan]robust.Case{}
	_ = y.public(func(x *extract.Input, p *index.Plan, t *cube.Table) error {
		cases[p] = robust.Case{Plan: p, Table: t, Scored: y.weighed(x.Index.ID, p), Normalised: y.treated(x.Index.ID, p)}
		return nil
	})
	return cases
}

func (y *year) reconcile() (string, error) {
	same, all := 0, 0
	err := y.public(func(_ *extract.Input, p *index.Plan, t *cube.Table) error {
		r := reconcile.Published(p, t, p.Scale.Reproduces())
		for _, c := range r.Nodes {
			same, all = same+c.Within, all+c.Scores
		}
		y.reproductions = append(y.reproductions, r)
		return nil
	})
	in := y.claimsInput()
	reconcile.Observe(in)
	y.verdicts = reconcile.Claims(in)
	if y.today = y.asOf; y.today == 0 {
		y.today = y.ledger.Newest()
	}
	tally := reconcile.Tally(y.verdicts)
	return fmt.Sprintf("%d/%d điểm công bố được tái lập/published scores reproduced, %d câu khớp/claims agree, %d lệch/disagree",
		same, all, tally[claim.Match]+tally[claim.Rounded]+tally[claim.Subset], tally[claim.Off]), err
}

func (y *year) claimsInput() reconcile.ClaimsInput {
	in := reconcile.ClaimsInput{Claims: y.claims, Units: y.in.Registry, Ledger: y.ledger, Sentence: y.sentence}
	for _, x := range y.open {
		in.Indices = append(in.Indices, reconcile.Measured{Index: x.Index, Cube: x.Cube})
	}
	return in
}

// sentence gives the sentences of a document that a span lies in.
func (y *year) sentence(document string, start, end int) string {
	for _, d := range y.texts {
		if d.Name != document {
			continue
		}
		for _, s := range d.Sentences {
			if s.Start <= start && start < s.End {
				return d.Quote(s.Start, max(s.End, end))
			}
		}
	}
	return ""
}
