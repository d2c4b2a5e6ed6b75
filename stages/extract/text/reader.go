package text

import (
	"slices"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/units"
)

// Options of reading claims.
type Options struct {
	Published units.Date // day of publication; 0: guessed from the dates in the text
}

// Reader knows the names of units and the nodes of indices, and reads documents. It is never changed and may be used
// from several goroutines.
type Reader struct {
	gazetteer *gazetteer
	indices   []*index.Index
	measures  *trie // metrics of the lexicon, nodes of the indices
	meanings  []meaning
	metrics   []metric
}

// NewReader learns the names of units from reg and what metrics stand for from indices; either may be nil.
func NewReader(reg *units.Registry, indices []*index.Index) *Reader {
	r := &Reader{gazetteer: newGazetteer(reg), indices: indices, measures: &lex.measures, meanings: lex.meanings, metrics: lex.metrics}
	r.learn(indices)
	return r
}

// Claims is NewReader and its Claims, for a single document.
func Claims(doc *Document, reg *units.Registry, indices []*index.Index, opts Options) []claim.Claim {
	return NewReader(reg, indices).Claims(doc, opts)
}

// Claims takes every quantitative claim out of a document, in the order of the text. The same inputs give the same claims.
func (rd *Reader) Claims(doc *Document, opts Options) []claim.Claim {
	r := rd.open(doc)
	r.opts = opts
	passages := make([]*passage, 0, len(doc.Sentences))
	for _, s := range doc.Sentences {
		if s.Form != Aside {
			passages = append(passages, r.passage(s))
		}
	}
	r.date(passages)
	r.topic(passages)
	r.homeIn(passages)
	for _, p := range passages {
		r.read(p)
	}
	claim.Sort(r.claims)
	return r.claims
}

// reader holds what is known while a document is read from its first sentence to its last.
type reader struct {
	*Reader
	doc    *Document
	opts   Options
	folds  map[string]string
	claims []claim.Claim

	published int  // year of publication
	ranking   bool // the sentence before told a place
	last      *said
	bodies    []party            // the bodies spoken of last
	byKind    map[string][]party // of each kind of unit, the one spoken of last
	metric    *metric            // the index node spoken of last
	indicator *metric            // the indicator spoken of last
	home      []party            // the body of which the whole text tells
	portal    []party            // or the portal
	local     bool               // the text speaks of its home without the name: "toàn tỉnh", "UBND tỉnh", "Bộ đã …"
	system    []party            // the portal or platform spoken of last
	year      int                // the year measured, spoken of last
	scope     scope
}

// said is a claim with what it was said of, for "tỷ lệ này" and "tiếp theo" behind it.
type said struct {
	kind    claim.Kind
	parties []party
	metric  *metric
	value   float64
}

// open begins to read a document.
func (rd *Reader) open(doc *Document) *reader {
	return &reader{Reader: rd, doc: doc, folds: map[string]string{}, byKind: map[string][]party{}}
}

// read finds the figures of one sentence and makes claims of them.
func (r *reader) read(p *passage) {
	r.enter(p)
	p.figures()
	ranking := false
	for i := range p.found {
		f := &p.found[i]
		ranking = ranking || f.kind == claim.Rank || f.kind == claim.Order
		r.claim(p, f)
	}
	r.ranking = ranking || r.ranking && len(p.found) == 0 && p.form != Title
	r.leave(p)
}

// claim makes the claims of a figure: one for each of its subjects, or one for all where the value is a rough one.
func (r *reader) claim(p *passage, f *figure) {
	m := r.measured(p, f)
	if f.kind == claim.Order {
		r.ordered(p, f, m)
		return
	}
	if f.kind == claim.Score && p.maximum(f) {
		return
	}
	t := p.target(f)
	all := p.subjects(f)
	if len(all) == 0 && m != nil && m.subject != "" && (!r.local || m.family != "") {
		all = r.party(m.subject)
	}
	if len(all) == 0 {
		if individual(f.kind, f.unit) && f.kind != claim.Score && f.kind != claim.Delta {
			return // a place of nobody
		}
		all = r.general(p, f)
	}
	if r.local && all[0].name == "Các tỉnh, thành phố" && r.home[0].found[0].kind == "province" && (f.kind == claim.Percent || t.is) {
		all = r.home // "90% hồ sơ công việc cấp tỉnh" of a local text
	}
	if t.is {
		f.kind = claim.Target
	}
	qualifier := p.qualifier(f)
	r.last = &said{f.kind, all, m, f.value}
	if len(all) > 1 && (qualifier == claim.About || f.joined && qualifier != "") {
		r.add(p, f, m, all, qualifier, t)
		return
	}
	for _, m := range r.sharing(p, f, m) {
		for i := range all {
			r.add(p, f, m, all[i:i+1], qualifier, t)
		}
	}
}

