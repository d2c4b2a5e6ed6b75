package site_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"xephang/stages/render/site"
	"xephang/stages/render/view"
)

// published renders the year into memory, once for all tests.
var published = sync.OnceValues(func() (map[string][]byte, error) { return rendered(current) })

var current *view.Report

func rendered(r *view.Report) (map[string][]byte, error) {
	files := map[string][]byte{}
	var mu sync.Mutex
	_, err := site.RenderBare(r, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[path] = data
		return nil
	})
	return files, err
}

func pagesOf(t *testing.T) map[string][]byte {
	t.Helper()
	if current == nil {
		current = year(t)
	}
	files, err := published()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// document is a parsed page.
type document struct {
	name  string
	root  *html.Node
	ids   map[string]bool
	nodes []*html.Node // elements in order
}

func parsed(t *testing.T, name string, data []byte) *document {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	d := &document{name: name, root: root, ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		d.nodes = append(d.nodes, n)
		if id, ok := attr(n, "id"); ok {
			if d.ids[id] {
				t.Errorf("%s: id %q twice", name, id)
			}
			d.ids[id] = true
		}
	}
	return d
}

func documents(t *testing.T) map[string]*document {
	t.Helper()
	all := map[string]*document{}
	for name, data := range pagesOf(t) {
		if strings.HasSuffix(name, ".html") {
			all[name] = parsed(t, name, data)
		}
	}
	return all
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func (d *document) all(tag string) (found []*html.Node) {
	for _, n := range d.nodes {
		if n.Data == tag {
			found = append(found, n)
		}
	}
	return found
}

func TestEveryPageStandsAlone(t *testing.T) {
	for name, d := range documents(t) {
		want := "vi"
		if strings.HasPrefix(name, "en/") {
			want = "en"
		}
		if lang, _ := attr(d.all("html")[0], "lang"); lang != want {
			t.Errorf("%s: lang %q, want %q", name, lang, want)
		}
		for _, tag := range []string{"h1", "title", "main"} {
			if n := len(d.all(tag)); n != 1 {
				t.Errorf("%s: %d <%s>, want one", name, n, tag)
			}
		}
		if strings.TrimSpace(text(d.all("h1")[0])) == "" {
			t.Errorf("%s: empty h1", name)
		}
		level := 0
		for _, n := range d.nodes {
			if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
				if now := int(n.Data[1] - '0'); now > level+1 {
					t.Errorf("%s: heading %q jumps from h%d to h%d", name, text(n), level, now)
				} else {
					level = now
				}
			}
		}
		if size := len(pagesOf(t)[name]); size > 150_000 {
			t.Errorf("%s: %d bytes, at most 150,000", name, size)
		}
	}
}

func TestEveryLinkAndAnchorResolves(t *testing.T) {
	files, docs := pagesOf(t), documents(t)
	for _, f := range current.Outputs {
		files[f.Path] = nil
	}
	for name, d := range docs {
		for _, n := range d.nodes {
			for _, key := range []string{"href", "src"} {
				ref, ok := attr(n, key)
				if !ok {
					continue
				}
				u, err := url.Parse(ref)
				if err != nil {
					t.Errorf("%s: %s=%q: %v", name, key, ref, err)
					continue
				}
				if u.Scheme != "" || strings.HasPrefix(ref, "/") {
					if rel, _ := attr(n, "rel"); n.Data != "a" || rel != "noopener" && !inTable(n) {
						t.Errorf("%s: <%s %s=%q> leaves the folder", name, n.Data, key, ref)
					}
					continue
				}
				target := name
				if u.Path != "" {
					target = path.Join(path.Dir(name), u.Path)
				}
				if _, ok := files[target]; !ok {
					t.Errorf("%s: %s=%q leads nowhere (%s)", name, key, ref, target)
				} else if u.Fragment != "" && !strings.Contains(u.Fragment, "=") && docs[target] != nil && !docs[target].ids[u.Fragment] {
					t.Errorf("%s: %q: no such anchor", name, ref)
				}
			}
		}
	}
}

func inTable(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "td" {
			return true
		}
	}
	return false
}

