package extract

import (
	"os"
	"testing"
	"testing/fstest"

	"xephang/stages/cube"
)

// Two forms of one unit that differ are both refused: its criteria are faulty, not blank, so that nothing scores zero
// because of two files. A unit that sent nothing is blank; one whose form is read has its answers.
func TestRefusedFormsAreFaulty(t *testing.T) {
	src, err := os.ReadFile("../form/testdata/index.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"units.csv": {Data: []byte(provincesCSV)}, "mau/index.yaml": {Data: src}, "mau/2025.csv": {Data: []byte("unit,meetings\nP-HNO,1\n")},
		"mau/2026/forms/P-HNO.csv":     {Data: []byte("Mã;Trả lời;Lý do\nmeetings;3;\n")},
		"mau/2026/forms/P-HNO_(2).csv": {Data: []byte("Mã;Trả lời;Lý do\nmeetings;4;\n")},
		"mau/2026/forms/P-CBA.csv":     {Data: []byte("Mã;Trả lời;Lý do\nmeetings;5;\nstaff;;Nộp muộn\n")}}
	in, _ := Tree(fsys, Options{})
	table := in.Input("mau").Cube.Table("2026")
	column := -1
	for i, n := range table.Nodes {
		if n == "meetings" {
			column = i
		}
	}
	for unit, want := range map[string]string{"P-HNO": cube.Faulty, "P-CBA": "", "P-DBI": cube.Blank} {
		row, _ := table.Row(unit)
		if r, _ := table.Reason(column, row); r.Code != want {
			t.Errorf("%s: reason %+v, want %q", unit, r, want)
		}
	}
	if row, _ := table.Row("P-CBA"); table.Given("meetings").Column.At(row) != 5 {
		t.Error("a good form is not laid")
	}
}
