package opendata

import "sync"

// ordered makes n pieces with some workers and hands them on in order, one at a time; at most workers + 1 are alive.
// After an error of consume the rest is still made, and dropped.
func ordered[T any](n, workers int, produce func(k int) (T, error), consume func(T) error) (err error) {
	type made struct {
		piece T
		err   error
	}
	line := make(chan chan made, workers)
	slots := make(chan struct{}, workers)
	var wait sync.WaitGroup
	wait.Go(func() {
		defer close(line)
		for k := range n {
			slots <- struct{}{}
			done := make(chan made, 1)
			line <- done
			go func() {
				piece, err := produce(k)
				<-slots
				done <- made{piece, err}
			}()
		}
	})
	for done := range line {
		m := <-done
		if err == nil {
			err = m.err
		}
		if err == nil {
			err = consume(m.piece)
		}
	}
	wait.Wait()
	return err
}
