package robust

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// ParseDesign reads a design to be replayed: CSV (UTF-8, comma, semicolon or tab) with the columns draw, fill, treat,
// normalise, combine and weight:NODE in any order, of which draw must be there. An empty cell is as declared. All
// problems come in one list, with the cells they stand in.
func ParseDesign(p *index.Plan, file string, src []byte) (Design, problem.List) {
	s := &script{plan: p, file: file, ids: map[string]bool{}}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	in := csv.NewReader(bytes.NewReader(src))
	in.Comma, in.FieldsPerRecord = separator(src), -1
	header, err := in.Read()
	if err == nil {
		s.header(header)
	}
	for err == nil {
		var cells []string
		if cells, err = in.Read(); err == nil {
			line, _ := in.FieldPos(0)
			s.line(cells, line)
		}
	}
	if fault := new(csv.ParseError); errors.As(err, &fault) {
		s.report(designCell, fault.Line, fault.Column, "", fault.Err.Error(), "dòng CSV đúng cú pháp, ngoặc kép đủ cặp", "a sound line of CSV, quotes closed")
	} else if !errors.Is(err, io.EOF) {
		s.report(designCell, 1, 1, "", err.Error(), "tệp CSV", "a CSV file")
	} else if len(s.design.Draws) == 0 && len(s.found) == 0 {
		s.found.Add(problemOf(p, designEmpty, problem.Place{File: file, Line: 1, Column: 1}, ""))
	}
	return s.design, s.found
}

// separator is the one that the header line has most of.
func separator(src []byte) rune {
	first, _, _ := bytes.Cut(src, []byte("\n"))
	best, most := ',', 0
	for _, c := range ",;\t" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// script is a design being read.
type script struct {
	plan    *index.Plan
	file    string
	design  Design
	columns []heading
	ids     map[string]bool
	found   problem.List
}

// heading is what a column of the design holds: a role, the draw (empty role), or a node's weight.
type heading struct {
	role index.Role
	node int // position in Design.Nodes; −1 none
	skip bool
}

func (s *script) report(k *problem.Kind, line, col int, cell, found, vi, en string) {
	s.found.Add(problemOf(s.plan, k, problem.Place{File: s.file, Line: line, Column: col, Cell: cell}, found, "vi", vi, "en", en))
}

// header reads the headings.
func (s *script) header(cells []string) {
	seen := map[string]bool{}
	for k, cell := range cells {
		name := strings.TrimSpace(cell)
		bad := func(vi, en string) { s.report(designHeader, 1, 0, cube.CellName(k+1, 1), name, vi, en) }
		c := heading{node: -1}
		id, weight := strings.CutPrefix(name, "weight:")
		switch {
		case seen[name]:
			bad("mỗi cột một lần", "each column once")
			c.skip = true
		case weight:
			if col, ok := s.plan.Col(id); !ok || col == 0 {
				bad("“weight:” và mã một nút dưới gốc của kỳ", "“weight:” and the id of a node below the root of the edition")
				c.skip = true
			} else {
				c.node, s.design.Nodes = len(s.design.Nodes), append(s.design.Nodes, id)
			}
		case name == "draw":
		case name == "fill" || name == "treat" || name == "normalise" || name == "combine":
			c.role = index.Role(name)
		default:
			bad("một trong: draw, fill, treat, normalise, combine, weight:NÚT", "one of: draw, fill, treat, normalise, combine, weight:NODE")
			c.skip = true
		}
		seen[name] = true
		s.columns = append(s.columns, c)
	}
	if !seen["draw"] {
		s.report(designHeader, 1, 1, "", strings.Join(cells, ","), "cột “draw”: số thứ tự của lần thử", "a column “draw”: the number of the draw")
	}
}

// line reads one draw.
func (s *script) line(cells []string, line int) {
	if len(cells) != len(s.columns) {
		want := strconv.Itoa(len(s.columns))
		s.report(designCell, line, 1, "", strings.Join(cells, ","), want+" ô", want+" cells")
		return
	}
	d := Drawn{Weights: make([]float64, len(s.design.Nodes))}
	for k := range d.Weights {
		d.Weights[k] = nan
	}
	for k, cell := range cells {
		if at := (problem.Place{File: s.file, Line: line, Cell: cube.CellName(k+1, line)}); !s.columns[k].skip {
			s.cell(&d, s.columns[k], strings.TrimSpace(cell), at)
		}
	}
	s.design.Draws = append(s.design.Draws, d)
}

func (s *script) cell(d *Drawn, c heading, cell string, at problem.Place) {
	switch {
	case c.node >= 0:
		d.Weights[c.node] = s.weight(cell, at)
	case c.role == "":
		if d.ID = cell; cell == "" || s.ids[cell] {
			s.report(designCell, at.Line, 0, at.Cell, cell, "một số thứ tự chưa dùng", "a number that is not used yet")
		}
		s.ids[cell] = true
	case cell != "":
		m, faults := index.ParseMethod(c.role, cell, at)
		for _, f := range faults {
			f.Index, f.Edition = s.plan.Index.ID, s.plan.Edition.ID
			s.found.Add(f)
		}
		*d.method(c.role) = m
	}
}

func (d *Drawn) method(role index.Role) *index.Method {
	switch role {
	case index.Fill:
		return &d.Fill
	case index.Treat:
		return &d.Treat
	case index.Normalise:
		return &d.Normalise
	}
	return &d.Combine
}

func (s *script) weight(cell string, at problem.Place) float64 {
	if cell == "" {
		return nan
	}
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(x >= 0) || math.IsInf(x, 0) {
		s.report(designCell, at.Line, 0, at.Cell, cell, "một số hữu hạn từ 0 trở lên, dấu thập phân là dấu chấm", "a finite number from 0 up, with a decimal point")
		return nan
	}
	return x
}
