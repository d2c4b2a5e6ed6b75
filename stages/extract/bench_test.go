package extract

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// imported is a folder as `import` writes it: units, nodes across three levels, one machine-written table.
func imported(units, nodes int) fstest.MapFS {
	var list, yaml, table strings.Builder
	list.WriteString("code,name\n")
	yaml.WriteString("name: {vi: Lớn, en: Large}\nunits: [unit]\nscale: {from: 0, to: 100, decimals: 4}\ntree:\n  node: root\n  name: {vi: Gốc, en: Root}\n  parts:\n")
	table.WriteString("unit")
	for n := range nodes {
		if n%10 == 0 {
			fmt.Fprintf(&yaml, "    - node: p%d\n      name: {vi: Trụ %d, en: Pillar %d}\n      weight: 1\n      parts:\n", n, n, n)
		}
		fmt.Fprintf(&yaml, "        - {node: x%d, weight: 1, name: {vi: Biến %d, en: Variable %d}}\n", n, n, n)
		fmt.Fprintf(&table, ",x%d", n)
	}
	yaml.WriteString("editions:\n  0: {}\n")
	b := []byte(table.String() + "\n")
	for u := range units {
		fmt.Fprintf(&list, "U%07d,Unit %d\n", u, u)
		b = fmt.Appendf(b, "U%07d", u)
		for n := range nodes {
			b = strconv.AppendFloat(append(b, ','), 50+20*math.Sin(float64(u*nodes+n)), 'g', -1, 64)
		}
		b = append(b, '\n')
	}
	return fstest.MapFS{"big/units.csv": {Data: []byte(list.String())}, "big/index.yaml": {Data: []byte(yaml.String())}, "big/0.csv": {Data: b}}
}

// BenchmarkImported reads 10,000 × 100 and 40,000 × 100: time and memory must grow linearly.
func BenchmarkImported(b *testing.B) {
	for _, units := range []int{10_000, 40_000} {
		fsys := imported(units, 100)
		b.Run(fmt.Sprint(units), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(fsys["big/0.csv"].Data)))
			for range b.N {
				in, ps := Tree(fsys, Options{})
				if len(ps) > 0 || in.Input("big").Cube.Tables[0].Given("x99").Column.Present() != units {
					b.Fatal(ps)
				}
			}
		})
	}
}

// BenchmarkRepository reads the data of this repository.
func BenchmarkRepository(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if in, _ := Data("../../data", Options{}); len(in.Indices) == 0 {
			b.Fatal("no index")
		}
	}
}
