package units

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"  Hà   Giang ", "hà giang"},
		{"Hà\u00a0Giang\t", "hà giang"},
		{"HÀ\u200bGIANG", "hàgiang"},
		{"\ufeffĐẮK LẮK", "đắk lắk"},
		{"Ðắk Lắk", "đắk lắk"}, // eth
		{"Hải Dƣơng", "hải dương"},
		{"Bà Rịa – Vũng Tàu", "bà rịa-vũng tàu"},
		{"Bà Rịa‐Vũng Tàu", "bà rịa-vũng tàu"},
		{"Bà Rịa − Vũng Tàu", "bà rịa-vũng tàu"},
		{"GD & ĐT", "gd&đt"},
		{"Hòa Bình", "hoà bình"},
		{"HOÀ BÌNH", "hoà bình"},
		{"Ủy ban", "uỷ ban"},
		{"Nguỵên Húê", "nguyện huế"},
		{"quý", "quý"},
		{"qúy", "quý"},
		{"Lào Cai", "lào cai"},
		{"của mùa mía", "của mùa mía"}, // the tone of ua, ia stays where it is
		{"Côte d’Ivoire", "côte d'ivoire"},
		{"", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct{ in, plain, key, search string }{
		{"TP. Huế", "tp. hue", "tphuế", "tp hue"},
		{"T.P.Huế", "t.p.hue", "tphuế", "t p hue"},
		{"Bộ GD&ĐT", "bo gd&dt", "bộgdvàđt", "bo gd va dt"},
		{"Bosnia and Herzegovina", "bosnia and herzegovina", "bosniavàherzegovina", "bosnia va herzegovina"},
		{"Thừa Thiên - Huế", "thua thien-hue", "thừathiênhuế", "thua thien hue"},
		{"São Tomé (ST)", "sao tome (st)", "sãotomést", "sao tome st"},
		{"Türkiye", "turkiye", "türkiye", "turkiye"},
		{"– , .", "-,.", "", ""},
	} {
		if got := Plain(c.in); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(c.plain, " ", "") {
			t.Errorf("Plain(%q) = %q, want %q", c.in, got, c.plain)
		}
		if got := Key(c.in); got != c.key {
			t.Errorf("Key(%q) = %q, want %q", c.in, got, c.key)
		}
		if got := SearchKey(c.in); got != c.search {
			t.Errorf("SearchKey(%q) = %q, want %q", c.in, got, c.search)
		}
	}
}

// Every oa, oe, uy with every tone folds alike in both schools, in both cases, alone and inside a syllable, composed or not.
func TestTonePlacement(t *testing.T) {
	rows := map[rune]string{'o': "òóỏõọ", 'u': "ùúủũụ", 'a': "àáảãạ", 'e': "èéẻẽẹ", 'y': "ỳýỷỹỵ"}
	seen := map[string]bool{}
	for _, pair := range []string{"oa", "oe", "uy"} {
		first, second := []rune(rows[rune(pair[0])]), []rune(rows[rune(pair[1])])
		for tone := range first {
			for _, ends := range [][2]string{{"", ""}, {"h", ""}, {"kh", ""}, {"th", " x"}, {"x", "i"}, {"h", "n"}} {
				old := ends[0] + string(first[tone]) + pair[1:] + ends[1]
				young := ends[0] + pair[:1] + string(second[tone]) + ends[1]
				if Fold(old) != young || Fold(young) != young {
					t.Errorf("Fold(%q) = %q, Fold(%q) = %q, want %q", old, Fold(old), young, Fold(young), young)
				}
				for _, x := range []string{strings.ToUpper(old), strings.ToUpper(young), norm.NFD.String(old), norm.NFD.String(strings.ToUpper(old))} {
					if Fold(x) != young {
						t.Errorf("Fold(%q) = %q, want %q", x, Fold(x), young)
					}
				}
				seen[young] = true
			}
		}
	}
	if len(seen) != 3*5*6 {
		t.Errorf("%d different syllables, want 90: tones must not merge", len(seen))
	}
}

// What differs in a mark or a letter stays apart.
func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"ma", "má"}, {"ma", "mã"}, {"hoa", "hoà"}, {"du", "đu"}, {"o", "ơ"}, {"u", "ư"}, {"Hà Giang", "Hậu Giang"}, {"an", "ăn"}, {"can", "cân"}} {
		if Fold(pair[0]) == Fold(pair[1]) || Key(pair[0]) == Key(pair[1]) {
			t.Errorf("%q and %q fold alike", pair[0], pair[1])
		}
	}
}

// vietnameseText draws strings that look like names: syllables with marks, spaces, dashes, in either case and normal form.
func vietnameseText() *rapid.Generator[string] {
	letters := []rune(strings.Join(vowels[:], "") + "bcdđghklmnpqrstvxyBCĐHN" + "   -–—&.,'’\u00a0\u200b\u0301\u0323")
	return rapid.Custom(func(t *rapid.T) string {
		s := string(rapid.SliceOfN(rapid.SampledFrom(letters), 0, 20).Draw(t, "letters"))
		if rapid.Bool().Draw(t, "upper") {
			s = strings.ToUpper(s)
		}
		if rapid.Bool().Draw(t, "apart") {
			s = norm.NFD.String(s)
		}
		return s
	})
}

func TestFoldProperties(t *testing.T) {
	check := func(t *rapid.T, s string) {
		f := Fold(s)
		if Fold(f) != f {
			t.Errorf("Fold twice: %q → %q → %q", s, f, Fold(f))
		}
		if x := Fold(norm.NFD.String(s)); x != f {
			t.Errorf("Fold of NFD: %q, of %q: %q", x, s, f)
		}
		if !norm.NFC.IsNormalString(f) {
			t.Errorf("Fold(%q) = %q is not NFC", s, f)
		}
		if p := Plain(s); Plain(p) != p {
			t.Errorf("Plain twice: %q → %q → %q", s, p, Plain(p))
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, vietnameseText().Draw(t, "s")) })
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "s")) })
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Hòa Bình", "H̱", "o\u0301a\u0302", "\u1fef", "\xff\xfe", "ÒA", "\u0301", "- -", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold twice: %q → %q → %q", s, once, twice)
		}
		Plain(s)
		SearchKey(s)
		if k := Key(s); k != Key(once) {
			t.Errorf("Key(%q) = %q, of its fold %q", s, k, Key(once))
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key("Bộ Lao động - Thương binh và Xã hội")
	}
}
