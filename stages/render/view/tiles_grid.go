package view

import (
	"strings"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// grid is where every province stands on a map of tiles. The grids are drawn by hand, after the neighbourhoods and the
// compass: a tile is beside its neighbours wherever that can be, north is up, the coast is on the right.
type grid struct {
	columns, rows int
	at            map[string]spot // by unit code
	code          map[spot]string
	islands       []island
}

// spot is a column and a row, from 0.
type spot struct{ x, y int }

// island is an archipelago and the codes of the province that governs it.
type island struct {
	spot
	name, under string // keys of its name and of the province’s
	of          []string
}

// A word is the code of a province without its "P-"; words joined by "/" stand for one place under two codes, before and
// after a change of its status. HS is Hoàng Sa, TS is Trường Sa.
const (
	grid63 = `
LCH LCA HGI CBA .   .   .
DBI YBA TQU BKA LSO .   .
SLA PTH VPH TNG BGI QNI .
.   HBI HNO BNI HDU HPH .
.   .   HNA HYE TBI .   .
.   THO NBI NDI .   .   .
.   NAN .   .   .   .   .
.   .   HTI .   .   .   .
.   .   QBI .   .   .   .
.   .   .   QTR TTH/HUE . .
.   .   .   .   QNA DNA HS
.   .   .   .   KTU QNG .
.   .   .   .   GLA BDI .
.   .   .   .   DLA PYE .
.   .   .   BPH DNO KHO TS
.   .   TNI BDU LDO NTH .
AGI DTH LAN HCM DNI BTH .
KGI VLO TGI .   BRV .   .
CTH TVI BTR .   .   .   .
HAG STR .   .   .   .   .
CMA BLI .   .   .   .   .`
	grid34 = `
LCH LCA25 TQU25 CBA .   .   .
DBI SLA PTH25 TNG25 LSO .   .
.   .   HNO BNI25 QNI .   .
.   .   NBI25 HYE25 HPH25 .   .
.   THO .   .   .   .   .
.   NAN .   .   .   .   .
.   .   HTI .   .   .   .
.   .   .   QTR25 .   .   .
.   .   .   .   HUE .   .
.   .   .   .   .   DNA25 HS
.   .   .   .   .   QNG25 .
.   .   .   .   .   GLA25 .
.   .   .   .   .   DLA25 .
.   .   TNI25 DNI25/DNI26 LDO25 KHO25 TS
.   AGI25 DTH25 HCM25 .   .   .
.   CTH25 VLO25 .   .   .   .
.   CMA25 .   .   .   .   .`
)

// grids are the provinces of before July 2025 and those since.
var grids = []*grid{laid(grid63), laid(grid34)}

func laid(plan string) *grid {
	g := &grid{at: map[string]spot{}, code: map[spot]string{}}
	for y, line := range strings.Split(strings.TrimSpace(plan), "\n") {
		for x, word := range strings.Fields(line) {
			at := spot{x, y}
			g.columns, g.rows = max(g.columns, x+1), y+1
			switch word {
			case ".":
			case "HS":
				g.islands = append(g.islands, island{at, "map.paracel", "map.paracel.of", []string{"P-DNA", "P-DNA25"}})
			case "TS":
				g.islands = append(g.islands, island{at, "map.spratly", "map.spratly.of", []string{"P-KHO", "P-KHO25"}})
			default:
				for i, code := range strings.Split(word, "/") {
					if g.at["P-"+code] = at; i == 0 {
						g.code[at] = "P-" + code
					}
				}
			}
		}
	}
	return g
}

// gridOf is the grid that knows the most of some provinces, the older of two that know as many.
func gridOf(all []units.Unit) *grid {
	best, most := grids[0], -1
	for _, g := range grids {
		n := 0
		for _, u := range all {
			if _, ok := g.at[u.Code]; ok {
				n++
			}
		}
		if n > most {
			best, most = g, n
		}
	}
	return best
}

// tileNames are short names of provinces whose own do not fit a tile, by code without the year of a merger.
var tileNames = map[string]problem.Text{
	"P-BRV": {VI: "BR–VT", EN: "BR–VT"},
	"P-HCM": {VI: "TP. HCM", EN: "HCMC"},
	"P-TTH": {VI: "TT. Huế", EN: "TT. Hue"},
}
