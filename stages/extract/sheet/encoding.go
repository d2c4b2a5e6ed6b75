package sheet

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// decode gives the text of a CSV file as UTF-8. The rule, in order: a byte order mark, or zero bytes between the letters,
// tell UTF-16; else the first letter outside ASCII decides: if it is well-formed UTF-8, so must all the others be; if
// not, the file is in Windows-1258, Vietnam's code page, and is composed (NFC) on the way. head is how the file begins.
func decode(head []byte, r io.Reader) io.Reader {
	if e := wide(head); e != nil {
		return transform.NewReader(r, e.NewDecoder())
	}
	return transform.NewReader(r, &settler{first: true})
}

// wide tells UTF-16 by its byte order mark, or by the zero bytes between Latin letters; nil for other text.
func wide(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	var odd, even int
	b = b[:min(len(b), 1024)&^1]
	for i := 0; i < len(b); i += 2 {
		if b[i] == 0 {
			even++
		}
		if b[i+1] == 0 {
			odd++
		}
	}
	switch pairs := len(b) / 2; {
	case odd*2 > pairs && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even*2 > pairs && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// errEncoding is UTF-8 that stops being UTF-8.
var errEncoding = errors.New("invalid UTF-8")

// settler passes text on and settles, at the first letter outside ASCII, whether it is UTF-8 or Windows-1258.
type settler struct {
	transform.NopResetter
	first   bool // nothing has passed yet
	settled bool // it is UTF-8
	other   transform.Transformer
}

// Transform implements transform.Transformer.
func (s *settler) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if s.first {
		if len(src) < 3 && !atEOF {
			return 0, 0, transform.ErrShortSrc
		}
		s.first = false
		if bytes.HasPrefix(src, []byte("\ufeff")) {
			s.settled, nSrc = true, 3
		}
	}
	if s.other != nil {
		return s.other.Transform(dst, src, atEOF)
	}
	good, err := s.sound(src[nSrc:], atEOF)
	n := copy(dst, src[nSrc:nSrc+good])
	if n < good {
		err = transform.ErrShortDst
	}
	nDst, nSrc = n, nSrc+n
	if err == errLegacy {
		s.other = transform.Chain(charmap.Windows1258.NewDecoder(), norm.NFC)
		d, r, err := s.other.Transform(dst[nDst:], src[nSrc:], atEOF)
		return nDst + d, nSrc + r, err
	}
	return nDst, nSrc, err
}

// errLegacy tells that the first letter outside ASCII is no UTF-8.
var errLegacy = errors.New("not UTF-8")

// sound gives how many bytes of b may pass as they are, and why the next may not. Until it is settled what the text is,
// the last letter waits for the next: in Windows-1258 that may be a tone to be joined with it.
func (s *settler) sound(b []byte, atEOF bool) (int, error) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !atEOF && !utf8.FullRune(b[i:]) {
			return i, transform.ErrShortSrc
		}
		r, n := utf8.DecodeRune(b[i:])
		switch broken := r == utf8.RuneError && n == 1; {
		case broken && s.settled:
			return i, errEncoding
		case broken:
			return max(i-1, 0), errLegacy
		}
		s.settled = true
		i += n
	}
	if !s.settled && !atEOF && len(b) > 0 {
		return len(b) - 1, transform.ErrShortSrc
	}
	return len(b), nil
}
