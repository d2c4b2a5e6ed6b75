package cube

// Codes of reasons that no unit gives itself, beside those of index.Reasons.
const (
	Blank       = "blank"       // neither answer nor reason was given, or no form was sent
	Faulty      = "fault"       // the answer was faulty
	Unappraised = "unappraised" // the appraisers' points count, and there are none
	Unmeasured  = "unmeasured"  // measured points count, and there are none
	Undisclosed = "undisclosed" // there is a reason, which is not published
)

// Reason says why a unit gave no answer that a criterion needs, and what that does to its score.
type Reason struct {
	Code   string // one of index.Reasons, or of the codes above
	Effect string // exclude: the others bear its weight; zero: it scores 0; withhold: what it is combined into has no score
}

// Answered tells that the reason is not about the answer of the unit, which may be there.
func (r Reason) Answered() bool { return r.Code == Unappraised || r.Code == Unmeasured }

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
