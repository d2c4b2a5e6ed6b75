package opendata

import (
	"bytes"
	"math"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// cellFields are the columns of out/data/<index>.csv, a row a cell. They are public: keep them.
var cellFields = []Field{
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"edition", Text, problem.Text{VI: "kỳ", EN: "edition"}},
	{"unit", Text, problem.Text{VI: "mã đơn vị (data/units.csv)", EN: "code of the unit (data/units.csv)"}},
	{"unit_name", Text, problem.Text{VI: "tên đơn vị", EN: "name of the unit, in Vietnamese"}},
	{"node", Text, problem.Text{VI: "mã nút của cây chỉ số", EN: "id of the node of the index's tree"}},
	{"level", Whole, problem.Text{VI: "bậc: 1 là chỉ tiêu, đếm lên trên", EN: "level: 1 is an indicator, counting upward"}},
	{"parent", Text, problem.Text{VI: "nút cha; trống ở gốc và ở nút đứng ngoài tổng", EN: "parent node; empty at the root and beside the total"}},
	{"weight", Number, problem.Text{VI: "trọng số như công bố trong index.yaml", EN: "weight as declared"}},
	{"points", Number, problem.Text{VI: "điểm tối đa", EN: "maximum in points"}},
	{"value", Number, problem.Text{VI: "giá trị gốc theo đơn vị tự nhiên", EN: "own value in natural units, after expression and denominator"}},
	{"filled", Number, problem.Text{VI: "sau khi xử lý chỗ trống", EN: "after gaps are filled"}},
	{"treated", Number, problem.Text{VI: "sau khi xử lý ngoại lai", EN: "after outliers are treated"}},
	{"normal", Number, problem.Text{VI: "trên thang chung", EN: "on the index's scale"}},
	{"score", Number, problem.Text{VI: "điểm do xephang tính", EN: "score as computed here"}},
	{"rank", Number, problem.Text{VI: "hạng do xephang tính, 1 là cao nhất", EN: "rank as computed here, 1 = best"}},
	{"rank_of", Whole, problem.Text{VI: "số đơn vị cùng được xếp hạng", EN: "units ranked together"}},
	{"tied", Flag, problem.Text{VI: "đồng hạng", EN: "shares its rank"}},
	{"class", Text, problem.Text{VI: "nhóm mức độ", EN: "class, in Vietnamese"}},
	{"previous_rank", Whole, problem.Text{VI: "hạng kỳ trước, nếu so sánh được", EN: "rank in the previous comparable edition"}},
	{"change", Whole, problem.Text{VI: "số bậc tăng (+) hoặc giảm (−)", EN: "change of rank; above 0 is a rise"}},
	{"rank_low", Whole, problem.Text{VI: "đầu tốt của khoảng hạng", EN: "better end of the rank's band"}},
	{"rank_high", Whole, problem.Text{VI: "đầu kém của khoảng hạng", EN: "worse end of the rank's band"}},
	{"published_score", Number, problem.Text{VI: "điểm do cơ quan công bố in", EN: "score as printed by the publisher"}},
	{"published_rank", Whole, problem.Text{VI: "hạng do cơ quan công bố in", EN: "rank as printed by the publisher"}},
	{"flag", Text, problem.Text{VI: "ghi chú máy đọc: ô được điền, cắt ngoại lai, giữ lại…", EN: "machine-readable marks: filled, treated, withheld, confidence…"}},
	{"source", Unlike, problem.Text{VI: "ô nguồn và nơi công bố", EN: "source cell and publication"}},
}

// Edition is one edition of an index as the stages left it.
type Edition struct {
	Plan  *index.Plan
	Table *cube.Table
}

// CellTable is the table of every layer of every cell of an index: a segment for each edition and node.
func CellTable(ix *index.Index, editions []Edition, reg *units.Registry) Table {
	type at struct{ edition, node int }
	var segments []at
	names := make([][]string, len(editions))
	for e, ed := range editions {
		names[e] = unitNames(ed, reg)
		for n := range ed.Plan.Nodes {
			segments = append(segments, at{e, n})
		}
	}
	return Table{Name: ix.ID, Title: ix.Name, Fields: cellFields, Segments: len(segments), Sources: sources(ix),
		Rows: func(k int) int { return len(editions[segments[k].edition].Table.Units) },
		Segment: func(k int) Segment {
			s := segments[k]
			return cellSegment(editions[s.edition], s.node, names[s.edition])
		}}
}

func sources(ix *index.Index) []problem.Text {
	if ix.Source.IsZero() {
		return []problem.Text{ix.Publisher}
	}
	return []problem.Text{ix.Source}
}

func unitNames(ed Edition, reg *units.Registry) []string {
	names := make([]string, len(ed.Table.Units))
	for i, code := range ed.Table.Units {
		names[i] = code
		if u, ok := reg.Unit(code); ok {
			names[i] = u.Name.In("vi")
		}
	}
	return names
}

