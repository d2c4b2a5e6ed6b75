package text

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// fact is one keyed claim of testdata/press/*.json. Value is a number, of an order the names.
type fact struct {
	Quote    string          `json:"quote"`
	Kind     string          `json:"kind"`
	AltKinds []string        `json:"alt_kinds"`
	Subject  string          `json:"subject"`
	Value    json.RawMessage `json:"value"`
	Optional bool            `json:"optional"`
	from, to int
}

// says tells whether a claim gives the fact's value; the sign of a change does not matter.
func (f *fact) says(c claim.Claim) bool {
	var names []string
	if json.Unmarshal(f.Value, &names) == nil {
		return slices.EqualFunc(names, c.Members, func(a, b string) bool { return plainly(a) == plainly(b) })
	}
	var v float64
	if json.Unmarshal(f.Value, &v) != nil || c.Kind == claim.Order {
		return false
	}
	return math.Abs(math.Abs(v)-math.Abs(c.Value)) <= 1e-6*max(1, math.Abs(v))
}

// of tells whether the claim is said of one of the fact's subjects; groups count by their class.
func (f *fact) of(c claim.Claim) bool {
	if f.Kind == "order" || f.Kind == "rank" && c.Kind == claim.Order {
		return true
	}
	for a := range strings.SplitSeq(f.Subject, ";") {
		for b := range strings.SplitSeq(c.Subject, ";") {
			if plainly(a) == plainly(b) || block(a) != "" && block(a) == block(b) {
				return true
			}
		}
	}
	return false
}

func plainly(name string) string {
	s := units.Fold(strings.TrimSpace(name))
	for _, head := range []string{"tỉnh ", "thành phố "} {
		s = strings.TrimPrefix(s, head)
	}
	return s
}

// block is the class of a group's name.
func block(name string) string {
	s := units.Fold(strings.TrimSpace(name))
	for _, b := range [][2]string{{"cả nước", "nation"}, {"việt nam", "nation"}, {"các cơ quan nhà nước", "nation"}, {"các bộ, ngành, địa phương", "all"},
		{"các bộ, tỉnh", "all"}, {"các bộ", "ministries"}, {"các tỉnh", "provinces"}, {"các địa phương", "provinces"}} {
		if strings.HasPrefix(s, b[0]) {
			return b[1]
		}
	}
	return ""
}

// TestPress reads the articles of testdata/press, written for this test in the manners of papers and bulletins and keyed
// by hand, and holds what is found of them to what was reached.
func TestPress(t *testing.T) {
	paths, _ := filepath.Glob("testdata/press/*.txt")
	if len(paths) < 25 {
		t.Fatalf("%d articles", len(paths))
	}
	var keyed, found, valued, kinds, subjects int
	for _, path := range paths {
		doc, claims, facts := pressed(t, path)
		used := make([]bool, len(claims))
		for i := range facts {
			f := &facts[i]
			if !f.Optional {
				keyed++
			}
			at := f.meet(doc, claims, used)
			if at < 0 {
				continue
			}
			used[at] = true
			if f.Optional {
				found--
				continue
			}
			valued++
			kinds += bool2int(string(claims[at].Kind) == f.Kind || slices.Contains(f.AltKinds, string(claims[at].Kind)))
			subjects += bool2int(f.of(claims[at]))
		}
		found += len(claims)
	}
	t.Logf("%d keyed, %d found: value %d, and kind %d, and subject %d", keyed, found, valued, kinds, subjects)
	for _, c := range []struct {
		name        string
		hits, of    int
		least, most float64
	}{{"recall", valued, keyed, 0.97, 1}, {"precision", valued, found, 0.97, 1}, {"kind", kinds, keyed, 0.97, 1}, {"subject", subjects, keyed, 0.94, 1}} {
		if share := float64(c.hits) / float64(c.of); share < c.least || share > c.most {
			t.Errorf("%s %.3f (%d of %d), want at least %.2f", c.name, share, c.hits, c.of, c.least)
		}
	}
}

// pressed reads an article and its key; optional facts stand last.
func pressed(t *testing.T, path string) (*Document, []claim.Claim, []fact) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	key, err := os.ReadFile(strings.TrimSuffix(path, ".txt") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var facts []fact
	if err := json.Unmarshal(key, &facts); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	doc, _ := Read(filepath.Base(path), b)
	text := string(doc.Text)
	for i := range facts {
		at := strings.Index(text, facts[i].Quote)
		if at < 0 {
			t.Errorf("%s: the key quotes %q, which is not in the text", path, facts[i].Quote)
		}
		facts[i].from = len([]rune(text[:max(at, 0)]))
		facts[i].to = facts[i].from + len([]rune(facts[i].Quote))
	}
	slices.SortStableFunc(facts, func(a, b fact) int { return bool2int(a.Optional) - bool2int(b.Optional) })
	return doc, full().Claims(doc, Options{}), facts
}

// meet is the unused claim that overlaps the fact's quote (or stands in its sentence) with its value, best with its
// subject and kind; −1 where none does.
func (f *fact) meet(doc *Document, claims []claim.Claim, used []bool) int {
	best, most := -1, 0
	for i, c := range claims {
		if used[i] || !f.says(c) {
			continue
		}
		weight := 4*bool2int(c.Start < f.to && f.from < c.End) + 2*bool2int(f.of(c)) + bool2int(string(c.Kind) == f.Kind)
		if c.Start >= f.to || f.from >= c.End {
			if !slices.ContainsFunc(doc.Sentences, func(s Sentence) bool {
				return s.Start <= f.from && f.from < s.End && s.Start <= c.Start && c.Start < s.End
			}) {
				continue
			}
		}
		if weight+1 > most {
			best, most = i, weight+1
		}
	}
	return best
}
