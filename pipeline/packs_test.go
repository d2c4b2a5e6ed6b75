package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAPackHoldsItsOwnUnitAlone: a unit's folder holds its own answers, and none of another unit's.
func TestAPackHoldsItsOwnUnitAlone(t *testing.T) {
	for _, public := range []string{"public: {nodes: combined, layers: []}", "public: {nodes: all, layers: []}"} {
		dir, out := secretFolder(t, public), filepath.Join(t.TempDir(), "out")
		var says bytes.Buffer
		if code := run([]string{"report", "-quiet", "-data", dir, "-seeds", filepath.Join(dir, "none"), "-out", out}, strings.NewReader(""), io.Discard, &says); code != exitOK {
			t.Fatalf("%s: %s", public, says.String())
		}
		for unit := range secretAnswers {
			own := filepath.Join(filepath.Dir(out), "handover", unit)
			if _, err := os.Stat(filepath.Join(own, "ket-qua_"+strings.ToLower(unit)+".xlsx")); err != nil {
				t.Error(err)
			}
			for other, answers := range secretAnswers {
				var large []float64 // nine digits: no part of another of them
				for _, v := range answers {
					if x, ok := v.(float64); ok && x > 1e8 {
						large = append(large, x)
					}
				}
				found := leaks(t, own, large, nil)
				if other != unit && len(found) > 0 {
					t.Errorf("%s: the folder of %s holds answers of %s: %v", public, unit, other, found)
				}
				if other == unit && len(found) == 0 {
					t.Errorf("%s: the folder of %s holds none of its own answers", public, unit)
				}
			}
		}
	}
}
