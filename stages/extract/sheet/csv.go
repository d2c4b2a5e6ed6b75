package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// openCSV opens text with columns. data is the whole file, or how it begins where stream gives the file.
func openCSV(name string, data []byte, stream io.Reader) (*Book, problem.List) {
	head, _ := io.ReadAll(decode(data, bytes.NewReader(data[:min(len(data), sniffed)])))
	comma, skip := delimiter(string(head))
	b := &Book{File: name, Format: CSV, Comma: comma}
	walked := false
	s := &Sheet{File: name}
	s.walk = func(s *Sheet, yield func(*Row) bool) {
		r := stream
		if stream == nil {
			r = bytes.NewReader(data)
		} else if walked {
			s.Problems.Add(Unreadable(name, errors.New("a stream can be read once")))
			return
		}
		walked = true
		k := &csvWalker{r: decode(data, r), sheet: s, comma: byte(comma), skip: skip, eol: lineEnd(head), line: 1, buf: make([]byte, 0, 256<<10)}
		if stream == nil && len(data) < 1<<20 {
			k.run(yield)
			return
		}
		ahead(k.run, yield)
	}
	b.Sheets = []*Sheet{s}
	return b, nil
}

// delimiter tells what parts the columns: a first line sep=; says so itself (skip is then true); else that of tab,
// semicolon and comma which stands equally often in most of the first lines, outside quotes; the first of these on a tie.
func delimiter(head string) (comma rune, skip bool) {
	if line, _, _ := strings.Cut(head, "\n"); len(strings.TrimSpace(line)) == 5 && strings.HasPrefix(strings.ToLower(line), "sep=") {
		return rune(line[4]), true
	}
	if strings.HasPrefix(head, "sep=\t") {
		return '\t', true
	}
	best, comma := 0, ','
	for _, d := range "\t;," {
		if n := agreeing(head, byte(d)); n > best {
			best, comma = n, d
		}
	}
	return comma, false
}

// agreeing counts, among the first 50 lines that are not blank, those that share the commonest number (not 0) of d.
func agreeing(head string, d byte) int {
	counts, lines, n, quoted, blank := map[int]int{}, 0, 0, false, true
	for i := 0; i < len(head) && lines < 50; i++ {
		switch c := head[i]; {
		case c == '"':
			quoted, blank = !quoted, false
		case quoted:
		case c == d:
			n, blank = n+1, false
		case c == '\n':
			if !blank {
				lines++
				counts[n]++
			}
			n, blank = 0, true
		case c != ' ' && c != '\r':
			blank = false
		}
	}
	if !blank && lines < 50 {
		counts[n]++
	}
	most := 0
	for n, lines := range counts {
		if n > 0 && lines > most {
			most = lines
		}
	}
	return most
}

// csvWalker cuts text into records.
type csvWalker struct {
	r     io.Reader
	sheet *Sheet
	comma byte
	skip  bool // the first line only names the delimiter

	eol byte // \n, or \r in files from old Macs

	buf     []byte
	pos     int
	eof     bool
	err     error
	line    int // of the record that comes next, from 1
	row     Row
	number  int
	scratch []byte
	tally   Tally
}

// fill reads on, moving what is not consumed to the front. False at the end.
func (k *csvWalker) fill() bool {
	if k.eof {
		return false
	}
	k.buf = k.buf[:copy(k.buf, k.buf[k.pos:])]
	k.pos = 0
	if len(k.buf) == cap(k.buf) {
		k.buf = append(make([]byte, 0, 2*cap(k.buf)), k.buf...)
	}
	n, err := io.ReadAtLeast(k.r, k.buf[len(k.buf):cap(k.buf)], 1)
	k.buf = k.buf[:len(k.buf)+n]
	if err != nil {
		k.eof = true
		if err != io.EOF {
			k.err = err
		}
	}
	return n > 0
}