func cellSegment(ed Edition, node int, names []string) Segment {
	p, t, n := ed.Plan, ed.Table, &ed.Plan.Nodes[node]
	rows := len(t.Units)
	numbers := func(l cube.Layer) Cells {
		if !t.Has(l, node) {
			return Cells{}
		}
		return Cells{Numbers: t.At(l, node).Values()}
	}
	parent, weight := place(p, node)
	points := math.NaN()
	if n.Points > 0 {
		points = n.Points
	}
	r := ranks(t, node)
	return Segment{Rows: rows, Cells: []Cells{
		{Same: p.Index.ID}, {Same: p.Edition.ID}, {Texts: t.Units}, {Texts: names}, {Same: n.ID},
		{Wholes: All(int32(n.Level), rows)}, {Same: parent},
		{Numbers: same(weight, rows)}, {Numbers: same(points, rows)},
		numbers(cube.Value), numbers(cube.Filled), numbers(cube.Treated), numbers(cube.Normal), numbers(cube.Score),
		r.place, r.of, r.tied, {Texts: classes(p, t, node)}, r.previous, r.change, r.low, r.high,
		numbers(cube.PublishedScore), whole(t.At(cube.PublishedRank, node)),
		{Texts: flags(t, node)}, {Texts: origins(t, node)},
	}}
}

// place finds the node's parent and its weight in it.
func place(p *index.Plan, node int) (parent string, weight float64) {
	up := p.Nodes[node].Parent
	if up < 0 {
		return "", math.NaN()
	}
	for _, c := range p.Nodes[up].Children {
		if c.Col == node {
			weight = c.Weight
		}
	}
	return p.Nodes[up].ID, weight
}

func whole(c cube.Column) Cells {
	if c.Len() == 0 {
		return Cells{}
	}
	x := make([]int32, c.Len())
	for i, v := range c.Values() {
		x[i] = None
		if v == v {
			x[i] = int32(v)
		}
	}
	return Cells{Wholes: x}
}

func classes(p *index.Plan, t *cube.Table, node int) []string {
	if node != 0 || t.Class == nil {
		return nil
	}
	texts := make([]string, len(t.Class))
	for i, c := range t.Class {
		if c >= 0 {
			texts[i] = p.Classes.List[c].Name.In("vi")
		}
	}
	return texts
}

// flags joins the marks of a cell and, where a figure is not of high confidence, says so.
func flags(t *cube.Table, node int) []string {
	texts := make([]string, len(t.Units))
	for row := range texts {
		var codes []string
		for _, m := range t.Marks(node, row) {
			codes = append(codes, m.Code)
		}
		if _, out := t.Unranked[row]; out && node == 0 {
			codes = append(codes, "unranked")
		}
		texts[row] = strings.Join(codes, ";")
	}
	eachSource(t, node, func(row int, s cube.Source) {
		if s.Confidence != "" && s.Confidence != "high" && !strings.Contains(texts[row], "confidence:"+s.Confidence) {
			texts[row] = strings.TrimPrefix(texts[row]+";confidence:"+s.Confidence, ";")
		}
	})
	return texts
}

// origins writes the places and publications of a cell: "data/egdi/2020.xlsx [EGDI!C14]; https://…". The texts of a
// segment share one piece of memory.
func origins(t *cube.Table, node int) []string {
	arena := make([]byte, 0, 48*len(t.Units))
	ends := make([]int, len(t.Units))
	for row := range ends {
		start := len(arena)
		for _, l := range read {
			arena = origin(arena, start, t, l, node, row)
		}
		ends[row] = len(arena)
	}
	all, texts, start := string(arena), make([]string, len(ends)), 0
	for row, end := range ends {
		texts[row], start = all[start:end], end
	}
	return texts
}

// read are the layers whose cells were read from a file.
var read = []cube.Layer{cube.Value, cube.PublishedScore, cube.PublishedRank}

// origin appends what is known of one cell and does not stand in arena[start:] already.
func origin(arena []byte, start int, t *cube.Table, l cube.Layer, node, row int) []byte {
	o := t.Origin(l, node)
	if v := t.At(l, node).At(row); o == nil || v != v {
		return arena
	}
	if s, ok := o.(cube.SheetColumn); ok && len(arena) == start {
		arena = s.AppendPlace(arena, row)
		return also(arena, start, s.Cite)
	}
	s := o.At(row)
	var places []string
	for _, p := range s.Places {
		places = append(places, p.String())
	}
	return also(also(arena, start, places), start, s.Cite)
}

func also(arena []byte, start int, texts []string) []byte {
	for _, one := range texts {
		if bytes.Contains(arena[start:], []byte(one)) {
			continue
		}
		if len(arena) > start {
			arena = append(arena, "; "...)
		}
		arena = append(arena, one...)
	}
	return arena
}

// eachSource visits where the cells of a node were read, save where the file says nothing of a single cell.
func eachSource(t *cube.Table, node int, visit func(row int, s cube.Source)) {
	for _, l := range read {
		o, column := t.Origin(l, node), t.At(l, node)
		if _, plain := o.(cube.SheetColumn); o == nil || plain {
			continue
		}
		for row := range t.Units {
			if v := column.At(row); v == v {
				visit(row, o.At(row))
			}
		}
	}
}
