package sheet

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// events writes down the tokens of a document, text joined, so that two readers can be compared.
func events(r io.Reader) (string, error) {
	s, out, pending := newScanner(r), strings.Builder{}, []byte(nil)
	flush := func() {
		if len(pending) > 0 {
			out.WriteString("T" + string(pending) + "\n")
		}
		pending = pending[:0]
	}
	for {
		t, err := s.next()
		if err != nil || t == ended {
			flush()
			return out.String(), err
		}
		if t != text {
			flush()
		}
		switch t {
		case text:
			if pending, err = s.unescaped(pending); err != nil {
				return out.String(), err
			}
		case start:
			out.WriteString("<" + string(s.name))
			for _, a := range s.attrs {
				v, err := unescape(nil, a.value)
				if err != nil {
					return out.String(), err
				}
				out.WriteString(" " + string(a.name) + "=" + string(v))
			}
			out.WriteString("\n")
		case end:
			out.WriteString(">" + string(s.name) + "\n")
		}
	}
}

// wanted is events by encoding/xml.
func wanted(b []byte) (string, error) {
	d, out, pending := xml.NewDecoder(bytes.NewReader(b)), strings.Builder{}, ""
	roots, depth := 0, 0
	flush := func() {
		if pending != "" {
			out.WriteString("T" + pending + "\n")
		}
		pending = ""
	}
	for {
		t, err := d.RawToken()
		if err != nil {
			flush()
			if err == io.EOF && (depth != 0 || roots != 1) {
				err = io.ErrUnexpectedEOF
			}
			return out.String(), err
		}
		if _, ok := t.(xml.CharData); !ok {
			if _, ok := t.(xml.Comment); !ok {
				flush()
			}
		}
		switch t := t.(type) {
		case xml.CharData:
			if depth > 0 {
				pending += string(t)
			} else if strings.Trim(string(t), " \t\r\n\ufeff") != "" {
				return "", io.ErrUnexpectedEOF
			}
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			out.WriteString("<" + t.Name.Local)
			for _, a := range t.Attr {
				out.WriteString(" " + a.Name.Local + "=" + a.Value)
			}
			out.WriteString("\n")
		case xml.EndElement:
			depth--
			out.WriteString(">" + t.Name.Local + "\n")
		case xml.Directive:
			return "", io.ErrUnexpectedEOF
		}
	}
}

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<x:worksheet xmlns:x="urn:x"><!-- a > b --><x:sheetData><x:row r='1' a="x>y"><x:c r="A1" t="s"/><c><v>1 &lt; 2 &#7879;&#x110;</v></c>` +
	`<![CDATA[<raw> & ]]></x:row ></x:sheetData><?pi?></x:worksheet>
`

func TestScannerReadsAsEncodingXML(t *testing.T) {
	got, err := events(strings.NewReader(sample))
	want, _ := wanted([]byte(sample))
	if err != nil || got != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	if slow, err := events(iotest.OneByteReader(strings.NewReader(sample))); err != nil || slow != want {
		t.Errorf("byte by byte: %v\n%s", err, slow)
	}
}

// A document cut off anywhere before the end of its root is refused.
func TestScannerTellsEveryCut(t *testing.T) {
	whole := strings.TrimSpace(sample)
	for n := range len(whole) {
		if _, err := events(strings.NewReader(whole[:n])); err == nil {
			t.Errorf("cut at %d of %d is taken for whole: …%s", n, len(whole), whole[max(0, n-20):n])
		}
	}
}

func TestScannerRefuses(t *testing.T) {
	for _, doc := range []string{"", " ", "x", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b></a>", "<a b=c></a>", `<a b="c></a>`, `<a b="<"/>`, `<a b="1"c="2"/>`,
		"<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&amp</a>", "<a><b></a></b>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<1/>", "< a/>", "<a>&#xD800;</a>", "<![CDATA[x]]>",
		strings.Repeat("<a>", maxDepth+1) + strings.Repeat("</a>", maxDepth+1)} {
		if got, err := events(strings.NewReader(doc)); err == nil {
			t.Errorf("%.60q is read as %q", doc, got)
		}
	}
	broken := io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(io.ErrClosedPipe))
	if _, err := events(broken); err != io.ErrClosedPipe {
		t.Errorf("the reader's error is lost: %v", err)
	}
}

func TestScannerBoundsATag(t *testing.T) {
	if _, err := events(io.MultiReader(strings.NewReader(`<a b="`), strings.NewReader(strings.Repeat("x", maxToken+1)))); err == nil {
		t.Error("a tag of any length is read")
	}
}

// FuzzXML holds the scanner against encoding/xml: what both take they take alike. encoding/xml is the
// stricter on names, characters and encodings, so what it refuses is no matter.
func FuzzXML(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte(`<a b='"' c="'">x<d/>y</a>`))
	f.Add([]byte("\ufeff<a>\r\n</a>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := events(bytes.NewReader(b))
		if err != nil {
			return
		}
		want, bad := wanted(b)
		if bad != io.EOF {
			return
		}
		if got != want {
			t.Fatalf("read as\n%s\nwant\n%s", got, want)
		}
	})
}
