package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
)

// sizes of matrix for which BenchmarkBuild… has figures.
var sizes = []struct {
	name  string
	units int
}{{"10k100", 10_000}, {"1M100", 1_000_000}}

// BenchmarkFloorRead reads a matrix of a hundred columns once, on two cores: no build can be quicker.
func BenchmarkFloorRead(b *testing.B) { floor(b, readOnce) }

// BenchmarkFloorMulAdd adds up a weight times each cell, row by row: the least that a mean of a hundred parts costs.
func BenchmarkFloorMulAdd(b *testing.B) { floor(b, mulAdd) }

// floor times the same work over the columns, in two halves of the rows side by side.
func floor(b *testing.B, work func(columns [][]float64, sum []float64, from, to int)) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			if testing.Short() && size.units > 100_000 {
				b.Skip("800 MB of input")
			}
			columns, r := make([][]float64, 100), rand.New(rand.NewPCG(1, 2))
			for k := range columns {
				columns[k] = make([]float64, size.units)
				for i := range columns[k] {
					columns[k][i] = r.ExpFloat64()
				}
			}
			sum, m := make([]float64, size.units), meter{b: b}
			for b.Loop() {
				m.begin()
				var both sync.WaitGroup
				for half := range 2 {
					both.Go(func() { work(columns, sum, half*size.units/2, (half+1)*size.units/2) })
				}
				both.Wait()
				m.end()
			}
			m.report()
			runtime.KeepAlive(fmt.Sprint(sum[0], sum[size.units-1]))
		})
	}
}

// readOnce adds the cells up in four sums, so that the adding does not hold up the reading.
func readOnce(columns [][]float64, sum []float64, from, to int) {
	var a, b, c, d float64
	for _, x := range columns {
		for x = x[from:to]; len(x) >= 4; x = x[4:] {
			a += x[0]
			b += x[1]
			c += x[2]
			d += x[3]
		}
	}
	sum[from] = a + b + c + d
}

// mulAdd takes a block of rows at a time, so that the sums stay in the nearest cache.
func mulAdd(columns [][]float64, sum []float64, from, to int) {
	const block = 512
	for ; from < to; from += block {
		end := min(from+block, to)
		s := sum[from:end]
		clear(s)
		for k, x := range columns {
			w := float64(k + 1)
			for i, v := range x[from:end] {
				s[i] += float64(w * v)
			}
		}
	}
}
