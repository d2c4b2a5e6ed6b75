package normalise

import (
	"slices"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Where figures are gathered by forms, up to three scores of a criterion are kept: what the unit's own answers earn (the
// layer Self), what the appraisers give and what others measure. Normal is the one that counts, by the index.

// Marks of cells gathered by forms.
var (
	markAppraised = cube.Mark{Code: "appraised", Note: problem.Text{VI: "tính theo điểm thẩm định", EN: "the appraisers' points count"}}
	markMeasured  = cube.Mark{Code: "measured", Note: problem.Text{VI: "tính theo điểm đo lường, khảo sát", EN: "points measured or found by a survey count"}}
	markSelf      = cube.Mark{Code: "self-counted", Note: problem.Text{VI: "chưa có điểm khác nên tính theo điểm đơn vị tự chấm", EN: "the unit's own points count, as there are no others"}}
)

// reasonWords are the notes of the marks "reason:<code>", which tell why there is no answer or no points.
var reasonWords = map[string]problem.Text{
	"not_applicable": {VI: "đơn vị cho biết tiêu chí không áp dụng", EN: "the unit says that the criterion does not apply"},
	"no_data":        {VI: "đơn vị cho biết không có số liệu", EN: "the unit says that it has no data"},
	"refused":        {VI: "đơn vị không cung cấp", EN: "the unit does not provide it"},
	"late":           {VI: "đơn vị gửi chậm", EN: "the unit was late"},
	cube.Blank:       {VI: "đơn vị để trống hoặc không gửi biểu mẫu", EN: "the unit left it blank or sent no form"},
	cube.Faulty:      {VI: "câu trả lời có lỗi nên không dùng được", EN: "the answer is faulty and cannot be used"},
	cube.Unappraised: {VI: "chưa được thẩm định", EN: "not yet appraised"},
	cube.Unmeasured:  {VI: "chưa được đo lường", EN: "not yet measured"},
}

// ReasonMark is the mark of a cell that has a reason.
func ReasonMark(code string) cube.Mark {
	return cube.Mark{Code: "reason:" + code, Note: reasonWords[code]}
}

// lacking notes the criteria for which only points by others count and none are given: nobody may be scored above them.
func (e *edition) lacking() {
	if e.plan.Form == nil || e.plan.Form.Unappraised != "withhold" {
		return
	}
	for _, k := range e.leaves {
		layer, code := cube.Appraised, cube.Unappraised
		switch e.plan.CountsOf(&e.plan.Nodes[k]) {
		case "self":
			continue
		case "measured":
			layer, code = cube.Measured, cube.Unmeasured
		}
		points := e.table.At(layer, k)
		for row := range e.table.Units {
			if _, reason := e.table.Reason(k, row); !reason && missing(points.At(row)) && (e.out == nil || !e.out[row]) {
				e.table.SetReason(k, row, cube.Reason{Code: code, Effect: "withhold"})
			}
		}
	}
}

// finish lays Normal over an indicator: the column as it was scaled or scored or, where figures are gathered by forms,
// the points that count.
func (c column) finish(x cube.Column) {
	if c.plan.Form == nil {
		c.table.Lay(cube.Normal, c.leaves[c.at], x)
		return
	}
	c.count(x.Into(make([]float64, x.Len())))
}

// unanswered tells that no unit has a value of an indicator that has values, in an edition gathered by forms.
func (c column) unanswered() bool {
	return c.plan.Form != nil && !Compound(c.node().Rule) && c.table.At(cube.Treated, c.leaves[c.at]).Present() == 0
}

// count lays Self, the share of the maximum that the unit's own answers earn, and Normal, the share that counts. self is
// its own. A reason in place of an answer goes before whatever the rule makes of the gap: by its effect the unit earns 0
// or nothing is known; points by others go before the reason.
func (c column) count(self []float64) {
	t, node := c.table, c.leaves[c.at]
	for i := range self {
		r, reason := t.Reason(node, i)
		switch {
		case c.out != nil && c.out[i]:
			self[i] = nan
		case reason && !r.Answered() && r.Effect == "zero":
			self[i] = 0
		case reason && !r.Answered():
			self[i] = nan
		}
	}
	t.Lay(cube.Normal, node, cube.Seal(c.counted(self)))
	t.Lay(cube.Self, node, cube.Seal(self))
	if t.At(cube.Normal, node).Present() == 0 {
		c.empty()
	}
}

// counted gives the shares that count, and marks whose they are or why there are none.
func (c column) counted(self []float64) []float64 {
	t, node, most := c.table, c.leaves[c.at], c.node().Points
	others, by := cube.Column{}, cube.Mark{}
	switch c.plan.CountsOf(c.node()) {
	case "appraised":
		others, by = t.At(cube.Appraised, node), markAppraised
	case "measured":
		others, by = t.At(cube.Measured, node), markMeasured
	}
	normal, marks := slices.Clone(self), map[string][]int32{}
	mark := func(code string, row int) { marks[code] = append(marks[code], int32(row)) }
	for i := range self {
		r, reason := t.Reason(node, i)
		switch points := others.At(i); {
		case c.out != nil && c.out[i]:
		case !missing(points):
			normal[i] = points / most
			mark(by.Code, i)
		case reason:
			if r.Answered() {
				normal[i] = nan
			}
			mark(r.Code, i)
		case by.Code != "" && !missing(self[i]):
			mark(markSelf.Code, i)
		}
	}
	for _, m := range []cube.Mark{by, markSelf} {
		t.MarkRows(node, marks[m.Code], m)
	}
	for _, code := range append(slices.Clone(index.Reasons), cube.Blank, cube.Faulty, cube.Unappraised, cube.Unmeasured) {
		t.MarkRows(node, marks[code], ReasonMark(code))
	}
	return normal
}

// unfilled drops from rows the gaps that have a reason: what is declared of the reason holds, and nothing is put in its place.
func (c column) unfilled(rows []int32) []int32 {
	if c.plan.Form == nil || !c.table.Reasoned() {
		return rows
	}
	kept := rows[:0]
	for _, row := range rows {
		if r, ok := c.table.Reason(c.leaves[c.at], int(row)); !ok || r.Answered() {
			kept = append(kept, row)
		}
	}
	return kept
}

// unfill takes out of a filled column what was put in the place of a gap with a reason.
func (c column) unfill(filled []float64, value cube.Column) {
	if c.plan.Form == nil || !c.table.Reasoned() {
		return
	}
	for row := range filled {
		if r, ok := c.table.Reason(c.leaves[c.at], row); ok && !r.Answered() && missing(value.At(row)) {
			filled[row] = nan
		}
	}
}
