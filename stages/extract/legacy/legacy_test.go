package legacy

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// samples are names as TCVN3 and VNI bytes look when they are read as Windows-1252: code, name, tcvn3, vni.
func samples(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("testdata/samples.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestSamples(t *testing.T) {
	for _, row := range samples(t) {
		name, tcvn, vni := norm.NFC.String(row[1]), row[2], row[3]
		if got := TCVN3.Text(tcvn); got != name {
			t.Errorf("TCVN3 %q: %q, want %q", tcvn, got, name)
		}
		if got := VNI.Text(vni); got != name {
			t.Errorf("VNI %q: %q, want %q", vni, got, name)
		}
		if got, _ := OfFont(".VnTime").Text(tcvn); got != name {
			t.Errorf(".VnTime %q: %q, want %q", tcvn, got, name)
		}
		if got, _ := OfFont("VNI-Times").Text(vni); got != name {
			t.Errorf("VNI-Times %q: %q, want %q", vni, got, name)
		}
		for _, font := range []string{".VnTime", "VNI-Times"} { // typed in Unicode, the font was left
			if !modern(name) {
				continue // every letter of it is one of both: the font decides
			}
			if got, changed := OfFont(font).Text(name); changed {
				t.Errorf("%s makes %q of %q", font, got, name)
			}
		}
		if e := Tell(name); e != nil {
			t.Errorf("%q is told as %s", name, e.Name)
		}
		if e := Tell(tcvn); e != nil && e != TCVN3 {
			t.Errorf("%q is told as %s", tcvn, e.Name)
		}
		if e := Tell(vni); e != nil && e != VNI {
			t.Errorf("%q is told as %s", vni, e.Name)
		}
	}
}

func TestTell(t *testing.T) {
	for text, want := range map[string]*Encoding{
		"Hµ Néi":                           TCVN3,
		"B¸o c¸o sè 12/BC-UBND ngµy 10/7":  TCVN3,
		"§iÖn Biªn":                        TCVN3,
		"Haø Noäi":                         VNI,
		"Baùo caùo soá 12/BC-UBND":         VNI,
		"UÛy ban nhaân daân":               VNI,
		"Hà Nội":                           nil,
		"Hà Nam":                           nil,
		"Côte d'Ivoire":                    nil,
		"São Tomé":                         nil,
		"Türkiye":                          nil,
		"Curaçao":                          nil,
		"Österreich, Zürich und München":   nil,
		"5 µm":                             nil,
		"PM2.5 (µg/m³)":                    nil,
		"± 5 °C":                           nil,
		"© 2020":                           nil,
		"«Hà Nam»":                         nil,
		"plain":                            nil,
		"":                                 nil,
		norm.NFD.String("Bộ Tài chính 12"): nil,
	} {
		got := Tell(text)
		if got != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestFonts(t *testing.T) {
	for _, name := range []string{".VnTime", ".vntime", ".VnArialH", "VNI-Times", "VNI-Helve"} {
		if OfFont(name) == nil {
			t.Errorf("%s is a font of a legacy encoding", name)
		}
	}
	for _, name := range []string{"Times New Roman", "Arial", "", "VnTime", "Vni"} {
		if OfFont(name) != nil {
			t.Errorf("%s is no font of a legacy encoding", name)
		}
	}
	if got, _ := OfFont(".VnTimeH").Text("hµ néi"); got != "HÀ NỘI" {
		t.Errorf("a font of capitals: %q", got)
	}
	if got, changed := OfFont(".VnTime").Text("Phó"); got != "Phú" || !changed { // phó in Unicode, Phú in the font: the font decides
		t.Errorf("Phó: %q", got)
	}
	if got, changed := OfFont(".VnTime").Text("Nguyễn"); got != "Nguyễn" || changed {
		t.Errorf("Nguyễn: %q", got)
	}
	var none *Font
	if got, changed := none.Text("Hµ"); got != "Hµ" || changed {
		t.Errorf("no font: %q", got)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Hµ Néi", "Haø Noäi", "UÛy", "\u0301", "ñ\xff", strings.Repeat("ö", 20)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range All() {
			if again := norm.NFC.String(e.Text(s)); strings.ToValidUTF8(again, "") == "" && ascii(s) && s != "" {
				t.Errorf("%s makes nothing of %q", e.Name, s)
			}
			if ascii(s) && e.Text(s) != s {
				t.Errorf("%s changes ASCII: %q", e.Name, s)
			}
		}
		if e := Tell(s); e != nil && (ascii(s) || modern(s)) {
			t.Errorf("%q is told as %s", s, e.Name)
		}
	})
}
