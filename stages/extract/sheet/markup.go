package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// attributes splits what follows the name of a start tag.
func (s *scanner) attributes(b []byte) error {
	s.attrs = s.attrs[:0]
	for {
		i := 0
		for i < len(b) && isBlank(b[i]) {
			i++
		}
		if i == len(b) {
			return nil
		}
		if i == 0 {
			return fmt.Errorf("no space before the attribute %q", clip(b))
		}
		b = b[i:]
		eq := bytes.IndexByte(b, '=')
		if eq < 0 || !isName(bytes.TrimRight(b[:eq], " \t\r\n")) {
			return fmt.Errorf("attribute %q has no value", clip(b))
		}
		name := bytes.TrimRight(b[:eq], " \t\r\n")
		b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
		if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
			return fmt.Errorf("attribute %q has no quotes", clip(name))
		}
		q := bytes.IndexByte(b[1:], b[0])
		if q < 0 || bytes.IndexByte(b[1:q+1], '<') >= 0 {
			return fmt.Errorf("attribute %q does not end", clip(name))
		}
		s.attrs = append(s.attrs, attr{local(name), b[1 : q+1]})
		b = b[q+2:]
	}
}

// attr gives the value of an attribute of the start tag, by local name, as it stands in the document; nil if absent.
func (s *scanner) attr(name string) []byte {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return s.attrs[i].value
		}
	}
	return nil
}

// get is attr, unescaped.
func (s *scanner) get(name string) string {
	b, err := unescape(nil, s.attr(name))
	if err != nil {
		return ""
	}
	return string(b)
}

// is tells the local name of the tag.
func (s *scanner) is(name string) bool { return string(s.name) == name }

// pass steps over the rest of the element whose start tag was just read.
func (s *scanner) pass() error {
	for depth := len(s.marks); len(s.marks) >= depth; {
		if t, err := s.next(); err != nil || t == ended {
			return err
		}
	}
	return nil
}

// content appends the text directly inside the element whose start tag was just read and steps past its end.
func (s *scanner) content(dst []byte) ([]byte, error) {
	for depth := len(s.marks); len(s.marks) >= depth; {
		t, err := s.next()
		if err != nil {
			return dst, err
		}
		if t == text && len(s.marks) == depth {
			if dst, err = s.unescaped(dst); err != nil {
				return dst, err
			}
		}
	}
	return dst, nil
}

// unescaped appends the current run of text as it reads.
func (s *scanner) unescaped(dst []byte) ([]byte, error) {
	if s.cdata {
		return append(dst, oneLineEnd(s.raw)...), nil
	}
	return unescape(dst, s.raw)
}

// unescape appends b with its entities replaced. Only the five of XML and numbers are known.
func unescape(dst, b []byte) ([]byte, error) {
	b = oneLineEnd(b)
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(dst, b...), nil
		}
		dst, b = append(dst, b[:i]...), b[i+1:]
		j := bytes.IndexByte(b, ';')
		if j < 0 {
			return dst, errors.New("& without an entity")
		}
		r, ok := entity(string(b[:j]))
		if !ok {
			return dst, fmt.Errorf("unknown entity &%s;", clip(b[:j]))
		}
		dst, b = utf8.AppendRune(dst, r), b[j+1:]
	}
}

// oneLineEnd makes every line end \n, as XML wants it of a reader.
func oneLineEnd(b []byte) []byte {
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

func entity(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isName is looser than XML on which letters a name may have, but never takes markup for one.
func isName(b []byte) bool {
	if len(b) == 0 || bytes.ContainsAny(b, "<>&\"'=/;! \t\r\n") || b[0] >= '0' && b[0] <= '9' || b[0] == '-' || b[0] == '.' {
		return false
	}
	prefix, name, two := bytes.Cut(b, []byte(":"))
	return !two || len(prefix) > 0 && len(name) > 0 && bytes.IndexByte(name, ':') < 0
}

// clip keeps what a message quotes short.
func clip(b []byte) string {
	if len(b) > 40 {
		b = append(b[:40:40], "…"...)
	}
	return string(bytes.ToValidUTF8(b, []byte("\ufffd")))
}
