package foreign

import (
	"regexp"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// CoinTool reads a workbook of the JRC's COIN Tool (version 1 of 2019, Full or Lite, .xlsx or .xlsm). What is read:
//
// Sheet "Database", whose anchor is the row of indicator codes (Ind.01, Ind.02, …; row 16 from column E on in the
// original). Above each code, upward: the indicator's name, the codes of its sub-pillar (sp.01), pillar (p.01),
// sub-index (si.01) and index (Index), the upper and the lower goalpost, the direction (1, −1) and the weight. Below the
// anchor a unit a row: its name in column B, its code in column C, its figures under the codes; blank and "n/a" are missing.
// The rows of levels are known by their codes wherever they stand above the anchor; the other five by their distance.
// A level on which all indicators share one code is not used by the index and falls away, the index itself stays.
// Columns and rows of the form that nobody filled in fall away too; a unit with a name or a code stays, even without a figure.
//
// Sheet "Framework": the codes of aggregates (Index, si.01, p.01, sp.01; column C in the original), each with its weight
// two columns and its name five columns to the right, or under headers that say so. A name "--" marks a line that is not used.
//
// The Tool's own choices of treatment and normalisation, which its other sheets keep as formulas, are not taken over:
// the options say them. Layout after the COIN Tool User Guide (EUR 29899 EN, 2019) and COINr's import_coin_tool.
func CoinTool(book File, o Options) (Folder, problem.List) {
	p := &project{options: o, told: map[string]bool{}, source: book.Name, program: "COIN Tool", byCode: map[string]int{}}
	p.settings()
	b, ps := sheet.OpenBytes(book.Name, book.Data)
	p.problems.Add(ps...)
	if b == nil {
		return nil, p.problems
	}
	g := p.grid(b, "Database")
	if g == nil {
		p.problems.Add(noSheet.At(problem.Place{File: book.Name}, "", "sheet", "Database"))
		return nil, p.problems
	}
	if a, ok := p.anchor(g); ok {
		p.database(g, a)
		p.framework(b, book.Name)
		p.checkTree()
		p.checkSettings(p.top)
	}
	return p.finish()
}

var (
	indicatorCode = regexp.MustCompile(`(?i)^ind\.?\s?\d+$`)
	levelCodes    = []*regexp.Regexp{regexp.MustCompile(`(?i)^sp\.\s?\d+$`), regexp.MustCompile(`(?i)^p\.\s?\d+$`), regexp.MustCompile(`(?i)^si\.\s?\d+$`), regexp.MustCompile(`(?i)^index$`)}
	levelNames    = []string{"sp.", "p.", "si.", "Index"}
)

// anchor is where the blocks of the sheet Database stand.
type anchor struct {
	row     int    // of the indicators' codes
	columns []int  // of the indicators that are used
	levels  [4]int // rows of sp., p., si., Index; 0 where there is none
}

// anchor finds the row of indicator codes and the rows of levels above it.
func (p *project) anchor(g *grid) (anchor, bool) {
	var a anchor
	for row := 1; row <= min(g.last, 60) && a.row == 0; row++ {
		if r := g.rows[row]; r != nil && slices.ContainsFunc(r.Cells, func(c sheet.Cell) bool { return indicatorCode.MatchString(c.Text) }) {
			a.row = row
		}
	}
	if a.row == 0 {
		p.missing(g, "dòng mã chỉ tiêu", "the row of indicator codes", "một dòng có Ind.01, Ind.02, … (dòng 16, từ cột E)", "a row with Ind.01, Ind.02, … (row 16, from column E)")
		return a, false
	}
	for _, c := range g.rows[a.row].Cells {
		if indicatorCode.MatchString(strings.TrimSpace(c.Text)) && p.used(g, a.row, c.Column) {
			a.columns = append(a.columns, c.Column)
		}
	}
	if len(a.columns) == 0 {
		p.missing(g, "chỉ tiêu nào có số liệu", "an indicator with figures", "số liệu dưới mã chỉ tiêu", "figures below an indicator's code")
		return a, false
	}
	for i, code := range levelCodes {
		for row := a.row - 1; row >= 1 && a.levels[i] == 0; row-- {
			if code.MatchString(g.text(row, a.columns[0])) {
				a.levels[i] = row
			}
		}
	}
	if a.levels[3] == 0 {
		p.missing(g, "dòng mã chỉ số (Index)", "the row of the index's code (Index)", "mã Index trên mỗi chỉ tiêu (dòng 11)", "the code Index above each indicator (row 11)")
	}
	return a, a.levels[3] > 0
}

func (p *project) missing(g *grid, vi, en, whereVI, whereEN string) {
	p.problems.Add(noBlock.At(g.place(0, 0), "", "vi", vi, "en", en, "where_vi", whereVI, "where_en", whereEN))
}

// used tells whether a column of the form was filled in; a name without any figure is told.
func (p *project) used(g *grid, row, column int) bool {
	for r := row + 1; r <= g.last; r++ {
		if g.cell(r, column).Kind == sheet.Number || g.text(r, column) != "" {
			return true
		}
	}
	if name := g.text(row-1, column); name != "" {
		p.problems.Add(leftOut.At(g.place(row, column), name, "vi", "không có số liệu nào", "en", "it has no figure"))
	}
	return false
}
