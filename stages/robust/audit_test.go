package robust

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/problem"
	"xephang/stages/score"
)

// auditRows reads a CSV file of a sibling's or our own testdata.
func auditRows(t testing.TB, path string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all[1:] {
		row := map[string]string{}
		for k, name := range all[0] {
			row[name] = r[k]
		}
		rows = append(rows, row)
	}
	return rows
}

func auditNumber(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

// tree makes a plan of nodes written "id parent weight", parents first; the level of a node is what is below it.
func tree(ix, edition string, lines ...string) *index.Plan {
	p := &index.Plan{Index: &index.Index{ID: ix, Name: problem.Text{VI: "Chỉ số " + ix, EN: "Index " + ix}}, Edition: &index.Edition{ID: edition, Compute: "ranks"}}
	for k, line := range lines {
		part := strings.Fields(line)
		n := index.PlanNode{Node: &index.Node{ID: part[0]}, Col: k, Parent: -1, Level: 1, Direction: 1}
		if len(part) > 1 {
			up, _ := p.Col(part[1])
			n.Parent = up
			p.Nodes[up].Children = append(p.Nodes[up].Children, index.Child{Col: k, Weight: auditNumber(part[2])})
		}
		p.Nodes = append(p.Nodes, n)
	}
	for k := len(p.Nodes) - 1; k >= 0; k-- {
		if up := p.Nodes[k].Parent; up >= 0 {
			p.Nodes[up].Level = max(p.Nodes[up].Level, p.Nodes[k].Level+1)
		}
	}
	return p
}

// computed lays values, normalises and scores them.
func computed(t testing.TB, p *index.Plan, units []string, values map[string][]float64) Case {
	t.Helper()
	table := cube.New(p.Edition.ID, units, p.IDs())
	for id, x := range values {
		k, _ := p.Col(id)
		table.Lay(cube.Value, k, cube.Seal(slices.Clone(x)))
	}
	report, _ := normalise.Run([]*index.Plan{p}, &cube.Cube{Index: p.Index.ID, Tables: []*cube.Table{table}}, func(*index.Plan, string, string) string { return "" }, 1)
	scored, _ := score.Run(p, table, normalise.Rescale, 1)
	c := Case{Plan: p, Table: table, Scored: scored}
	if len(report.Editions) > 0 {
		c.Normalised = report.Editions[0]
	}
	return c
}

func numbered(n int) (codes []string) {
	for i := range n {
		codes = append(codes, fmt.Sprintf("U%03d", i))
	}
	return codes
}

// asem is COINr's example: 49 indicators in 8 pillars of 2 sub-indices, winsorised and on 0 to 100.
func asemCase(t testing.TB) Case {
	meta := auditRows(t, "../normalise/testdata/asem/asem_imeta.csv")
	slices.SortStableFunc(meta, func(a, b map[string]string) int { return cmp.Compare(b["Level"], a["Level"]) })
	var lines []string
	for _, m := range meta {
		switch m["Type"] {
		case "Aggregate", "Indicator":
			line := m["iCode"]
			if m["Parent"] != "NA" {
				line += " " + m["Parent"] + " " + m["Weight"]
			}
			lines = append(lines, line)
		}
	}
	p := tree("asem", "2018", lines...)
	rows := auditRows(t, "../normalise/testdata/asem/asem_idata.csv")
	var units []string
	values := map[string][]float64{}
	for _, r := range rows {
		units = append(units, r["uCode"])
		for _, m := range meta {
			if m["Type"] == "Indicator" {
				x := auditNumber(r[m["iCode"]])
				if m["Denominator"] != "NA" {
					x /= auditNumber(r[m["Denominator"]])
				}
				values[m["iCode"]] = append(values[m["iCode"]], x)
			}
		}
	}
	for _, m := range meta {
		if k, ok := p.Col(m["iCode"]); ok && m["Type"] == "Indicator" {
			p.Nodes[k].Direction, _ = strconv.Atoi(m["Direction"])
			p.Nodes[k].Treat, _ = index.ParseMethod(index.Treat, "winsorise:5:log", problem.Place{})
			p.Nodes[k].Normalise, _ = index.ParseMethod(index.Normalise, "minmax:0:100", problem.Place{})
		}
	}
	return computed(t, p, units, values)
}

// egdiCases are the United Nations' twelve editions.
func egdiCases(t testing.TB) (cases []Case) {
	years := map[string][]map[string]string{}
	for _, r := range auditRows(t, "../rank/testdata/egdi.csv") {
		years[r["year"]] = append(years[r["year"]], r)
	}
	for _, y := range sortedYears(years) {
		p := tree("egdi", y, "egdi", "osi egdi 1", "tii egdi 1", "hci egdi 1")
		var units []string
		values := map[string][]float64{}
		for _, r := range years[y] {
			units = append(units, r["iso3"])
			for _, id := range []string{"osi", "tii", "hci"} {
				values[id] = append(values[id], auditNumber(r[id]))
			}
		}
		for k := range p.Nodes {
			p.Nodes[k].Missing = "withhold"
		}
		cases = append(cases, computed(t, p, units, values))
	}
	return cases
}

func sortedYears[V any](m map[string]V) (years []string) {
	for y := range m {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}

// unmarked finds every number in a value that is not finite, and every figure that has a value and a reason at once.
func unmarked(t *testing.T, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Float64:
		if x := v.Float(); x-x != 0 {
			t.Errorf("%s is %v", path, x)
		}
	case reflect.Struct:
		if f, ok := v.Interface().(Figure); ok {
			if !f.OK() && (f.Value != 0 || f.Why.Text().VI == "" || f.Why.Text().EN == "") {
				t.Errorf("%s: %+v", path, f)
			}
		}
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; v.Type().Field(i).IsExported() && !slices.Contains([]string{"Case", "Own", "Other", "Treatment", "Weighing"}, name) {
				unmarked(t, path+"."+name, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			unmarked(t, path+"["+strconv.Itoa(i)+"]", v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			unmarked(t, path, v.Elem())
		}
	}
}

// whole checks what must hold of any audit: no number unmarked, sentences complete, correlations within −1 and 1.
func wholesome(t *testing.T, a *Audit) {
	t.Helper()
	unmarked(t, "audit", reflect.ValueOf(*a))
	for _, c := range a.Correlations.All() {
		unmarked(t, "correlation", reflect.ValueOf(c))
		for _, x := range []Test{c.Pearson, c.Spearman, c.Kendall} {
			if x.R.OK() && (math.Abs(x.R.Value) > 1 || !x.P.OK() || x.P.Value < 0 || x.P.Value > 1) {
				t.Errorf("correlation %+v", c)
			}
		}
	}
	for i, f := range a.Findings {
		s := f.Text(Words{})
		if s.VI == "" || s.EN == "" || strings.ContainsAny(s.VI+s.EN, "{}") || strings.Contains(s.VI+s.EN, "NaN") {
			t.Errorf("%s: %q / %q", f.Code, s.VI, s.EN)
		}
		if i > 0 && f.Grade > a.Findings[i-1].Grade && a.Findings[0].Code != "sound" {
			t.Errorf("%s stands after a lesser finding", f.Code)
		}
	}
	if len(a.Findings) == 0 && len(a.Case.Plan.Nodes) > 0 {
		t.Error("an audit without a verdict")
	}
}

func codes(a *Audit) (all []string) {
	for _, f := range a.Findings {
		all = append(all, f.Code)
	}
	return all
}

func TestAuditOfASEM(t *testing.T) {
	a := Examine(asemCase(t), nil, 2)
	wholesome(t, a)
	if a.Units != 51 || len(a.Indicators) != 49 || len(a.Groups) != 11 || a.Whole == nil || len(a.Whole.Parts) != 49 || len(a.Dominance) != 2 {
		t.Fatalf("%d units, %d indicators, %d groups", a.Units, len(a.Indicators), len(a.Groups))
	}
	if len(a.Correlations.All()) != 60*59/2 {
		t.Errorf("%d pairs", len(a.Correlations.All()))
	}
	for _, code := range []string{"outlier-treated", "alpha-low", "dimensions", "importance-under", "negative-own", "dominance"} {
		if !slices.Contains(codes(a), code) {
			t.Errorf("nothing found of %s", code)
		}
	}
	if !reflect.DeepEqual(a.Correlations, Examine(a.Case, nil, 7).Correlations) {
		t.Error("the number of workers shows")
	}
}

func TestAuditOfEGDI(t *testing.T) {
	cases := egdiCases(t)
	for _, c := range cases {
		a := Examine(c, cases, 1)
		wholesome(t, a)
		if len(a.Comparisons) != 0 {
			t.Errorf("%s is compared with itself", c.Plan.Edition.ID)
		}
		if d := a.Dominance[0]; d.Contrary != 0 || !d.Share.OK() || d.Share.Value < 0.5 {
			t.Errorf("%s: dominance %+v", c.Plan.Edition.ID, d.Share)
		}
		if g := a.Of(0); g.Alpha.Standardised.Value < 0.7 || g.Components.Kaiser != 1 || math.Abs(g.Components.Cumulative[2]-1) > 1e-12 {
			t.Errorf("%s: alpha %v, %d components", c.Plan.Edition.ID, g.Alpha.Standardised, g.Components.Kaiser)
		}
	}
}

// What is too small, constant or tied is said in words.
func TestAuditOfNextToNothing(t *testing.T) {
	flat := func(n int, x float64) []float64 { return slices.Repeat([]float64{x}, n) }
	nothing := flat(6, math.NaN())
	for name, c := range map[string]Case{
		"three units":  computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(3), map[string][]float64{"x": {1, 2, 3}, "y": {3, 1, 2}}),
		"no units":     computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), nil, map[string][]float64{"x": {}, "y": {}}),
		"one child":    computed(t, tree("a", "2024", "r", "x r 1"), numbered(6), map[string][]float64{"x": {1, 2, 3, 5, 4, 6}}),
		"constant":     computed(t, tree("a", "2024", "r", "x r 1", "y r 1", "z r 1"), numbered(6), map[string][]float64{"x": flat(6, 2), "y": {1, 2, 3, 4, 5, 6}, "z": {2, 1, 4, 3, 6, 5}}),
		"all constant": computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(6), map[string][]float64{"x": flat(6, 2), "y": flat(6, 0)}),
		"no values":    computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(6), map[string][]float64{"x": nothing, "y": {1, 2, 3, 4, 5, 6}}),
		"nothing":      computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(6), nil),
		"twins":        computed(t, tree("a", "2024", "r", "x r 1", "y r 1", "z r 1"), numbered(12), map[string][]float64{"x": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13}, "y": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13}, "z": {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1}}),
		"tied":         computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(12), map[string][]float64{"x": {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, "y": {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1}}),
		"no weights":   computed(t, tree("a", "2024", "r", "x r 0", "y r 0"), numbered(6), map[string][]float64{"x": {1, 2, 3, 5, 4, 6}, "y": {1, 3, 2, 5, 4, 6}}),
		"far apart":    computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(12), map[string][]float64{"x": {0, 1e300, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1e300}, "y": {1e-310, 2e-310, 0, 3e-310, 1, 2, 3, 4, 5, 6, 7, 8}}),
	} {
		t.Run(name, func(t *testing.T) { wholesome(t, Examine(c, []Case{c}, 1)) })
	}
	empty := Case{Plan: &index.Plan{Edition: &index.Edition{}}, Table: cube.New("", nil, nil)}
	wholesome(t, Examine(empty, nil, 1))
}

