package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

const vietnamese = "Mã,Đơn vị,Điểm\nP-HNO,Hà Nội,\"0,5\"\nP-HUE,Thừa Thiên Huế,0.25\n"

const vietnameseCells = "[]\n1: 1t=Mã 2t=Đơn vị 3t=Điểm\n2: 1t=P-HNO 2t=Hà Nội 3t=0,5\n3: 1t=P-HUE 2t=Thừa Thiên Huế 3t=0.25\n"

func TestEncodings(t *testing.T) {
	encode := func(e interface{ String(string) (string, error) }, s string) string {
		out, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()
	// Windows-1258 writes Vietnamese letters as base and tone: ệ is ê + dot below.
	windows := encode(charmap.Windows1258.NewEncoder(), tonesApart(vietnamese))
	for name, data := range map[string]string{"UTF-8": vietnamese, "with a mark": "\ufeff" + vietnamese, "NFD": vietnamese, "UTF-16LE": "\xff\xfe" + encode(le, vietnamese), "UTF-16BE": "\xfe\xff" + encode(be, vietnamese),
		"UTF-16LE bare": encode(le, vietnamese), "Windows-1258": windows} {
		for _, how := range []string{"bytes", "stream", "slow stream"} {
			b, ps := OpenBytes("a.csv", []byte(data))
			switch how {
			case "stream":
				b, ps = Open("a.csv", strings.NewReader(data))
			case "slow stream":
				b, ps = Open("a.csv", iotest.OneByteReader(strings.NewReader(data)))
			}
			if got, codes := dump(b, ps); got != vietnameseCells || len(codes) > 0 {
				t.Errorf("%s as %s: %q %v", name, how, got, codes)
			}
		}
	}
}

// tonesApart composes all but the five tones, as Windows-1258 has it.
func tonesApart(s string) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(s) {
		d := []rune(norm.NFD.String(string(r)))
		var base, tones []rune
		for _, c := range d {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", c) {
				tones = append(tones, c)
			} else {
				base = append(base, c)
			}
		}
		out.WriteString(norm.NFC.String(string(base)) + string(tones))
	}
	return out.String()
}

func TestEncodingThatChanges(t *testing.T) {
	long := "Mã,Điểm\n" + strings.Repeat("P,1\n", 100_000) + "Q,\xff\n"
	got, codes := read("a.csv", []byte(long))
	if !slices.Equal(codes, []string{"file-text"}) || !strings.HasPrefix(got, "[]\n1: 1t=Mã 2t=Điểm\n2: ") {
		t.Errorf("%v", codes)
	}
	ascii := "a,b\n" + strings.Repeat("x,1\n", 100_000) + "H\xe0 N\xf4\xf2i,2\n"
	if got, codes := read("a.csv", []byte(ascii)); !strings.HasSuffix(got, "100002: 1t=Hà Nội 2t=2\n") || len(codes) > 0 {
		t.Errorf("Windows-1258 after 400 kB of ASCII: %q %v", got[len(got)-40:], codes)
	}
}

func TestDelimiters(t *testing.T) {
	for data, want := range map[string]rune{
		"a,b\n1,2\n":                     ',',
		"a;b\n1,5;2,5\n1,25;3\n":         ';',
		"a\tb\n1,5\t2\n":                 '\t',
		"a;b;c\n\"x;y\";1,0;2,0\n":       ';',
		"a|b\n1|2\n":                     ',',
		"sep=;\na,b;c\n":                 ';',
		"SEP=\t\na\tb\n":                 '\t',
		"Bảng 1, năm 2020\na;b\n1;2\n":   ';',
		"a\n1\n":                         ',',
		"\"a,b\";c\n\"d,e\";f\n":         ';',
		"a,b,c\n\"1;2\",3,4\n\"5\",6,7":  ',',
		"tên;điểm\nHà Nội;1,5\nHuế;2,25": ';',
	} {
		b, _ := OpenBytes("a.csv", []byte(data))
		if b.Comma != want {
			t.Errorf("%q is parted by %q, want %q", data, b.Comma, want)
		}
	}
	if got, _ := read("a.csv", []byte("sep=;\na;b\n")); got != "[]\n2: 1t=a 2t=b\n" {
		t.Errorf("the line that names the delimiter is data: %q", got)
	}
}

