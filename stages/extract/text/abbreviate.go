package text

import (
	"strings"
	"unicode"

	"xephang/stages/units"
)

// abbreviated gives the ways in which papers shorten a ministry's name: the first letters of its parts, joined or parted
// by dashes, commas or "&" ("Bộ VH-TT-DL", "Bộ VHTT&DL" of Bộ Văn hóa, Thể thao và Du lịch). Names of a single part have none.
func abbreviated(u units.Unit) (all []string) {
	bare, ok := strings.CutPrefix(u.Name.VI, "Bộ ")
	if !ok || u.Kind != "ministry" {
		return nil
	}
	var parts []string
	for part := range strings.SplitSeq(strings.NewReplacer(" và ", ",", " - ", ",", " – ", ",").Replace(bare), ",") {
		if s := initials(part); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) < 2 || len(parts) > 4 {
		return nil
	}
	for joints := 0; joints < 1<<(len(parts)-1); joints++ {
		parted, and := parts[0], parts[0]
		for i, s := range parts[1:] {
			sep, last := "", ""
			if joints>>i&1 == 1 {
				sep, last = " ", " "
				if i == len(parts)-2 {
					last = " và "
				}
			}
			parted, and = parted+sep+s, and+last+s
		}
		all = append(all, "Bộ "+parted, "Bộ "+and)
	}
	return all
}

// initials are the first letters of a part's words: "Thương binh" is TB.
func initials(part string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(part) {
		r := []rune(w)[0]
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}
