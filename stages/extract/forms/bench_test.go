package forms

import (
	"fmt"
	"testing"
	"testing/fstest"

	"xephang/stages/index"
	"xephang/stages/units"
)

// BenchmarkForms reads 63 filled forms of 100 criteria, each with two answers, a self-score and evidence.
func BenchmarkForms(b *testing.B) {
	src := `name: {vi: Chỉ số mẫu, en: Sample}
short: MAU
units: [province]
scale: {from: 0, to: 1, decimals: 4}
rank: {ties: competition, on: full}
form: {version: "1"}
answers:
`
	for i := range 200 {
		src += fmt.Sprintf("  - {answer: a%d, name: {vi: Câu %d, en: Question %d}, type: count, range: [0, 5000]}\n", i, i, i)
	}
	src += "checks:\n"
	for i := range 20 {
		src += fmt.Sprintf("  - {check: k%d, that: \"a%d <= a%d\", name: {vi: Kiểm %d, en: Check %d}}\n", i, 2*i, 2*i+1, i, i)
	}
	src += "tree:\n  node: total\n  name: {vi: Chỉ số, en: Index}\n  combine: points\n  parts:\n"
	for i := range 100 {
		src += fmt.Sprintf("    - {node: c%d, name: {vi: Tiêu chí %d, en: Criterion %d}, value: a%d / a%d, range: [0, 1], rule: {ratio: true}, points: 10, evidence: required}\n", i, i, i, 2*i, 2*i+1)
	}
	ix, ps := index.Parse("index.yaml", "mau", []byte(src+"editions:\n  2026: {}\n"), nil)
	if ps.Faults() > 0 {
		b.Fatal(ps)
	}
	p := ix.Plans[0]
	list := "code,kind,name_vi,name_en\n"
	for i := range 63 {
		list += fmt.Sprintf("P-%02d,province,Tỉnh số %d,Province %d\n", i, i, i)
	}
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(list)}})
	fsys := fstest.MapFS{}
	for u := range 63 {
		x := fill{unit: fmt.Sprintf("P-%02d", u), answers: map[string]put{}, self: map[string]any{}}
		for i := range 100 {
			x.answers[fmt.Sprintf("a%d", 2*i)], x.answers[fmt.Sprintf("a%d", 2*i+1)] = put{answer: u + i}, put{answer: u + 2*i + 1}
			x.self[fmt.Sprintf("c%d", i)] = 5
			x.evidence = append(x.evidence, []any{fmt.Sprintf("c%d", i), "12/BC-UBND", "Báo cáo kết quả năm 2026", "10/7/2026", "https://example.org"})
		}
		fsys[fmt.Sprintf("forms/%02d.xlsx", u)] = &fstest.MapFile{Data: bytesOf(b, workbook(b, p, x))}
	}
	b.ResetTimer()
	for b.Loop() {
		all, ps := Read(fsys, "forms", "", p, reg, noLast)
		if len(all) != 63 || len(ps) > 0 || len(all[0].Problems) > 0 || len(all[0].Answers) != 200 {
			b.Fatal(len(all), ps, all[0].Problems)
		}
	}
}
