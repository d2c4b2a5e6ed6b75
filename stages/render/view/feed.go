package view

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"slices"

	"xephang/stages/units"
)

// Feed lists the editions as news, the newest first.
type Feed struct {
	ID, Title, Sub string
	Updated        string // as RFC 3339 writes it; never by a clock: the day of the newest entry
	Entries        []News
}

// News is one edition.
type News struct{ ID, Title, Text, Href, Updated string }

// Feed makes the feed of editions. An edition is dated by the day on which it was released, else by the day as of which
// it tells; one without either is left out. Ids do not hang on where the publication stands.
func (r *Report) Feed(l Lang) Feed {
	f := Feed{ID: lasting("feed", string(l)), Title: l.Say("site.name") + ": " + l.Say("feed.title"), Sub: l.Say("site.tagline")}
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			day := e.day()
			if day == 0 || len(e.order) == 0 {
				continue
			}
			f.Entries = append(f.Entries, News{ID: lasting(b.ID, e.Edition.ID, string(l)), Title: l.In(b.Name) + " " + e.Edition.ID,
				Text: r.Headline(l, e).String(), Href: e.Address(), Updated: day.String() + "T00:00:00+07:00"})
		}
	}
	slices.SortStableFunc(f.Entries, func(a, b News) int { return cmp.Compare(b.Updated, a.Updated) })
	f.Updated = "2003-01-01T00:00:00+07:00" // nothing to tell of
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return f
}

// day is when an edition came out, else the day as of which it tells.
func (e *Edition) day() units.Date {
	if e.Edition.Released != 0 {
		return e.Edition.Released
	}
	return e.AsOf
}

// lasting makes an id that stays of the names of a thing: a version 5 UUID (RFC 9562, section 5.5) over them.
func lasting(names ...string) string {
	h := sha1.New()
	for _, n := range append([]string{"xephang"}, names...) {
		fmt.Fprintf(h, "%d:%s", len(n), n)
	}
	sum := h.Sum(nil)[:16]
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	x := hex.EncodeToString(sum)
	return "urn:uuid:" + x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}
