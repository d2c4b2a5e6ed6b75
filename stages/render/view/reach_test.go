package view

import "testing"

// TestGoal: rank 50 of a long ranking, 10 of a shorter one, none where the unit stands there or the ranking is short.
func TestGoal(t *testing.T) {
	for _, c := range []struct{ place, of, want int }{{71, 193, 50}, {50, 193, 10}, {12, 63, 10}, {10, 63, 0}, {12, 20, 0}, {1, 193, 0}} {
		if got := goal(c.place, c.of); got != c.want {
			t.Errorf("from %d of %d: %d, want %d", c.place, c.of, got, c.want)
		}
	}
}
