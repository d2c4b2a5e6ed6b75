package cube

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// Column is one node's numbers down the units: a sealed Arrow array and, where a stage changed only a few cells,
// the changes laid over the column of an earlier layer. Columns that a stage leaves alone are shared, so a million
// units cost one copy. The zero Column is empty.
type Column struct {
	base  *array.Float64
	dense []float64 // base's values, zero-copy; NaN under every null
	rows  []int32   // changed rows, ascending
	vals  []float64 // their new values
}

// Seal takes ownership of x (NaN = missing) and seals it without copying. An infinite value is a bug and panics.
func Seal(x []float64) Column {
	nulls := 0
	for i, v := range x {
		if v-v == 0 {
			continue
		}
		if math.IsInf(v, 0) {
			panic(fmt.Sprintf("cube: infinite value in row %d", i))
		}
		nulls++
	}
	return SealChecked(x, nulls)
}

// SealChecked is Seal for a column of which the caller has just seen that nothing in it is infinite, and how many cells
// are NaN: it reads nothing again.
func SealChecked(x []float64, nulls int) Column {
	var valid *memory.Buffer
	if nulls > 0 {
		valid = memory.NewBufferBytes(validity(x))
	}
	data := array.NewData(arrow.PrimitiveTypes.Float64, len(x),
		[]*memory.Buffer{valid, memory.NewBufferBytes(arrow.Float64Traits.CastToBytes(x))}, nil, nulls, 0)
	return Column{base: array.NewFloat64Data(data), dense: x}
}

// validity is Arrow's bitmap of what is present.
func validity(x []float64) []byte {
	valid := make([]byte, (len(x)+7)/8)
	for k := range valid {
		b := byte(0)
		for i, v := range x[8*k : min(8*k+8, len(x))] {
			there := byte(0)
			if v == v {
				there = 1
			}
			b |= there << i
		}
		valid[k] = b
	}
	return valid
}

// Patched lays changed cells over a column: rows ascending, NaN = now missing. The column beneath is shared.
// Where c is patched already, or a quarter of the cells change, the result is sealed afresh.
func (c Column) Patched(rows []int32, vals []float64) Column {
	if len(rows) == 0 {
		return c
	}
	if len(c.rows) > 0 || len(rows)*4 > c.Len() {
		x := make([]float64, c.Len())
		copy(x, c.Values())
		for k, r := range rows {
			x[r] = vals[k]
		}
		return Seal(x)
	}
	for k, v := range vals {
		if math.IsInf(v, 0) {
			panic(fmt.Sprintf("cube: infinite value in row %d", rows[k]))
		}
	}
	return Column{base: c.base, dense: c.dense, rows: rows, vals: vals}
}

// Overlaid is Patched that keeps the patches of c where it has some: rows ascending, those of c among them or not.
func (c Column) Overlaid(rows []int32, vals []float64) Column {
	if len(c.rows) == 0 || len(rows) == 0 {
		return c.Patched(slices.Clone(rows), vals)
	}
	all, values := make([]int32, 0, len(c.rows)+len(rows)), make([]float64, 0, len(c.rows)+len(rows))
	at := 0
	for k, row := range rows {
		for ; at < len(c.rows) && c.rows[at] < row; at++ {
			all, values = append(all, c.rows[at]), append(values, c.vals[at])
		}
		if at < len(c.rows) && c.rows[at] == row {
			at++
		}
		all, values = append(all, row), append(values, vals[k])
	}
	all, values = append(all, c.rows[at:]...), append(values, c.vals[at:]...)
	return Column{base: c.base, dense: c.dense}.Patched(all, values)
}

// Len is the number of units.
func (c Column) Len() int { return len(c.dense) }

// At is the cell of a row, NaN where missing or where nothing was laid.
func (c Column) At(row int) float64 {
	if row >= len(c.dense) {
		return math.NaN()
	}
	for lo, hi := 0, len(c.rows); lo < hi; {
		m := int(uint(lo+hi) >> 1)
		switch r := int(c.rows[m]); {
		case r == row:
			return c.vals[m]
		case r < row:
			lo = m + 1
		default:
			hi = m
		}
	}
	return c.dense[row]
}

// Values gives the cells down the units, NaN where missing. Without patches it is the sealed memory itself: never write to it.
func (c Column) Values() []float64 {
	if len(c.rows) == 0 {
		return c.dense
	}
	x := make([]float64, len(c.dense))
	copy(x, c.dense)
	for k, r := range c.rows {
		x[r] = c.vals[k]
	}
	return x
}

// View gives the cells without an allocation: the sealed memory itself where nothing is patched (never write to it), else
// buf, grown where too short, with the cells in it.
func (c Column) View(buf *[]float64) []float64 {
	if len(c.rows) == 0 {
		return c.dense
	}
	if cap(*buf) < len(c.dense) {
		*buf = make([]float64, len(c.dense))
	}
	return c.Into((*buf)[:len(c.dense)])
}

// Into writes the cells into dst (of length Len) and returns it: Values without an allocation.
func (c Column) Into(dst []float64) []float64 {
	copy(dst, c.dense)
	for k, r := range c.rows {
		dst[r] = c.vals[k]
	}
	return dst
}

// Present counts the cells that are not missing.
func (c Column) Present() int {
	if c.base == nil {
		return 0
	}
	n := c.base.Len() - c.base.NullN()
	for k, r := range c.rows {
		was, is := c.dense[r] == c.dense[r], c.vals[k] == c.vals[k]
		if was && !is {
			n--
		} else if is && !was {
			n++
		}
	}
	return n
}

// Gaps lists the rows without a value in rows (grown where too short), ascending.
func (c Column) Gaps(rows []int32) []int32 {
	rows = rows[:0]
	if c.base != nil && c.base.NullN() > 0 {
		for k, there := range c.base.NullBitmapBytes() {
			for gone := ^there; gone != 0; gone &= gone - 1 {
				if row := 8*k + bits.TrailingZeros8(gone); row < len(c.dense) {
					rows = append(rows, int32(row))
				}
			}
		}
	}
	if len(c.rows) == 0 {
		return rows
	}
	return c.patchedGaps(rows)
}

// patchedGaps mends the gaps of the column beneath by the cells laid over it.
func (c Column) patchedGaps(beneath []int32) []int32 {
	gaps := slices.DeleteFunc(beneath, func(row int32) bool { _, over := slices.BinarySearch(c.rows, row); return over })
	for k, row := range c.rows {
		if c.vals[k] != c.vals[k] {
			gaps = append(gaps, row)
		}
	}
	slices.Sort(gaps)
	return gaps
}

// Same tells whether two columns are the same sealed memory with the same patches, that is, nothing was changed.
func (c Column) Same(d Column) bool {
	return c.base == d.base && len(c.rows) == len(d.rows) && (len(c.rows) == 0 || &c.rows[0] == &d.rows[0])
}

// Array is the column as an Arrow array, for writers of open data.
func (c Column) Array() *array.Float64 {
	if len(c.rows) == 0 {
		return c.base
	}
	return Seal(c.Values()).base
}
