package book

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"xephang/stages/render/view"
)

// guide is the first sheet of the audit: what the workbook does, what the colours mean, what is on the sheets, and what
// is given without a formula.
func (a *audit) guide() {
	say := view.VI.Say
	p := &paper{sheet: a.cover, widths: []float64{30, 76}}
	p.add(dressed(view.VI.In(a.e.Board.Publisher), crestLook))
	p.gap()
	p.add(dressed(say("audit.heading"), bannerLook))
	p.add(dressed(view.VI.In(a.e.Board.Name), nameLook))
	p.add(dressed(edition(view.VI, a.e), sized(crestLook, 13)))
	p.gap()
	for _, key := range []string{"audit.what", "audit.try", "audit.proof"} {
		p.add(nil, dressed(a.say(key), proseLook))
	}
	p.section(say("audit.colours"))
	p.add(dressed(say("audit.c.open"), openLook), dressed(say("audit.c.open.t"), proseLook))
	p.add(dressed(say("audit.c.formula"), figureLook), dressed(say("audit.c.formula.t"), proseLook))
	p.add(dressed(say("audit.c.fixed"), fixedLook), dressed(say("audit.c.fixed.t"), proseLook))
	p.contents(a.contents)
	p.section(say("audit.gaps.h"))
	if len(a.gaps) == 0 {
		p.add(nil, dressed(say("audit.gaps.no"), proseLook))
	}
	for _, g := range a.gaps {
		p.pair(g.node, g.step+": "+g.why)
	}
	if out := a.screened(); out != "" {
		p.section(say("audit.screened"))
		p.pair("", out)
	}
	p.section(say("mark.source"))
	p.pair("", a.r.Ranking(view.VI, a.e).Sources.Says)
	p.gap()
	p.add(dressed(say("book.made", "version", a.r.Version), underLook))
	a.write(p)
}

// define gives a range a name, by which formulas and readers can call it.
func (a *audit) define(name, refersTo string) {
	if a.err == nil && len(a.rows) > 0 {
		a.note(a.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo}))
	}
}

// screened names the units that are on no sheet because a screen has taken them out.
func (a *audit) screened() string {
	var names []string
	for row, code := range a.t.Units {
		if a.dropped(row) {
			names = append(names, a.r.Name(view.VI, code))
		}
	}
	return strings.Join(names, "; ")
}
