package book

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const longest = 31 // characters in the name of a sheet

// sheetName makes a name that Excel takes: without : \ / ? * [ ], not led or ended by an apostrophe, at most 31
// characters and cut between words, unlike any in taken (Excel does not tell capitals apart) and not the reserved "History".
func sheetName(want string, taken func(string) bool) string {
	clean := strings.Map(func(c rune) rune {
		if strings.ContainsRune(`:\/?*[]`, c) || c < ' ' || c == utf8.RuneError {
			return ' '
		}
		return c
	}, want)
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), "' ")
	if clean == "" {
		clean = "–"
	}
	name := strings.Trim(cutWords(clean, longest), "' ")
	for n := 2; taken(name) || strings.EqualFold(name, "history"); n++ {
		mark := " " + strconv.Itoa(n)
		name = cutWords(clean, longest-len(mark)) + mark
	}
	return name
}

// cutWords shortens a text to at most n characters, between words where it can, and leaves no punctuation at its end.
// Excel counts in UTF-16: a character beyond the first plane is two.
func cutWords(s string, n int) string {
	if wideLen(s) <= n {
		return s
	}
	runes := []rune(s)
	cut, wide := 0, 0
	for cut < len(runes) && wide+wideLen(string(runes[cut])) <= n {
		wide += wideLen(string(runes[cut]))
		cut++
	}
	whole := cut
	for cut > 0 && runes[cut] != ' ' {
		cut--
	}
	if cut == 0 {
		cut = whole
	}
	return strings.TrimRight(string(runes[:cut]), " ,;.–-('&")
}

// wideLen counts UTF-16 code units.
func wideLen(s string) (n int) {
	for _, c := range s {
		n++
		if c > 0xffff {
			n++
		}
	}
	return n
}

// heads makes the heads of a table unlike each other, as Excel asks for, not telling capitals apart.
func heads(columns []column) []string {
	taken, all := map[string]bool{}, make([]string, len(columns))
	for i, c := range columns {
		head := c.head
		for n := 2; taken[strings.ToLower(head)] || head == ""; n++ {
			head = strings.TrimSpace(c.head + " " + strconv.Itoa(n))
		}
		taken[strings.ToLower(head)] = true
		all[i] = head
	}
	return all
}

// quoted names a sheet inside a reference: 'Ghi chú & nguồn'!.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" }

// tableName is a name for a table: Bang_1, Bang_2, … One a sheet.
func tableName(n int) string { return "Bang_" + strconv.Itoa(n) }
