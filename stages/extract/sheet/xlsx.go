package sheet

import (
	"io"
	"path"
	"strings"

	"xephang/stages/extract/legacy"
	"xephang/stages/problem"
)

// workbook is an open .xlsx package: what the sheets share.
type workbook struct {
	*pack
	book    *Book
	strings []string

	converted []int    // of the strings, those with runs in a font from before Unicode, ascending
	formats   []format // by style number
	fromDay   int      // 1904 where the file counts days from there, else 1900
	cells     int      // met so far, over all sheets

	sheetParts []string // of book.Sheets
	iterates   bool     // circular formulas are meant to be worked out in rounds
	graph      *formulas
	computer   *computer
}

// openXLSX reads what the sheets share; the sheets themselves are scanned as they are walked.
func openXLSX(p *pack) (*Book, problem.List) {
	main := p.main()
	w := &workbook{pack: p, book: &Book{File: p.file, Format: XLSX}, fromDay: 1900}
	if p.parts["xl/workbook.bin"] != nil || strings.HasSuffix(main, ".bin") {
		return nil, problem.List{fileFormat.At(problem.Place{File: p.file}, "Excel binary (.xlsb)")}
	}
	rels, err := p.relations(main)
	if err != nil {
		return nil, problem.List{p.damaged(main, err)}
	}
	if err := w.readMain(main, rels); err != nil {
		return nil, problem.List{p.damaged(main, err)}
	}
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			err = w.readStrings(r.target)
		case strings.HasSuffix(r.kind, "/styles"):
			err = w.readStyles(r.target)
		}
		if err != nil {
			return nil, problem.List{p.damaged(r.target, err)}
		}
	}
	return w.book, nil
}

// relation is a line of a .rels part.
type relation struct{ id, kind, target string }

// main finds the workbook part through the package's relations; empty where there is none.
func (p *pack) main() string {
	rels, err := p.relations("")
	if err != nil {
		return ""
	}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/officeDocument") && strings.HasPrefix(strings.ToLower(r.target), "xl/") {
			return r.target
		}
	}
	return ""
}

// relations reads the relations of a part ("" = the package), targets resolved to names of parts.
func (p *pack) relations(part string) ([]relation, error) {
	dir, base := path.Split(part)
	s, c, err := p.xml(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil, err
	}
	defer c.Close()
	var rels []relation
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return rels, err
		}
		if t == start && s.is("Relationship") && s.get("TargetMode") != "External" {
			target := s.get("Target")
			if !strings.HasPrefix(target, "/") {
				target = dir + target
			}
			rels = append(rels, relation{s.get("Id"), s.get("Type"), strings.TrimPrefix(path.Clean(target), "/")})
		}
	}
}

// readMain reads the list of sheets, the date system and the defined names.
func (w *workbook) readMain(part string, rels []relation) error {
	s, c, err := w.xml(part)
	if err != nil {
		return err
	}
	defer c.Close()
	target := map[string]string{}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/worksheet") {
			target[r.id] = r.target
		}
	}
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return err
		}
		if t != start {
			continue
		}
		switch {
		case s.is("workbookPr") && truth(s.get("date1904")):
			w.fromDay, w.book.fromDay = 1904, 1904
		case s.is("calcPr"):
			w.iterates = truth(s.get("iterate"))
		case s.is("sheet"):
			if to, ok := target[s.get("id")]; ok { // chart and dialog sheets hold no cells
				w.addSheet(s.get("name"), s.get("state"), to)
			}
		case s.is("definedName"):
			n := Name{Name: s.get("name"), Hidden: truth(s.get("hidden"))}
			refers, err := s.content(nil)
			if err != nil {
				return err
			}
			n.Refers = string(refers)
			w.book.Names = append(w.book.Names, n)
		}
	}
}

func (w *workbook) addSheet(name, state, part string) {
	n := len(w.book.Sheets)
	w.sheetParts = append(w.sheetParts, part)
	sh := &Sheet{File: w.file, Name: name, Hidden: state != "" && state != "visible",
		walk: func(sh *Sheet, yield func(*Row) bool) { w.walk(sh, n, yield) }}
	sh.compute = func(row int, c *Cell) error { return w.compute(sh, row, c, c.Text) }
	w.book.Sheets = append(w.book.Sheets, sh)
}

func truth(s string) bool { return s == "1" || s == "true" }

// readStrings reads the shared strings: every text of the workbook once.
func (w *workbook) readStrings(part string) error {
	s, c, err := w.xml(part)
	if err != nil {
		return err
	}
	defer c.Close()
	size := 0
	for {
		t, err := s.next()
		if err != nil || t == ended {
			return err
		}
		if t == start && s.is("si") {
			text, converted, err := richText(s, nil)
			if err != nil {
				return err
			}
			if converted {
				w.converted = append(w.converted, len(w.strings))
			}
			if size += len(text); size > maxStrings {
				return io.ErrShortBuffer
			}
			w.strings = append(w.strings, plain(text))
		}
	}
}

// richText gathers the t elements of an si or is element, runs included, phonetic guides left out. A run that has a font
// of its own from before Unicode is converted.
func richText(s *scanner, dst []byte) (text []byte, converted bool, err error) {
	var font *legacy.Font
	for depth := len(s.marks); len(s.marks) >= depth; {
		t, err := s.next()
		if err != nil {
			return dst, converted, err
		}
		if t != start {
			continue
		}
		from := len(dst)
		switch {
		case s.is("r"):
			font = nil
		case s.is("rFont"):
			font = legacy.OfFont(s.get("val"))
		case s.is("t"):
			dst, err = s.content(dst)
			if now, changed := font.Text(string(dst[from:])); changed {
				dst, converted = append(dst[:from], now...), true
			}
		case s.is("rPh"):
			err = s.pass()
		}
		if err != nil {
			return dst, converted, err
		}
	}
	return dst, converted, nil
}

// plain makes a string of text from a package: _x000D_ stands for a character XML cannot hold, broken UTF-8 is marked.
func plain(b []byte) string {
	s := strings.ToValidUTF8(string(b), "\ufffd")
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			return out.String() + s
		}
		if r, ok := hex4(s[i+2 : i+6]); ok && s[i+6] == '_' {
			out.WriteString(s[:i])
			out.WriteRune(r)
			s = s[i+7:]
			continue
		}
		out.WriteString(s[:i+2])
		s = s[i+2:]
	}
}

func hex4(s string) (r rune, ok bool) {
	for _, c := range []byte(s) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