// run walks the records. Row numbers count blank lines, as a spreadsheet program does.
func (k *csvWalker) run(yield func(*Row) bool) {
	for k.pos < len(k.buf) || k.fill() {
		n, quoted := k.record()
		if n > maxToken {
			k.sheet.Problems.Add(csvQuote.At(k.place(), ""))
			return
		}
		rec := k.buf[k.pos : k.pos+n]
		k.number++
		k.row = Row{Number: k.number, Line: k.line, Cells: k.row.Cells[:0]}
		lines := 1
		if quoted {
			lines = max(1, bytes.Count(rec, []byte{k.eol}))
			k.splitQuoted(k.trimEnd(rec))
		} else {
			k.split(k.trimEnd(rec))
		}
		k.pos += n
		more := len(k.row.Cells) == 0 || k.skip && k.number == 1 || yield(&k.row)
		k.line += lines
		if !more {
			return
		}
	}
	switch {
	case errors.Is(k.err, errEncoding):
		k.sheet.Problems.Add(fileText.At(problem.Place{File: k.sheet.File, Line: k.line}, "", "encoding", "UTF-8"))
	case k.err != nil:
		k.sheet.Problems.Add(Unreadable(k.sheet.File, k.err))
	}
	k.sheet.Problems.Add(k.tally.Rest(k.sheet.Place(0, 0))...)
}

func (k *csvWalker) place() problem.Place { return problem.Place{File: k.sheet.File, Line: k.line} }

// record gives the length of the next record with its line end, and whether quotes occur in it. A line end between
// quotes does not end it.
func (k *csvWalker) record() (n int, quoted bool) {
	quotes, from := 0, 0 // from: what has been searched
	for {
		i := bytes.IndexByte(k.buf[k.pos+from:], k.eol)
		end := len(k.buf) - k.pos
		if i >= 0 {
			end = from + i + 1
		}
		quotes += bytes.Count(k.buf[k.pos+from:k.pos+end], []byte{'"'})
		from = end
		if i >= 0 && quotes%2 == 0 || from > maxToken || i < 0 && !k.fill() {
			return from, quotes > 0
		}
	}
}

func (k *csvWalker) trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte{k.eol}), []byte("\r"))
}

// lineEnd tells what ends a line.
func lineEnd(head []byte) byte {
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// split cuts a record without quotes; its cells share one string.
func (k *csvWalker) split(rec []byte) {
	s := string(rec)
	for column := 1; ; column++ {
		i := strings.IndexByte(s, k.comma)
		field := s
		if i >= 0 {
			field = s[:i]
		}
		if !k.put(column, field) || i < 0 {
			return
		}
		s = s[i+1:]
	}
}

// put adds a field to the row; false beyond the last column that a sheet can have.
func (k *csvWalker) put(column int, field string) bool {
	if column > maxColumns {
		if k.tally.More(sheetTooLarge.Code) {
			k.sheet.Problems.Add(sheetTooLarge.At(k.place(), strconv.Itoa(column)))
		}
		return false
	}
	if field != "" {
		k.row.Cells = append(k.row.Cells, Cell{Column: column, Kind: Text, Text: field})
	}
	return true
}

// splitQuoted cuts a record in which fields are quoted. A quote inside an unquoted field is a letter like others.
func (k *csvWalker) splitQuoted(rec []byte) {
	for column := 1; ; column++ {
		var field string
		sound, quoted := true, false
		lead := len(rec) - len(bytes.TrimLeft(rec, " "))
		if lead < len(rec) && rec[lead] == '"' {
			quoted = true
			field, rec, sound = k.quotedField(rec[lead+1:])
		} else if i := bytes.IndexByte(rec, k.comma); i >= 0 {
			field, rec = string(rec[:i]), rec[i:]
		} else {
			field, rec = string(rec), nil
		}
		sound = sound && (quoted || strings.IndexByte(field, k.eol) < 0)
		if !sound && k.tally.More(csvQuote.Code) {
			k.sheet.Problems.Add(csvQuote.At(k.place(), clip([]byte(field))))
		}
		if !k.put(column, field) || len(rec) == 0 {
			return
		}
		rec = rec[1:]
	}
}

// quotedField reads on from behind an opening quote and gives the field and what follows it, delimiter first.
func (k *csvWalker) quotedField(rec []byte) (field string, rest []byte, sound bool) {
	k.scratch = k.scratch[:0]
	for {
		i := bytes.IndexByte(rec, '"')
		if i < 0 {
			return string(append(k.scratch, rec...)), nil, false
		}
		k.scratch = append(k.scratch, rec[:i]...)
		rec = rec[i+1:]
		if len(rec) > 0 && rec[0] == '"' {
			k.scratch, rec = append(k.scratch, '"'), rec[1:]
			continue
		}
		after := bytes.IndexByte(rec, k.comma)
		if after < 0 {
			after = len(rec)
		}
		return string(append(k.scratch, rec[:after]...)), rec[after:], len(bytes.TrimSpace(rec[:after])) == 0
	}
}