// add enters one claim.
func (r *reader) add(p *passage, f *figure, m *metric, all []party, qualifier string, t aim) {
	c := r.located(p, f)
	c.Kind, c.Value, c.Of, c.Unit, c.Qualifier = f.kind, f.value, f.of, f.unit, qualifier
	c.Year = r.yearOf(p, f)
	if t.is {
		c.Deadline = t.deadline
		c.Year = t.deadline.Year()
	}
	at := r.assign(&c, m, all)
	var names []string
	for _, s := range all {
		name := s.name
		if len(s.found) > 0 {
			k := r.gazetteer.unitAt(s.found, at)
			if name = k.name; k.code != "" {
				c.Units = append(c.Units, k.code)
			}
		}
		names = append(names, name)
	}
	c.Subject = strings.Join(names, "; ")
	c.Metric = p.title(f, m)
	if f.kind == claim.Rank || t.is && f.unit == "hạng" {
		c.Group = p.region(f)
	}
	r.claims = append(r.claims, c)
	if len(all[0].found) > 0 {
		r.remember(all)
	}
}

// ordered enters an order.
func (r *reader) ordered(p *passage, f *figure, m *metric) {
	c := r.located(p, f)
	c.Kind, c.Unit, c.Year = claim.Order, f.unit, r.yearOf(p, f)
	all := p.parties(f.list)
	at := r.assign(&c, m, all)
	if m != nil {
		c.Metric = m.name
	}
	for _, s := range all {
		k := r.gazetteer.unitAt(s.found, at)
		c.Members, c.Codes = append(c.Members, k.name), append(c.Codes, k.code)
	}
	c.Subject = blockOf(all)
	if f.unit == "trên" {
		if behind := p.overtaken(f); len(behind) > 0 {
			c.Subject = behind[0].name
		}
	}
	c.Group = p.region(f)
	r.claims = append(r.claims, c)
	r.last = &said{claim.Order, all, m, float64(len(all))}
}

// blocks name what the members of an order are, by their kind.
var blocks = map[string]string{"country": "Các quốc gia", "department": "Các sở, ban, ngành", "district": "Các huyện, thị xã, thành phố",
	"commune": "Các xã, phường, thị trấn", "bank": "Các ngân hàng", "company": "Các tập đoàn, tổng công ty", "office": "Các cơ quan"}

// blockOf names the block of which the members are.
func blockOf(all []party) string {
	switch kind := all[0].found[0].kind; {
	case kind == "ministry" || kind == "agency":
		return "Các bộ, cơ quan ngang bộ"
	case blocks[kind] != "":
		return blocks[kind]
	}
	return "Các tỉnh, thành phố"
}

// located gives a claim the span of its figure, without marks and brackets at the ends.
func (r *reader) located(p *passage, f *figure) claim.Claim {
	from, to := f.from, max(f.to, f.from+1)
	if f.at >= 0 {
		to = max(to, f.at+1)
	}
	skip := setOf(cComma, cSemi, cColon, cAnd)
	for from < to-1 && p.chunks[from].is.meets(skip) && !p.chunks[from].is.has(cList) {
		from++
	}
	for to > from+1 && p.chunks[to-1].is.meets(skip) {
		to--
	}
	if f.kind != claim.Order && to-from > 1 && p.chunks[from].is.has(cOpen) && !p.has(from, to, setOf(cClose)) {
		from++
	}
	start, end := p.chunks[from].start, p.chunks[to-1].end
	return claim.Claim{Document: r.doc.Name, Start: start, End: end, Quote: r.doc.Quote(start, end)}
}

// remember keeps the bodies spoken of last, in all and by their kind.
func (r *reader) remember(all []party) {
	r.bodies = all
	for _, s := range all {
		if len(s.found) > 0 {
			r.byKind[s.found[0].kind] = []party{s}
		}
	}
}

// party makes a party of a name of the lexicon, with its unit where it is one.
func (r *reader) party(name string) []party {
	text := []rune(name)
	tokens := tokenise(text, 0, len(text), map[string]string{})
	found, end := r.gazetteer.at(text, tokens, 0)
	if end == len(tokens) {
		return []party{{name, found}}
	}
	return []party{{name: name}}
}

// lastRank is the place told last among figures, or in the sentence before: where "tiếp theo" goes on.
func (r *reader) lastRank(before []figure) float64 {
	for _, f := range slices.Backward(before) {
		if f.kind == claim.Rank {
			return f.value
		}
		if f.kind == claim.Order && f.unit == "đầu" {
			return float64(len(f.list.members))
		}
	}
	if r.last != nil && (r.last.kind == claim.Rank || r.last.kind == claim.Order) {
		return r.last.value
	}
	return 0
}

// lastNamed are the bodies spoken of last.
func (r *reader) lastNamed() []party { return r.bodies }
