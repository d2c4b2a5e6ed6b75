package units

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xephang/stages/problem"
)

// told prints problems as "place code found".
func told(ps problem.List) []string {
	var all []string
	for _, p := range ps {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Place, p.Code, p.Found)))
	}
	slices.Sort(all)
	return all
}

func TestParseNational(t *testing.T) {
	file := func(name string) File {
		data, err := os.ReadFile("../../data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return File{Name: name, Data: data}
	}
	r, ps := Parse(Files{file("units.csv"), file("m49.csv"), file("groups.csv"), file("succession.csv")})
	for _, p := range ps {
		t.Error(p)
	}
	count := func(at Date, kinds ...string) int { return len(r.Of(kinds, at)) }
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"countries", count(0, "country"), 193}, {"provinces 2020", count(20200101, "province"), 63},
		{"provinces 2025-06", count(20250630, "province"), 63}, {"provinces 2025-07", count(20250701, "province"), 34},
		{"ministries 2020", count(20200101, "ministry"), 22}, {"ministries 2025-03", count(20250301, "ministry"), 17},
		{"agencies 2020", count(20200101, "agency"), 9},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	vnm, _ := r.Unit("VNM")
	if g := vnm.Group("sub_region", 20240101); g != "South-eastern Asia" || r.GroupName("sub_region", g).VI != "Đông Nam Á" {
		t.Errorf("VNM in %q, %v", g, r.GroupName("sub_region", g))
	}
	tls, _ := r.Unit("TLS")
	if tls.Group("asean", 20251025) != "" || tls.Group("asean", 20251026) != "ASEAN" {
		t.Errorf("Timor-Leste and ASEAN: %v", tls.Groups)
	}
	if r.SchemeName("region").VI != "Khu vực" || !slices.Contains(r.Schemes(), "asean") {
		t.Errorf("schemes %v", r.Schemes())
	}
	if s := r.Successors("P-HGI"); len(s) != 1 || s[0].Successor != "P-TQU25" || s[0].Date != 20250701 || !s[0].Whole {
		t.Errorf("successors of P-HGI: %v", s)
	}
	if p := r.Predecessors("P-TQU25"); len(p) != 2 || p[0].Predecessor != "P-HGI" || p[1].Predecessor != "P-TQU" {
		t.Errorf("predecessors of P-TQU25: %v", p)
	}
	if !slices.IsSortedFunc(r.All(), ByCode) {
		t.Error("units are not sorted by code")
	}
}

const smallGroups = "scheme,group,name_vi,name_en\nregion,,Vùng,Region\nregion,North,Bắc,North\nregion,South,Nam,South\nfree,,Tự do,Free\n"

// Every fault of one input is told in one run, with its line and column in letters.
func TestParseFaults(t *testing.T) {
	for _, c := range []struct {
		name  string
		files Files
		want  []string
	}{
		{"good, with BOM and CRLF", Files{Units: File{"u.csv", []byte("\ufeffcode,name\r\nA,Hà Nội\r\n\r\nB,Huế\r\n")}}, nil},
		{"semicolons of a Vietnamese Excel", Files{Units: File{"u.csv", []byte("code;name_vi\nA;Hà Nội\n")}}, nil},
		{"empty", Files{}, []string{"units.csv:1 units-column-missing", "units.csv:1 units-column-missing"}},
		{"header alone", Files{Units: File{"u.csv", []byte("code,name\n")}}, []string{"u.csv units-none"}},
		{"columns", Files{Units: File{"u.csv", []byte("name,colour,name,aliases,Ghi chú\nA,B,C,D,E\n")}}, []string{
			"u.csv:1 units-column-missing", "u.csv:1:13 units-column-repeated name", "u.csv:1:26 units-column-unknown Ghi chú", "u.csv:1:6 units-column-unknown colour"}},
		{"not UTF-8", Files{Units: File{"u.csv", []byte("code,name\nA,Hà\nB,H\xe0\n")}}, []string{"u.csv:3:4 units-encoding"}},
		{"quotes", Files{Units: File{"u.csv", []byte("code,name\nA,Đô \"x\"\nB,y\nC,\"z\n")}}, []string{"u.csv:2:6 units-csv", "u.csv:4:6 units-csv"}},
		{"rows", Files{Units: File{"u.csv", []byte("code,kind,name_vi,valid_from,valid_to\n" +
			"A,x,Hà Nội,2020-02-30,\n,x,Huế,,\nA,x,Khác,,\nB,x,,,\nC,,Tên,2021-01-01,2020-01-01\nD,x,Tên khác,,,thừa,\nE;F,x,Lạ,20200101,\n")}}, []string{
			"u.csv:2:12 units-date 2020-02-30", "u.csv:3:1 units-code-missing Huế", "u.csv:4:1 units-code-repeated A", "u.csv:5:1 units-name-missing B",
			"u.csv:6:19 units-dates-reversed 2021-01-01..2020-01-01", "u.csv:6:3 units-kind-missing C", "u.csv:7:16 units-row-width thừa",
			"u.csv:8:1 units-code-sign E;F", "u.csv:8:10 units-date 20200101"}},
		{"groups", Files{Groups: File{"g.csv", []byte(smallGroups + "region,North,Bắc,North\n,x,,\n")}, Units: File{"u.csv", []byte("code,name,groups\n" +
			"A,a,region:North;free:anything\nB,b,region:Nord\nC,c,area:North;area:East\nD,d,region\nE,e,region:North@2020..\nF,f,region:North;region:South@2020-01-01..\n" +
			"G,g,region:North@..2019-12-31;region:South@2020-01-01..\nH,h,region:Nord\nI,i,free:other\n")}}, []string{
			"g.csv:6:8 units-group-repeated region:North", "g.csv:7:2 units-group-repeated x",
			"u.csv:3:5 units-group-unknown region:Nord", "u.csv:4:5 units-group-overlap area", "u.csv:4:5 units-scheme-unknown area:North",
			"u.csv:5:5 units-group-form region", "u.csv:6:5 units-group-form region:North@2020..", "u.csv:7:5 units-group-overlap region"}},
		{"M49", Files{M49: File{"m49.csv", []byte("iso3,country,region,sub_region,intermediate_region\nVNM,Viet Nam,Asia,South-eastern Asia,\nZZZ,Nowhere,Asia,,\n")},
			Groups: File{"g.csv", []byte("scheme,group,name_vi,name_en\nregion,Africa,Châu Phi,Africa\n")},
			Units:  File{"u.csv", []byte("code,kind,name\nVNM,country,Việt Nam\nLAO,country,Lào\n")}}, []string{
			"m49.csv units-m49-missing", "m49.csv:2:14 units-group-unknown region:Asia"}},
		{"succession", Files{Units: File{"u.csv", []byte("code,name,valid_from,valid_to\nA,a,,2025-06-30\nB,b,2025-07-01,\n")},
			Succession: File{"s.csv", []byte("predecessor,successor,date,whole\nA,B,2025-07-01,yes\nA,C,2025-07-01,no\nX,B,2025-07-01,no\nA,A,2025-07-01,\nA,B,2025-08-01,maybe\nA,B,1/7/2025,yes\n")}}, []string{
			"s.csv:3:3 succession-unit-unknown C", "s.csv:4:1 succession-unit-unknown X", "s.csv:5:3 succession-self A",
			"s.csv:6:16 succession-whole maybe", "s.csv:6:5 succession-date 2025-08-01", "s.csv:7:5 units-date 1/7/2025"}},
		{"shared names", Files{Units: File{"u.csv", []byte("code,name,aliases,valid_from,valid_to\nA,Hoà An,,,2019-12-31\nB,Hòa  An,,2020-01-01,\nC,Khác,HÒA AN;Khac,,\nD,Khác nữa,,,\n")}}, []string{
			"u.csv:4:1 units-name-shared HÒA AN", "u.csv:4:1 units-name-shared HÒA AN"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, ps := Parse(c.files)
			slices.Sort(c.want)
			if diff := cmp.Diff(c.want, told(ps)); diff != "" {
				t.Error(diff)
			}
			for _, p := range ps {
				for _, lang := range []string{"vi", "en"} {
					if s := p.In(lang); strings.Contains(s, "{") {
						t.Errorf("argument left open: %s", s)
					}
				}
			}
			if r == nil {
				t.Error("no registry")
			}
		})
	}
}

