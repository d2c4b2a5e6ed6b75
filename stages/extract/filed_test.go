package extract

import (
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/rank"
	"xephang/stages/robust"
	"xephang/stages/score"
	"xephang/stages/units"
)

const provincesCSV = `code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en
P-HNO,province,Hà Nội,Thành phố Hà Nội,Hanoi,,region:Đồng bằng sông Hồng,01,,,,,,
P-CBA,province,Cao Bằng,Tỉnh Cao Bằng,Cao Bang,,region:Trung du và miền núi phía Bắc,04,,,,,,
P-DBI,province,Điện Biên,Tỉnh Điện Biên,Dien Bien,,region:Trung du và miền núi phía Bắc,11,,,,,,
P-LCH,province,Lai Châu,Tỉnh Lai Châu,Lai Chau,,region:Trung du và miền núi phía Bắc,12,,,,,,
`

// answers of the two units that answer everything, and what they come to by hand: Hà Nội 78.5 of 100 points, of which
// services 6+8+5+5 of 30 and people 15+10+10+6.5+7+6 of 70; Cao Bằng 33, of which 2+5+0+2.5 and 5+4+5+2.5+4+3. The
// expert's 7 and 4 are measured.
var (
	hanoi = map[string]any{"services_total": 200., "services_level4": 70., "portal_rate": 0.8, "portal": 1., "plan_kind": 1., "meetings": 3.,
		"staff": 100., "staff_it": 5., "relative": 40., "own_points": 6.}
	caobang = map[string]any{"services_total": 100., "services_level4": 10., "portal_rate": 0.5, "portal": 0., "plan_kind": 0.5, "meetings": 1.,
		"staff": 50., "staff_it": 1., "relative": 20., "own_points": 3.}
)

// with changes some answers: a number, a reason code, "fault", or nil for a blank.
func with(answers map[string]any, changes ...any) map[string]any {
	all := map[string]any{}
	for k, v := range answers {
		all[k] = v
	}
	for i := 0; i < len(changes); i += 2 {
		all[changes[i].(string)] = changes[i+1]
	}
	return all
}

// filing makes a form as the reader of forms would hand it on.
func filing(unit string, answers map[string]any) *form.Filing {
	x := &form.Filing{File: "data/mau/2026/forms/" + unit + ".xlsx", Unit: unit, Index: "mau", Edition: "2026", SHA256: "00", Answers: map[string]form.Answer{}}
	for id, v := range answers {
		a := form.Answer{Value: math.NaN(), Place: problem.Place{File: x.File, Sheet: form.SheetAnswers, Cell: "G" + id}}
		switch v := v.(type) {
		case float64:
			a.Value = v
		case string:
			if a.Faulty = v == "fault"; !a.Faulty {
				a.Reason = v
			}
		}
		x.Answers[id] = a
	}
	return x
}

// gathered reads a folder with the sample index, in which words are replaced, and the forms given.
type gathered struct {
	declare []string // pairs to be replaced in index.yaml
	files   map[string]string
	forms   map[string]map[string]any // by unit
	found   problem.List              // by the reader of forms
}

const expert = "unit,node,points,source,date\nP-HNO,expert,7,Khảo sát,2026-11-01\nP-CBA,expert,4,Khảo sát,2026-11-01\nP-DBI,expert,4,Khảo sát,2026-11-01\nP-LCH,expert,4,Khảo sát,2026-11-01\n"

