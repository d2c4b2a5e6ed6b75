package units

// vowels lists every Vietnamese vowel without tone and with its five tones, in NFC and lower case.
var vowels = [...]string{
	"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
	"oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
}

// toned is a vowel taken apart: the vowel without its tone, and the tone (0 = level).
type toned struct {
	vowel rune
	tone  uint8
}

var (
	apart    = map[rune]toned{}        // ò → {o, 1}
	together = map[toned]rune{}        // {o, 1} → ò
	bare     = map[rune]rune{'đ': 'd'} // ò → o, ơ → o, đ → d
)

// pairs are the vowels after which the tone stands on the second: the first letter never keeps it. oa, oe and uy are
// the three that the two schools write differently (hòa, hoà); the others are written one way only and stand here
// because typists put the tone too early ("Húê", "Nguỳên").
var pairs = map[[2]rune]bool{
	{'o', 'a'}: true, {'o', 'ă'}: true, {'o', 'e'}: true, {'u', 'y'}: true,
	{'u', 'ê'}: true, {'u', 'â'}: true, {'u', 'ơ'}: true, {'u', 'ô'}: true,
	{'ư', 'ơ'}: true, {'i', 'ê'}: true, {'y', 'ê'}: true,
}

func init() {
	for _, row := range vowels {
		letters := []rune(row)
		for tone, r := range letters {
			v := toned{letters[0], uint8(tone)}
			apart[r], together[v] = v, r
		}
	}
	for _, row := range vowels {
		plain := map[rune]rune{'ă': 'a', 'â': 'a', 'ê': 'e', 'ô': 'o', 'ơ': 'o', 'ư': 'u'}
		letters := []rune(row)
		for _, r := range letters {
			bare[r] = letters[0]
			if p, ok := plain[letters[0]]; ok {
				bare[r] = p
			}
		}
	}
}

// placeTones moves the tone of oa, oe, uy (and of what typists get wrong alike) onto the second vowel: hòa → hoà,
// khỏe → khoẻ, ủy → uỷ, nguỵên → nguyện. s is lower case in NFC.
func placeTones(s string) string {
	var out []rune
	for i, r := range s {
		if out == nil {
			if v, ok := apart[r]; !ok || v.tone == 0 {
				continue
			}
			out = append(make([]rune, 0, len(s)), []rune(s[:i])...)
			out = append(out, r)
			continue
		}
		out = append(out, r)
		shift(out)
	}
	if out == nil {
		return s
	}
	return string(out)
}

// shift moves the tone of the last letter but one to the last, where they are a pair.
func shift(letters []rune) {
	n := len(letters)
	first, second := apart[letters[n-2]], apart[letters[n-1]]
	if first.tone == 0 || second.tone != 0 || !pairs[[2]rune{first.vowel, second.vowel}] {
		return
	}
	letters[n-2] = first.vowel
	letters[n-1] = together[toned{second.vowel, first.tone}]
}
