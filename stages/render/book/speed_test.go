package book

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"xephang/stages/extract"
	"xephang/stages/render/view"
)

// largeEdition computes an index of so many units by so many indicators under ten pillars.
func largeEdition(b *testing.B, units, leaves int) (*view.Report, *view.Edition) {
	b.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var list, table, tree strings.Builder
	list.WriteString("code,kind,name_vi,full_name_vi,name_en,aliases,groups,gso_code,valid_from,valid_to,confidence,source,note_vi,note_en\n")
	table.WriteString("unit")
	for p := range 10 {
		fmt.Fprintf(&tree, "    - node: p%d\n      weight: 1\n      name: {vi: Trụ cột số %d, en: Pillar %d}\n      parts:\n", p, p, p)
		for k := p; k < leaves; k += 10 {
			fmt.Fprintf(&tree, "        - {node: n%d, weight: %d, name: {vi: Chỉ tiêu thành phần %d, en: Indicator %d}}\n", k, 1+k%3, k, k)
		}
	}
	for k := range leaves {
		fmt.Fprintf(&table, ",n%d", k)
	}
	for u := range units {
		fmt.Fprintf(&list, "U%d,province,Đơn vị hành chính %d,,,,,,,,high,,,\n", u, u)
		fmt.Fprintf(&table, "\nU%d", u)
		for range leaves {
			fmt.Fprintf(&table, ",%.3f", random.Float64()*100)
		}
	}
	declared := "name: {vi: Chỉ số lớn, en: Large}\npublisher: {vi: Thử, en: Test}\nunits: [province]\nscale: {from: 0, to: 100, decimals: 2}\n" +
		"rank: {ties: competition, on: published_decimals}\nnormalise: minmax:0:100\nmissing: exclude\ntree:\n  node: total\n  name: {vi: Tổng, en: Total}\n  parts:\n" + tree.String() +
		"editions:\n  2024: {as_of: 2024-12-31}\n"
	in, found := extract.Tree(fstest.MapFS{"units.csv": {Data: []byte(list.String())}, "large/index.yaml": {Data: []byte(declared)}, "large/2024.csv": {Data: []byte(table.String())}}, extract.Options{})
	sound(b, found)
	r := view.New(throughTheLine(b, in))
	return r, r.Boards[0].Editions[0]
}

func auditSpeed(b *testing.B, units, leaves int) {
	r, e := largeEdition(b, units, leaves)
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		w, err := auditBook(r, e)
		if err != nil {
			b.Fatal(err)
		}
		book, err := w.bytes()
		if err != nil {
			b.Fatal(err)
		}
		size = len(book)
	}
	b.ReportMetric(float64(size)/1e6, "MB")
}

// The audit workbook of 63 units by 100 indicators must take under 2 s, that of 3,321 by 60 under 30 s.
func BenchmarkAudit63x100(b *testing.B)  { auditSpeed(b, 63, 100) }
func BenchmarkAudit3321x60(b *testing.B) { auditSpeed(b, 3321, 60) }

// BenchmarkWrite writes every workbook of the real data with two workers.
func BenchmarkWrite(b *testing.B) {
	r := realReport(b)
	b.ReportMetric(float64(len(jobs(r))), "workbooks")
	for b.Loop() {
		if err := Write(b.TempDir(), r, 2); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPacks100x100 writes the packs of 100 units of an index of 100 indicators; it must take under 5 s.
func BenchmarkPacks100x100(b *testing.B) {
	r, _ := largeEdition(b, 100, 100)
	all := r.Packed()
	b.ReportMetric(float64(len(all)), "packs")
	for b.Loop() {
		if err := Packs(b.TempDir(), r, all, nil, 2); err != nil {
			b.Fatal(err)
		}
	}
}