func TestRecords(t *testing.T) {
	for data, want := range map[string]string{
		"a,b\r\n1,2\r\n":             "1: 1t=a 2t=b\n2: 1t=1 2t=2\n",
		"a,b\r1,2\r":                 "1: 1t=a 2t=b\n2: 1t=1 2t=2\n",
		"a,b\n\n\n1,,3":              "1: 1t=a 2t=b\n4: 1t=1 3t=3\n",
		"\"a\"\"b\",\"c\nd\"\n1,2\n": "1: 1t=a\"b 2t=c\nd\n2: 1t=1 2t=2\n",
		"\"\",a\n,\"\"\n":            "1: 2t=a\n",
		"a, \"b,c\" ,d\n":            "1: 1t=a 2t=b,c  3t=d\n",
		"5\" ống,7\" ống\n":          "1: 1t=5\" ống 2t=7\" ống\n",
	} {
		if got, codes := read("a.csv", []byte(data)); got != "[]\n"+want || len(codes) > 0 {
			t.Errorf("%q: %q %v, want %q", data, got, codes, want)
		}
	}
	for _, data := range []string{"a,b\n\"1,2\n", "a,b\n\"1\"x,2\n", "a,b\n5\" ống,1\n6,\"7\"\n", "a\n\"" + strings.Repeat("x\n", maxToken)} {
		if got, codes := read("a.csv", []byte(data)); !slices.Contains(codes, "csv-quote") {
			t.Errorf("%.30q: %v, read %.60q", data, codes, got)
		}
	}
	b, _ := OpenBytes("a.csv", []byte("a,b\n\"x\ny\",2\n\"3\"x,4\n"))
	var lines []int
	for r := range b.Sheets[0].Rows() {
		lines = append(lines, r.Line)
	}
	if !slices.Equal(lines, []int{1, 2, 4}) || b.Sheets[0].Problems[0].Place.Line != 4 {
		t.Errorf("lines %v, problem at %v", lines, b.Sheets[0].Problems[0].Place)
	}
}

// A large file is cut in a goroutine of its own, and walked only as far as is wanted.
func TestLargeFiles(t *testing.T) {
	var data strings.Builder
	data.WriteString("unit,x\n")
	for i := range 200_000 {
		fmt.Fprintf(&data, "U%d,%d\n", i, i)
	}
	for _, stream := range []bool{false, true} {
		b, _ := OpenBytes("a.csv", []byte(data.String()))
		if stream {
			b, _ = Open("a.csv", strings.NewReader(data.String()))
		}
		n := 0
		for r := range b.Sheets[0].Rows() {
			if n++; n > 1 && (r.Number != n || r.At(2).Text != fmt.Sprint(n-2)) {
				t.Fatalf("row %d: %+v", n, r)
			}
			if n == 1000 && !stream {
				break
			}
		}
		if want := map[bool]int{false: 1000, true: 200_001}[stream]; n != want {
			t.Errorf("%d rows, want %d", n, want)
		}
	}
	b, _ := Open("a.csv", strings.NewReader(data.String()))
	for range b.Sheets[0].Rows() {
		break
	}
	for range b.Sheets[0].Rows() {
		t.Fatal("a stream is walked twice")
	}
	if len(b.Sheets[0].Problems) != 1 {
		t.Error("walking a stream twice is not told")
	}
	broken, _ := Open("a.csv", io.MultiReader(strings.NewReader(data.String()), iotest.ErrReader(io.ErrUnexpectedEOF)))
	if _, codes := dump(broken, nil); !slices.Equal(codes, []string{"file-unreadable"}) {
		t.Errorf("an error of the reader: %v", codes)
	}
}

