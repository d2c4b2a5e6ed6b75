package book

import (
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/render/view"
)

// guideSheet tells how the form is filled in, what a reason does, how evidence is judged, whose points count, what is
// checked and what is published: all from the declaration of the index.
func (b *formBook) guideSheet() {
	p := &paper{sheet: form.SheetGuide, widths: []float64{21, 91}}
	p.add(dressed(b.synthetic(view.VI.Say("form.t.guide")), titleLook))
	p.add(dressed(b.say("form.of"), underLook))
	p.add(cell{value: view.VI.Say("book.back"), link: quoted(form.SheetCover) + "A1", look: &backLook})
	b.filling(p)
	b.reasons(p)
	b.proving(p)
	b.counting(p)
	b.checking(p)
	b.publishing(p)
	b.write(p)
}

// point adds a paragraph with its number.
func (p *paper) point(n int, text string) {
	p.add(cell{value: num(n) + ".", look: &numberLook}, dressed(text, proseLook))
}

var numberLook = look{right: true, top: true, colour: quiet}

func (b *formBook) filling(p *paper) {
	p.section(view.VI.Say("form.h.fill"))
	n := 0
	say := func(text string) {
		if text != "" {
			n++
			p.point(n, text)
		}
	}
	for _, t := range b.p.Form.Instructions {
		say(view.VI.In(t))
	}
	for _, key := range []string{"form.g.yellow", "form.g.number", "form.g.self", "form.g.check", "form.g.send"} {
		say(view.VI.Say(key, "eg", sampleShare, "done", view.VI.Say("form.check.done")))
	}
}

func (b *formBook) reasons(p *paper) {
	say := view.VI.Say
	p.section(say("form.h.reasons"))
	p.add(nil, dressed(say("form.g.reasons"), proseLook))
	p.add(dressed(say("form.c.reason"), capsLook), dressed(say("form.c.effect"), capsLook))
	for _, code := range index.Reasons {
		p.add(dressed(view.VI.In(form.ReasonName(code)), reasonLook), dressed(say("form.e."+b.p.Form.Effect(code), "zero", view.VI.Exact(0)), proseLook))
	}
}

var reasonLook = look{bold: true, top: true, wrap: true}

func (b *formBook) proving(p *paper) {
	p.section(view.VI.Say("form.h.evidence"))
	p.add(nil, dressed(view.VI.Say("form.g.evidence"), proseLook))
	said := false
	for _, c := range b.asked {
		if c.Evidence == nil {
			continue
		}
		if !said {
			p.add(nil, dressed(view.VI.Say("form.g.needed"), proseLook))
			said = true
		}
		name := titled("", c.PlanNode)
		if *c.Evidence > 0 {
			name = view.VI.Say("form.g.above", "name", name, "points", view.VI.Exact(*c.Evidence))
		}
		p.add(dressed(c.ID, criterionLook), dressed(name, proseLook))
	}
	p.add(nil, dressed(view.VI.Say("form.g.judged"), proseLook))
}

var criterionLook = look{right: true, top: true, size: 10, colour: quiet}

// counting says whose points count, and for which criteria it is otherwise.
func (b *formBook) counting(p *paper) {
	say := view.VI.Say
	p.section(say("form.h.points"))
	p.add(nil, dressed(say("form.k."+b.p.Form.Counts), proseLook))
	as := map[string]string{"self": "form.k.asself", "appraised": "form.k.asappr", "measured": "form.k.asmeas"}
	var others []string
	for i := range b.p.Nodes {
		if n := &b.p.Nodes[i]; n.Leaf() && n.Counts != "" && n.Counts != b.p.Form.Counts {
			others = append(others, say(as[n.Counts], "name", titled("", n)))
		}
	}
	if len(others) > 0 {
		p.add(nil, dressed(say("form.k.other", "names", view.VI.List(others)), proseLook))
	}
	if b.p.Form.Counts != "self" || len(others) > 0 {
		lack := "form.k.lackself"
		if b.p.Form.Unappraised == "withhold" {
			lack = "form.k.lackhold"
		}
		p.add(nil, dressed(say(lack), proseLook))
	}
}

func (b *formBook) checking(p *paper) {
	p.section(view.VI.Say("form.h.checks"))
	p.add(nil, dressed(view.VI.Say("form.g.checks"), proseLook))
	n := 0
	for _, c := range b.p.Checks {
		if t := view.VI.In(c.Name); t != "" {
			n++
			p.point(n, t)
		}
	}
	if b.p.Form.OnFault == "withhold" {
		p.add(nil, dressed(view.VI.Say("form.g.fault"), proseLook))
	}
}

// publishing says what of the answers becomes public.
func (b *formBook) publishing(p *paper) {
	say := view.VI.Say
	p.section(say("form.h.public"))
	public := b.p.Public
	if public == nil {
		p.add(nil, dressed(say("form.p.all"), proseLook))
		return
	}
	p.add(nil, dressed(b.publicNodes(public), proseLook))
	var layers []string
	for _, l := range public.Layers {
		layers = append(layers, say("form.layer."+l))
	}
	if len(layers) == 0 {
		p.add(nil, dressed(say("form.p.none"), proseLook))
		return
	}
	p.add(nil, dressed(say("form.p.layers", "layers", view.VI.List(layers)), proseLook))
}

func (b *formBook) publicNodes(public *index.Public) string {
	var names []string
	for _, id := range public.Nodes {
		switch i, ok := b.p.Col(id); {
		case id == "all":
			return view.VI.Say("form.p.every")
		case id == "combined":
			return view.VI.Say("form.p.combined")
		case ok:
			names = append(names, titled("", &b.p.Nodes[i]))
		}
	}
	if len(names) == 0 {
		return view.VI.Say("form.p.every")
	}
	return view.VI.Say("form.p.nodes", "names", view.VI.List(names))
}
