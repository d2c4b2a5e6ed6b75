package book

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/normalise"
	"xephang/stages/rank"
	"xephang/stages/render/view"
	"xephang/stages/score"
	"xephang/stages/units"
)

const fourProvinces = `code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en
P-HNO,province,Hà Nội,Thành phố Hà Nội,Hanoi,,region:Đồng bằng sông Hồng,01,,,,,,
P-CBA,province,Cao Bằng,Tỉnh Cao Bằng,Cao Bang,,region:Trung du và miền núi phía Bắc,04,,,,,,
P-DBI,province,Điện Biên,Tỉnh Điện Biên,Dien Bien,,region:Trung du và miền núi phía Bắc,11,,,,,,
P-LCH,province,Lai Châu,Tỉnh Lai Châu,Lai Chau,,region:Trung du và miền núi phía Bắc,12,,,,,,
`

// gatheredReport walks the sample of collecting indices from filled-in forms to its public report: one unit appraised in
// part, one that withholds an answer, one that leaves some out and refuses another.
func gatheredReport(t *testing.T, public, missing string) *view.Report {
	t.Helper()
	src, err := os.ReadFile("../../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	yaml := strings.NewReplacer("public: {nodes: all, layers: [appraised]}", public, "missing: exclude", "missing: "+missing,
		"  2025: {as_of: 2025-12-31, only: [P-HNO, P-CBA, P-DBI, P-LCH]}\n", "").Replace(string(src))
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(fourProvinces)}})
	ix, ps := index.Parse("index.yaml", "mau", []byte(yaml), reg)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	fsys := fstest.MapFS{"units.csv": {Data: []byte(fourProvinces)}, "mau/index.yaml": {Data: []byte(yaml)},
		"mau/2026/appraisal.csv": {Data: []byte("unit,node,points\nP-HNO,online,7.5\nP-HNO,portal,0\nP-CBA,level4,1\n")},
		"mau/2026/measured.csv":  {Data: []byte("unit,node,points\nP-HNO,expert,7\nP-CBA,expert,4\nP-DBI,expert,3\nP-LCH,expert,9\n")}}
	for code, said := range map[string]map[string]any{
		"P-HNO": {"services_total": 200., "services_level4": 70., "portal_rate": 0.8, "portal": 1., "plan_kind": 1., "meetings": 3., "staff": 100., "staff_it": 5., "relative": 40., "own_points": 6.},
		"P-CBA": {"services_total": 100., "services_level4": 10., "portal_rate": 0.5, "portal": 0., "plan_kind": 0.5, "meetings": 1., "staff": 50., "staff_it": 1., "relative": 20., "own_points": 3.},
		"P-DBI": {"services_total": 100., "services_level4": "no_data", "portal_rate": 0.5, "portal": 0., "plan_kind": 0.5, "meetings": 2., "staff": 50., "staff_it": 1., "relative": 30., "own_points": 3.},
		"P-LCH": {"services_total": 100., "services_level4": "not_applicable", "portal_rate": 0.25, "portal": "refused", "plan_kind": 0.5, "meetings": "not_applicable", "staff": 50., "staff_it": 2., "relative": 10., "own_points": 8.},
	} {
		u, _ := reg.Unit(code)
		x := &form.Filing{Unit: code, Answers: map[string]form.Answer{}, Self: map[string]form.Self{}, Evidence: map[string][]form.Evidence{}}
		for id, v := range said {
			a := form.Answer{Value: math.NaN()}
			if n, ok := v.(float64); ok {
				a.Value = n
			} else {
				a.Reason = v.(string)
			}
			x.Answers[id] = a
		}
		for _, node := range []string{"level4", "portal", "own_points"} {
			x.Evidence[node] = []form.Evidence{{Number: "1/QĐ", Title: "Quyết định"}}
		}
		b, err := Filled(ix.Plans[0], u, nil, x)
		if err != nil {
			t.Fatal(err)
		}
		fsys["mau/2026/forms/"+code+".xlsx"] = &fstest.MapFile{Data: b}
	}
	in, found := extract.Tree(fsys, extract.Options{})
	if found.Faults() > 0 {
		t.Fatal(found)
	}
	x := in.Input("mau")
	if x.Private.Faults() > 0 {
		t.Fatal(x.Private)
	}
	normalise.Run(x.Index.Plans, x.Cube, func(*index.Plan, string, string) string { return "" }, 2)
	score.RunAll(x.Index.Plans, x.Cube.Tables, normalise.Rescale, 2)
	rank.Run(x.Index.Plans[0], x.Cube.Tables[0], nil, func(string, string) string { return "" }, 2)
	open, c := view.PublicOf(x.Index, x.Cube)
	return view.New(view.Input{Units: in.Registry, Indices: []*index.Index{open}, Cubes: []*cube.Cube{c}})
}

// TestAuditOfForms: whatever is public, and whatever a gap does by default, the audit workbook comes to the engine's
// scores and ranks, withheld ones too.
func TestAuditOfForms(t *testing.T) {
	books, editions := map[string][]byte{}, map[string]*view.Edition{}
	for name, public := range map[string]string{"open": "", "scores": "public: {nodes: all, layers: []}", "pillars": "public: {nodes: combined}", "appraised": "public: {layers: [value, appraised]}"} {
		for _, missing := range []string{"exclude", "zero", "withhold"} {
			if missing != "exclude" && name != "open" {
				continue
			}
			r := gatheredReport(t, public, missing)
			e := r.Boards[0].Editions[0]
			row, _ := e.Table.Row("P-DBI")
			if v := e.Table.At(cube.Score, 0).At(row); v == v {
				t.Errorf("%s, %s: who is withheld scores %v", name, missing, v)
			}
			row, _ = e.Table.Row("P-LCH")
			if v := e.Table.At(cube.Score, 0).At(row); v != v {
				t.Errorf("%s, %s: who is excused has no score", name, missing)
			}
			books[name+"-"+missing], editions[name+"-"+missing] = audited(t, r, e), e
		}
	}
	for name, f := range office(t, books) {
		t.Log(name)
		agrees(t, f, editions[name], true)
	}
}
