package normalise

// Gaps filled from other editions of the same index. The conventions are those of COINr's impute_panel; unlike there,
// the limit of latest counts years and not editions, and a single observation is enough for linear.

// Series is one indicator over the editions of a panel, as one edition sees it: year by year, with the unit of a row
// found in each edition's own column.
type Series struct {
	Years   []int       // ascending
	Columns [][]float64 // one a year, as observed (never as filled); nil where the edition has no such column
	Rows    [][]int32   // row of this edition → row of that edition, −1 = not there; nil: the same row
	Self    int         // which year is this edition
}

// Donor tells which years a filled value came from: both the same where one year was used, 0 where none was.
type Donor struct{ From, To int }

// at is the value of a row of this edition in year k.
func (s Series) at(row, k int) float64 {
	if s.Columns[k] == nil {
		return nan
	}
	if s.Rows[k] != nil {
		if row = int(s.Rows[k][row]); row < 0 {
			return nan
		}
	}
	return s.Columns[k][row]
}

// before and after find the nearest observed year on either side, −1 where there is none.
func (s Series) before(row int) int {
	for k := s.Self - 1; k >= 0; k-- {
		if !missing(s.at(row, k)) {
			return k
		}
	}
	return -1
}

func (s Series) after(row int) int {
	for k := s.Self + 1; k < len(s.Years); k++ {
		if !missing(s.at(row, k)) {
			return k
		}
	}
	return -1
}

// Latest is the last observation before this edition, no more than limit years back (0 = no limit).
func (s Series) Latest(row, limit int) (float64, Donor) {
	k := s.before(row)
	if k < 0 || limit > 0 && s.Years[s.Self]-s.Years[k] > limit {
		return nan, Donor{}
	}
	return s.at(row, k), Donor{s.Years[k], s.Years[k]}
}

// Constant is the last observation before this edition or, where there is none, the first after it: R's approx with
// method "constant", rule 2.
func (s Series) Constant(row int) (float64, Donor) {
	k := s.before(row)
	if k < 0 {
		k = s.after(row)
	}
	if k < 0 {
		return nan, Donor{}
	}
	return s.at(row, k), Donor{s.Years[k], s.Years[k]}
}

// Linear lies on the straight line between the nearest observations on either side; outside the observed years it is the
// nearest one: R's approx with method "linear", rule 2.
func (s Series) Linear(row int) (float64, Donor) {
	a, b := s.before(row), s.after(row)
	if a < 0 || b < 0 {
		return s.Constant(row)
	}
	y0, y1 := s.at(row, a), s.at(row, b)
	along := float64(s.Years[s.Self]-s.Years[a]) / float64(s.Years[b]-s.Years[a])
	return y0 + float64((y1-y0)*along), Donor{s.Years[a], s.Years[b]}
}
