package text

// trie finds the longest phrase of a set that begins at a token.
type trie struct {
	next  map[string]*trie
	entry []int // what the phrase ending here stands for: indices into whatever was added
}

// add enters a phrase; its tokens have lost dashes and stops, and "&" reads "và".
func (t *trie) add(tokens []token, entry int) {
	at := t
	for _, k := range tokens {
		key := joint(k)
		if key == "" {
			continue
		}
		if at.next == nil {
			at.next = map[string]*trie{}
		}
		if at.next[key] == nil {
			at.next[key] = &trie{}
		}
		at = at.next[key]
	}
	if at != t {
		at.entry = append(at.entry, entry)
	}
}

// joint is how a token counts inside a phrase: dashes, stops and quotes do not, "&" is "và".
func joint(k token) string {
	if k.sort != mark {
		return k.low
	}
	switch k.low {
	case "-", ".", "\"", "'", "_":
		return ""
	case "&":
		return "và"
	}
	return k.low
}

// longest walks from tokens[i] and gives the longest phrase's entries and the token after it; a loose walk steps over
// commas that the phrase does not have ("bộ, ngành, địa phương" is "bộ ngành địa phương").
func (t *trie) longest(tokens []token, i int, loose bool) (entry []int, end int) {
	at := t
	for j := i; j < len(tokens); j++ {
		key := joint(tokens[j])
		if key == "" {
			if j == i || tokens[j].low == "." && !tight(tokens, j) {
				break
			}
			continue
		}
		next := at.next[key]
		if next == nil {
			if loose && j > i && (key == "," || key == "/") {
				continue
			}
			break
		}
		if at = next; len(at.entry) > 0 {
			entry, end = at.entry, j+1
		}
	}
	return entry, end
}

// tight tells a full stop inside an abbreviation ("TP.HCM", "TP. Huế"): something follows it in the sentence.
func tight(tokens []token, j int) bool {
	return j+1 < len(tokens) && j > 0 && tokens[j-1].end == tokens[j].start
}