func TestTablesAreMarkedUp(t *testing.T) {
	tables := 0
	for name, d := range documents(t) {
		tables += len(d.all("table"))
		if len(d.all("table")) != len(d.all("caption")) {
			t.Errorf("%s: a table without a caption", name)
		}
		for _, n := range d.all("th") {
			scope, _ := attr(n, "scope")
			if want := map[string]string{"thead": "col", "tbody": "row"}[n.Parent.Parent.Data]; scope != want {
				t.Errorf("%s: scope of %q is %q, want %q", name, text(n), scope, want)
			}
		}
		for _, row := range d.all("tr") {
			cells := 0
			for c := range row.ChildNodes() {
				if c.Type == html.ElementNode {
					cells++
				}
			}
			if want := columns(row); cells != want {
				t.Errorf("%s: a row of %d cells under %d columns: %q", name, cells, want, text(row))
			}
		}
	}
	if tables < 60 {
		t.Errorf("only %d tables", tables)
	}
}

// columns counts the heads of the table that a row stands in.
func columns(row *html.Node) (n int) {
	table := row
	for table.Data != "table" {
		table = table.Parent
	}
	for x := range table.Descendants() {
		if x.Data == "th" && x.Type == html.ElementNode && x.Parent.Parent.Data == "thead" {
			n++
		}
	}
	return n
}

// Scripts are files, or data that parses; nothing in a page runs by itself, whatever the names in it hold.
func TestNothingInlineRuns(t *testing.T) {
	charts := 0
	for name, d := range documents(t) {
		policy := ""
		for _, n := range d.all("meta") {
			if h, _ := attr(n, "http-equiv"); h == "Content-Security-Policy" {
				policy, _ = attr(n, "content")
			}
		}
		if !strings.Contains(policy, "default-src 'none'; script-src 'self'; ") || strings.Contains(policy, "unsafe-eval") {
			t.Errorf("%s: policy %q", name, policy)
		}
		for _, n := range d.nodes {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
			}
			if n.Data == "img" || n.Data == "iframe" || n.Data == "base" {
				t.Errorf("%s: <%s>", name, n.Data)
			}
		}
		for _, n := range d.all("script") {
			kind, _ := attr(n, "type")
			_, src := attr(n, "src")
			switch body := text(n); {
			case kind == "application/json" || kind == "application/ld+json":
				charts++
				if !json.Valid([]byte(body)) {
					t.Errorf("%s: data that does not parse: %.80s", name, body)
				}
				if strings.ContainsAny(body, "<>&") {
					t.Errorf("%s: unescaped data: %.80s", name, body)
				}
			case !src || body != "":
				t.Errorf("%s: inline script %.80s", name, body)
			}
		}
	}
	if charts < 30 {
		t.Errorf("only %d charts", charts)
	}
}

func TestNamesStayText(t *testing.T) {
	docs := documents(t)
	evil := docs["don-vi/p-evil.html"]
	if got, want := text(evil.all("h1")[0]), `<script>alert("1")</script> & 'Tỉnh'`; got != want {
		t.Errorf("h1 %q, want %q", got, want)
	}
	if got, want := text(docs["xep-hang/tinh/index.html"].all("h1")[0]), `Chỉ số "</script><img src=x onerror=alert(4)>" cấp tỉnh`; got != want {
		t.Errorf("h1 %q, want %q", got, want)
	}
	if got := text(docs["van-ban/ban-tin-1.html"].root); !strings.Contains(got, `Câu có </script> & "nháy".`) {
		t.Error("the sentence is not on its page")
	}
}

// leftover is a phrase that was not found, or a slot that was not filled.
var leftover = regexp.MustCompile(`‹[^›]*›|\{[a-z.]+\}|NaN|%!|<nil>`)

// dotted is an English figure on a Vietnamese page, pointed the other way about.
var (
	dotted  = regexp.MustCompile(`(^|[^\d.])\d+\.(\d{1,2}|\d{4,})($|[^\d.])`)
	pointed = regexp.MustCompile(`(^|[^\d,])\d+,(\d{1,2}|\d{4,})($|[^\d,])`)
)

