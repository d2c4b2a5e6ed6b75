package cube

// Reason says why a unit gave no answer that a criterion needs, and what that does to its score.
type Reason struct {
	Code   string // one of index.Reasons; "blank" where neither answer nor reason was given; "fault" where the answer was faulty
	Effect string // exclude: the others bear its weight; zero: it scores 0; withhold: what it is combined into has no score
}

// SetReason notes the reason of a cell. Not for use from several goroutines.
func (t *Table) SetReason(node, row int, r Reason) {
	if t.reasons == nil {
		t.reasons = map[[2]int]Reason{}
	}
	t.reasons[[2]int{node, row}] = r
}

// Reason of a cell; ok is false where there is none.
func (t *Table) Reason(node, row int) (r Reason, ok bool) {
	r, ok = t.reasons[[2]int{node, row}]
	return r, ok
}

// Reasoned tells that some cell of the table has a reason.
func (t *Table) Reasoned() bool { return len(t.reasons) > 0 }
