package robust_test

import (
	"testing"

	"xephang/stages/robust"
)

// 10,000 draws of every edition of data/ that is ranked: EGDI's twelve are all there are.
func BenchmarkData10000(b *testing.B) {
	y := data(b, "egdi")
	o := y.options()
	o.Draws, o.Bare = 10000, true
	b.ResetTimer()
	b.ReportAllocs()
	for b.Loop() {
		for k, p := range y.Index.Plans {
			robust.Run(p, y.Cube.Tables[k], o)
		}
	}
}