func TestWordsAndFiguresAreFinished(t *testing.T) {
	for name, d := range documents(t) {
		main := d.all("main")[0]
		for n := range main.Descendants() {
			if n.Type != html.TextNode || n.Parent.Data == "script" {
				continue
			}
			if m := leftover.FindString(n.Data); m != "" && m != "{n}" {
				t.Errorf("%s: %q in %q", name, m, n.Data)
			}
		}
		wrong := dotted
		if strings.HasPrefix(name, "en/") {
			wrong = pointed
		}
		for _, n := range d.all("td") {
			if class, _ := attr(n, "class"); strings.Contains(class, "num") && wrong.MatchString(text(n)) {
				t.Errorf("%s: figure %q in the other language's form", name, text(n))
			}
		}
	}
}

// Every figure of a sentence is the one that the tables hold.
func TestBoundFigures(t *testing.T) {
	bound := 0
	for name, d := range documents(t) {
		l := view.VI
		if strings.HasPrefix(name, "en/") {
			l = view.EN
		}
		for _, n := range d.nodes {
			ref, ok := attr(n, "data-ref")
			if !ok {
				continue
			}
			bound++
			part := strings.Split(ref, "/")
			if len(part) != 5 {
				continue
			}
			e := current.Board(part[0]).Edition(part[1])
			row, _ := e.Table.Row(part[2])
			col, _ := e.Col(part[3])
			s := e.Standing(col, row)
			want := map[string]string{"rank": l.Rank(s.Place, s.Of), "score": l.Number(s.Score, s.Decimals), "change": l.Whole(max(s.Change, -s.Change))}[part[4]]
			if got := text(n); got != want {
				t.Errorf("%s: %s is %q, the table holds %q", name, ref, got, want)
			}
		}
	}
	if bound < 10 {
		t.Errorf("only %d bound figures", bound)
	}
}

func TestFileNamesAreSafeEverywhere(t *testing.T) {
	safe := regexp.MustCompile(`^[a-z0-9][a-z0-9.-]*$`)
	for name := range pagesOf(t) {
		for part := range strings.SplitSeq(name, "/") {
			if !safe.MatchString(part) && !strings.HasPrefix(name, "assets/licences/") {
				t.Errorf("%s: %q is not lower-case ASCII", name, part)
			}
		}
	}
}

func TestSameBytesOnOneProcessor(t *testing.T) {
	first := pagesOf(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	again, err := rendered(year(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range again {
		if strings.HasSuffix(name, ".html") && !bytes.Equal(data, first[name]) {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

// The English mirror has a page for each Vietnamese one, and each leads to the other.
func TestMirror(t *testing.T) {
	for name, d := range documents(t) {
		other := "en/" + name
		if strings.HasPrefix(name, "en/") {
			other = strings.TrimPrefix(name, "en/")
		}
		if pagesOf(t)[other] == nil {
			t.Errorf("%s has no mirror", name)
		}
		leads := slices.ContainsFunc(d.all("link"), func(n *html.Node) bool {
			rel, _ := attr(n, "rel")
			href, _ := attr(n, "href")
			return rel == "alternate" && path.Join(path.Dir(name), href) == other
		})
		if !leads {
			t.Errorf("%s does not lead to %s", name, other)
		}
	}
}

// What of our own a page runs is small; the library of charts and the search index come from files of their own.
func TestScriptsOfAPageAreSmall(t *testing.T) {
	files := pagesOf(t)
	for name, d := range documents(t) {
		sum := 0
		for _, n := range d.all("script") {
			if src, ok := attr(n, "src"); ok && !strings.Contains(src, "/echarts-") {
				sum += len(files[path.Join(path.Dir(name), src)])
			}
		}
		if sum > 30_000 {
			t.Errorf("%s runs %d bytes of scripts, at most 30,000", name, sum)
		}
	}
}
