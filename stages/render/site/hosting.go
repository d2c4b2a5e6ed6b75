package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"xephang/stages/render/view"
)

// feedName is the file of a language's feed of editions.
const feedName = "ky-moi.xml"

// mapMost is how many addresses one site map may list (sitemaps.org).
const mapMost = 50_000

// hosting are the files that hosts, search engines and feed readers look for. A site map needs whole addresses, so there
// is one only where the publication's own is known.
func hosting(r *view.Report, all []page) []asset {
	robots := "User-agent: *\nAllow: /\n"
	var files []asset
	if r.Base != "" {
		files = siteMaps(r.Base, all)
		robots += "\nSitemap: " + r.Base + "sitemap.xml\n"
	}
	files = append(files, asset{"robots.txt", []byte(robots)}, asset{"web.config", []byte(iis)})
	for _, l := range view.Langs {
		files = append(files, feed(r, l))
	}
	return files
}

// iis tells Internet Information Services the kinds of files that it does not know by itself and would not hand out, and
// which page is for a lost way.
const iis = `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".parquet"/>
      <mimeMap fileExtension=".parquet" mimeType="application/vnd.apache.parquet"/>
      <remove fileExtension=".woff2"/>
      <mimeMap fileExtension=".woff2" mimeType="font/woff2"/>
      <remove fileExtension=".json"/>
      <mimeMap fileExtension=".json" mimeType="application/json"/>
    </staticContent>
  </system.webServer>
</configuration>
`

// siteMaps list every page with its other language, in as many files as it takes.
func siteMaps(base string, all []page) (files []asset) {
	var parts []string
	var b strings.Builder
	n := 0
	for _, p := range all {
		if p.layout == "lost" {
			continue
		}
		f := frame{base: base, file: p.file()}
		if n%mapMost == 0 && n > 0 {
			parts = append(parts, b.String())
			b.Reset()
		}
		n++
		b.WriteString("<url><loc>" + text(f.Canonical()) + "</loc>")
		for _, a := range f.Alternates() {
			b.WriteString(`<xhtml:link rel="alternate" hreflang="` + a.Lang + `" href="` + text(a.Href) + `"/>`)
		}
		b.WriteString("</url>\n")
	}
	parts = append(parts, b.String())
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	list := ""
	for i, part := range parts {
		name := "sitemap.xml"
		if len(parts) > 1 {
			name = fmt.Sprintf("sitemap-%d.xml", i+1)
			list += "<sitemap><loc>" + text(base+name) + "</loc></sitemap>\n"
		}
		files = append(files, asset{name, []byte(head + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n" + part + "</urlset>\n")})
	}
	if list != "" {
		files = append(files, asset{"sitemap.xml", []byte(head + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n" + list + "</sitemapindex>\n")})
	}
	return files
}

// text escapes a text for XML.
func text(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// feed writes a language's feed of editions as Atom (RFC 4287).
func feed(r *view.Report, l view.Lang) asset {
	name, page := feedName, "index.html"
	if l == view.EN {
		name = "en/" + name
	}
	f := &frame{Lang: l, base: r.Base, file: name}
	x := r.Feed(l)
	var b strings.Builder
	tag := func(name, value string) { b.WriteString("<" + name + ">" + text(value) + "</" + name + ">\n") }
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="` + string(l) + "\">\n")
	tag("id", x.ID)
	tag("title", x.Title)
	tag("subtitle", x.Sub)
	tag("updated", x.Updated)
	b.WriteString("<author><name>" + text(l.Say("site.name")) + "</name></author>\n")
	b.WriteString(`<link rel="alternate" type="text/html" href="` + text(f.web(page)) + "\"/>\n")
	if r.Base != "" {
		b.WriteString(`<link rel="self" type="application/atom+xml" href="` + text(r.Base+name) + "\"/>\n")
	}
	for _, e := range x.Entries {
		b.WriteString("<entry>\n")
		tag("id", e.ID)
		tag("title", e.Title)
		tag("updated", e.Updated)
		b.WriteString(`<link rel="alternate" type="text/html" href="` + text(f.web(e.Href)) + "\"/>\n")
		tag("summary", e.Text)
		b.WriteString("</entry>\n")
	}
	b.WriteString("</feed>\n")
	return asset{name, []byte(b.String())}
}
