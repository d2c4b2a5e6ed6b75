package site

import (
	"html/template"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// The drawing of a histogram in its own units, pixels of a phone.
const (
	histWide, histTop, histHigh = 340, 34, 110 // the bars; room above for counts and labels
	histEdge, histFoot          = 10, 34
)

// histogram draws how the scores of a node lie: bars with their counts, a tick for every unit, the median and the unit
// put forward as lines of different shape.
func histogram(h *view.Histogram) template.HTML {
	var b strings.Builder
	width, base := histWide+2*histEdge, histTop+histHigh
	b.WriteString(`<svg class="hist" viewBox="0 0 ` + strconv.Itoa(width) + ` ` + strconv.Itoa(base+histFoot) + `" role="img" aria-label="` + escape(h.Alt) + `">` + "\n")
	at := func(share float64) string { return view.Plain(histEdge+float64(share*histWide), 1) }
	n := float64(len(h.Bins))
	for i, bin := range h.Bins {
		if bin.Count == 0 {
			continue
		}
		high := max(float64(bin.Count)/float64(h.Most)*float64(histHigh-14), 1)
		class := "bin"
		if bin.Own {
			class = "bin own"
		}
		b.WriteString(`<rect class="` + class + `" x="` + at((float64(i)+0.04)/n) + `" y="` + view.Plain(float64(base)-high, 1) + `" width="` + view.Plain(0.92*histWide/n, 1) + `" height="` + view.Plain(high, 1) + `"/>`)
		b.WriteString(`<text class="co" x="` + at(clear((float64(i)+0.5)/n, h.Median, h.Own)) + `" y="` + view.Plain(float64(base)-high-3, 1) + `">` + strconv.Itoa(bin.Count) + "</text>\n")
	}
	b.WriteString(`<line class="axis" x1="` + at(0) + `" x2="` + at(1) + `" y1="` + strconv.Itoa(base) + `" y2="` + strconv.Itoa(base) + `"/>` + "\n")
	b.WriteString(`<path class="rug" d="`)
	for _, x := range h.Rug {
		b.WriteString(`M` + at(x) + ` ` + strconv.Itoa(base+2) + `v6`)
	}
	b.WriteString(`"/>` + "\n")
	for i, t := range h.Ticks {
		anchor := "mid"
		if i == 0 {
			anchor = "start"
		} else if t.At > 0.97 {
			anchor = "end"
		}
		b.WriteString(`<text class="ti ` + anchor + `" x="` + at(t.At) + `" y="` + strconv.Itoa(base+22) + `">` + escape(t.Text) + "</text>\n")
	}
	marked(&b, at, h.Median, "median", h.Labels[0], 24, h.Own > h.Median && h.Median > 0.3 || h.Median > 0.7)
	if h.Own == h.Own {
		marked(&b, at, h.Own, "mine", h.Labels[1], 10, h.Own > 0.6)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

// clear moves a count aside where a line would run through it.
func clear(at float64, lines ...float64) float64 {
	const room = 10.0 / histWide
	for _, x := range lines {
		switch {
		case at >= x && at-x < room:
			at = x + room
		case at < x && x-at < room:
			at = x - room
		}
	}
	return at
}

// marked is a line down the drawing with its label above, on the side where there is room and no other line.
func marked(b *strings.Builder, at func(float64) string, share float64, class, label string, y int, left bool) {
	anchor, shift := "start", 4.0
	if left {
		anchor, shift = "end", -4
	}
	x := at(share)
	b.WriteString(`<line class="` + class + `" x1="` + x + `" x2="` + x + `" y1="` + strconv.Itoa(y-8) + `" y2="` + strconv.Itoa(histTop+histHigh+8) + `"/>`)
	b.WriteString(`<text class="` + class + ` ` + anchor + `" x="` + at(share+shift/histWide) + `" y="` + strconv.Itoa(y) + `">` + escape(label) + "</text>\n")
}
