package text

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// heads are words behind which the name of a body stands that is in no list: departments, districts, banks, companies.
var heads = map[string]string{
	"sở": "department", "huyện": "district", "quận": "district", "thị xã": "district", "thành phố": "district", "tp": "district",
	"phường": "commune", "xã": "commune", "thị trấn": "commune",
	"ngân hàng": "bank", "tập đoàn": "company", "tổng công ty": "company", "công ty": "company", "tổng cục": "office", "kho bạc": "office",
}

// fields are departments' fields that no ministry has for its name.
var fields = []string{"du lịch", "ngoại vụ", "quy hoạch kiến trúc", "văn hoá và thể thao", "văn hoá", "an toàn thực phẩm", "nông nghiệp", "công nghiệp"}

// generic reads a body of that kind from tokens[i] on: "Sở Tài chính", "huyện Gia Lâm", "Ngân hàng TMCP Quân đội".
func (g *gazetteer) generic(text []rune, tokens []token, i int) (found []known, end int) {
	if entry, end := lex.companies.longest(tokens, i, false); end > 0 && tokens[i].upper {
		return []known{lex.brands[entry[0]]}, end
	}
	kind, from := "", i
	for n := 3; n > 0 && kind == ""; n-- {
		if i+n < len(tokens) {
			kind, from = heads[lowOf(tokens[i:i+n])], i+n
		}
	}
	if kind == "" || from < len(tokens) && tokens[from].low == "." && kind != "district" {
		return nil, 0
	}
	if from < len(tokens) && tokens[from].low == "." {
		from++
	}
	switch kind {
	case "department":
		end = g.field(tokens, from)
	case "bank", "company", "office":
		end = g.proper(tokens, from, true)
	default:
		end = g.proper(tokens, from, false)
	}
	if end <= from {
		return nil, 0
	}
	name := []rune(strings.Join(strings.Fields(norm.NFC.String(string(text[tokens[i].start:tokens[end-1].end]))), " "))
	return []known{{kind: kind, name: strings.ToUpper(string(name[:1])) + string(name[1:])}}, end
}

func lowOf(tokens []token) string {
	s := tokens[0].low
	for _, t := range tokens[1:] {
		s += " " + t.low
	}
	return s
}

// field is the end of a department's field: what can stand behind "Bộ", or one of fields.
func (g *gazetteer) field(tokens []token, from int) int {
	if from >= len(tokens) || !tokens[from].upper {
		return from
	}
	for _, f := range fields {
		n := len(strings.Fields(f))
		if from+n <= len(tokens) && lowOf(tokens[from:from+n]) == f {
			return from + n
		}
	}
	if ministry := g.names.next["bộ"]; ministry != nil {
		if _, end := ministry.longest(tokens, from, true); end > 0 {
			return end
		}
	}
	return from
}

// proper is the end of words in capitals from a token on. Of a loose name, small words between capitals belong to it
// ("Đầu tư và Phát triển Việt Nam"), and one behind the last that no rule knows ("Quân đội").
func (g *gazetteer) proper(tokens []token, from int, loose bool) int {
	end := from
	for j := from; j < min(len(tokens), from+14); j++ {
		t := tokens[j]
		switch {
		case j > from && tokens[j-1].low == "và" && g.begins(tokens, j):
			return trailing(tokens, end, loose)
		case t.sort == word && t.upper && (j == from || heads[t.low] == ""), j == from && t.sort == figures && numbered[tokens[from-1].low]:
			end = j + 1
			continue
		case !loose || t.sort != word || end == from || j-end > 1:
			return trailing(tokens, end, loose)
		}
	}
	return trailing(tokens, end, loose)
}

// numbered are heads behind which a number may be the name: "Quận 1".
var numbered = words("quận phường")

// begins tells whether another body's name begins at a token.
func (g *gazetteer) begins(tokens []token, j int) bool {
	_, end := g.names.longest(tokens, j, true)
	return end > 0 || heads[tokens[j].low] != "" || j+1 < len(tokens) && heads[lowOf(tokens[j:j+2])] != ""
}

// trailing takes in a last small syllable that begins no phrase of the lexicon.
func trailing(tokens []token, end int, loose bool) int {
	if !loose || end == 0 || end >= len(tokens) || tokens[end].sort != word || tokens[end].upper {
		return end
	}
	if _, known := lex.strict.longest(tokens, end, false); known > 0 || tokens[end].low == "và" {
		return end
	}
	return end + 1
}
