package main

import (
	"syscall"
	"testing"
	"time"
)

// meter reports beside a benchmark's mean the processor time of its turns and the best wall time of one: what the work
// costs on a machine that is busy with other things, too.
type meter struct {
	b         *testing.B
	turns     int
	cpu, best time.Duration
	from      time.Time
	used      time.Duration
}

func (m *meter) begin() { m.used, m.from = used(), time.Now() }

func (m *meter) end() {
	wall, cpu := time.Since(m.from), used()-m.used
	if m.turns++; m.turns == 1 || wall < m.best {
		m.best = wall
	}
	if m.turns == 1 || cpu < m.cpu {
		m.cpu = cpu
	}
}

// report gives the least of all turns.
func (m *meter) report() {
	m.b.ReportMetric(float64(m.best)/1e6, "best-ms")
	m.b.ReportMetric(float64(m.cpu)/1e6, "cpu-ms")
}

// used is the processor time of this program so far.
func used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
