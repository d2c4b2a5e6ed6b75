package view

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"xephang/stages/units"
)

func provinces(t *testing.T) *units.Registry {
	t.Helper()
	b, err := os.ReadFile("../../../data/units.csv")
	if err != nil {
		t.Fatal(err)
	}
	reg, bad := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: b}})
	for _, p := range bad {
		if strings.HasPrefix(p.Code, "units-csv") {
			t.Fatal(p)
		}
	}
	return reg
}

// On any day each province stands once on its grid, no two at one place, and no tile is left over.
func TestEveryProvinceHasItsTile(t *testing.T) {
	reg := provinces(t)
	for _, c := range []struct {
		day   units.Date
		count int
		grid  *grid
	}{{20191231, 63, grids[0]}, {20250101, 63, grids[0]}, {20250630, 63, grids[0]}, {20250701, 34, grids[1]}, {20260501, 34, grids[1]}} {
		all := reg.Of([]string{"province"}, c.day)
		g := gridOf(all)
		if len(all) != c.count || g != c.grid {
			t.Errorf("%s: %d provinces, want %d; grid of %d rows", c.day, len(all), c.count, g.rows)
		}
		taken := map[spot]string{}
		for _, u := range all {
			at, ok := g.at[u.Code]
			if !ok {
				t.Errorf("%s: %s has no tile", c.day, u.Code)
			}
			if other := taken[at]; other != "" {
				t.Errorf("%s: %s and %s stand at one place", c.day, u.Code, other)
			}
			taken[at] = u.Code
		}
		if len(g.code) != c.count {
			t.Errorf("%s: %d tiles for %d provinces", c.day, len(g.code), c.count)
		}
		for _, i := range g.islands {
			if taken[i.spot] != "" {
				t.Errorf("%s lies on %s", i.name, taken[i.spot])
			}
		}
		if len(g.islands) != 2 {
			t.Errorf("%d archipelagos", len(g.islands))
		}
	}
}

// Neighbours on the ground are near each other on the map, and north is up.
func TestTheMapIsNoOtherCountry(t *testing.T) {
	for _, g := range grids {
		at := func(code string) spot {
			for _, suffix := range []string{"", "25"} {
				if s, ok := g.at[code+suffix]; ok {
					return s
				}
			}
			t.Fatalf("no %s", code)
			return spot{}
		}
		south := []string{"P-CBA", "P-TNG", "P-HNO", "P-THO", "P-NAN", "P-HTI", "P-QTR", "P-DNA", "P-QNG", "P-GLA", "P-KHO", "P-HCM", "P-CTH", "P-CMA"}
		for i := 1; i < len(south); i++ {
			if at(south[i]).y <= at(south[i-1]).y {
				t.Errorf("%s is not south of %s", south[i], south[i-1])
			}
		}
		for _, p := range [][2]string{{"P-HNO", "P-BNI"}, {"P-HYE", "P-HPH"}, {"P-LDO", "P-KHO"}, {"P-NAN", "P-THO"}, {"P-TNI", "P-DNI"}, {"P-LCH", "P-LCA"}} {
			a, b := at(p[0]), at(p[1])
			if max(a.x-b.x, b.x-a.x) > 2 || max(a.y-b.y, b.y-a.y) > 1 {
				t.Errorf("%s and %s are far apart: %v %v", p[0], p[1], a, b)
			}
		}
	}
}

func TestArchipelagosAreNamedUnderTheirProvinces(t *testing.T) {
	for _, g := range grids {
		m := &TileMap{}
		for _, i := range g.islands {
			for code, at := range g.at {
				if slices.Contains(i.of, code) {
					m.Tiles = append(m.Tiles, Tile{X: at.x, Y: at.y})
				}
			}
		}
		m.islands(VI, g)
		var got []string
		for _, i := range m.Islands {
			got = append(got, i.Lines[0]+" "+i.Number+": "+i.Label)
		}
		if want := []string{"Hoàng Sa Đà Nẵng: Quần đảo Hoàng Sa (Đà Nẵng)", "Trường Sa Khánh Hòa: Quần đảo Trường Sa (Khánh Hòa)"}; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFifths(t *testing.T) {
	for _, c := range []struct{ place, of, want int }{{0, 63, 0}, {1, 63, 1}, {13, 63, 1}, {14, 63, 2}, {63, 63, 5}, {7, 34, 1}, {8, 34, 2}, {34, 34, 5}, {1, 1, 1}, {70, 63, 5}, {3, 0, 0}} {
		if got := fifthOf(c.place, c.of); got != c.want {
			t.Errorf("place %d of %d lies in fifth %d, want %d", c.place, c.of, got, c.want)
		}
	}
	var got []string
	for _, s := range VI.legend(63, true) {
		got = append(got, s.Text)
	}
	if want := "1–13 14–26 27–38 39–51 52–63 chưa có số liệu"; strings.Join(got, " ") != want {
		t.Errorf("legend %q, want %q", got, want)
	}
}

// Every name fits its tile: two lines at most, none longer than a tile holds.
func TestNamesFitTheirTiles(t *testing.T) {
	for _, u := range provinces(t).Of([]string{"province"}, 0) {
		for _, l := range Langs {
			lines := l.tileName(u)
			if len(lines) > 2 || slices.ContainsFunc(lines, func(s string) bool { return utf8.RuneCountInString(s) > widestLine || strings.Contains(s, "…") }) {
				t.Errorf("%s: %q", u.Code, lines)
			}
		}
	}
	long := units.Unit{Code: "X", Name: problemText(strings.Repeat("Dài", 100))}
	if lines := VI.tileName(long); len(lines) != 1 || utf8.RuneCountInString(lines[0]) > widestLine {
		t.Errorf("a long name: %q", lines)
	}
}
