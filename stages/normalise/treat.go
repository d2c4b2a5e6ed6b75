package normalise

import (
	"fmt"
	"strconv"
	"strings"

	"xephang/stages/index"
)

// Outliers pass or fail by skewness and kurtosis: a column passes with |skew| < 2 or kurt < 3.5 (OECD/JRC Handbook and
// JRC audits; COINr's check_SkewKurt).
const (
	SkewLimit = 2
	KurtLimit = 3.5
)

// Treater is a treatment of outliers, ready for any column. The zero Treater leaves all as it is.
type Treater struct {
	Winsorise bool
	Max       int     // winsorise while fewer points than this are moved
	Then      string  // transformation by name: of the original column where winsorising does not do, or alone
	Lambda    float64 // of box-cox
	Skew      float64 // limits of the test, SkewLimit and KurtLimit by default
	Kurt      float64
	Force     bool // winsorise up to Max whether or not the column passes
}

// Treated tells what a treatment did to a column.
type Treated struct {
	Before, Middle, After Moments // of the column; after winsorising (where tried); at the end
	High, Low             int     // points moved at each end by the winsorising that was kept or tried
	Step                  string  // what the result is: "" as it was, "winsorise", or the transformation's name
	Failed                bool    // the column failed the test before
	Passed                bool    // the result passes it, or the test is undefined
	Undefined             bool    // the transformation asked for is undefined for this column
}

// NewTreater reads a method of treatment: none, winsorise:MAX[:log|log-plus|box-cox:LAMBDA], log, log-plus, box-cox:LAMBDA.
// Further words: force, skew=S, kurt=K. The error says what can't be read; the index's parser has refused that before.
func NewTreater(m index.Method) (Treater, error) {
	t := Treater{Skew: SkewLimit, Kurt: KurtLimit}
	args := m.Args
	switch {
	case m.IsZero() || m.Name == "none":
		return Treater{}, nil
	case m.Name == "winsorise":
		most, err := strconv.Atoi(m.Arg(0))
		if err != nil || most < 0 {
			return t, fmt.Errorf("winsorise wants the greatest number of points, has %q", m.Arg(0))
		}
		t.Winsorise, t.Max, args = true, most, args[1:]
	default:
		args = append([]string{m.Name}, args...)
	}
	return t, t.read(args)
}

// read takes the transformation and the further words.
func (t *Treater) read(args []string) (err error) {
	for i := 0; i < len(args) && err == nil; i++ {
		word, value, _ := strings.Cut(args[i], "=")
		switch {
		case word == "force":
			t.Force = true
		case word == "skew":
			t.Skew, err = strconv.ParseFloat(value, 64)
		case word == "kurt":
			t.Kurt, err = strconv.ParseFloat(value, 64)
		case transformations[word] == nil:
			return fmt.Errorf("no treatment %q", word)
		default:
			t.Then = word
			if word == "box-cox" && i+1 < len(args) {
				i++
				t.Lambda, err = strconv.ParseFloat(args[i], 64)
			}
		}
	}
	return err
}

// passes is the test; undefined moments (too few values, a constant) pass: there is nothing to treat.
func (t Treater) passes(m Moments) bool {
	return missing(m.Skew) || missing(m.Kurt) || -t.Skew < m.Skew && m.Skew < t.Skew || m.Kurt < t.Kurt
}

// Idle tells that the treatment changes no column.
func (t Treater) Idle() bool { return !t.Winsorise && t.Then == "" }

// Apply writes the treated column into dst (as long as x, may be x): while it fails the test and fewer than Max points
// are moved, the points at the long tail's end are set to the next value inwards; where that does not do, the original
// is transformed by Then and kept either way (Handbook step 4; COINr's Treat). Nothing is allocated but what s lacks.
func (t Treater) Apply(dst, x []float64, s *Scratch) Treated {
	s.touched = s.touched[:0]
	if t.Idle() {
		copy(dst, x)
		return Treated{Passed: true}
	}
	before, sums := describe(x, extent(x))
	d := Treated{Before: before, Middle: before, Failed: !t.passes(before)}
	if !t.Winsorise {
		return t.transform(dst, x, d)
	}
	if !d.Failed && !t.Force || d.Before.N < 3 {
		copy(dst, x)
		d.After, d.Passed = d.Before, true
		return d
	}
	s.ends.begin(x, before, sums, t.Max)
	t.winsorise(&s.ends, &d)
	still := d.High+d.Low == 0 && t.Max > 0 // two values only: no transformation would change their shape
	if d.Passed = t.passes(d.Middle); d.Passed || t.Then == "" || still {
		d.After = d.Middle
		s.touched = s.ends.write(dst, s.touched)
		if d.High+d.Low > 0 {
			d.Step = "winsorise"
		}
		return d
	}
	return t.transform(dst, x, d)
}

// winsorise moves the ends inwards, one value at a time.
func (t Treater) winsorise(e *ends, d *Treated) {
	for d.High+d.Low < t.Max {
		if !e.sure(t) {
			e.settle()
		}
		if !t.Force && t.passes(e.m) || !e.move(e.m.Skew < 0) {
			break
		}
		d.High, d.Low = e.high.moved, e.low.moved
	}
	e.settle()
	d.Middle = e.m
}

// transform bends x into dst and takes the moments anew.
func (t Treater) transform(dst, x []float64, d Treated) Treated {
	if transformations[t.Then](dst, x, d.Before, t.Lambda) {
		d.Step, d.After = t.Then, Describe(dst)
	} else {
		d.Undefined, d.After = true, d.Before
	}
	d.Passed = t.passes(d.After)
	return d
}
