package book

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
)

// TestDiffBook: the workbook of changes is sound, its sheets are those that were asked for, and its figures are numbers.
func TestDiffBook(t *testing.T) {
	in := realReport(t).Input
	name := problem.Text{VI: "=Chỉ số", EN: "Index"}
	at := func(unit, layer, group string) reconcile.Cell {
		return reconcile.Cell{Index: "egdi", Edition: "2022", Unit: unit, Node: "osi", Layer: layer, Group: group}
	}
	in.Diff = &view.Diff{Seal: "00", Decisions: []view.Correction{
		{Index: "egdi", Edition: "2022", Unit: "VNM", Node: "osi", Name: name, Was: 0.5, Becomes: 0.75, Reason: "=1+1", Document: "12/QĐ", DecidedBy: "+Hội đồng", Date: "2025-10-31", Status: "applied", Case: "KN-1"},
		{Index: "egdi", Edition: "2022", Unit: "THA", Node: "osi", Name: name, Layer: "appraised", Was: math.NaN(), Becomes: math.NaN(), Closed: true, Status: "rejected"}},
		Changes: []view.Differing{
			{Change: reconcile.Change{Cell: at("THA", "rank", ""), Was: 5, Is: 6, Effect: reconcile.KnockOn, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("VNM", "value", ""), Was: 0.5, Is: 0.75, Effect: reconcile.Direct, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("VNM", "rank", "region:Asia"), Was: 6, Is: math.NaN(), Effect: reconcile.Own, Causes: []int{0}}, Name: name}}}
	dir := t.TempDir()
	if err := WriteDiff(dir, view.New(in)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "doi-chieu-du-thao.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	lint(t, "doi-chieu-du-thao.xlsx", b)
	f := reopened(t, b)
	for k, want := range []string{"Thay đổi", "Quyết định", "Tác động dây chuyền"} {
		if got := f.GetSheetList()[k+1]; got != want {
			t.Errorf("sheet %d is %q", k+1, got)
		}
	}
	for cell, want := range map[[2]string]string{
		{"Thay đổi", "A5"}: "VNM", {"Thay đổi", "H5"}: "0.5", {"Thay đổi", "J5"}: "0.25", {"Thay đổi", "K5"}: "trực tiếp", {"Thay đổi", "L5"}: "1", {"Thay đổi", "I6"}: "", {"Thay đổi", "G6"}: "Châu Á",
		{"Quyết định", "I5"}: "0.5", {"Quyết định", "L5"}: "=1+1", {"Quyết định", "I6"}: "không công bố", {"Quyết định", "K6"}: "bác",
		{"Tác động dây chuyền", "A5"}: "THA", {"Tác động dây chuyền", "H5"}: "5", {"Tác động dây chuyền", "I5"}: "6", {"Tác động dây chuyền", "K5"}: "1"} {
		if got, _ := f.GetCellValue(cell[0], cell[1]); got != want {
			t.Errorf("%s!%s is %q, want %q", cell[0], cell[1], got, want)
		}
	}
	if ok, to, _ := f.GetCellHyperLink("Thay đổi", "L5"); !ok || to != "'Quyết định'!A5" {
		t.Errorf("the change leads to %q", to)
	}
}
