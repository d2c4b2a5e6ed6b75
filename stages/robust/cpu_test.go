package robust_test

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime reports the processor time of a benchmark's loop beside its wall time: what it costs on a machine that is busy
// with other things, too.
func cpuTime(b *testing.B) func() {
	b.ReportAllocs()
	b.ResetTimer()
	start := used()
	return func() { b.ReportMetric(float64(used()-start)/float64(b.N)/1e6, "cpu-ms/op") }
}

func used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
