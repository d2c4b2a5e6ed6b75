package units

import (
	"cmp"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// national is the registry of the project's own data.
var national = sync.OnceValue(func() *Registry {
	file := func(name string) File {
		data, err := os.ReadFile("../../data/" + name)
		if err != nil {
			panic(err)
		}
		return File{Name: name, Data: data}
	}
	r, _ := Parse(Files{file("units.csv"), file("m49.csv"), file("groups.csv"), file("succession.csv")})
	return r
})

func records(t testing.TB, name string) [][]string {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func dateOf(t testing.TB, s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func codes(all []Unit) string {
	var list []string
	for _, u := range all {
		list = append(list, u.Code)
	}
	return strings.Join(list, " ")
}

func TestFind(t *testing.T) {
	r := national()
	for _, c := range []struct {
		name  string
		at    Date
		kinds string
		want  string // code, or "? candidates"
	}{
		{"P-HGI", 20240101, "", "P-HGI"},
		{" p-hgi ", 20240101, "", "P-HGI"},
		{"Hà Giang", 20240101, "province", "P-HGI"},
		{"Ha Giang", 20240101, "", "P-HGI"},
		{"HA GIANG", 20240101, "", "P-HGI"},
		{"hà giang", 20240101, "", "P-HGI"},
		{"Tỉnh Hà Giang", 20240101, "", "P-HGI"},
		{"UBND tỉnh Hà Giang", 20240101, "", "P-HGI"},
		{"Ha Giang Province", 20240101, "", "P-HGI"},
		{"Hà Giàng", 20240101, "", "? P-HGI P-HAG P-AGI P-BGI P-KGI"},
		{"Hà Giang", 20250701, "", "? P-TQU25"},
		{"Hà Giang", 20250630, "", "P-HGI"},
		{"Tuyên Quang", 20250630, "", "P-TQU"},
		{"Tuyên Quang", 20250701, "", "P-TQU25"},
		{"Tuyên Quang", 0, "", "? P-TQU P-TQU25"},
		{"Hà Tây", 20200101, "", "? P-HNO"},
		{"Thành phố Bắc Ninh", 20240101, "", "? P-BNI P-QNI P-TNI P-BDI P-NBI"}, // a town within Bắc Ninh: suggested, never resolved
		{"Tỉnh Đà Nẵng", 20240101, "", "P-DNA"},
		{"T.P. Hồ Chí Minh", 20240101, "", "P-HCM"},
		{"Tp Hồ Chí Minh", 20240101, "", "P-HCM"},
		{"tp.hcm", 20240101, "", "P-HCM"},
		{"TP Ho Chi Minh", 20240101, "", "P-HCM"},
		{"Bà Rịa—Vũng Tàu", 20240101, "", "P-BRV"},
		{"Bà Rịa −  Vũng Tàu", 20240101, "", "P-BRV"},
		{"Đak Lak", 20240101, "", "P-DLA"},
		{"Quảng Ngai", 20240101, "", "P-QNG"},
		{"Hoà Bình", 20240101, "", "P-HBI"},
		{"Thừa Thiên Huế", 20250301, "", "P-HUE"},
		{"Huế", 20241231, "", "P-TTH"},
		{"Huế", 20250101, "", "P-HUE"},
		{"Bộ Nội vụ", 20240101, "", "M-BNV"},
		{"Nội vụ", 20250301, "", "M-BNV25"},
		{"Uỷ ban Dân tộc", 20240101, "", "M-UBDT"},
		{"UB Dân tộc", 20240101, "", "M-UBDT"},
		{"Bộ GD và ĐT", 20240101, "", "M-BGDDT"},
		{"Bộ GD & ĐT", 20240101, "", "M-BGDDT"},
		{"bộ giáo dục & đào tạo", 20240101, "", "M-BGDDT"},
		{"BGDĐT", 20240101, "", "M-BGDDT"},
		{"BGDDT", 20240101, "", "M-BGDDT"},
		{"BTTTT", 20240101, "", "M-BTTTT"},
		{"Bo Thong tin va Truyen thong", 20240101, "", "M-BTTTT"},
		{"Ministry of Finance", 20240101, "", "M-BTC"},
		{"Bộ Thông tin và Truyền thông", 20250301, "", "? M-BKHCN25"},
		{"Bộ Nông nghiệp và Môi trường", 20240101, "", "? M-BNNPTNT M-BTNMT"},
		{"Bộ Tài chính", 20240101, "province", "? M-BTC"},
		{"VNM", 0, "country", "VNM"},
		{"vietnam", 0, "", "VNM"},
		{"Việt Nam", 0, "", "VNM"},
		{"Nga", 20240101, "country", "RUS"},
		{"NGA", 20240101, "country", "NGA"},
		{"nga", 20240101, "country", "RUS"},
		{"Niger", 0, "", "NER"},
		{"Nigeria", 0, "", "NGA"},
		{"", 0, "", "?"},
		{"–", 0, "", "?"},
		{"zzzz qqqq", 0, "", "?"},
	} {
		u, candidates, ok := r.Find(c.name, c.at, strings.Fields(c.kinds)...)
		got := u.Code
		if !ok {
			got = strings.TrimSpace("? " + codes(candidates))
		}
		if got != c.want {
			t.Errorf("Find(%q, %s, %s) = %s, want %s", c.name, c.at, c.kinds, got, c.want)
		}
		if m, found := r.Match(c.name, c.at, strings.Fields(c.kinds)...); found != ok || m.Code != u.Code {
			t.Errorf("Match(%q) = %s %v, Find %s %v", c.name, m.Code, found, u.Code, ok)
		}
	}
}

// Every spelling collected from publications is its unit's at a date when that unit exists.
func TestCollectedSpellings(t *testing.T) {
	r := national()
	for _, c := range records(t, "testdata/spellings.csv") {
		want, ok := r.Unit(c[0])
		if !ok {
			t.Errorf("no unit %s", c[0])
			continue
		}
		if u, candidates, ok := r.Find(c[3], dateOf(t, c[1]), want.Kind); !ok || u.Code != c[0] {
			t.Errorf("%q on %s = %q (candidates %s), want %s", c[3], c[1], u.Code, codes(candidates), c[0])
		}
	}
}

// Names one or two edits apart are two units, with marks or without.
func TestNameTraps(t *testing.T) {
	r := national()
	for _, c := range records(t, "testdata/name_traps.csv") {
		at := Date(20240101)
		if slices.Contains([]string{c[3], c[4]}, "P-HTA") {
			at = 20080101
		}
		for i, name := range c[1:3] {
			for _, x := range []string{name, Plain(name), strings.ToUpper(name), "Tỉnh " + name} {
				if u, _, _ := r.Find(x, at); u.Code != c[3+i] && r.mustUnit(t, c[3+i]).Valid(at) {
					t.Errorf("%q = %q, want %s", x, u.Code, c[3+i])
				}
			}
		}
	}
}

func (r *Registry) mustUnit(t *testing.T, code string) Unit {
	u, ok := r.Unit(code)
	if !ok {
		t.Fatalf("no unit %s", code)
	}
	return u
}

// No edit of a name finds a unit, unless what it makes is a spelling of that unit as it stands, but for marks left out.
func TestNeverByEdit(t *testing.T) {
	r := national()
	const at = Date(20240101)
	letters := []rune("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ")
	for _, u := range r.Of([]string{"province"}, at) {
		name := []rune(u.Name.VI)
		for i := range name {
			edits := [][]rune{slices.Delete(slices.Clone(name), i, i+1)}
			for _, l := range letters {
				edits = append(edits, slices.Insert(slices.Clone(name), i, l))
				swapped := slices.Clone(name)
				swapped[i] = l
				edits = append(edits, swapped)
			}
			for _, e := range edits {
				if found, ok := r.Match(string(e), at); ok && !spells(found, string(e)) {
					t.Errorf("%q, an edit of %q, found %s", string(e), u.Name.VI, found.Code)
				}
			}
		}
	}
}

// spells tells, without the index, whether a name is one of a unit's spellings but for marks.
func spells(u Unit, name string) bool {
	for _, s := range spellings(u) {
		if Plain(Key(s.as)) == Plain(Key(name)) {
			return true
		}
	}
	return Key(u.Code) == Key(name)
}

// Every spelling of every unit is found on the first and the last of its days, unless units.csv shares it.
func TestEverySpelling(t *testing.T) {
	r := national()
	for _, u := range r.All() {
		for _, s := range spellings(u) {
			for _, at := range []Date{max(u.From, 19000101), cmp.Or(u.To, 20991231)} {
				got, candidates, ok := r.Find(s.as, at, u.Kind)
				if !ok || got.Code != u.Code {
					t.Errorf("%q on %s = %q (candidates %s), want %s", s.as, at, got.Code, codes(candidates), u.Code)
				}
			}
		}
	}
}

// However a name is written, it is found alike.
func TestFindProperties(t *testing.T) {
	r := national()
	dashes := strings.NewReplacer("-", "–", "–", "—")
	ways := map[string]func(string) string{
		"NFD":        norm.NFD.String,
		"upper":      strings.ToUpper,
		"lower":      strings.ToLower,
		"old tone":   oldTones,
		"new tone":   func(s string) string { return Fold(s) },
		"dash":       func(s string) string { return dashes.Replace(s) },
		"minus":      func(s string) string { return strings.ReplaceAll(s, "-", "−") },
		"open dash":  func(s string) string { return strings.ReplaceAll(s, "-", " ‐ ") },
		"nbsp":       func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
		"wide":       func(s string) string { return "  " + strings.ReplaceAll(s, " ", " \t ") + "\n" },
		"ampersand":  func(s string) string { return strings.ReplaceAll(s, " và ", " & ") },
		"va":         func(s string) string { return strings.ReplaceAll(s, "&", " và ") },
		"zero width": func(s string) string { return strings.ReplaceAll(s, " ", " \u200b") },
	}
	var names []string
	for way := range ways {
		names = append(names, way)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		u := rapid.SampledFrom(r.All()).Draw(t, "unit")
		all := spellings(u)
		s := all[rapid.IntRange(0, len(all)-1).Draw(t, "spelling")].as
		at := Date(rapid.IntRange(2003, 2027).Draw(t, "year")*10000 + 101)
		want, _, ok := r.Find(s, at)
		x := s
		for range rapid.IntRange(1, 3).Draw(t, "ways") {
			x = ways[rapid.SampledFrom(names).Draw(t, "way")](x)
		}
		if got, _, found := r.Find(x, at); found != ok || got.Code != want.Code {
			t.Errorf("Find(%q) = %s %v, but %q = %s %v", x, got.Code, found, s, want.Code, ok)
		}
		if ok && !want.Valid(at) {
			t.Errorf("Find(%q, %s) = %s, which does not exist then", s, at, want.Code)
		}
	})
}

// oldTones writes folded text the old way: hoà → hòa, uỷ → ủy.
func oldTones(s string) string {
	letters := []rune(norm.NFC.String(strings.ToLower(s)))
	for i := 1; i < len(letters); i++ {
		v := apart[letters[i]]
		if v.tone != 0 && strings.Contains("oa oe uy", string([]rune{letters[i-1], v.vowel})) {
			letters[i-1], letters[i] = together[toned{letters[i-1], v.tone}], v.vowel
		}
	}
	return string(letters)
}

func TestOldTones(t *testing.T) {
	if got := oldTones("Hoà khoẻ uỷ quý"); got != "hòa khỏe ủy qúy" {
		t.Error(got)
	}
}

func TestUnaccentedOnlyUnambiguous(t *testing.T) {
	r, ps := Parse(Files{Units: File{"u.csv", []byte("code,kind,name_vi,valid_to\nA,x,Hà Nam,\nB,x,Hạ Năm,\nC,x,Hà Năm,2020-01-01\n")}})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for name, want := range map[string]string{"Hà Nam": "A", "Hạ Năm": "B", "Ha Nam": "? A B", "Hạ Nam": "B", "Ha Năm": "B", "Hà Năm": "? C", "Hà Nàm": "? A B"} {
		u, candidates, ok := r.Find(name, 20240101)
		if got := u.Code; ok && got != want || !ok && "? "+codes(candidates) != want {
			t.Errorf("%q = %q %s, want %s", name, got, codes(candidates), want)
		}
	}
}

func TestHeirs(t *testing.T) {
	r := national()
	for _, c := range []struct {
		code string
		at   Date
		want string
	}{
		{"P-HGI", 20240101, "P-HGI"}, {"P-HGI", 20250701, "P-TQU25"},
		{"P-DNI", 20260501, "P-DNI26"}, // two steps
		{"P-DNI26", 20240101, "P-BPH P-DNI"},
		{"P-VPH", 20250701, "P-PTH25"}, // not Hà Nội, which took one district
		{"M-BNNMT", 20240101, "M-BNNPTNT M-BTNMT"},
		{"P-HNO", 20080101, "P-HTA"},
		{"P-HTA", 19990101, "P-HTA"}, // nothing known before
		{"nobody", 20240101, ""},
	} {
		if got := codes(r.Heirs(c.code, c.at)); got != c.want {
			t.Errorf("Heirs(%s, %s) = %s, want %s", c.code, c.at, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Hà Giang", "tp.", "Bộ", "\xff", "Ủy ban", "đ", "UBND tỉnh ", "&&&", "Hòa\u0301"} {
		f.Add(s, 20240101)
	}
	r := national()
	f.Fuzz(func(t *testing.T, s string, at int) {
		u, candidates, ok := r.Find(s, Date(at))
		if ok && (len(candidates) > 0 || !u.Valid(Date(at))) {
			t.Errorf("%q on %d: %s with %d candidates", s, at, u.Code, len(candidates))
		}
		if x, _, again := r.Find(norm.NFD.String(s), Date(at)); again != ok || x.Code != u.Code {
			t.Errorf("%q: NFD finds %q, NFC %q", s, x.Code, u.Code)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	r := national()
	names := []string{"Hà Giang", "TP. Hồ Chí Minh", "Bộ Lao động – Thương binh và Xã hội", "Thanh Hoá", "VNM", "Viet Nam"}
	for i := 0; b.Loop(); i++ {
		r.Match(names[i%len(names)], 20240101)
	}
}

func BenchmarkFindNothing(b *testing.B) {
	r := national()
	for b.Loop() {
		r.Match("chuyển đổi số", 20240101)
	}
}

func BenchmarkSuggest(b *testing.B) {
	r := national()
	for b.Loop() {
		r.Find("Hà Giangg", 20240101)
	}
}
