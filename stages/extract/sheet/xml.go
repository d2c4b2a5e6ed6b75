package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// token is what the scanner stands on.
type token uint8

const (
	ended token = iota // the document is complete
	start              // a start tag; a tag that closes itself is a start and an end
	end                // an end tag
	text               // a run of text or a CDATA section
)

// scanner reads XML from a stream, a token at a time, in one buffer, and refuses what is not well-formed: tags that do
// not nest, a document that stops early, text outside the root. It knows what spreadsheets use; DOCTYPE is refused, so
// no entity can grow. About 15 times as fast as encoding/xml, which a fuzz test holds it against.
type scanner struct {
	r    io.Reader
	buf  []byte
	pos  int   // start of what is not consumed
	gone int64 // bytes consumed before buf
	eof  bool
	err  error // of the reader

	name  []byte // local name of a tag
	raw   []byte // text as it stands in the document
	cdata bool   // raw is not to be unescaped
	attrs []attr
	open  []byte // names of the open elements, one after the other
	marks []int  // where each begins in open
	close bool   // a self-closing tag still owes its end
	seen  bool   // the root has been seen
}

// attr is an attribute of a start tag, its value as it stands in the document.
type attr struct{ name, value []byte }

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 0, 64<<10)} }

var errShort = errors.New("the document stops before its end")