func TestImportedUnits(t *testing.T) {
	r, ps := Parse(Files{Units: File{"asem/units.csv", []byte("code,name,groups\nVNM,Vietnam,GDP_group:S\nAUT,Austria,GDP_group:L\n")}})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	want := Unit{Code: "AUT", Kind: "unit", Name: problem.Text{VI: "Austria"}, Full: "Austria", Groups: []Membership{{Scheme: "GDP_group", Group: "L"}},
		Place: problem.Place{File: "asem/units.csv", Line: 3, Column: 1}}
	if diff := cmp.Diff(want, r.All()[0]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"L", "S"}, r.Groups("GDP_group")); diff != "" || r.Groups("none") != nil {
		t.Error(diff)
	}
	if n := r.GroupName("GDP_group", "L"); n != (problem.Text{VI: "L", EN: "L"}) || r.SchemeName("GDP_group").EN != "GDP_group" {
		t.Error(n)
	}
	if u, _, ok := r.Find("austria", 0, "unit"); !ok || u.Code != "AUT" {
		t.Errorf("austria = %v", u)
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]Date{"": 0, "2024-02-29": 20240229, "0001-01-01": 10101} {
		if d, err := ParseDate(s); err != nil || d != want || d.String() != s {
			t.Errorf("ParseDate(%q) = %d %v", s, d, err)
		}
	}
	for _, s := range []string{"2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "23-01-01", "2023/01/01", "2023-1-1", "-123-01-01", "0000-01-01", "+023-01-01", "x"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %d", s, d)
		}
	}
	for d, want := range map[Date]Date{0: 0, 20250701: 20250630, 20240301: 20240229, 20250101: 20241231} {
		if d.before() != want {
			t.Errorf("before %d is %d", d, d.before())
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("code,name\nA,a\n", "scheme,group\nx,y\n", "predecessor,successor,date\nA,A,2020-01-01\n")
	f.Add("\ufeffcode;name;groups\r\nA;b;x:y@..\r\n", "", "")
	f.Add("code,name,aliases\n\"A\",\"b\nc\",\"d;\"\"e\"\n", "\xff", "predecessor")
	f.Fuzz(func(t *testing.T, u, g, s string) {
		r, ps := Parse(Files{Units: File{"u.csv", []byte(u)}, Groups: File{"g.csv", []byte(g)}, M49: File{"m.csv", []byte(g)}, Succession: File{"s.csv", []byte(s)}})
		for _, x := range r.All() {
			if x.Code == "" || x.Name.IsZero() {
				t.Errorf("unit without code or name: %+v", x)
			}
			r.Find(x.Name.In("vi"), 20240101)
			r.Heirs(x.Code, 20240101)
		}
		if len(r.All()) == 0 && len(ps) == 0 {
			t.Error("nothing read and nothing said")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../../data/units.csv")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Parse(Files{Units: File{Name: "units.csv", Data: data}})
	}
}
