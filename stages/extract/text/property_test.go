package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"xephang/stages/claim"
)

// corpus is the text of all suites, as paragraphs.
func corpus(t testing.TB) []string {
	paths, _ := filepath.Glob("testdata/suite/*.txt")
	var all []string
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.SplitSeq(string(b), "\n") {
			if l != "" && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "> ") {
				all = append(all, l)
			}
		}
	}
	return all
}

// bare leaves out what depends on how a text is encoded: the places, and the form of the quotes.
func bare(claims []claim.Claim) []claim.Claim {
	var all []claim.Claim
	for _, c := range claims {
		c.Start, c.End, c.Quote = 0, 0, norm.NFC.String(c.Quote)
		all = append(all, c)
	}
	return all
}

func read(text string) (*Document, []claim.Claim) {
	doc, _ := Read("a.txt", []byte(text))
	return doc, full().Claims(doc, Options{})
}

// TestEncodings: decomposed letters, CRLF, a byte order mark and UTF-16 change places at most, never the claims.
func TestEncodings(t *testing.T) {
	lines := corpus(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 1, 6).Draw(t, "lines"), "\n")
		_, want := read(text)
		for name, variant := range map[string]string{
			"nfd": norm.NFD.String(text), "crlf": strings.ReplaceAll(text, "\n", "\r\n"), "bom": "\ufeff" + text,
			"utf-16": string(encode16(text, true, true)), "no-break": strings.ReplaceAll(text, " ", "\u00a0"),
		} {
			doc, got := read(variant)
			for i := range got {
				got[i].Quote = strings.ReplaceAll(got[i].Quote, "\u00a0", " ")
			}
			if diff := cmp.Diff(bare(want), bare(got)); diff != "" {
				t.Fatalf("%s of %q: %s", name, text, diff)
			}
			for i, c := range got {
				if name == "crlf" && (c.Start != want[i].Start || c.End != want[i].End) {
					t.Fatalf("crlf moved %q", c.Quote)
				}
				if name == "bom" && c.Start != want[i].Start+1 {
					t.Fatalf("a byte order mark moved %q by %d", c.Quote, c.Start-want[i].Start)
				}
				if doc.Quote(c.Start, c.End) == "" {
					t.Fatalf("empty quote of %+v", c)
				}
			}
		}
	})
}

// TestSame: the same text gives the same claims, in the order of the text.
func TestSame(t *testing.T) {
	text := strings.Join(corpus(t), "\n")
	_, first := read(text)
	_, second := read(text)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
	if len(first) < 200 {
		t.Errorf("only %d claims in the whole corpus", len(first))
	}
	for i := 1; i < len(first); i++ {
		if first[i].Start < first[i-1].Start {
			t.Errorf("claim %d stands before the one before it", i)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", sample, "\xff\xfeB\x00", "%PDF", "Bé Th«ng tin", "a\r\rb", "<script>x</script>&nbsp;", "1.", "…!?", strings.Repeat("TP.", 40)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, _ := Read("a.txt", b)
		last := 0
		for _, s := range doc.Sentences {
			if s.Start < last || s.End <= s.Start || s.End > len(doc.Text) {
				t.Fatalf("sentence %v of %d code points", s, len(doc.Text))
			}
			last = s.End
		}
	})
}

func FuzzClaims(f *testing.F) {
	f.Add("Lào Cai: DTI\n1. Lào Cai: 0,65\nTrong 83 nhiệm vụ, xong 36 nhiệm vụ; xếp trên là Huế, Đà Nẵng; đứng thứ tư và thứ năm là A, Hà Nội.")
	for _, s := range corpus(f) {
		f.Add(s)
	}
	for _, s := range []string{"((((", "từ 1 lên 2 lên 3 lên", "Hà Nội, Huế, và, , ;", "0,0,0.0/0/0%", "thứ thứ thứ 1/1/1", "- - - 5 bậc", "2,000 2,000 dịch vụ", "99999999999999999999 dịch vụ", "&#", "<a <b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, _ := Read("a.txt", []byte(s))
		for _, c := range full().Claims(doc, Options{}) {
			if c.Start < 0 || c.End <= c.Start || c.End > len(doc.Text) || c.Quote != string(doc.Text[c.Start:c.End]) {
				t.Fatalf("claim %d–%d %q of %d code points", c.Start, c.End, c.Quote, len(doc.Text))
			}
			if c.Subject == "" || c.Kind == "" || c.Value != c.Value {
				t.Fatalf("claim without subject, kind or value: %+v", c)
			}
		}
	})
}

func BenchmarkClaims(b *testing.B) {
	text := []byte(strings.Repeat(strings.Join(corpus(b), "\n")+"\n", 90))[:1<<20]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		doc, _ := Read("a.txt", text)
		full().Claims(doc, Options{})
	}
}
