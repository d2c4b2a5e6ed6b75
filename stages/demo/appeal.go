package demo

import (
	"fmt"
	"strconv"

	"xephang/stages/form"
)

// appeals are what units ask for after the draft: a figure of their own put right (granted), an appraisal lifted
// (granted), a figure without a document (rejected).
func (y *Year) appeals() (all []form.Correction) {
	add := func(at int, c form.Correction) {
		c.Index, c.Edition, c.Unit = y.Plan.Index.ID, Now, y.Units[at%len(y.Units)].Code
		c.Case = fmt.Sprintf("KN-%02d", len(all)+1)
		c.DecidedBy, c.Date = "Hội đồng thẩm định mô phỏng", 20270410
		all = append(all, c)
	}
	if f := y.clean(2); f >= 0 {
		was := y.Filings[f].Answers["files_online"].Value
		add(f, form.Correction{Node: "files_online", Was: text(was), Becomes: text(float64(int(was * 1.08))), Status: "applied",
			Reason: "Bỏ sót hồ sơ của cấp xã (mô phỏng)", Document: "Công văn 41/CV-MP ngày 05/4/2027 (mô phỏng)"})
	}
	for _, a := range y.Appraisals {
		if a.Verdict == "insufficient" && y.Slips[a.Unit].Kind == "" {
			add(y.at(a.Unit), form.Correction{Node: a.Node, Layer: "appraised", Was: text(a.Points), Becomes: text(a.Points + 2), Status: "applied",
				Reason: "Bổ sung văn bản chứng minh (mô phỏng)", Document: "Công văn 57/CV-MP ngày 06/4/2027 (mô phỏng)"})
			break
		}
	}
	if f := y.clean(9); f >= 0 {
		was := y.Filings[f].Answers["trained"].Value
		add(f, form.Correction{Node: "trained", Was: text(was), Becomes: text(was + 500), Status: "rejected",
			Reason: "Không có danh sách kèm theo (mô phỏng)", Document: "Công văn 63/CV-MP ngày 07/4/2027 (mô phỏng)"})
	}
	return all
}

// clean finds the first unit from a place on whose form has no slip, −1 where there is none.
func (y *Year) clean(from int) int {
	for i := range y.Units {
		if at := (from + i) % len(y.Units); y.Slips[y.Units[at].Code].Kind == "" {
			return at
		}
	}
	return -1
}

func (y *Year) at(unit string) int {
	for i, u := range y.Units {
		if u.Code == unit {
			return i
		}
	}
	return 0
}

func text(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
