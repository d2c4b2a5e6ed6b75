package sheet

import "strings"

// odsText gathers the paragraphs of a cell, one line each; comments are left out.
func odsText(s *scanner) (string, error) {
	var text []byte
	lines := 0
	for depth := len(s.marks); len(s.marks) >= depth; {
		t, err := s.next()
		if err != nil {
			return "", err
		}
		if t != start {
			continue
		}
		switch {
		case s.is("annotation") || s.is("table") || s.is("frame"):
			err = s.pass()
		case s.is("p") || s.is("h"):
			if lines++; lines > 1 {
				text = append(text, '\n')
			}
			text, err = odsParagraph(s, text)
		}
		if err != nil {
			return "", err
		}
	}
	return strings.ToValidUTF8(string(text), "\ufffd"), nil
}

// odsParagraph appends the text of a paragraph: runs of blanks and tabs are elements there.
func odsParagraph(s *scanner, dst []byte) ([]byte, error) {
	for depth := len(s.marks); len(s.marks) >= depth; {
		t, err := s.next()
		if err != nil {
			return dst, err
		}
		switch {
		case t == text:
			if dst, err = s.unescaped(dst); err != nil {
				return dst, err
			}
		case t != start:
		case s.is("s"):
			dst = append(dst, strings.Repeat(" ", repeat(s.attr("c"), 1024))...)
		case s.is("tab"):
			dst = append(dst, '\t')
		case s.is("line-break"):
			dst = append(dst, '\n')
		case s.is("annotation") || s.is("note") || s.is("ruby-text"):
			if err := s.pass(); err != nil {
				return dst, err
			}
		}
	}
	return dst, nil
}