// What encoding/csv writes is read back, whatever the fields hold.
func TestRoundTrip(t *testing.T) {
	field := rapid.StringOf(rapid.RuneFrom([]rune("aệ ,;\t\"'\n1.")))
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(field, 3, 3), 1, 8).Draw(t, "rows")
		comma := rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(t, "comma")
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = comma
		_ = w.Write([]string{"x", "y", "z"})
		_ = w.WriteAll(rows)
		b, ps := OpenBytes("a.csv", []byte("sep="+string(comma)+"\n"+file.String()))
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		got := map[int]Row{}
		for r := range b.Sheets[0].Rows() {
			row := *r
			row.Cells = slices.Clone(r.Cells)
			got[r.Number-3] = row
		}
		if len(b.Sheets[0].Problems) > 0 {
			t.Fatalf("%q: %v", file.String(), b.Sheets[0].Problems)
		}
		for i, want := range rows {
			row := got[i]
			for j, text := range want {
				if c := row.At(j + 1); c.Text != text {
					t.Fatalf("%q: row %d column %d is %q, want %q", file.String(), i, j+1, c.Text, text)
				}
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte(vietnamese))
	f.Add([]byte("\xff\xfea\x00;\x00"))
	f.Add([]byte("a;b\r\n\"1\"\"\";2,5\r\n"))
	f.Add([]byte("H\xe0 N\xf4\xf2i;1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		one, codes := read("a.csv", data)
		b, ps := Open("a.csv", iotest.OneByteReader(bytes.NewReader(data)))
		if two, again := dump(b, ps); one != two || !slices.Equal(codes, again) {
			t.Fatalf("whole %q %v, byte by byte %q %v", one, codes, two, again)
		}
	})
}

// FuzzOpen feeds whole files of any format: nothing panics, and a file that is read gives its rows in order.
func FuzzOpen(f *testing.F) {
	f.Add(rawSheet(f, `<row r="1"><c r="A1"><v>1</v></c></row>`))
	f.Add(odsOf(f, tables))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + utf16("EncryptionInfo")))
	f.Add([]byte("<html><table>"))
	f.Add([]byte("sep=;\r\na;b\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if sniff(data) == isXLS || len(data) > 1<<18 {
			return // LibreOffice reads those
		}
		b, ps := OpenBytes("a", data)
		if b == nil {
			if len(ps) == 0 {
				t.Fatal("refused without a word")
			}
			return
		}
		for _, s := range b.Sheets {
			last := 0
			for r := range s.Rows() {
				if r.Number <= last {
					t.Fatalf("row %d after %d", r.Number, last)
				}
				if last = r.Number; last > 10_000 {
					break
				}
			}
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`, false)
	f.Add(`<row r="3" hidden="1"><c r="B3"><f>B4</f></c></row><mergeCell ref="A1:B2"/>`, false)
	f.Add(`<table:table table:name="A"><table:table-row table:number-rows-repeated="9"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>`, true)
	f.Add(tables, true)
	f.Fuzz(func(t *testing.T, content string, ods bool) {
		data, name := []byte(nil), "a.xlsx"
		if ods {
			data, name = odsOf(t, content), "a.ods"
		} else {
			data = rawSheet(t, content)
		}
		b, ps := OpenBytes(name, data)
		if b == nil {
			return
		}
		_ = ps
		for _, s := range b.Sheets {
			last := 0
			for r := range s.Rows() {
				if r.Number <= last || r.Number > maxRows || len(r.Cells) == 0 {
					t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
				}
				if last = r.Number; last > 100_000 {
					break
				}
				for _, c := range r.Cells {
					if c.Column < 1 || c.Column > maxColumns || c.Number-c.Number != 0 {
						t.Fatalf("row %d: %+v", r.Number, c)
					}
				}
			}
		}
	})
}