func (g gathered) read(t *testing.T) (*Input, problem.List) {
	t.Helper()
	src, err := os.ReadFile("../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	yaml := string(src)
	for i := 0; i < len(g.declare); i += 2 {
		if !strings.Contains(yaml, g.declare[i]) {
			t.Fatalf("index.yaml has no %q", g.declare[i])
		}
		yaml = strings.Replace(yaml, g.declare[i], g.declare[i+1], 1)
	}
	fsys := fstest.MapFS{"units.csv": {Data: []byte(provincesCSV)}, "mau/index.yaml": {Data: []byte(yaml)},
		"mau/2025.csv":            {Data: []byte("unit,services_total,services_level4,meetings,plan_kind,portal_rate,staff,staff_it\nP-HNO,190,60,2,1,0.5,10,1\nP-CBA,100,10,1,0,0.25,10,2\n")},
		"mau/2026/forms/.gitkeep": {}, "mau/2026/measured.csv": {Data: []byte(expert)}}
	for name, data := range g.files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	whole := readForms
	defer func() { readForms = whole }()
	readForms = func(_ fs.FS, dir, prefix string, p *index.Plan, _ *units.Registry, last func(unit, answer string) (float64, bool)) (all []*form.Filing, _ problem.List) {
		if dir != "mau/2026/forms" || prefix != "data" || p.Edition.ID != "2026" {
			t.Errorf("forms are read from %s/%s for %s", prefix, dir, p.Edition.ID)
		}
		if v, ok := last("P-HNO", "services_total"); v != 190 || !ok {
			t.Errorf("the last answer is %v %v", v, ok)
		}
		if _, ok := last("P-LCH", "services_total"); ok {
			t.Error("there is a last answer of a unit that gave none")
		}
		for _, unit := range []string{"P-HNO", "P-CBA", "P-DBI", "P-LCH"} {
			if answers, sent := g.forms[unit]; sent {
				all = append(all, filing(unit, answers))
			}
		}
		return all, g.found
	}
	in, ps := Tree(fsys, Options{})
	return in.Input("mau"), ps
}

// walked takes what was read up to ranks.
func walked(t *testing.T, in *Input) (*index.Plan, *cube.Table) {
	t.Helper()
	groups := func(*index.Plan, string, string) string { return "" }
	_, found := normalise.Run(in.Index.Plans, in.Cube, groups, 2)
	_, more := score.RunAll(in.Index.Plans, in.Cube.Tables, normalise.Rescale, 2)
	p, table := in.Index.Plans[1], in.Cube.Tables[1]
	more = append(more, rank.Run(p, table, nil, func(unit, scheme string) string { return "" }, 2)...)
	for _, q := range append(found, more...) {
		if q.Severity == problem.Fault {
			t.Error(q.In("en"))
		}
	}
	return p, table
}

// pointsOf is the score of a node in the scale of its maximum, NaN where it has no score.
func pointsOf(p *index.Plan, t *cube.Table, unit, node string) float64 {
	row, _ := t.Row(unit)
	k, _ := p.Col(node)
	return t.At(cube.Score, k).At(row) * p.Nodes[k].Points
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 || a != a && b != b }

func TestScoresOfForms(t *testing.T) {
	nan := math.NaN()
	full := map[string]map[string]any{"P-HNO": hanoi, "P-CBA": caobang}
	third := func(answers map[string]any) map[string]map[string]any {
		return map[string]map[string]any{"P-HNO": hanoi, "P-CBA": caobang, "P-DBI": answers}
	}
	self := []string{"counts: appraised", "counts: self"}
	level4 := "{node: level4,"
	appraisal := func(rows ...string) map[string]string {
		return map[string]string{"mau/2026/appraisal.csv": "unit,node,points,verdict,reason,by,date\n" + strings.Join(rows, "\n") + "\n"}
	}
	every := []string{"level4", "online", "portal", "best", "meetings", "it_share", "relative", "plan", "own_points"}
	all := func(unit string, but string, points string) (rows []string) {
		for _, node := range every {
			if node != but {
				rows = append(rows, unit+","+node+","+points+",accepted,,Tổ thẩm định,2026-12-01")
			}
		}
		return rows
	}
	for _, c := range []struct {
		name                    string
		g                       gathered
		unit                    string
		services, people, total float64 // points of 30, 70, 100
		marks                   string  // of level4
	}{
		{"self, all answered", gathered{declare: self, forms: full}, "P-HNO", 24, 54.5, 78.5, ""},
		{"self, all answered", gathered{declare: self, forms: full}, "P-CBA", 9.5, 23.5, 33, ""},
		{"no form", gathered{declare: self, forms: full}, "P-LCH", nan, nan, nan, "reason:blank"},
		{"exclude", gathered{declare: self, forms: third(with(caobang, "services_level4", "not_applicable"))}, "P-DBI", 30 * 7.5 / 20, 23.5, 30*7.5/20 + 23.5, "reason:not_applicable"},
		{"zero", gathered{declare: self, forms: third(with(caobang, "services_level4", "refused"))}, "P-DBI", 7.5, 23.5, 31, "reason:refused"},
		{"withhold", gathered{declare: self, forms: third(with(caobang, "services_level4", "no_data"))}, "P-DBI", nan, 23.5, nan, "reason:no_data"},
		{"the gravest of two: withhold over zero", gathered{declare: self, forms: third(with(caobang, "services_level4", "refused", "services_total", "no_data"))}, "P-DBI", nan, 23.5, nan, "reason:no_data"},
		{"the gravest of two: zero over exclude", gathered{declare: self, forms: third(with(caobang, "services_level4", "refused", "services_total", "not_applicable"))}, "P-DBI", 7.5, 23.5, 31, "reason:refused"},
		{"a fault", gathered{declare: self, forms: third(with(caobang, "services_level4", "fault"))}, "P-DBI", nan, 23.5, nan, "reason:fault"},
		{"a blank", gathered{declare: self, forms: third(with(caobang, "services_level4", nil))}, "P-DBI", nan, 23.5, nan, "reason:blank"},
		{"a blank that counts zero", gathered{declare: append([]string{level4, level4 + " missing: zero,"}, self...), forms: third(with(caobang, "services_level4", nil))}, "P-DBI", 7.5, 23.5, 31, "reason:blank"},
		{"a blank that is left out", gathered{declare: append([]string{level4, level4 + " missing: exclude,"}, self...), forms: third(with(caobang, "services_level4", nil))}, "P-DBI", 11.25, 23.5, 34.75, "reason:blank"},
		{"exclude where gaps count zero", gathered{declare: append([]string{"missing: exclude", "missing: zero"}, self...), forms: third(with(caobang, "services_level4", "not_applicable"))}, "P-DBI", 11.25, 23.5, 34.75, "reason:not_applicable"},
		{"exclude where gaps withhold", gathered{declare: append([]string{"missing: exclude", "missing: withhold"}, self...), forms: third(with(caobang, "services_level4", "not_applicable"))}, "P-DBI", 11.25, 23.5, 34.75, "reason:not_applicable"},
		{"withhold where gaps count zero", gathered{declare: append([]string{"missing: exclude", "missing: zero"}, self...), forms: third(with(caobang, "services_level4", "no_data"))}, "P-DBI", nan, 23.5, nan, "reason:no_data"},
		{"all of a pillar left out where gaps count zero", gathered{declare: append([]string{"missing: exclude", "missing: zero"}, self...),
			forms: third(with(caobang, "services_level4", "not_applicable", "portal_rate", "not_applicable", "portal", "not_applicable", "plan_kind", "not_applicable"))},
			"P-DBI", nan, 70 * 21. / 60, 100 * (21. / 60), "reason:not_applicable"},
		{"a best_of needs one case", gathered{declare: self, forms: third(with(caobang, "portal_rate", "not_applicable"))}, "P-DBI", 30 * 4.5 / 20, 23.5, 30*4.5/20 + 23.5, ""},
		{"answers that give no value", gathered{declare: self, forms: third(with(caobang, "services_total", 0., "services_level4", 0.))}, "P-DBI", nan, 23.5, nan, "reason:fault"},
		{"appraised, else self", gathered{forms: full, files: appraisal("P-HNO,level4,5,insufficient,thiếu văn bản,Tổ,01/12/2026")}, "P-HNO", 23, 54.5, 77.5, "appraised"},
		{"appraised, else self", gathered{forms: full, files: appraisal("P-HNO,level4,5,,,,")}, "P-CBA", 9.5, 23.5, 33, "self-counted"},
		{"appraised though without data", gathered{forms: third(with(caobang, "services_level4", "no_data")), files: appraisal("P-DBI,level4,2,,,,")}, "P-DBI", 9.5, 23.5, 33, "appraised"},
		{"appraised, else withheld: all there", gathered{declare: []string{"unappraised: self", "unappraised: withhold"}, forms: full, files: appraisal(all("P-HNO", "", "5")...)}, "P-HNO", 20, 32, 52, "appraised"},
		{"appraised, else withheld: one lacking", gathered{declare: []string{"unappraised: self", "unappraised: withhold"}, forms: full, files: appraisal(all("P-HNO", "level4", "5")...)}, "P-HNO", nan, 32, nan, "reason:unappraised"},
		{"appraised, else withheld: left out by its reason", gathered{declare: []string{"unappraised: self", "unappraised: withhold"},
			forms: map[string]map[string]any{"P-HNO": with(hanoi, "services_level4", "not_applicable")}, files: appraisal(all("P-HNO", "level4", "5")...)},
			"P-HNO", 30 * 15. / 20, 32, 30*15./20 + 32, "reason:not_applicable"},
		{"measured, else self", gathered{declare: []string{"counts: appraised", "counts: measured"}, forms: full,
			files: map[string]string{"mau/2026/measured.csv": expert + "P-HNO,level4,9,Đo tự động,2026-11-01\n"}}, "P-HNO", 27, 70 * 48.5 / 60, 27 + 70*48.5/60, "measured"}, // own_points asks for nothing then, and nobody measured it
		{"measured, else withheld", gathered{declare: []string{"counts: appraised", "counts: measured", "unappraised: self", "unappraised: withhold"}, forms: full}, "P-HNO", nan, nan, nan, "reason:unmeasured"},
		{"a criterion of its own: appraised under self", gathered{declare: append([]string{level4, level4 + " counts: appraised,"}, self...), forms: full,
			files: appraisal("P-HNO,level4,5,,,,", "P-HNO,online,1,,,,")}, "P-HNO", 23, 54.5, 77.5, "appraised"},
	} {
		in, ps := c.g.read(t)
		if ps.Faults() > 0 {
			t.Errorf("%s: %v", c.name, ps)
			continue
		}
		p, table := walked(t, in)
		if s, q, r := pointsOf(p, table, c.unit, "services"), pointsOf(p, table, c.unit, "people"), pointsOf(p, table, c.unit, "total"); !near(s, c.services) || !near(q, c.people) || !near(r, c.total) {
			t.Errorf("%s: %s has %v, %v, %v points, want %v, %v, %v", c.name, c.unit, s, q, r, c.services, c.people, c.total)
		}
		row, _ := table.Row(c.unit)
		k, _ := p.Col("level4")
		var marks []string
		for _, m := range table.Marks(k, row) {
			marks = append(marks, m.Code)
			if m.Note.VI == "" || m.Note.EN == "" {
				t.Errorf("mark %s has no words", m.Code)
			}
		}
		if got := strings.Join(marks, ";"); got != c.marks {
			t.Errorf("%s: marks %s, want %s", c.name, got, c.marks)
		}
		if place, _ := table.Rank(0, row); (place == 0) != (c.total != c.total) {
			t.Errorf("%s: rank %d with a score of %v", c.name, place, c.total)
		}
	}
}

// robust varies weights and combinations: who is withheld has no rank in any draw.
func TestDrawsDoNotRankWhoIsWithheld(t *testing.T) {
	for _, vary := range []string{"weights: [{share: 0.25}]", "weights: [{share: 0.25}], combine: [mean, minimum]"} {
		g := gathered{declare: []string{"counts: appraised", "counts: self", "missing: exclude", "missing: zero\nuncertainty: {" + vary + "}"},
			forms: map[string]map[string]any{"P-HNO": hanoi, "P-CBA": caobang, "P-DBI": with(caobang, "services_level4", "no_data"), "P-LCH": with(caobang, "meetings", "not_applicable", "portal", "refused")}}
		in, ps := g.read(t)
		if ps.Faults() > 0 {
			t.Fatal(ps)
		}
		p, table := walked(t, in)
		before := pointsOf(p, table, "P-LCH", "total")
		if want := 9.5 + 70*18.5/50; !near(before, want) {
			t.Errorf("P-LCH has %v points, want %v", before, want)
		}
		o := robust.Options{Cube: in.Cube, Workers: 2, Draws: 64}
		runs, found := robust.Draw(p, table, o)
		if found.Faults() > 0 || runs == nil {
			t.Fatal(found)
		}
		dbi, _ := table.Row("P-DBI")
		lch, _ := table.Row("P-LCH")
		for k := range runs.IDs {
			if runs.Place[k][dbi] != 0 || runs.Score[k][dbi] == runs.Score[k][dbi] {
				t.Fatalf("draw %d ranks who is withheld: %d, %v", k, runs.Place[k][dbi], runs.Score[k][dbi])
			}
			if runs.Place[k][lch] == 0 {
				t.Fatalf("draw %d does not rank who is excused", k)
			}
		}
		if _, found := robust.Run(p, table, o); found.Faults() > 0 {
			t.Fatal(found)
		}
	}
}

// Under another scale an answer scores otherwise; a reason that counts zero, and points by others, do not.
func TestOtherScalesLeaveWhatIsNoAnswer(t *testing.T) {
	scaled := []string{"range: [0, 1000], rule: {relative: all}, points: 10}", "normalise: minmax:0:1, points: 10}",
		"missing: exclude", "missing: exclude\nuncertainty: {normalise: [\"minmax:0:1\", \"minmax:0.5:1\"]}", "counts: appraised", "counts: self"}
	for _, c := range []struct {
		answer any
		moves  bool
	}{{20., true}, {"refused", false}, {"no_data", false}, {"not_applicable", false}} {
		in, ps := gathered{declare: scaled, forms: map[string]map[string]any{"P-HNO": hanoi, "P-CBA": caobang, "P-DBI": with(caobang, "relative", c.answer)}}.read(t)
		if ps.Faults() > 0 {
			t.Fatal(ps)
		}
		p, table := walked(t, in)
		runs, found := robust.Draw(p, table, robust.Options{Cube: in.Cube, Workers: 2, Draws: 64})
		if found.Faults() > 0 || runs == nil {
			t.Fatal(found)
		}
		row, _ := table.Row("P-DBI")
		different := map[float64]bool{}
		for k := range runs.IDs {
			if v := runs.Score[k][row]; v == v {
				different[v] = true
			}
		}
		want := 1
		if c.moves {
			want = 2
		}
		if c.answer == "no_data" {
			want = 0
		}
		if len(different) != want {
			t.Errorf("%v: %d scores, want %d", c.answer, len(different), want)
		}
	}
}
