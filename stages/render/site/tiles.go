package site

import (
	"html/template"
	"strconv"
	"strings"

	"xephang/stages/render/view"
)

// A tile of the map in the drawing's own units, which are pixels of a phone: the names stay readable at 360 px.
const (
	tileWide, tileHigh = 50, 47
	tileGap            = 2
	tileEdge           = 1
	isleMore           = 6 // an archipelago names its province too
)

// tiles draws a map of tiles as one SVG: a link for each province, in reading order.
func tiles(f *frame, m *view.TileMap) template.HTML {
	var b strings.Builder
	width, height := m.Columns*(tileWide+tileGap)-tileGap+2*tileEdge+isleMore, m.Rows*(tileHigh+tileGap)-tileGap+2*tileEdge
	b.WriteString(`<svg class="tiles" viewBox="0 0 ` + strconv.Itoa(width) + ` ` + strconv.Itoa(height) + `" role="group" aria-label="` + escape(m.Alt) + `">` + "\n")
	for _, t := range m.Tiles {
		open, end := `<g class="tile t`, `</g>`
		if t.Href != "" {
			open, end = `<a href="`+escape(f.Link(t.Href))+`" aria-label="`+escape(t.Label)+`" class="tile t`, `</a>`
		}
		b.WriteString(open + strconv.Itoa(t.Fifth) + `">`)
		tile(&b, t, tileWide, "no")
		b.WriteString(end + "\n")
	}
	for _, t := range m.Islands {
		b.WriteString(`<g class="isle" role="img" aria-label="` + escape(t.Label) + `">`)
		tile(&b, t, tileWide+isleMore, "of")
		b.WriteString("</g>\n")
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func tile(b *strings.Builder, t view.Tile, wide int, class string) {
	x, y := tileEdge+t.X*(tileWide+tileGap), tileEdge+t.Y*(tileHigh+tileGap)
	b.WriteString(`<rect x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" width="` + strconv.Itoa(wide) + `" height="` + strconv.Itoa(tileHigh) + `" rx="3"/>`)
	at := func(class string, down int, text string) {
		b.WriteString(`<text class="` + class + `" x="` + strconv.Itoa(x+wide/2) + `" y="` + strconv.Itoa(y+down) + `">` + escape(text) + "</text> ")
	}
	first := 18
	if len(t.Lines) > 1 {
		first = 12
	}
	for i, line := range t.Lines {
		at("na", first+i*12, line)
	}
	at(class, 41, t.Number)
}
