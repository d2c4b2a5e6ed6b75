package site_test

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"xephang/stages/render/view"
)

// Every figure that leads to its way finds an anchor that holds the same figure, and every bound figure of a sentence
// leads to one.
func TestFiguresLeadToTheirWays(t *testing.T) {
	docs := documents(t)
	led := map[string]int{}
	for name, d := range docs {
		for _, n := range d.nodes {
			ref, bound := attr(n, "data-ref")
			if bound && strings.Count(ref, "/") == 4 && n.Data != "a" {
				t.Errorf("%s: %q (%s) leads nowhere", name, text(n), ref)
			}
			href, ok := attr(n, "href")
			to, anchor, _ := strings.Cut(href, "#")
			if n.Data != "a" || !ok || !strings.Contains(anchor, ".") || !strings.Contains(to, "vet/") {
				continue
			}
			where := docs[path.Join(path.Dir(name), to)]
			if where == nil {
				t.Errorf("%s: no page %s", name, to)
				continue
			}
			section := byID(where, anchor)
			if section == nil {
				t.Errorf("%s: no anchor %s in %s", name, anchor, to)
				continue
			}
			led[strings.SplitN(strings.TrimPrefix(name, "en/"), "/", 2)[0]]++
			if !holds(text(section), text(n)) {
				t.Errorf("%s: %q is not in %s#%s: %s", name, text(n), to, anchor, text(section))
			}
		}
	}
	for _, part := range []string{"index.html", "don-vi", "xep-hang"} {
		if led[part] < 4 {
			t.Errorf("%s: only %d figures lead to their ways", part, led[part])
		}
	}
}

// holds tells whether a text has a figure (or a word) as a whole: 71 is not in 0,771.
func holds(text, figure string) bool {
	return regexp.MustCompile(`(^|[^\d.,])` + regexp.QuoteMeta(strings.TrimSpace(figure)) + `($|[^\d])`).MatchString(text)
}

func byID(d *document, id string) *html.Node {
	for _, n := range d.nodes {
		if x, _ := attr(n, "id"); x == id {
			return n
		}
	}
	return nil
}

// A way tells each figure of the year: the cell or the parts, the formula with its numbers, the rank.
func TestWayOfOneFigure(t *testing.T) {
	for name, wants := range map[string][]string{
		"vet/egdi/vnm.html":    {"(0,70811 + 0,87797 + 0,72665) / 3 = 0,77091", "8/14", "Số đơn vị có điểm cao hơn: 7.", "1 / 3 = 33,33", "lệch −0,00001"},
		"en/vet/egdi/vnm.html": {"(0.70811 + 0.87797 + 0.72665) / 3 = 0.77091", "8/14", "Bodies with a higher score: 7."},
	} {
		d := documents(t)[name]
		if d == nil {
			t.Fatalf("no page %s", name)
		}
		for _, want := range wants {
			if !strings.Contains(text(byID(d, "k2024")), want) {
				t.Errorf("%s lacks %q: %s", name, want, text(byID(d, "k2024")))
			}
		}
	}
}

// All figures of the year's units, on every node of every edition, have a way.
func TestEveryFigureHasAWay(t *testing.T) {
	docs, n := documents(t), 0
	for _, b := range current.Boards {
		for _, e := range b.Editions {
			for row := range e.Table.Units {
				for node := range e.Nodes {
					s := e.Standing(node, row)
					to, anchor, _ := strings.Cut(e.TrailHref(node, row), "#")
					if !s.Has() {
						if to != "" {
							t.Errorf("%s leads to nothing", to)
						}
						continue
					}
					for _, l := range view.Langs {
						name := to
						if l == view.EN {
							name = "en/" + to
						}
						if docs[name] == nil || byID(docs[name], anchor) == nil {
							t.Fatalf("no way %s#%s", name, anchor)
						}
						way := text(byID(docs[name], anchor))
						if s.Score == s.Score && !holds(way, l.Number(s.Score, s.Decimals)) {
							t.Errorf("%s#%s lacks the score %s: %s", name, anchor, l.Number(s.Score, s.Decimals), way)
						}
						if s.Place > 0 && !holds(way, l.Whole(s.Place)) {
							t.Errorf("%s#%s lacks the rank %d: %s", name, anchor, s.Place, way)
						}
						n++
					}
				}
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d figures", n)
	}
}
