package extract

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Names of units and headers in TCVN3 and VNI are read and doubted: by their letters, and by the font of their cells.
func TestTextFromBeforeUnicode(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
	}{
		"tcvn3": {"§¬n vÞ,DÞch vô,inf\nHµ Néi,0.5,1\nHuÕ,0.25,2\n", []string{"text-legacy-encoding A2", "text-legacy-encoding A3", "text-legacy-encoding B1"}},
		"vni":   {"Ñôn vò,Dòch vuï,inf\nHaø Noäi,0.5,1\nHueá,0.25,2\n", []string{"text-legacy-encoding A2", "text-legacy-encoding A3", "text-legacy-encoding B1"}},
		"both":  {"Mã,Đơn vị,Dịch vụ,inf\nP-HNO,Hµ Néi,0.5,1\nP-HUE,HuÕ,0.25,2\n", nil},
	} {
		table, ps := one(t, "2020.csv", c.data)
		if got := row(table, "P-HNO"); got != "inf:1 inf=1 svc:0.5 svc=0.5" || row(table, "P-HUE") != "inf:2 inf=2 svc:0.25 svc=0.25" || !slices.Equal(codes(ps), c.want) {
			t.Errorf("%s: %s %v", name, got, ps)
		}
	}
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime"}})
	if err != nil {
		t.Fatal(err)
	}
	for at, v := range map[string]any{"A1": "unit", "B1": "DÞch vô", "C1": "inf", "A2": "Hµ Néi", "B2": 0.5, "C2": 1, "A3": "Huế", "B3": 0.25, "C3": 2} {
		_ = f.SetCellValue("Sheet1", at, v)
	}
	_ = f.SetCellStyle("Sheet1", "A1", "C3", style)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	table, ps := one(t, "2020.xlsx", b.String())
	if got := row(table, "P-HNO"); got != "inf:1 inf=1 svc:0.5 svc=0.5" || row(table, "P-HUE") != "inf:2 inf=2 svc:0.25 svc=0.25" || !slices.Equal(codes(ps), []string{"cell-legacy-font B1"}) {
		t.Errorf("by font: %s %v", got, ps)
	}
}
