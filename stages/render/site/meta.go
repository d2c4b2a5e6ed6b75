package site

import (
	"encoding/json"
	"html/template"
	"strings"

	"xephang/stages/render/view"
)

// alternate is the page in a language, for search engines.
type alternate struct{ Lang, Href string }

// address of a page on the web, where the publication's own is known; an index page is its folder.
func (f *frame) address(file string) string {
	if f.base == "" {
		return ""
	}
	if file == "index.html" || strings.HasSuffix(file, "/index.html") {
		file = strings.TrimSuffix(file, "index.html")
	}
	return f.base + file
}

// Canonical is the page's own address on the web, empty where it is not known. The page for a lost way has none.
func (f *frame) Canonical() string {
	if f.lost {
		return ""
	}
	return f.address(f.file)
}

// Alternates are the page in both languages: whole addresses where the publication's own is known, else the way to the
// other language.
func (f *frame) Alternates() []alternate {
	if f.base == "" || f.lost {
		return []alternate{{string(f.OtherLang), f.Other}}
	}
	vi := strings.TrimPrefix(f.file, "en/")
	return []alternate{{"vi", f.address(vi)}, {"en", f.address("en/" + vi)}, {"x-default", f.address(vi)}}
}

// Lost tells the page for a lost way, which search engines leave out.
func (f *frame) Lost() bool { return f.lost }

// Locale as social sites name languages.
func (f *frame) Locale() string {
	if f.Lang == view.EN {
		return "en_GB"
	}
	return "vi_VN"
}

// CardImage is the picture on cards of social sites, which ask for a whole address; empty where there is none.
func (f *frame) CardImage() string {
	if f.base == "" || f.card == "" {
		return ""
	}
	return f.base + f.card
}

// FeedHref is the way to the feed of the page's language.
func (f *frame) FeedHref() string { return f.Root + feedName }

// web turns an address from the root of the language, or of the publication, into a whole one where that is known.
func (f *frame) web(href string) string {
	if f.base == "" {
		return f.Link(href)
	}
	if strings.HasPrefix(href, "/") {
		return f.base + href[1:]
	}
	if f.Lang == view.EN {
		href = "en/" + href
	}
	return f.base + href
}

// describes puts a data set into the page as schema.org's linked data: data, not a script, which the policy lets stand.
func (f *frame) describes(d view.Dataset) {
	m := map[string]any{"@context": "https://schema.org/", "@type": "Dataset", "name": d.Name, "description": limited(d.About), "inLanguage": string(f.Lang),
		"isAccessibleForFree": true, "creator": map[string]any{"@type": "Organization", "name": d.Publisher}}
	set := func(key, value string) {
		if value != "" {
			m[key] = value
		}
	}
	set("url", f.Canonical())
	set("temporalCoverage", d.Period)
	set("datePublished", d.Released)
	set("isBasedOn", d.Source)
	if len(d.Measured) > 0 {
		m["variableMeasured"] = d.Measured
	}
	var files, parts []map[string]any
	for _, x := range d.Files {
		files = append(files, map[string]any{"@type": "DataDownload", "name": x.Name, "encodingFormat": x.Kind, "contentUrl": f.web(x.Href)})
	}
	for _, x := range d.Parts {
		parts = append(parts, map[string]any{"@type": "Dataset", "name": x.Name, "description": x.Name + ". " + d.Name, "url": f.web(x.Href)})
	}
	if files != nil {
		m["distribution"] = files
	}
	if parts != nil {
		m["hasPart"] = parts
	}
	if j, err := json.Marshal(m); err == nil {
		f.Dataset = template.JS(j)
	}
}

// limited cuts a description to what search engines take.
func limited(s string) string {
	if r := []rune(strings.Join(strings.Fields(s), " ")); len(r) > 4900 {
		return string(r[:4900]) + "…"
	} else {
		return string(r)
	}
}
