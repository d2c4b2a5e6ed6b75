package sheet

import "strings"

// references lists the cells that a formula names: A1, $B$2:C9, Sheet1!A1, 'Trả lời'!A1:A3, A:A, 3:7. Text in quotes,
// names of functions and what lies in other files do not count, and names defined in the workbook are not followed.
func references(formula string, sheet int32, names map[string]int32) (all []area) {
	for i := 0; i < len(formula); {
		switch c := formula[i]; {
		case c == '"':
			i += quoted(formula[i:], '"')
		case c == '\'':
			n := quoted(formula[i:], '\'')
			name := strings.ReplaceAll(strings.Trim(formula[i:i+n], "'"), "''", "'")
			if i += n; i < len(formula) && formula[i] == '!' {
				n = onSheet(formula[i+1:], name, names, &all)
				i += 1 + n
			}
		case c == '[': // another file, or the column of a table
			for i < len(formula) && formula[i] != ']' {
				i++
			}
			i = min(i+1, len(formula))
			if n := word(formula[i:]); n > 0 && i+n < len(formula) && formula[i+n] == '!' {
				i += n + 1 + word(formula[i+n+1:])
			}
		case isWord(c):
			n := word(formula[i:])
			switch rest := formula[i+n:]; {
			case strings.HasPrefix(rest, "!"):
				i += n + 1 + onSheet(rest[1:], formula[i:i+n], names, &all)
			case strings.HasPrefix(rest, "("):
				i += n
			default:
				i += take(formula[i:], sheet, &all)
			}
		default:
			i++
		}
	}
	return all
}

// quoted gives the length of a quoted run; a doubled quote does not end it.
func quoted(s string, q byte) int {
	for i := 1; i < len(s); i++ {
		if s[i] != q {
			continue
		}
		if i+1 < len(s) && s[i+1] == q {
			i++
			continue
		}
		return i + 1
	}
	return len(s)
}

func isWord(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '$' || c >= 0x80
}

func word(s string) (n int) {
	for n < len(s) && isWord(s[n]) {
		n++
	}
	return n
}

// onSheet takes a reference behind a sheet's name; one to no sheet of the workbook is passed over.
func onSheet(s, name string, names map[string]int32, all *[]area) int {
	sheet, ok := names[strings.ToLower(name)]
	if !ok {
		var none []area
		return take(s, 0, &none)
	}
	return take(s, sheet, all)
}

// take reads a reference or range at the start of s and gives how much of s it used, at least one letter.
func take(s string, sheet int32, all *[]area) int {
	n := word(s)
	if n == 0 {
		return 0
	}
	a, ok := corner(s[:n])
	a.sheet = sheet
	used := n
	if n < len(s) && s[n] == ':' {
		if m := word(s[n+1:]); m > 0 {
			if b, two := corner(s[n+1 : n+1+m]); two && ok {
				a.to, a.toRow, a.c2Fix, a.r2Fix = b.to, b.toRow, b.c2Fix, b.r2Fix
				used = n + 1 + m
			}
		}
	} else if a.column == 1 && a.to == maxColumns || a.row == 1 && a.toRow == maxRows {
		return used // a bare A or 3 is a name or a number, no column or row
	}
	if ok {
		*all = append(*all, a)
	}
	return used
}

// corner reads A1 with its dollars, or a whole column A, or a whole row 3, as an area.
func corner(s string) (a area, ok bool) {
	a.cFix = strings.HasPrefix(s, "$")
	s = strings.TrimPrefix(s, "$")
	i := 0
	for i < len(s) && i < 4 && (s[i]|0x20) >= 'a' && (s[i]|0x20) <= 'z' {
		a.column = a.column*26 + int32((s[i]|0x20)-'a'+1)
		i++
	}
	rest := s[i:]
	a.rFix = strings.HasPrefix(rest, "$") || i == 0 && a.cFix
	row, whole := digits([]byte(strings.TrimPrefix(rest, "$")))
	a.row = int32(row)
	switch {
	case i > 0 && rest == "":
		a.row, a.rFix, a.to, a.toRow, a.c2Fix, a.r2Fix = 1, true, a.column, maxRows, a.cFix, true
		return a, i <= 3
	case i == 0 && whole:
		a.column, a.cFix, a.to, a.toRow, a.c2Fix, a.r2Fix = 1, true, maxColumns, a.row, true, a.rFix
		return a, true
	}
	a.to, a.toRow, a.c2Fix, a.r2Fix = a.column, a.row, a.cFix, a.rFix
	return a, i > 0 && i <= 3 && whole && row > 0
}
