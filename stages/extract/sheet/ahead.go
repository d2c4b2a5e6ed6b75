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
		(&filler{full: full, free: free, stop: stop}).run(walk)
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

// filler packs rows into batches and sends them off.
type filler struct {
	full, free chan *rowBatch
	stop       chan struct{}
	b          *rowBatch
}

func (f *filler) run(walk func(yield func(*Row) bool)) {
	if !f.next() {
		return
	}
	walk(func(r *Row) bool {
		f.b.rows, f.b.cells = append(f.b.rows, *r), append(f.b.cells, r.Cells...)
		f.b.ends = append(f.b.ends, len(f.b.cells))
		return len(f.b.rows) < batch || f.send() && f.next()
	})
	if f.b != nil && len(f.b.rows) > 0 {
		f.send()
	}
}

// next takes a batch that is free; false where the walk is given up.
func (f *filler) next() bool {
	select {
	case f.b = <-f.free:
		f.b.rows, f.b.cells, f.b.ends = f.b.rows[:0], f.b.cells[:0], f.b.ends[:0]
		return true
	case <-f.stop:
		return false
	}
}

// send hands a batch over; false where the walk is given up.
func (f *filler) send() bool {
	select {
	case f.full <- f.b:
		f.b = nil
		return true
	case <-f.stop:
		return false
	}
}
