package extract

import (
	"path"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Columns of corrections.csv, and what else they may be called.
const (
	unitColumn    = "unit"
	nodeColumn    = "node"
	wasColumn     = "was"
	becomesColumn = "becomes"
	reasonColumn  = "reason"
	paperColumn   = "document"
	byColumn      = "decided_by"
	dateColumn    = "date"
	statusColumn  = "status"
	caseColumn    = "case"
	layerColumn   = "layer"
)

// correctionColumns are the columns that must be there.
var correctionColumns = []string{unitColumn, nodeColumn, wasColumn, becomesColumn, reasonColumn, paperColumn, byColumn, dateColumn, statusColumn}

var correctionHeads = wordsOf(map[string]string{
	unitColumn:    "unit|code|mã đơn vị|đơn vị|tỉnh|tỉnh, thành phố|bộ, ngành|cơ quan",
	nodeColumn:    "node|answer|chỉ tiêu|tiêu chí|câu trả lời|câu hỏi|mã chỉ tiêu|mã tiêu chí",
	wasColumn:     "was|giá trị cũ|số cũ|cũ|trước|trước điều chỉnh",
	becomesColumn: "becomes|giá trị mới|số mới|mới|sau|sau điều chỉnh|sửa thành",
	reasonColumn:  "reason|lý do|lí do",
	paperColumn:   "document|văn bản|căn cứ|số văn bản",
	byColumn:      "decided_by|decided by|người quyết định|cơ quan quyết định",
	dateColumn:    "date|ngày|ngày quyết định",
	statusColumn:  "status|trạng thái|tình trạng|kết quả",
	caseColumn:    "case|vụ việc|số vụ việc|kiến nghị|số kiến nghị|mã kiến nghị",
	layerColumn:   "layer|lớp|lớp số liệu",
})

// Statuses of a correction; only what is applied changes data.
var correctionStatuses = wordsOf(map[string]string{
	form.Applied:  "applied|accepted|áp dụng|đã áp dụng|chấp nhận|đã chấp nhận|chấp thuận",
	form.Rejected: "rejected|bác|bác bỏ|không chấp nhận|từ chối|không chấp thuận",
	form.Pending:  "pending|chờ|chờ xử lý|đang chờ|đang xem xét|chưa quyết định",
})

var correctionLayers = wordsOf(map[string]string{
	form.LayerValue:     "value|giá trị|số liệu|tự khai",
	form.LayerAppraised: "appraised|thẩm định|điểm thẩm định",
	form.LayerMeasured:  "measured|đo lường|đo được|khảo sát",
})

// wordsOf turns lists of ways to say a thing into a table, folded; where two things share a word the first by name has it.
func wordsOf(lists map[string]string) map[string]string {
	t := map[string]string{}
	for _, to := range sortedNames(lists) {
		for _, w := range strings.Split(lists[to], "|") {
			if key := units.Fold(w); t[key] == "" {
				t[key] = to
			}
		}
	}
	return t
}

func sortedNames(m map[string]string) (names []string) {
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// corrects tells a file of corrections by its name.
func corrects(name string) bool {
	return kindOf(name) == tabular && strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), "corrections")
}

// decision is a row of corrections.csv with its two values read.
type decision struct {
	form.Correction
	target       target
	col          column // where the figure belongs
	was, becomes amount
	order        int  // of the row among all corrections of the edition
	usable       bool // nothing is wrong with the row itself
}

// corrections reads the corrections of an edition; they are applied when all its tables have been read.
func (f *folder) corrections(file string, e *edition) {
	if e == nil {
		example := path.Join(f.door.name(f.id), f.order[len(f.order)-1].plan.Edition.ID, "corrections.csv")
		f.add("", correctionAstray.At(problem.Place{File: f.door.name(file)}, path.Base(file), "example", example))
		return
	}
	b, ps, done := f.door.table(file)
	defer done()
	f.add(e.plan.Edition.ID, ps...)
	if b == nil {
		return
	}
	found, damage := false, 0
	for _, s := range b.Sheets {
		var r *ruling
		for row := range s.Rows() {
			if r == nil {
				r = f.ruling(s, b, row, e)
			} else {
				r.row(row)
			}
		}
		found, damage = found || r != nil, damage+s.Problems.Faults()
		f.add(e.plan.Edition.ID, s.Problems...)
	}
	if !found && damage == 0 {
		f.add(e.plan.Edition.ID, correctionHeader.At(problem.Place{File: b.File}, "", "columns", strings.Join(correctionColumns, ", ")))
	}
}

// ruling is one sheet of corrections below its header row.
type ruling struct {
	f       *folder
	e       *edition
	sheet   *sheet.Sheet
	columns map[string]int
	style   sheet.Style // how figures are written in this file
	finder  *finder
	now     *sheet.Row
}

// ruling reads a row as the header; nil where it is none: titles may stand above it.
func (f *folder) ruling(s *sheet.Sheet, b *sheet.Book, row *sheet.Row, e *edition) *ruling {
	r := &ruling{f: f, e: e, sheet: s, columns: map[string]int{}, finder: newFinder(f.input.Index, e.plan), now: row}
	r.style.Machine = b.Comma == ','
	var odd problem.List
	for _, c := range row.Cells {
		name := correctionHeads[units.Fold(c.String())]
		switch at := s.Place(row.Number, c.Column); {
		case c.Blank():
		case name == "":
			odd.Add(columnUnknown.At(at, c.String()))
		case r.columns[name] > 0:
			odd.Add(columnTwice.At(at, c.String(), "other", s.Place(row.Number, r.columns[name]).Cell))
		default:
			r.columns[name] = c.Column
		}
	}
	if len(r.columns) < 3 {
		return nil
	}
	for _, name := range correctionColumns {
		if r.columns[name] == 0 {
			odd.Add(correctionColumn.At(s.Place(row.Number, 1), "", "column", name, "columns", strings.Join(correctionColumns, ", ")))
		}
	}
	f.add(e.plan.Edition.ID, odd...)
	return r
}
