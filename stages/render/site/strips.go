package site

import (
	"html/template"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// stripHigh is the height of one strip with its name above and its label below, in pixels.
const stripHigh = 62

// stripName is how many letters of a node's name a phone's width has room for; the table beside has the whole name.
const stripName = 40

// strips draws strips as one SVG that is as wide as the page: lengths across are per cents, and the ticks stand in a box
// of their own that is stretched, so that no script is needed to fit a screen or a sheet of paper.
func strips(c *view.Strips) template.HTML {
	var b strings.Builder
	n := strconv.Itoa
	b.WriteString(`<svg class="strips" width="100%" height="` + n(len(c.Rows)*stripHigh+24) + `" role="img" aria-label="` + escape(c.Alt) + "\">\n")
	for i, s := range c.Rows {
		y := i * stripHigh
		b.WriteString(`<text x="` + n(min(s.Depth, 4)*14) + `" y="` + n(y+16) + `">` + escape(shortened(s.Name)))
		if shortened(s.Name) != s.Name {
			b.WriteString(`<title>` + escape(s.Name) + `</title>`)
		}
		b.WriteString("</text>")
		b.WriteString(`<svg x="1%" y="` + n(y+24) + `" width="98%" height="16" viewBox="0 0 1000 16" preserveAspectRatio="none"><path class="room" d="M0 8h1000"/><path class="peer" d="`)
		for _, x := range s.Ticks {
			b.WriteString("M" + n(x) + " 2v12")
		}
		b.WriteString(`"/></svg><line class="mid" x1="` + s.Median + `%" x2="` + s.Median + `%" y1="` + n(y+20) + `" y2="` + n(y+44) + `"/>`)
		b.WriteString(`<circle class="own" cx="` + s.Own + `%" cy="` + n(y+32) + `" r="6"/>`)
		b.WriteString(`<text class="val" x="` + s.Own + `%" y="` + n(y+58) + `"` + anchor(s) + `>` + escape(s.Label) + "</text>\n")
	}
	y := n(len(c.Rows)*stripHigh + 20)
	b.WriteString(`<text class="end" x="0" y="` + y + `">` + escape(c.Low) + `</text><text class="end" x="100%" y="` + y + `" text-anchor="end">` + escape(c.High) + `</text></svg>`)
	return template.HTML(b.String())
}

// anchor has a label run to the side on which there is room.
func anchor(s view.Strip) string {
	switch {
	case s.Right:
		return ` text-anchor="end"`
	case s.Middle:
		return ` text-anchor="middle"`
	}
	return ""
}

// shortened cuts a long name at a word.
func shortened(name string) string {
	r := []rune(name)
	if len(r) <= stripName {
		return name
	}
	cut := string(r[:stripName])
	if i := strings.LastIndexByte(cut, ' '); i > stripName/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
