package site_test

import (
	"encoding/json"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"xephang/stages/render/view"
)

const home = "https://vi.example/mot/hai/"

// hosted is the year as it stands at an address of its own.
func hosted(t *testing.T) map[string][]byte {
	t.Helper()
	in := year(t).Input
	in.Base = home
	files, err := rendered(view.New(in))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// served finds the file behind an address on the web.
func served(t *testing.T, files map[string][]byte, address string) string {
	t.Helper()
	name, ok := strings.CutPrefix(address, home)
	if !ok {
		t.Errorf("%s is not below %s", address, home)
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if files[name] == nil {
		t.Errorf("nothing stands at %s", address)
	}
	return name
}

func TestSiteMapListsEveryPage(t *testing.T) {
	files := hosted(t)
	var m struct {
		URL []struct {
			Loc  string `xml:"loc"`
			Link []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &m); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, u := range m.URL {
		name := served(t, files, u.Loc)
		if listed[name] = true; len(u.Link) != 3 {
			t.Errorf("%s has %d alternates", u.Loc, len(u.Link))
		}
		for _, l := range u.Link {
			other := served(t, files, l.Href)
			if english := strings.HasPrefix(other, "en/"); english != (l.Lang == "en") {
				t.Errorf("%s: %s is said to be %s", u.Loc, other, l.Lang)
			}
		}
	}
	for name := range files {
		if strings.HasSuffix(name, ".html") && path.Base(name) != "404.html" && !listed[name] {
			t.Errorf("%s is not in the site map", name)
		}
	}
	if !strings.Contains(string(files["robots.txt"]), "Sitemap: "+home+"sitemap.xml\n") {
		t.Errorf("robots.txt: %s", files["robots.txt"])
	}
	if bare := pagesOf(t); bare["sitemap.xml"] != nil || strings.Contains(string(bare["robots.txt"]), "Sitemap") {
		t.Error("a site map without whole addresses")
	}
}

func TestHeadsSayWhereAPageStands(t *testing.T) {
	files := hosted(t)
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		d := parsed(t, name, data)
		var canonical string
		langs := map[string]string{}
		for _, n := range d.all("link") {
			rel, _ := attr(n, "rel")
			href, _ := attr(n, "href")
			lang, _ := attr(n, "hreflang")
			if rel == "canonical" {
				canonical = href
			} else if rel == "alternate" && lang != "" {
				langs[lang] = href
			}
		}
		says := map[string]string{}
		for _, n := range d.all("meta") {
			for _, key := range []string{"property", "name"} {
				if k, ok := attr(n, key); ok {
					says[k], _ = attr(n, "content")
				}
			}
		}
		if says["og:title"] == "" || says["og:description"] == "" || says["og:locale"] == "" {
			t.Errorf("%s: card %v", name, says)
		}
		if path.Base(name) == "404.html" {
			if canonical != "" || says["robots"] != "noindex" {
				t.Errorf("%s: canonical %q, robots %q", name, canonical, says["robots"])
			}
			continue
		}
		if served(t, files, canonical) != name || says["og:url"] != canonical {
			t.Errorf("%s: canonical %q, og:url %q", name, canonical, says["og:url"])
		}
		if len(langs) != 3 || langs["x-default"] != langs["vi"] || served(t, files, langs["en"]) != "en/"+served(t, files, langs["vi"]) {
			t.Errorf("%s: alternates %v", name, langs)
		}
		if says["twitter:card"] != "summary_large_image" || !strings.HasSuffix(served(t, files, says["og:image"]), ".png") {
			t.Errorf("%s: picture %q", name, says["og:image"])
		}
	}
}

func TestFeedOfEditions(t *testing.T) {
	type feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Author  string `xml:"author>name"`
		Entry   []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	urn := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	at, bare := hosted(t), pagesOf(t)
	seen := map[string]bool{}
	for _, name := range []string{"ky-moi.xml", "en/ky-moi.xml"} {
		var f, there feed
		if err := xml.Unmarshal(bare[name], &f); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(at[name], &there); err != nil {
			t.Fatal(err)
		}
		if !urn.MatchString(f.ID) || f.Author == "" || len(f.Entry) < 5 || len(f.Entry) != len(there.Entry) {
			t.Fatalf("%s: %+v", name, f)
		}
		for i, e := range f.Entry {
			if day, err := time.Parse(time.RFC3339, e.Updated); err != nil || day.Year() < 2000 || e.Updated > f.Updated {
				t.Errorf("%s: %q updated %q of %q", name, e.Title, e.Updated, f.Updated)
			}
			if !urn.MatchString(e.ID) || seen[e.ID] || e.ID != there.Entry[i].ID {
				t.Errorf("%s: id %q", name, e.ID)
			}
			seen[e.ID] = true
			if to := path.Join(path.Dir(name), e.Link.Href); bare[to] == nil || served(t, at, there.Entry[i].Link.Href) != to {
				t.Errorf("%s: %q leads to %q and %q", name, e.Title, e.Link.Href, there.Entry[i].Link.Href)
			}
			if e.Summary == "" {
				t.Errorf("%s: %q says nothing", name, e.Title)
			}
		}
	}
}

// Data pages and rankings tell search engines what they hold; every file that they name is published.
func TestDatasetsAreDescribed(t *testing.T) {
	files := map[string][]byte{}
	for name, data := range pagesOf(t) {
		files[name] = data
	}
	for _, f := range current.Outputs {
		files[f.Path] = nil
	}
	found := 0
	for name, d := range documents(t) {
		wants := strings.HasSuffix(name, "du-lieu/index.html") || strings.Contains(name, "xep-hang/") && path.Base(name) != "index.html"
		for _, n := range d.all("script") {
			if kind, _ := attr(n, "type"); kind != "application/ld+json" {
				continue
			}
			found++
			var set struct {
				Context      string `json:"@context"`
				Type         string `json:"@type"`
				Name         string
				Description  string
				Distribution []struct{ ContentURL, EncodingFormat string }
			}
			if err := json.Unmarshal([]byte(text(n)), &set); err != nil || set.Type != "Dataset" || set.Context != "https://schema.org/" || set.Name == "" || set.Description == "" {
				t.Errorf("%s: %s %v", name, text(n), err)
			}
			for _, x := range set.Distribution {
				if _, ok := files[path.Join(path.Dir(name), x.ContentURL)]; !ok || x.EncodingFormat == "" {
					t.Errorf("%s: no file %q (%s)", name, x.ContentURL, x.EncodingFormat)
				}
			}
			wants = false
		}
		if wants {
			t.Errorf("%s describes no data", name)
		}
	}
	if found < 10 {
		t.Errorf("only %d data sets", found)
	}
}

// Names are safe on every file system: no device names, no path too long for Windows, none twice where case is ignored.
func TestNamesSuitEveryHost(t *testing.T) {
	devices := regexp.MustCompile(`^(con|prn|aux|nul|com\d|lpt\d)(\.|$)`)
	seen := map[string]string{}
	for name := range pagesOf(t) {
		if low := strings.ToLower(name); seen[low] != "" {
			t.Errorf("%s and %s are one where case is ignored", name, seen[low])
		} else {
			seen[low] = name
		}
		if len(name) > 160 {
			t.Errorf("%s is %d letters long", name, len(name))
		}
		if slices.ContainsFunc(strings.Split(name, "/"), devices.MatchString) {
			t.Errorf("%s is a device", name)
		}
	}
	if err := wellFormed(pagesOf(t)["web.config"]); err != nil {
		t.Error(err)
	}
}
