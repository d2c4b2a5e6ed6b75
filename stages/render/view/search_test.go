package view

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"xephang/stages/units"
)

// marked are the 134 letters of Vietnamese that bear a mark, with the letter that each is searched by.
func marked() map[string]string {
	all := map[string]string{"đ": "d", "Đ": "d"}
	for _, row := range []string{"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"} {
		for _, r := range row {
			bare := map[rune]string{'ă': "a", 'â': "a", 'ê': "e", 'ô': "o", 'ơ': "o", 'ư': "u"}
			first := []rune(row)[0]
			to := string(first)
			if b, ok := bare[first]; ok {
				to = b
			}
			if s := string(r); s != to {
				all[s], all[strings.ToUpper(s)] = to, to
			}
		}
	}
	return all
}

func TestEveryMarkedLetterIsFoundWithoutItsMark(t *testing.T) {
	all := marked()
	if len(all) != 134 {
		t.Fatalf("%d marked letters, want 134", len(all))
	}
	for letter, want := range all {
		for _, form := range []string{norm.NFC.String(letter), norm.NFD.String(letter)} {
			if got := units.SearchKey(form); got != want {
				t.Errorf("%q (%+q) is searched as %q, want %q", letter, form, got, want)
			}
		}
	}
}

func parsed(t *testing.T, csv, succession string) *units.Registry {
	t.Helper()
	f := units.Files{Units: units.File{Name: "units.csv", Data: []byte(csv)}}
	if succession != "" {
		f.Succession = units.File{Name: "succession.csv", Data: []byte(succession)}
	}
	reg, bad := units.Parse(f)
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	return reg
}

func TestFoundUnits(t *testing.T) {
	reg := parsed(t, "code,kind,name_vi,full_name_vi,name_en,aliases,valid_from,valid_to\n"+
		"P-HGI,province,Hà Giang,Tỉnh Hà Giang,Ha Giang,,2004-01-01,2025-06-30\nP-TQU,province,Tuyên Quang,Tỉnh Tuyên Quang,Tuyen Quang,TQ;Tuyen quang,2004-01-01,2025-06-30\n"+
		"P-TQU25,province,Tuyên Quang,Tỉnh Tuyên Quang,Tuyen Quang,,2025-07-01,\nRUS,country,Nga,,Russian Federation,,,\n",
		"predecessor,successor,date,change,whole,basis,source\nP-HGI,P-TQU25,2025-07-01,merge,yes,,\nP-TQU,P-TQU25,2025-07-01,merge,yes,,\n")
	r := New(Input{Units: reg})
	var got []string
	for _, e := range r.FoundUnits(VI) {
		got = append(got, e.Name+"|"+e.Note+"|"+strings.Join(e.Also, ",")+"|"+e.Href)
	}
	want := []string{
		"Tuyên Quang|từ 1/7/2025|Tỉnh Tuyên Quang,P-TQU25,Hà Giang|don-vi/p-tqu25.html", // the new unit by the old one's name, too
		"Nga||Russian Federation,RUS|don-vi/rus.html",
		"Hà Giang|đến 30/6/2025|Tỉnh Hà Giang,P-HGI|don-vi/p-hgi.html", // what is past comes last
		"Tuyên Quang|đến 30/6/2025|Tỉnh Tuyên Quang,TQ,P-TQU|don-vi/p-tqu.html"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAlphabet(t *testing.T) {
	names := []string{"Ổn", "Đan Mạch", "Dubai", "Ấn Độ", "Áo", "Ăng-gô-la", "An Giang", "(Bắc) Macedonia", "9", "o\u0302\u0301ng", "Zambia"}
	var entries []Entry
	for _, n := range names {
		entries = append(entries, Entry{Name: n})
	}
	show := func(l Lang) string {
		var b strings.Builder
		for _, letter := range l.Alphabet(entries) {
			b.WriteString(letter.Letter + ":")
			for _, e := range letter.Entries {
				b.WriteString(" " + norm.NFC.String(e.Name))
			}
			b.WriteString("; ")
		}
		return b.String()
	}
	if got, want := show(VI), "#: 9; A: An Giang Áo; Ă: Ăng-gô-la; Â: Ấn Độ; B: (Bắc) Macedonia; D: Dubai; Đ: Đan Mạch; Ô: Ổn ống; Z: Zambia; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := show(EN), "#: 9; A: Ấn Độ An Giang Ăng-gô-la Áo; B: (Bắc) Macedonia; D: Đan Mạch Dubai; O: Ổn ống; Z: Zambia; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A phrase is filled as a replacer would fill it, whatever stands in the text and in the args.
func TestFilledAsAReplacerFills(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-c{}]{0,4}`)
		text := rapid.StringMatching(`([a-c ]|\{[a-c]{0,2}\}|\{|\}){0,12}`).Draw(t, "text")
		var args, pairs []string
		for _, name := range rapid.SliceOfNDistinct(rapid.StringMatching(`[a-c]{1,2}`), 1, 3, func(s string) string { return s }).Draw(t, "names") {
			arg := word.Draw(t, "arg")
			args, pairs = append(args, name, arg), append(pairs, "{"+name+"}", arg)
		}
		if got, want := filled(text, args), strings.NewReplacer(pairs...).Replace(text); got != want {
			t.Fatalf("%q with %q: %q, want %q", text, args, got, want)
		}
	})
}
