// Package demo is a synthetic year: a framework like that of Decision 922/QĐ-BTTTT (frame/), answers of every unit with
// the slips that people make in Excel, appraisals, measurements and appeals. Everything says that it is made up; all of
// it follows from a seed and the units' codes, so that it is the same everywhere and for any order of the units.
// form, index and units stand before it; the pipeline writes what it makes and walks it through the whole year.
package demo

import (
	"embed"
	"io/fs"
	"math/rand/v2"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/units"
)

//go:embed frame
var frame embed.FS

// Frame is the data folder of the synthetic year as it begins: an index.yaml for each index.
func Frame() fs.FS {
	sub, err := fs.Sub(frame, "frame")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return sub
}

// Editions of the synthetic year: the one before is handed in as a table, the one that is gathered comes in forms.
const (
	Before = "2025"
	Now    = "2026"
)

// Year is what one index's units do in a synthetic year.
type Year struct {
	Plan       *index.Plan
	Units      []units.Unit
	Last       map[string]map[string]float64 // answers to the edition before: unit → answer
	Filings    []*form.Filing                // what each unit means to say, in the order of the units
	Slips      map[string]Slip               // unit → what goes wrong with its form
	Appraisals []form.Appraisal
	Measured   map[string][]form.Measurement // by edition
	Appeals    []form.Correction
}

// Make makes the year of an index. all are its units.
func Make(p *index.Plan, all []units.Unit, seed uint64) *Year {
	y := &Year{Plan: p, Units: all, Last: map[string]map[string]float64{}, Slips: slips(all), Measured: map[string][]form.Measurement{}}
	criteria := form.Layout(p)
	for i, u := range all {
		d := newDraw(p.Index.ID, u.Code, seed)
		a := answerer{plan: p, criteria: criteria, draw: d}
		last := a.answers(nil)
		y.Last[u.Code] = last
		d.level += 0.05 + 0.08*d.r.Float64()
		filing := a.filing(u, a.answers(last), i)
		y.Filings = append(y.Filings, filing)
		y.Appraisals = append(y.Appraisals, a.appraised(u.Code, filing)...)
		for _, edition := range []string{Before, Now} {
			y.Measured[edition] = append(y.Measured[edition], a.measured(u.Code)...)
		}
	}
	y.Appeals = y.appeals()
	return y
}

// draw is the luck of one unit: how far it has come, from 0 to 1, and its own source of random numbers.
type draw struct {
	r     *rand.Rand
	level float64
	size  float64 // of the unit, around 1
}

func newDraw(id, unit string, seed uint64) *draw {
	h := uint64(14695981039346656037) // FNV-1a, so that a unit's numbers do not depend on the units before it
	for _, b := range []byte(id + "/" + unit) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	r := rand.New(rand.NewPCG(seed, h))
	return &draw{r: r, level: 0.35 + 0.5*r.Float64(), size: 0.4 + 1.6*r.Float64()}
}

// share is a share near the unit's level.
func (d *draw) share() float64 { return min(max(d.level+0.36*(d.r.Float64()-0.5), 0.02), 0.995) }
