package opendata

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

const closedIndex = `name: {vi: Thử, en: Trial}
units: [province]
scale: {from: 0, to: 1, decimals: 4}
form: {version: "1", counts: self}
answers: [{answer: files, name: {vi: Hồ sơ, en: Files}, type: count}, {answer: staff, name: {vi: Cán bộ, en: Staff}, type: count}]
public: {nodes: [total, open], layers: [value]}
tree:
  node: total
  combine: points
  parts:
    - {node: open, name: {vi: Mở, en: Open}, value: files, rule: {count: {each: 1, cap: 10}}, points: 10}
    - {node: shut, name: {vi: Kín, en: Shut}, value: staff, rule: {count: {each: 1, cap: 10}}, points: 10}
editions:
  2026: {as_of: 2026-12-31}
`

func TestLedgerOfCorrections(t *testing.T) {
	ix, ps := index.Parse("index.yaml", "thu", []byte(closedIndex), nil)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	row := func(node, layer, was, becomes string) form.Correction {
		return form.Correction{Index: "thu", Edition: "2026", Unit: "P-HNO", Node: node, Layer: layer, Was: was, Becomes: becomes, Reason: "=sót", Document: "12/QĐ", DecidedBy: "Hội đồng", Date: 20270102, Status: form.Applied, Case: "KN-1"}
	}
	ledger := view.CorrectionsOf(ix, []form.Correction{row("files", "value", "4", "5.5"), row("staff", "value", "987654", "987655"), row("files", "value", "no_data", ""), row("open", "appraised", "987656", "987657")})
	dir := t.TempDir()
	if _, err := Write(dir, []Table{CorrectionTable(ledger)}, Package{Name: "t"}, 1); err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	const end = "=sót,12/QĐ,Hội đồng,2027-01-02,applied,KN-1,"
	want := "index,edition,unit,node,layer,was,becomes,reason,document,decided_by,date,status,case,was_reason,becomes_reason,public\r\n" +
		"thu,2026,P-HNO,files,value,4,5.5," + end + ",,true\r\n" +
		"thu,2026,P-HNO,staff,value,,," + end + ",,false\r\n" +
		"thu,2026,P-HNO,files,value,,," + end + "no_data,,true\r\n" +
		"thu,2026,P-HNO,open,appraised,,," + end + ",,false\r\n"
	if got := read("corrections.csv"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := read("excel/corrections.csv"); !strings.Contains(got, "4;5,5;'=sót;12/QĐ") {
		t.Error(got)
	}
	if p := read("datapackage.json"); !strings.Contains(p, `"corrections.csv"`) || !strings.Contains(p, `"name": "becomes"`) {
		t.Error(p)
	}
	if !math.IsNaN(ledger[1].Was) || ledger[1].Name.VI != "Cán bộ" || ledger[0].Closed || !ledger[1].Closed {
		t.Errorf("%+v", ledger[1])
	}
}
