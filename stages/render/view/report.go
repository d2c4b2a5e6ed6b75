package view

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"xephang/stages/claim"
	"xephang/stages/cube"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/robust"
	"xephang/stages/target"
	"xephang/stages/units"
)

// Input is all that a publication is made of: what the stages before handed over. Nothing of it is changed.
type Input struct {
	Units         *units.Registry
	Indices       []*index.Index
	Cubes         []*cube.Cube // one per index, found by its id
	Texts         []Text
	Problems      problem.List
	Reproductions []reconcile.Reproduction
	Robust        map[*index.Plan]*robust.Result // bands and sensitivity of an edition; its pages say why there are none
	Audits        map[*index.Plan]*robust.Audit
	Presets       map[*index.Plan][]Outcome // what other weights come to, see PresetsOf
	Inputs        []File                    // what was read
	Outputs       []File                    // books and data that are published beside the pages

	Claims    []claim.Claim
	Verdicts  []reconcile.Verdict    // one for each claim, in their order
	Ledger    *target.Ledger         // nil: nothing is followed
	AsOf      units.Date             // the day at which statuses are told; 0: that of the newest observation
	FullTexts func(file string) bool // documents that may be shown in full; of others, and of all where it is nil, only quotes

	Kinds       []problem.Kind // every kind of problem that the program knows, by code: the catalogue
	Corrections []Correction   // applied to published figures
	Diff        *Diff          // against the draft before this publication; nil where it follows none

	Appraisals map[*index.Plan][]form.Appraisal // rows of the appraisers' tables, of collecting editions

	Private bool   // for single units: nothing is held back
	Version string // of the program
	Base    string // where the publication will stand, with a slash at its end ("https://vi.example/xep-hang/"); empty: not known
}

// Text is one document that was read: a bulletin or a press report, cut into sentences.
type Text struct {
	File      string // its file name
	Sentences []TextSentence
}

// TextSentence is one sentence as it stands in the document.
type TextSentence struct {
	Start, End int // offsets in Unicode code points, end exclusive
	Paragraph  int // from 0
	Text       string
}

// File is a file of the run.
type File struct {
	Path   string // as a reader finds it: data/egdi/2020.xlsx; below out/ for an output, with slashes
	Size   int64
	SHA256 string       // lower-case hexadecimal
	What   problem.Text // what it holds; may be empty
}

// Report is the year as pages and sheets see it: every index with its editions, and where every unit appears.
type Report struct {
	Input
	Boards   []*Board // in the order of publication
	names    map[Lang]names
	where    map[string][]Appearance // by unit code
	alike    sync.Map                // rows that cannot be told apart, see Alike
	formulas sync.Map                // expressions by their text, see formulaOf
	limits   sync.Map                // least and greatest values of nodes, see way.limits
	press    []string                // documents that were read or that claims name
	said     map[string][]int        // claims about a unit, by its code
}

// Board is one index with its numbers.
type Board struct {
	*index.Index
	Editions []*Edition // oldest first

	list nodeList // every node of every edition, see nodes
}

// Edition is one edition: the plan and the table side by side.
type Edition struct {
	Board *Board
	*index.Plan
	Table *cube.Table

	before  *Edition // the edition to compare with, or nil
	digits  []int    // decimals of the published scores, by node
	order   []int    // rows that show a score or a rank of the root, as Order gives them
	tied    []int32  // units that share a row's place on the root, nil where no rank is computed
	groups  map[[2]int][]GroupPlace
	members map[string][]int // rows by "scheme:group"
	trail   int              // how many nodes of older editions stand before its own, see Board.number
	anchors []string         // of its nodes on pages of trails
}

// Appearance is a unit in an edition that has something to show of it.
type Appearance struct {
	*Edition
	Row int
}

// New lays out a report. An index without a cube or an edition without a table has no pages of numbers; the method page
// still tells of it.
func New(in Input) *Report {
	r := &Report{Input: in, where: map[string][]Appearance{}, press: documentsOf(in), said: saidOf(in)}
	cubes := map[string]*cube.Cube{}
	for _, c := range in.Cubes {
		cubes[c.Index] = c
	}
	for _, ix := range in.Indices {
		r.Boards = append(r.Boards, newBoard(ix, cubes[ix.ID]))
	}
	slices.SortStableFunc(r.Boards, func(a, b *Board) int {
		return cmp.Or(cmp.Compare(a.precedence(), b.precedence()), -strings.Compare(a.newest(), b.newest()))
	})
	r.names = namesOf(r)
	for _, b := range r.Boards {
		for _, e := range b.Editions {
			e.gather(r)
			for row, code := range e.Table.Units {
				if e.Shows(row) {
					r.where[code] = append(r.where[code], Appearance{e, row})
				}
			}
		}
	}
	return r
}

func newBoard(ix *index.Index, c *cube.Cube) *Board {
	b := &Board{Index: ix}
	of := map[*index.Plan]*Edition{}
	for _, p := range ix.Plans {
		if c == nil || c.Table(p.Edition.ID) == nil {
			continue
		}
		e := &Edition{Board: b, Plan: p, Table: c.Table(p.Edition.ID), before: of[p.Previous]}
		e.measure()
		b.Editions = append(b.Editions, e)
		of[p] = e
	}
	b.number()
	return b
}

// Latest is the newest edition that shows anything, or nil.
func (b *Board) Latest() *Edition {
	for i := len(b.Editions) - 1; i >= 0; i-- {
		if e := b.Editions[i]; len(e.Order()) > 0 {
			return e
		}
	}
	return nil
}

// Where lists the editions in which a unit appears, by index in the order of publication, oldest first.
func (r *Report) Where(unit string) []Appearance { return r.where[unit] }

// Board finds an index, or nil.
func (r *Report) Board(id string) *Board {
	for _, b := range r.Boards {
		if b.ID == id {
			return b
		}
	}
	return nil
}

// precedence puts indices in the order of publication: those that rank the unit put forward, those that score it, then
// provinces, ministries and other kinds; the newest first among equals.
func (b *Board) precedence() int {
	if b.Focus != "" {
		for _, e := range b.Editions {
			if e.placeOf(b.Focus) > 0 {
				return 0
			}
		}
		return 1
	}
	if i := slices.Index(kindOrder, b.kind()); i >= 0 {
		return 2 + i
	}
	return 2 + len(kindOrder)
}

// kind is the first kind of units that an index ranks.
func (b *Board) kind() string {
	if len(b.Units) == 0 {
		return ""
	}
	return b.Units[0]
}

// newest is the id of the newest edition that shows anything.
func (b *Board) newest() string {
	if e := b.Latest(); e != nil {
		return e.Edition.ID
	}
	return ""
}