func TestWhyThereIsNoFigure(t *testing.T) {
	few := Examine(computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(3), map[string][]float64{"x": {1, 2, 3}, "y": {3, 1, 2}}), nil, 1)
	if p := few.Correlations.At(1, 2); p.Pearson.R.Why != FewUnits || few.Of(0).Components.Why != FewUnits || few.Of(0).Alpha.Raw.Why != FewUnits {
		t.Errorf("three units: %+v", p)
	}
	if !slices.Contains(codes(few), "few-units") {
		t.Error(codes(few))
	}
	one := Examine(computed(t, tree("a", "2024", "r", "x r 1"), numbered(6), map[string][]float64{"x": {1, 2, 3, 5, 4, 6}}), nil, 1)
	if g := one.Of(0); g.Alpha.Raw.Why != OnePart || g.Components.Why != OnePart || g.Influences.Deviation.Why != OnePart || one.Dominance[0].Share.Why != OnePart {
		t.Errorf("one part: %+v", g)
	}
	x := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13}
	twins := Examine(computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(12), map[string][]float64{"x": x, "y": x}), nil, 1)
	if g := twins.Of(0); g.Components.KMO.Why != Singular || g.Components.Bartlett.P.Why != Singular {
		t.Errorf("twins: %+v", g.Components)
	}
	if all := codes(twins); !slices.Contains(all, "redundant") || !slices.Contains(all, "singular") {
		t.Error(all)
	}
	constant := Examine(computed(t, tree("a", "2024", "r", "x r 1", "y r 1"), numbered(12), map[string][]float64{"x": slices.Repeat([]float64{2}, 12), "y": x}), nil, 1)
	if constant.Findings[0].Code != "constant" || constant.Correlations.At(1, 2).Kendall.P.Why != Constant || constant.Indicators[0].Before.Skew.Why != Constant {
		t.Errorf("constant: %+v", constant.Findings[0])
	}
}

