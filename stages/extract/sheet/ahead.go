package sheet

import "sync"

// batch is how many rows travel together from the goroutine that cuts a file into records to the one that reads them.
const batch = 128

// rowBatch is a run of rows; their cells lie in one slab, which is used again.
type rowBatch struct {
	rows  []Row
	cells []Cell
	ends  []int // of each row's cells in the slab
}

// ahead walks the rows in a goroutine of its own, a few batches ahead of the one that takes them: on a large file
// reading, hashing and cutting go on beside the parsing of figures. Rows come in the same order as without it.
func ahead(walk func(yield func(*Row) bool), yield func(*Row) bool) {
	full, free, stop := make(chan *rowBatch, 4), make(chan *rowBatch, 6), make(chan struct{})
	for range cap(free) {
		free <- &rowBatch{}
	}
	var done sync.WaitGroup
	done.Go(func() {
		defer close(full)
		b := <-free
		send := func() bool {
			select {
			case full <- b:
			case <-stop:
				return false
			}
			select {
			case b = <-free:
			case <-stop:
				return false
			}
			b.rows, b.cells, b.ends = b.rows[:0], b.cells[:0], b.ends[:0]
			return true
		}
		walk(func(r *Row) bool {
			b.rows, b.cells = append(b.rows, *r), append(b.cells, r.Cells...)
			b.ends = append(b.ends, len(b.cells))
			return len(b.rows) < batch || send()
		})
		if len(b.rows) > 0 {
			send()
		}
	})
	defer done.Wait()
	defer close(stop)
	for b := range full {
		if !b.hand(yield) {
			return
		}
		free <- b
	}
}

// hand gives the rows out one by one.
func (b *rowBatch) hand(yield func(*Row) bool) bool {
	from := 0
	for i := range b.rows {
		r := &b.rows[i]
		r.Cells = b.cells[from:b.ends[i]]
		from = b.ends[i]
		if !yield(r) {
			return false
		}
	}
	return true
}
