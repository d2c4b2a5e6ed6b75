package normalise

import (
	"fmt"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/problem"
)

// Marks of cells, as they stand in the open data (flag) and as readers see them.
var (
	markHigh = cube.Mark{Code: "winsorised-high", Note: problem.Text{
		VI: "giá trị cao ngoại lai, đưa về giá trị liền dưới", EN: "an outlier at the high end, set to the next value below"}}
	markLow = cube.Mark{Code: "winsorised-low", Note: problem.Text{
		VI: "giá trị thấp ngoại lai, đưa về giá trị liền trên", EN: "an outlier at the low end, set to the next value above"}}
	markUnscaled = cube.Mark{Code: "unscaled", Note: problem.Text{
		VI: "có số liệu nhưng thang đo không xác định, nên không có điểm", EN: "has a value, but the scale is undefined, so there is no score"}}
)

// bentMark is the mark of a transformed column.
func bentMark(step string) cube.Mark {
	if step == "box-cox" {
		return cube.Mark{Code: "box-cox", Note: problem.Text{VI: "đã biến đổi Box–Cox", EN: "transformed by Box–Cox"}}
	}
	return cube.Mark{Code: "logged", Note: problem.Text{VI: "đã lấy lô-ga-rít (" + step + ")", EN: "logarithm taken (" + step + ")"}}
}

// fillNote says how a gap was filled.
func fillNote(m index.Method) problem.Text {
	switch m.Name {
	case "mean":
		return problem.Text{VI: "bù bằng trung bình của các đơn vị", EN: "filled with the mean of the units"}
	case "median":
		return problem.Text{VI: "bù bằng trung vị của các đơn vị", EN: "filled with the median of the units"}
	case "group-mean":
		return problem.Text{VI: "bù bằng trung bình của nhóm (" + m.Arg(0) + ")", EN: "filled with the mean of the group (" + m.Arg(0) + ")"}
	case "group-median":
		return problem.Text{VI: "bù bằng trung vị của nhóm (" + m.Arg(0) + ")", EN: "filled with the median of the group (" + m.Arg(0) + ")"}
	}
	return problem.Text{VI: "bù theo mức của chính đơn vị ở các chỉ tiêu cùng nhóm", EN: "filled from the unit's own standing in the other indicators of the group"}
}

// panelMark tells the years that a gap was filled from: filled:latest:2018, filled:linear:2018-2020.
func panelMark(name string, d Donor) cube.Mark {
	if d.From != d.To {
		return cube.Mark{Code: fmt.Sprintf("filled:%s:%d-%d", name, d.From, d.To), Note: problem.Text{
			VI: fmt.Sprintf("nội suy giữa số liệu năm %d và năm %d", d.From, d.To),
			EN: fmt.Sprintf("interpolated between the values of %d and %d", d.From, d.To)}}
	}
	return cube.Mark{Code: fmt.Sprintf("filled:%s:%d", name, d.From), Note: problem.Text{
		VI: fmt.Sprintf("bù bằng số liệu năm %d", d.From), EN: fmt.Sprintf("filled with the value of %d", d.From)}}
}
