package text

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/extract/legacy"
)

const sample = "Bộ Nội vụ và tỉnh Thừa Thiên Huế được xếp hạng thứ 3 của cả nước năm 2019, tăng 2 bậc."

func codes(t *testing.T, b []byte) (*Document, string) {
	t.Helper()
	d, found := Read("a.txt", b)
	var list []string
	for _, p := range found {
		list = append(list, p.Code)
	}
	return d, strings.Join(list, " ")
}

// encode16 writes UTF-16 with or without its mark.
func encode16(s string, big, mark bool) (b []byte) {
	u := utf16.Encode([]rune(s))
	if mark {
		u = append([]uint16{0xfeff}, u...)
	}
	for _, c := range u {
		if big {
			b = append(b, byte(c>>8), byte(c))
		} else {
			b = append(b, byte(c), byte(c>>8))
		}
	}
	return b
}

// invert gives the bytes that a converter turns into s, letter by letter.
func invert(s string, l *legacy.Encoding, letters string) (b []byte) {
	back := map[rune]rune{}
	for _, r := range letters {
		for _, v := range l.Text(string(r)) {
			back[v] = r
		}
	}
	for _, r := range s {
		if v, ok := back[r]; ok && r >= 0x80 {
			r = v
		}
		b = append(b, byte(r))
	}
	return b
}

func TestReadDecodes(t *testing.T) {
	var upper strings.Builder
	for r := rune(0xa1); r <= 0xff; r++ {
		upper.WriteRune(r)
	}
	tcvn := invert(sample, legacy.TCVN3, upper.String())
	mangled, _ := charmap.Windows1252.NewDecoder().Bytes(tcvn)
	for _, c := range []struct {
		name     string
		in       []byte
		encoding string
		codes    string
		want     string
	}{
		{"utf-8", []byte(sample), "utf-8", "", sample},
		{"bom", []byte("\ufeff" + sample), "utf-8", "", "\ufeff" + sample},
		{"nfd", []byte(norm.NFD.String(sample)), "utf-8", "", norm.NFD.String(sample)},
		{"crlf", []byte("Một.\r\nHai.\rBa."), "utf-8", "", "Một.\nHai.\nBa."},
		{"utf-16le with mark", encode16(sample, false, true), "utf-16le", "", "\ufeff" + sample},
		{"utf-16be without mark", encode16(sample, true, false), "utf-16be", "", sample},
		{"tcvn3 bytes", tcvn, "tcvn3", "text-encoding-converted", sample},
		{"tcvn3 pasted as letters", mangled, "tcvn3", "text-encoding-converted", sample},
		{"vni pasted", []byte("Boä Noäi vuï vaø tænh Thöøa Thieân Hueá ñöôïc xeáp haïng cuûa caû nöôùc naêm 2019"), "vni", "text-encoding-converted",
			"Bộ Nội vụ và tỉnh Thừa Thiên Huế được xếp hạng của cả nước năm 2019"},
		{"broken", []byte(strings.Repeat(sample, 5) + "\xff"), "utf-8", "text-encoding-broken", strings.Repeat(sample, 5) + "\ufffd"},
		{"control", []byte("Hà Nội\x07 xếp thứ 3\u202e."), "utf-8", "text-control text-bidi", "Hà Nội\x07 xếp thứ 3\u202e."},
		{"html", []byte("<p>Hà Nội&nbsp;xếp thứ 3</p>"), "utf-8", "text-html", "<p>Hà Nội&nbsp;xếp thứ 3</p>"},
		{"empty", []byte(" \r\n"), "utf-8", "text-empty", ""},
		{"no bytes", nil, "utf-8", "text-empty", ""},
		{"pdf", []byte("%PDF-1.7 …"), "utf-8", "text-binary", ""},
		{"zeros", make([]byte, 999), "utf-8", "text-binary", ""},
		{"no language", []byte("\xc0\xc1\xc2 \xe9\xe8 \xff\xfe\xfd"), "utf-8", "text-encoding-unknown", ""},
		{"huge", make([]byte, Largest+1), "utf-8", "text-too-big", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, got := codes(t, c.in)
			if got != c.codes || d.Encoding != c.encoding || string(d.Text) != c.want {
				t.Errorf("codes %q, encoding %q, text %q", got, d.Encoding, string(d.Text))
			}
		})
	}
}

func TestReadWindows1258(t *testing.T) {
	// Windows-1258 has vowels with circumflex, breve and horn, and five combining tones.
	in := "B\xf4\xf2 N\xf4\xf2i vu\xf2, ti\xd2nh \xd0\xf4\xecng Nai \xf0\xfd\xf4\xf2c x\xea\xecp ha\xf2ng th\xfd\xec 3 cu\xd2a c\xe3 n\xfd\xf5\xecc n\xe3m 2019 trong s\xf4\xec 63 ti\xd2nh"
	d, got := codes(t, []byte(in))
	if got != "text-encoding-converted" || d.Encoding != "windows-1258" || !strings.HasPrefix(string(d.Text), "Bộ Nội vụ, tỉnh") {
		t.Errorf("%s %s %q", got, d.Encoding, string(d.Text))
	}
}

func TestSentences(t *testing.T) {
	text := "\ufeffTP.HCM lên hạng 2\n# https://vi.example/bai\nChiều 26.8, TP. Huế và ThS. Lê A. đạt 61.5 điểm. Xem dti.gov.vn nhé! Hết…\n" +
		"Giai đoạn 2021 - 2025:\n- 40% người dân….\n1. Việc đầu. Việc sau.\n\nNGUYỄN VĂN A\nCPĐT.Tháng 7 vừa qua, v.v. và nhiều nữa."
	d, _ := Read("a.txt", []byte(text))
	var got []string
	for i, s := range d.Sentences {
		got = append(got, string("PTHEA"[s.Form])+" "+d.Sentence(i))
	}
	want := []string{"T TP.HCM lên hạng 2", "A # https://vi.example/bai",
		"P Chiều 26.8, TP. Huế và ThS. Lê A. đạt 61.5 điểm.", "P Xem dti.gov.vn nhé!", "P Hết…",
		"H Giai đoạn 2021 - 2025:", "E - 40% người dân….", "E 1. Việc đầu.", "E Việc sau.", "A NGUYỄN VĂN A",
		"P CPĐT.", "P Tháng 7 vừa qua, v.v. và nhiều nữa."}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if d.Title != "TP.HCM lên hạng 2" {
		t.Errorf("title %q", d.Title)
	}
}
