package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/extract"
	"xephang/stages/extract/text"
	"xephang/stages/units"
)

// keyed is one fact of a text as a person wrote it down. Optional facts cost nothing when missed and earn nothing when
// found; AltKinds are kinds that are right as well.
type keyed struct {
	Quote, Kind, Subject string
	Value                any
	AltKinds             []string `json:"alt_kinds"`
	Optional             bool

	start, end int // where the quote stands, in code points; −1 where it does not
}

// tally counts what was found, by kind: facts of the key, claims made, and pairs right in place, value, kind, subject.
type tally struct{ keys, claims, located, value, kind, subject int }

// measureClaims prints precision, recall and F1 of the claims read in -seeds against a key: <text>.json, a list of
// facts {quote, kind, subject, value}, in -keys. A claim and a fact are paired one to one where their quotes overlap, pairs
// of equal value first. It prints figures, and judges nothing.
func measureClaims(c console, o options, _ []string) error {
	in, found := extract.Data(o.data, extract.Options{})
	docs, _, more := extract.Texts(o.seeds, "seeds")
	if found.Add(more...); found.Faults() > 0 {
		y := &year{options: o, problems: found}
		y.tell(c, false)
		return errFaults
	}
	reader := text.NewReader(in.Registry, in.Declared())
	sums := map[claim.Kind]*tally{}
	for _, doc := range docs {
		key, err := readKey(o.keys, doc)
		if err != nil {
			return err
		}
		pairs(key, reader.Claims(doc, text.Options{}), sums, in.Registry)
	}
	return printTallies(c, sums)
}

func readKey(dir string, doc *text.Document) ([]*keyed, error) {
	name := strings.TrimSuffix(filepath.Base(doc.Name), filepath.Ext(doc.Name)) + ".json"
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	var facts []*keyed
	if err := json.Unmarshal(b, &facts); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	whole, next := string(doc.Text), map[string]int{}
	for _, f := range facts {
		at := strings.Index(whole[next[f.Quote]:], f.Quote)
		if at < 0 {
			f.start, f.end = -1, -1
			continue
		}
		at += next[f.Quote]
		f.start = len([]rune(whole[:at]))
		f.end = f.start + len([]rune(f.Quote))
		if rest := at + len(f.Quote); strings.Contains(whole[rest:], f.Quote) && moreOf(facts, f) {
			next[f.Quote] = rest
		}
	}
	return facts, nil
}

// moreOf tells whether another fact has the same quote and value: then it stands at the next place.
func moreOf(facts []*keyed, f *keyed) bool {
	return slices.ContainsFunc(facts, func(g *keyed) bool {
		return g != f && g.Quote == f.Quote && fmt.Sprint(g.Value) == fmt.Sprint(f.Value) && g.Subject == f.Subject
	})
}

// pairs matches claims with facts, the best pairs first, and counts them.
func pairs(key []*keyed, claims []claim.Claim, sums map[claim.Kind]*tally, reg *units.Registry) {
	of := func(k claim.Kind) *tally {
		if sums[k] == nil {
			sums[k] = &tally{}
		}
		return sums[k]
	}
	type pair struct{ fact, claim, worth int }
	var all []pair
	for i, f := range key {
		for j := range claims {
			if cl := &claims[j]; f.start < cl.End && cl.Start < f.end {
				all = append(all, pair{i, j, 8*bit(f.sameValue(cl)) + 4*bit(f.sameKind(cl)) + 2*bit(f.sameSubject(cl, reg)) + 1})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.worth, a.worth) })
	factDone, claimDone := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if factDone[p.fact] || claimDone[p.claim] {
			continue
		}
		factDone[p.fact], claimDone[p.claim] = true, true
		f := key[p.fact]
		if f.Optional {
			continue
		}
		t, value := of(claim.Kind(f.Kind)), p.worth&8 > 0
		t.keys, t.claims, t.located = t.keys+1, t.claims+1, t.located+1
		t.value += bit(value)
		t.kind += bit(value && p.worth&4 > 0)
		t.subject += bit(value && p.worth&2 > 0)
	}
	for i, f := range key {
		if !factDone[i] && !f.Optional {
			of(claim.Kind(f.Kind)).keys++
		}
	}
	for j, cl := range claims {
		if !claimDone[j] {
			of(cl.Kind).claims++
		}
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sameValue compares a change without its sign, an order name by name.
func (f *keyed) sameValue(c *claim.Claim) bool {
	switch v := f.Value.(type) {
	case float64:
		return math.Abs(math.Abs(v)-math.Abs(c.Value)) < 1e-9*max(1, math.Abs(v))
	case []any:
		return slices.EqualFunc(v, c.Members, func(a any, b string) bool { return units.Plain(fmt.Sprint(a)) == units.Plain(b) })
	}
	return false
}

func (f *keyed) sameKind(c *claim.Claim) bool {
	return f.Kind == string(c.Kind) || slices.Contains(f.AltKinds, string(c.Kind))
}

// sameSubject compares names as the registry knows them, else letter by letter without marks.
func (f *keyed) sameSubject(c *claim.Claim, reg *units.Registry) bool {
	if u, ok := reg.Match(f.Subject, 0); ok && slices.Contains(c.Units, u.Code) {
		return true
	}
	return units.Plain(f.Subject) == units.Plain(c.Subject)
}

func printTallies(c console, sums map[claim.Kind]*tally) error {
	fmt.Fprintf(c.out, "%-10s %5s %6s  %-23s %-23s %-23s %s\n", "", "key", "claims", "located  P     R     F1", "value    P     R     F1", "+kind    P     R     F1", "+subject P     R     F1")
	var sum tally
	for _, k := range claim.Kinds {
		if t := sums[k]; t != nil {
			printTally(c, string(k), *t)
			sum = tally{sum.keys + t.keys, sum.claims + t.claims, sum.located + t.located, sum.value + t.value, sum.kind + t.kind, sum.subject + t.subject}
		}
	}
	printTally(c, "all", sum)
	return nil
}

func printTally(c console, name string, t tally) {
	fmt.Fprintf(c.out, "%-10s %5d %6d", name, t.keys, t.claims)
	for _, right := range []int{t.located, t.value, t.kind, t.subject} {
		p, r := share(right, t.claims), share(right, t.keys)
		f := 0.0
		if p+r > 0 {
			f = 2 * p * r / (p + r)
		}
		fmt.Fprintf(c.out, "  %7s%.3f %.3f %.3f", "", p, r, f)
	}
	fmt.Fprintln(c.out)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}
