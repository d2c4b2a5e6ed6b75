package opendata

import (
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/render/view"
)

var appraisedFields = []Field{
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"edition", Text, problem.Text{VI: "kỳ", EN: "edition"}},
	{"unit", Text, problem.Text{VI: "mã đơn vị (data/units.csv)", EN: "code of the unit (data/units.csv)"}},
	{"node", Text, problem.Text{VI: "mã tiêu chí", EN: "id of the criterion"}},
	{"self", Number, problem.Text{VI: "điểm theo câu trả lời của đơn vị", EN: "points by the unit's own answers"}},
	{"appraised", Number, problem.Text{VI: "điểm thẩm định", EN: "points given by the appraisers"}},
	{"measured", Number, problem.Text{VI: "điểm đo lường, khảo sát", EN: "points measured or found by a survey"}},
	{"counts", Text, problem.Text{VI: "điểm được tính: self, appraised, measured; trống: không có điểm", EN: "whose points count: self, appraised, measured; empty: there is no score"}},
	{"verdict", Text, problem.Text{VI: "kết luận về minh chứng: accepted chấp nhận, insufficient chưa đủ, none không có", EN: "verdict on the evidence: accepted, insufficient, none"}},
	{"reason", Unlike, problem.Text{VI: "lý do của người thẩm định", EN: "the appraisers' reason"}},
}

// AppraisedTable is the table of the points of every criterion of the collecting editions of an index, as the unit, the
// appraisers and others see it: those layers that are public. grades gives them by edition, as view.GradesOf does. ok is
// false where there is nothing to show.
func AppraisedTable(ix *index.Index, editions []Edition, grades func(Edition) []view.Graded) (t Table, ok bool) {
	var texts [5][]string
	var self, appraised, measured []float64
	var edition []string
	for _, ed := range editions {
		for _, g := range grades(ed) {
			edition = append(edition, ed.Plan.Edition.ID)
			for k, s := range []string{ed.Table.Units[g.Row], ed.Plan.Nodes[g.Node].ID, g.Counts, g.Verdict, g.Reason} {
				texts[k] = append(texts[k], s)
			}
			self, appraised, measured = append(self, g.Self), append(appraised, g.Appraised), append(measured, g.Measured)
		}
	}
	title := problem.Text{VI: ix.Name.VI + ": điểm tự đánh giá, thẩm định, đo lường", EN: ix.Name.EN + ": self-assessed, appraised and measured points"}
	t = Table{Name: ix.ID + "_appraisal", Title: title, Fields: appraisedFields, Sources: sources(ix)}
	return oneSegment(t, len(edition), []Cells{{Same: ix.ID}, {Texts: edition}, {Texts: texts[0]}, {Texts: texts[1]}, {Numbers: self}, {Numbers: appraised}, {Numbers: measured},
		{Texts: texts[2]}, {Texts: texts[3]}, {Texts: texts[4]}}), len(edition) > 0
}