// A published-only edition is audited on what was printed, and nothing is invented for it.
func TestAuditOfPublishedFigures(t *testing.T) {
	p := tree("b", "2022", "r", "x r 1", "y r 1")
	p.Edition.Compute = "none"
	table := cube.New("2022", numbered(12), p.IDs())
	x := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	table.Lay(cube.PublishedScore, 0, cube.Seal(slices.Clone(x)))
	table.Lay(cube.PublishedScore, 1, cube.Seal([]float64{2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11}))
	a := Examine(Case{Plan: p, Table: table}, nil, 1)
	wholesome(t, a)
	if a.Basis[0] != FromPublished || a.Basis[2] != NoBasis || a.Correlations.At(0, 2).Pearson.R.Why != NoData || !a.Correlations.At(0, 1).Pearson.R.OK() {
		t.Errorf("bases %v", a.Basis)
	}
	all := codes(a)
	if !slices.Contains(all, "published-only") || !slices.Contains(all, "no-data") || len(a.Coverage) != 0 {
		t.Error(all)
	}
	if slices.Contains(all, "untested") {
		t.Error("twelve units with two scores were called untested")
	}
	ranks := cube.New("2022", numbered(12), p.IDs())
	ranks.Lay(cube.PublishedRank, 0, cube.Seal(slices.Clone(x)))
	if all := codes(Examine(Case{Plan: p, Table: ranks}, nil, 1)); !slices.Contains(all, "untested") || slices.Contains(all, "sound") {
		t.Error(all)
	}
	if f := a.Availability.Indicators[1]; f.Present != 12 || a.Availability.Indicators[2].Share.Why != NoData {
		t.Errorf("availability %+v", a.Availability)
	}
}

