package opendata

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
)

// claimFields are the columns of out/data/claims.csv, in the order of claim.Columns.
var claimFields = []Field{
	{"document", Text, problem.Text{VI: "tệp văn bản", EN: "file of the text"}},
	{"start", Whole, problem.Text{VI: "vị trí đầu, tính theo ký tự Unicode", EN: "start, in Unicode code points"}},
	{"end", Whole, problem.Text{VI: "vị trí cuối, không gồm ký tự này", EN: "end, exclusive"}},
	{"quote", Unlike, problem.Text{VI: "nguyên văn", EN: "the words themselves"}},
	{"kind", Text, problem.Text{VI: "rank: thứ hạng; score: điểm; percent: phần trăm; ratio: tỷ số; count: số lượng; delta: thay đổi; order: thứ tự; target: mục tiêu",
		EN: "rank, score, percent, ratio, count, delta (signed), order, target"}},
	{"subject", Text, problem.Text{VI: "nói về ai, cái gì", EN: "who or what it is said of"}},
	{"subject_unit", Text, problem.Text{VI: "mã đơn vị", EN: "codes of the units"}},
	{"metric", Text, problem.Text{VI: "đo cái gì", EN: "what is measured"}},
	{"index", Text, problem.Text{VI: "mã chỉ số", EN: "id of the index"}},
	{"node", Text, problem.Text{VI: "mã nút", EN: "id of the node"}},
	{"value", Unlike, problem.Text{VI: "giá trị; của thứ tự là các tên cách nhau bằng dấu chấm phẩy", EN: "value; of an order its names joined by semicolons"}},
	{"of", Number, problem.Text{VI: "trên bao nhiêu", EN: "out of how many"}},
	{"unit", Text, problem.Text{VI: "đơn vị đo", EN: "unit of measure"}},
	{"year", Whole, problem.Text{VI: "năm được đo", EN: "year measured"}},
	{"qualifier", Text, problem.Text{VI: "> hơn, < dưới, ~ khoảng, >= ít nhất, <= không quá", EN: "> more than, < less than, ~ about, >= at least, <= at most"}},
	{"deadline", Text, problem.Text{VI: "thời hạn của mục tiêu", EN: "deadline of a target"}},
	{"verdict", Text, problem.Text{VI: "match khớp, rounded khớp khi làm tròn, subset tập con, off lệch, conflict mâu thuẫn, impossible bất khả, same cùng nguồn, unchecked không kiểm được",
		EN: "match, rounded, subset, off, conflict, impossible, same (our only evidence is this text), unchecked"}},
	{"expected", Text, problem.Text{VI: "giá trị của bảng", EN: "what our table has"}},
	{"evidence", Unlike, problem.Text{VI: "ô chứng minh hoặc bác bỏ", EN: "the cells that prove or disprove it"}},
	{"edition", Text, problem.Text{VI: "kỳ theo năm được nói", EN: "edition that the year names"}},
	{"group", Text, problem.Text{VI: "nhóm mà hạng tính trong đó", EN: "scheme:group among which the rank counts"}},
}

// ClaimTable is the table of what texts say, each with its verdict. Verdicts stand in the order of the claims.
func ClaimTable(claims []claim.Claim, verdicts []reconcile.Verdict) Table {
	n := len(claims)
	texts := make([][]string, len(claimFields))
	for c := range texts {
		texts[c] = make([]string, n)
	}
	start, end, year, of := make([]int32, n), make([]int32, n), make([]int32, n), make([]float64, n)
	for i, c := range claims {
		row := c.Row(verdictCells(verdicts, i))
		for k := range row {
			texts[k][i] = row[k]
		}
		start[i], end[i], year[i], of[i] = int32(c.Start), int32(c.End), None, missing
		if c.Year > 0 {
			year[i] = int32(c.Year)
		}
		if c.Of > 0 {
			of[i] = c.Of
		}
	}
	cells := make([]Cells, len(claimFields))
	for k, f := range claimFields {
		switch f.Name {
		case "start":
			cells[k] = Cells{Wholes: start}
		case "end":
			cells[k] = Cells{Wholes: end}
		case "year":
			cells[k] = Cells{Wholes: year}
		case "of":
			cells[k] = Cells{Numbers: of}
		default:
			cells[k] = Cells{Texts: texts[k]}
		}
	}
	t := Table{Name: "claims", Title: problem.Text{VI: "Số liệu trong văn bản, đối chiếu với bảng", EN: "Figures in texts, held against our tables"}, Fields: claimFields}
	return oneSegment(t, n, cells)
}

// verdictCells are verdict, expected and evidence of claim i, empty where there is no verdict.
func verdictCells(verdicts []reconcile.Verdict, i int) (verdict, expected, evidence string) {
	if i >= len(verdicts) {
		return "", "", ""
	}
	v := verdicts[i]
	all := make([]string, len(v.Evidence))
	for k, e := range v.Evidence {
		all[k] = e.String()
	}
	return string(v.Is), v.Expected, strings.Join(all, "; ")
}