// more reads on; what is not consumed stays, moved to the front of the buffer. False at the end of the stream.
func (s *scanner) more() bool {
	if s.eof {
		return false
	}
	if s.pos > 0 {
		s.gone += int64(s.pos)
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if len(s.buf) == cap(s.buf) {
		if cap(s.buf) >= maxToken {
			s.eof, s.err = true, fmt.Errorf("a tag or text of over %d bytes", maxToken)
			return false
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	for tries := 0; tries < 100; tries++ {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err != nil {
			s.eof = true
			if err != io.EOF {
				s.err = err
			}
		}
		if n > 0 || s.eof {
			return n > 0
		}
	}
	s.eof, s.err = true, io.ErrNoProgress
	return false
}

// find gives the length up to and with the first mark from pos+from on, reading on as needed; −1 at the end.
func (s *scanner) find(from int, mark string) int {
	for {
		if s.pos+from < len(s.buf) {
			if i := bytes.Index(s.buf[s.pos+from:], []byte(mark)); i >= 0 {
				return from + i + len(mark)
			}
			from = max(from, len(s.buf)-s.pos-len(mark)+1)
		}
		if !s.more() {
			return -1
		}
	}
}

// next steps to the next token. Comments and processing instructions are stepped over.
func (s *scanner) next() (token, error) {
	if s.close {
		s.close = false
		s.attrs = s.attrs[:0]
		s.pop()
		return end, nil
	}
	for {
		if s.pos == len(s.buf) && !s.more() {
			return ended, s.finish()
		}
		if s.buf[s.pos] != '<' {
			if t, err := s.text(); t == text || err != nil {
				return t, err
			}
			continue
		}
		for len(s.buf)-s.pos < 9 && s.more() { // enough to tell the kinds of markup apart
		}
		switch m := s.buf[s.pos:]; {
		case bytes.HasPrefix(m, []byte("<?")):
			if err := s.skip(2, "?>"); err != nil {
				return ended, err
			}
		case bytes.HasPrefix(m, []byte("<!--")):
			if err := s.skip(4, "-->"); err != nil {
				return ended, err
			}
		case bytes.HasPrefix(m, []byte("<![CDATA[")):
			return s.section()
		case bytes.HasPrefix(m, []byte("<!")):
			return ended, errors.New("a document type, which no spreadsheet has")
		case bytes.HasPrefix(m, []byte("</")):
			return s.endTag()
		default:
			return s.startTag()
		}
	}
}

// finish judges the end of the stream.
func (s *scanner) finish() error {
	switch {
	case s.err != nil:
		return s.err
	case len(s.marks) > 0 || !s.seen:
		return errShort
	}
	return nil
}

// skip steps over markup up to its closing mark.
func (s *scanner) skip(from int, mark string) error {
	n := s.find(from, mark)
	if n < 0 {
		return s.cut()
	}
	s.pos += n
	return nil
}

// cut is the error of markup that does not end.
func (s *scanner) cut() error {
	if s.err != nil {
		return s.err
	}
	return errShort
}

// text takes the text up to the next tag. Outside the root only white space may stand: then it gives ended and no error.
func (s *scanner) text() (token, error) {
	n := s.find(0, "<")
	if n < 0 {
		if s.err != nil || len(s.marks) > 0 {
			return ended, s.cut()
		}
		n = len(s.buf) - s.pos + 1
	}
	s.raw, s.cdata = s.buf[s.pos:s.pos+n-1], false
	s.pos += n - 1
	if len(s.marks) > 0 {
		return text, nil
	}
	if len(bytes.Trim(s.raw, " \t\r\n\ufeff")) > 0 {
		return ended, errors.New("text outside the document")
	}
	return ended, nil
}

func (s *scanner) section() (token, error) {
	n := s.find(9, "]]>")
	if n < 0 {
		return ended, s.cut()
	}
	s.raw, s.cdata = s.buf[s.pos+9:s.pos+n-3], true
	s.pos += n
	if len(s.marks) == 0 {
		return ended, errors.New("text outside the document")
	}
	return text, nil
}

func (s *scanner) endTag() (token, error) {
	n := s.find(2, ">")
	if n < 0 {
		return ended, s.cut()
	}
	name := bytes.TrimRight(s.buf[s.pos+2:s.pos+n-1], " \t\r\n")
	s.pos += n
	if len(s.marks) == 0 || !bytes.Equal(name, s.open[s.marks[len(s.marks)-1]:]) {
		return ended, fmt.Errorf("</%s> closes nothing that is open", clip(name))
	}
	s.name = local(name)
	s.attrs = s.attrs[:0]
	s.marks, s.open = s.marks[:len(s.marks)-1], s.open[:s.marks[len(s.marks)-1]]
	return end, nil
}

// pop closes the innermost element; its name stays in s.name.
func (s *scanner) pop() {
	at := s.marks[len(s.marks)-1]
	s.name = local(s.open[at:])
	s.open, s.marks = s.open[:at], s.marks[:len(s.marks)-1]
}

func (s *scanner) startTag() (token, error) {
	n, err := s.tagEnd()
	if err != nil {
		return ended, err
	}
	tag := s.buf[s.pos+1 : s.pos+n-1]
	s.pos += n
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.close, tag = true, tag[:len(tag)-1]
	}
	i := 0
	for i < len(tag) && !isBlank(tag[i]) {
		i++
	}
	if !isName(tag[:i]) {
		return ended, fmt.Errorf("<%s is no tag", clip(tag[:i]))
	}
	if len(s.marks) == 0 && s.seen {
		return ended, errors.New("a second root")
	}
	if len(s.marks) >= maxDepth {
		return ended, fmt.Errorf("elements nested over %d deep", maxDepth)
	}
	s.seen = true
	s.marks = append(s.marks, len(s.open))
	s.open = append(s.open, tag[:i]...)
	s.name = local(tag[:i])
	return start, s.attributes(tag[i:])
}

// tagEnd gives the length of the start tag at pos; a > inside quotes does not end it.
func (s *scanner) tagEnd() (int, error) {
	from := 1
	for {
		n := s.find(from, ">")
		if n < 0 {
			return 0, s.cut()
		}
		tag := s.buf[s.pos : s.pos+n]
		q := quoteOpen(tag)
		if q == 0 {
			return n, nil
		}
		from = n
	}
}

// quoteOpen gives the quote that is open at the end of a tag, 0 for none.
func quoteOpen(tag []byte) byte {
	var q byte
	for i := 0; i < len(tag); i++ {
		switch c := tag[i]; {
		case q != 0:
			j := bytes.IndexByte(tag[i:], q)
			if j < 0 {
				return q
			}
			i += j
			q = 0
		case c == '"' || c == '\'':
			q = c
		}
	}
	return q
}