// Indicators that few units have come in one sentence, the scarcest first; what stands beside the index is not judged.
func TestGapsInOneSentence(t *testing.T) {
	nothing := math.NaN()
	some := func(n int) []float64 {
		x := slices.Repeat([]float64{nothing}, 20)
		for i := range n {
			x[i] = float64(i * i % 7)
		}
		return x
	}
	p := tree("a", "2024", "r", "x r 1", "y r 1", "z r 1", "side")
	p.Nodes[4].Beside = true
	a := Examine(computed(t, p, numbered(20), map[string][]float64{"x": some(20), "y": some(9), "z": some(4), "side": some(3)}), nil, 1)
	wholesome(t, a)
	k := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.Code == "availability-indicators" })
	if k < 0 || !slices.Equal(a.Findings[k].Nodes, []int{3, 2}) || a.Findings[k].Values[1].X != 4 {
		t.Errorf("%+v", a.Findings)
	}
	if u := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.Code == "availability-unit" }); u < 0 || a.Findings[u].Units[0] != "U009" || len(a.Findings[u].Units) != 11 {
		t.Errorf("%+v", a.Findings)
	}
	if l := a.Availability.Least[0]; l.Row != 9 || l.Filled.Present != 1 || l.Filled.Of != 3 {
		t.Errorf("least %+v", l)
	}
}

// A province-sized year many times over: 3,321 units of 60 indicators in 6 pillars.
func BenchmarkLargeAudit(b *testing.B) {
	lines := []string{"r"}
	values := map[string][]float64{}
	source := rand.New(rand.NewPCG(5, 8))
	for p := range 6 {
		pillar := fmt.Sprintf("p%d", p)
		lines = append(lines, pillar+" r 1")
		for k := range 10 {
			id := fmt.Sprintf("i%d%d", p, k)
			lines = append(lines, id+" "+pillar+" 1")
			for range 3321 {
				values[id] = append(values[id], math.Round(100*source.Float64()))
			}
		}
	}
	c := computed(b, tree("large", "2024", lines...), numbered(3321), values)
	b.ResetTimer()
	for range b.N {
		Examine(c, nil, 2)
	}
}

func BenchmarkAudit(b *testing.B) {
	cases := append(egdiCases(b), asemCase(b))
	b.ResetTimer()
	for range b.N {
		for _, c := range cases {
			Examine(c, cases, 2)
		}
	}
}
