package normalise

import (
	"fmt"
	"slices"
	"strconv"

	"xephang/stages/index"
)

// Reason says why a scale is undefined for a column, or doubtful. Where it is undefined the scaled column is missing
// throughout: never a NaN that looks like a number further on, never an infinity.
type Reason uint8

const (
	Sound       Reason = iota
	Empty              // no value at all
	Single             // one value only, where the scale needs a range
	Constant           // all values are the same, where the scale needs a range
	ZeroBase           // division by a maximum, minimum or mean of 0
	NoReference        // the reference unit has no value here
	LowestRef          // the reference unit is the worst: there is no distance to measure by
	NoTarget           // no target is declared
	AtWorst            // the target is the worst value: there is no distance to measure by
	Behind             // the target is worse than the worst value: the order turns round (still computed)
	Turned             // a fraction of a maximum below 0: the order turns round (still computed)
	NoPosts            // no goalposts are declared
	EqualPosts         // the goalposts are the same number
)

// Computed tells whether there is a result in spite of the reason.
func (r Reason) Computed() bool { return r == Sound || r == Behind || r == Turned }

// Limits is what a scale takes from the data: of one column, or of a pool of columns (all editions together). They are
// in the direction in which more is better.
type Limits struct {
	Moments
	Sorted []float64 // ascending, only for the scales by rank
}

// Scaler is a scale ready for a column: its method with arguments, and the node's direction, target and goalposts,
// which are given in natural units. Reference is the value of the reference unit in natural units, NaN = none.
type Scaler struct {
	Name      string
	A, B, F   float64
	Cap, Open bool
	Average   bool   // rank: ties share their mean rank
	Unit      string // reference unit
	Direction int    // +1 or −1
	Target    float64
	Posts     [2]float64
	Reference float64
	row       *scale
}

// scale is a row of the table: what it needs, when it is undefined, what it does.
type scale struct {
	args    []float64 // defaults of A, B, F
	order   bool      // needs Limits.Sorted
	moments bool      // needs mean and deviation, not the range alone
	sound   func(s *Scaler, l *Limits) Reason
	apply   func(x []float64, s *Scaler, l *Limits)
}

// NewScaler reads a scale. direction is +1 or −1; target and posts may be nil.
func NewScaler(m index.Method, direction int, target *float64, posts *[2]float64) (Scaler, error) {
	s := Scaler{Name: m.Name, Direction: direction, Target: nan, Posts: [2]float64{nan, nan}, Reference: nan}
	if m.IsZero() {
		s.Name = "none"
	}
	row, ok := scales[s.Name]
	if !ok {
		return s, fmt.Errorf("no scale %q", m.Name)
	}
	if s.row = &row; target != nil {
		s.Target = *target
	}
	if posts != nil {
		s.Posts = *posts
	}
	return s, s.read(m)
}

// read takes the arguments: numbers in order into A, B, F; words by what they are.
func (s *Scaler) read(m index.Method) error {
	into := []*float64{&s.A, &s.B, &s.F}
	for i, d := range s.row.args {
		*into[i] = d
	}
	for i, arg := range m.Args {
		switch {
		case arg == "cap":
			s.Cap = true
		case arg == "open":
			s.Open = true
		case arg == "average":
			s.Average = true
		case s.Name == "distance-to-reference" && i == 0:
			s.Unit = arg
		case i < len(s.row.args):
			v, err := strconv.ParseFloat(arg, 64)
			if err != nil {
				return fmt.Errorf("%s wants a number, has %q", s.Name, arg)
			}
			*into[i] = v
		default:
			return fmt.Errorf("%s does not take %q", s.Name, arg)
		}
	}
	return nil
}

// Idle tells that the scale leaves the column as it is.
func (s *Scaler) Idle() bool { return s.Name == "none" && s.Direction >= 0 }

// sign is the direction as a factor.
func (s *Scaler) sign() float64 {
	if s.Direction < 0 {
		return -1
	}
	return 1
}

// Apply scales a column by its own limits into dst (as long as x, may be x) and returns those limits. The column is
// multiplied by its direction before the scale is applied. Nothing is allocated but what w lacks; Limits.Sorted is w's
// memory, good until its next use.
func (s *Scaler) Apply(dst, x []float64, w *Scratch) (Limits, Reason) {
	w.limits = s.Measure(x, w)
	return w.limits, s.Within(dst, x, &w.limits)
}

// Measure takes from a column (or a pool of columns laid end to end) what the scale needs.
func (s *Scaler) Measure(x []float64, w *Scratch) Limits { return s.Measured(x, Moments{}, w) }

// Measured is Measure where the column's moments may be known already (N = 0: they are not).
func (s *Scaler) Measured(x []float64, known Moments, w *Scratch) Limits {
	l := Limits{Moments: known}
	switch {
	case known.N > 0:
	case s.row.moments:
		l.Moments = Describe(x)
	default:
		l.Moments = extent(x)
		l.Mean = nan
	}
	if s.row.order {
		l.Sorted = w.order(x)
	}
	if s.sign() < 0 {
		l.turn()
	}
	return l
}

// turn multiplies what the limits describe by −1.
func (l *Limits) turn() {
	l.Min, l.Max, l.Mean, l.Skew = -l.Max, -l.Min, -l.Mean, -l.Skew
	slices.Reverse(l.Sorted)
	for i, v := range l.Sorted {
		l.Sorted[i] = -v
	}
}

// Within scales a column by given limits into dst (as long as x, may be x). Where a value comes out that is no finite
// number, it is missing.
func (s *Scaler) Within(dst, x []float64, l *Limits) Reason {
	why := s.why(l)
	if !why.Computed() {
		for i := range dst {
			dst[i] = nan
		}
		return why
	}
	if copy(dst, x); s.Direction < 0 {
		for i, v := range dst {
			dst[i] = -v
		}
	}
	s.row.apply(dst, s, l)
	return why
}

// why tells whether the scale is defined for the limits.
func (s *Scaler) why(l *Limits) Reason {
	if l.N == 0 {
		return Empty
	}
	if s.row.sound == nil {
		return Sound
	}
	return s.row.sound(s, l)
}

// Finite makes what is no finite number missing and −0 a plain 0, and counts the infinite values and, against x, the
// numbers that were lost.
func Finite(dst, x []float64) (lost int) {
	lost, _ = finite(dst, x)
	return lost
}

// finite tells besides how many cells of dst are missing.
func finite(dst, x []float64) (lost, gone int) {
	for i, v := range dst {
		if v-v != 0 { // NaN or infinite
			gone++
			if !missing(x[i]) {
				lost++
			}
			v = nan
		}
		dst[i] = v + 0
	}
	return lost, gone
}
