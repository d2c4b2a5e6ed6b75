package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// progress tells on stderr which stage runs, what it counted and how long it took; on a terminal a bar shows how far
// the line has come. It is the only place that reads the clock, and nothing of it reaches out/.
type progress struct {
	w        io.Writer
	terminal bool
	total    int

	mu    sync.Mutex
	done  int
	began time.Time
	all   time.Time
}

// newProgress writes to w, or to nowhere where quiet.
func newProgress(w io.Writer, quiet bool, total int) *progress {
	p := &progress{w: w, total: total, all: time.Now()}
	if quiet {
		p.w = io.Discard
	}
	if f, ok := w.(*os.File); ok && !quiet {
		_, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
		p.terminal = err == nil
	}
	return p
}

// begin starts a stage.
func (p *progress) begin(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.began = time.Now()
	if p.terminal {
		fmt.Fprintf(p.w, "\r\x1b[K[%s%s] %s…", strings.Repeat("█", p.done), strings.Repeat("·", p.total-p.done), name)
	}
}

// end closes a stage with what it counted.
func (p *progress) end(name, counts string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	fmt.Fprintf(p.w, "%-10s %7.3f s  %s\n", name, time.Since(p.began).Seconds(), counts)
}

// finish closes the run.
func (p *progress) finish(words string) {
	fmt.Fprintf(p.w, "%-10s %7.3f s  %s\n", "Σ", time.Since(p.all).Seconds(), words)
}
