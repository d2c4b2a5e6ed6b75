package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"xephang/stages/cube"
	"xephang/stages/problem"
)

const unitsCSV = `code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en
P-HNO,province,Hà Nội,Thành phố Hà Nội,Hanoi,Thủ đô Hà Nội,,01,,,,,,
P-HGI,province,Hà Giang,Tỉnh Hà Giang,Ha Giang,,,02,,2025-06-30,,,,
P-HUE,province,Huế,Thành phố Huế,Hue,Thừa Thiên Huế;Thừa Thiên - Huế,,46,,,,,,
P-DNA,province,Đà Nẵng,Thành phố Đà Nẵng,Da Nang,,,48,,,,,,
M-BTC,ministry,Bộ Tài chính,Bộ Tài chính,Ministry of Finance,,,,,,,,,
`

const indexYAML = `name: {vi: Chỉ số thử, en: Test index}
short: TST
units: [province]
scale: {from: 0, to: 1, decimals: 4}
tree:
  node: tst
  name: {vi: Tổng hợp, en: Overall}
  combine: mean
  parts:
    - {node: svc, weight: 1, name: {vi: Dịch vụ, en: Services}, range: [0, 1]}
    - {node: inf, weight: 1, name: {vi: Hạ tầng, en: Infrastructure}}
    - {node: lvl, weight: 1, name: {vi: Mức 4, en: Level 4}, value: "l4 / all_services"}
    - {node: cap, weight: 1, name: {vi: Đầu người, en: Per head}, per: population, per_scale: 1000}
    - {node: yes, weight: 1, name: {vi: Có cổng, en: Has a portal}, rule: {yes_no: true}, points: 1}
    - {node: pct, weight: 1, name: {vi: Tỷ lệ, en: Share}, unit: {vi: "%", en: "%"}, range: [0, 100]}
editions:
  2019: {compute: none, as_of: 2019-12-31, why: {vi: thiếu, en: incomplete}}
  2020: {as_of: 2020-12-31, waive: [{unit: P-DNA, node: svc, reason: {vi: in như vậy, en: as printed}}]}
`

// tree lays out a data folder with one index, tst; more files may be added or replaced.
func tree(files map[string]string) fstest.MapFS {
	fs := fstest.MapFS{"units.csv": {Data: []byte(unitsCSV)}, "tst/index.yaml": {Data: []byte(indexYAML)}, "tst/2019.csv": {Data: []byte("unit,node,rank\nP-HNO,tst,1\n")}}
	for name, data := range files {
		fs[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fs
}

// one reads a tree with a table for 2020.
func one(t testing.TB, name, data string) (*cube.Table, problem.List) {
	t.Helper()
	in, ps := Tree(tree(map[string]string{"tst/" + name: data}), Options{})
	return in.Input("tst").Cube.Table("2020"), ps
}

// codes lists the codes of problems with their cells, sorted: "unit-twice A3".
func codes(ps problem.List) []string {
	var all []string
	for _, p := range ps {
		at := p.Place.Cell
		if at == "" && p.Place.Line > 0 {
			at = fmt.Sprint("line ", p.Place.Line)
		}
		all = append(all, strings.TrimSpace(p.Code+" "+at))
	}
	slices.Sort(all)
	return all
}

// row writes down what a unit has in a table: given, derived and published figures.
func row(t *cube.Table, unit string) string {
	var out []string
	at, ok := t.Row(unit)
	if !ok {
		return "no " + unit
	}
	for _, name := range t.GivenNames() {
		if v := t.Given(name).Column.At(at); v == v {
			out = append(out, fmt.Sprintf("%s=%v", name, v))
		}
	}
	for mark, layer := range map[string]cube.Layer{":": cube.Value, "~": cube.PublishedScore, "#": cube.PublishedRank} {
		for i, n := range t.Nodes {
			if v := t.At(layer, i).At(at); v == v {
				out = append(out, fmt.Sprintf("%s%s%v", n, mark, v))
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// xlsx makes a workbook of sheets, each a list of rows.
func xlsx(t testing.TB, sheets map[string][][]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, name := range slices.Sorted(maps.Keys(sheets)) {
		if i == 0 {
			_ = f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, cells := range sheets[name] {
			at, _ := excelize.CoordinatesToCellName(1, r+1)
			if err := f.SetSheetRow(name, at, &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
