package robust

import (
	"maps"
	"slices"

	"xephang/stages/problem"
)

// kind is one kind of finding: its grade, how it is said, and the source of its threshold.
type kind struct {
	grade              Grade
	title, say, source problem.Text
}

var kinds = func() map[string]kind {
	all := map[string]kind{}
	for _, some := range []map[string]kind{aboutData, aboutRelations, aboutOutcome} {
		maps.Copy(all, some)
	}
	return all
}()

// FindingKind is an entry of the catalogue of findings.
type FindingKind struct {
	Code          string
	Grade         Grade
	Title, Source problem.Text
}

// FindingKinds lists what an audit may find, by code.
func FindingKinds() (all []FindingKind) {
	for _, code := range slices.Sorted(maps.Keys(kinds)) {
		all = append(all, FindingKind{code, kinds[code].grade, kinds[code].title, kinds[code].source})
	}
	return all
}

// Findings about figures as they were read.
var aboutData = map[string]kind{
	"sound": {Notice, problem.Text{VI: "Không có điểm cần xem lại", EN: "Nothing to look at"}, problem.Text{
		VI: "Không có phép kiểm nào vượt ngưỡng cần xem lại.",
		EN: "No test went beyond its threshold."}, problem.Text{}},
	"few-units": {Look, problem.Text{VI: "Ít đơn vị", EN: "Few units"}, problem.Text{
		VI: "Chỉ có {n} đơn vị: tương quan và các phép tính dựa trên tương quan được nêu ra nhưng không dùng để kết luận (cần từ 10 đơn vị).",
		EN: "There are only {n} units: correlations and what rests on them are shown, but nothing is concluded from them (10 units are needed)."}, ours},
	"untested": {Look, problem.Text{VI: "Không đủ số liệu để kiểm", EN: "Too few figures to test"}, problem.Text{
		VI: "Số liệu không đủ để kiểm: không có hai chỉ tiêu hay nhóm nào cùng có điểm của ít nhất {n} đơn vị.",
		EN: "There are too few figures to test: no two indicators or groups both have scores of at least {n} units."}, ours},
	"published-only": {Notice, problem.Text{VI: "Chỉ có số đã công bố", EN: "Published figures only"}, problem.Text{
		VI: "Kỳ này chỉ có số đã công bố: các phép kiểm dùng điểm đã công bố; cách tổng hợp không kiểm được.",
		EN: "This edition has published figures only: the tests use published scores; how they were combined cannot be tested."}, problem.Text{}},
	"blocks": {Notice, problem.Text{VI: "Các khối được kiểm chung", EN: "Blocks are audited together"}, problem.Text{
		VI: "{n} khối được xếp hạng riêng nhưng được kiểm chung ở đây, vì từng khối có ít đơn vị; tương quan giữa các khối cũng nằm trong các số liệu này.",
		EN: "{n} blocks are ranked apart but audited together, as each has few units; differences between blocks are part of these figures."}, ours},
	"no-data": {Notice, problem.Text{VI: "Chỉ tiêu không có số liệu", EN: "Indicators without figures"}, problem.Text{
		VI: "{n} chỉ tiêu không có số liệu nào: {nodes}.",
		EN: "{n} indicators have no figures at all: {nodes}."}, problem.Text{}},
	"availability-indicator": {Look, problem.Text{VI: "Chỉ tiêu thiếu nhiều số liệu", EN: "Indicator with many gaps"}, problem.Text{
		VI: "{node} chỉ có số liệu của {present}/{of} đơn vị ({share}), dưới ngưỡng {threshold}.",
		EN: "{node} has figures of only {present} of {of} units ({share}), below the threshold of {threshold}."}, jrcPractice},
	"availability-indicators": {Look, problem.Text{VI: "Nhiều chỉ tiêu thiếu số liệu", EN: "Indicators with many gaps"}, problem.Text{
		VI: "{n} chỉ tiêu có số liệu của dưới {threshold} số đơn vị: {nodes}. Ít nhất là {node} ({present}/{of} đơn vị).",
		EN: "{n} indicators have figures of fewer than {threshold} of the units: {nodes}. {node} has the fewest ({present} of {of} units)."}, jrcPractice},
	"availability-unit": {Look, problem.Text{VI: "Đơn vị thiếu nhiều số liệu", EN: "Units with many gaps"}, problem.Text{
		VI: "{n} đơn vị được chấm điểm dù có số liệu của dưới {threshold} số chỉ tiêu: {units}. Ít nhất là {unit} ({share}).",
		EN: "{n} units are scored although they have figures for fewer than {threshold} of the indicators: {units}. {unit} has the fewest ({share})."}, jrcPractice},
	"constant": {Grave, problem.Text{VI: "Chỉ tiêu không phân biệt", EN: "Indicator that does not discriminate"}, problem.Text{
		VI: "{node} có cùng một giá trị ({value}) ở mọi đơn vị: chỉ tiêu này không phân biệt được đơn vị nào.",
		EN: "{node} has the same value ({value}) for all units: it tells none of them apart."}, ours},
	"mostly-zero": {Look, problem.Text{VI: "Phần lớn giá trị bằng 0", EN: "Mostly zeros"}, problem.Text{
		VI: "{node}: chỉ {n} trong {of} đơn vị có giá trị khác 0, dưới một nửa.",
		EN: "{node}: only {n} of {of} units have a value other than 0, fewer than half."}, jrcPractice},
	"few-values": {Notice, problem.Text{VI: "Ít giá trị khác nhau", EN: "Few distinct values"}, problem.Text{
		VI: "{node} chỉ có {n} giá trị khác nhau ở {of} đơn vị, dưới một nửa: nhiều đơn vị bằng điểm nhau.",
		EN: "{node} has only {n} distinct values for {of} units, fewer than half: many units are tied."}, jrcPractice},
	"outlier-untreated": {Look, problem.Text{VI: "Giá trị ngoại lai chưa xử lý", EN: "Outliers not treated"}, problem.Text{
		VI: "{node} có phân bố rất lệch (độ lệch {skew}, độ nhọn {kurt}) và không được xử lý; xa nhất là {unit}, cách trung bình {distance} độ lệch chuẩn.",
		EN: "{node} is distributed very unevenly (skewness {skew}, kurtosis {kurt}) and is not treated; {unit} is farthest, {distance} standard deviations from the mean."}, skewKurt},
	"outlier-remains": {Look, problem.Text{VI: "Giá trị ngoại lai còn lại sau xử lý", EN: "Outliers left after treatment"}, problem.Text{
		VI: "{node} vẫn có phân bố rất lệch sau khi xử lý: độ lệch {skew}, độ nhọn {kurt} (trước đó {skew0} và {kurt0}).",
		EN: "{node} is still distributed very unevenly after treatment: skewness {skew}, kurtosis {kurt} (before: {skew0} and {kurt0})."}, skewKurt},
	"outlier-treated": {Notice, problem.Text{VI: "Giá trị ngoại lai đã xử lý", EN: "Outliers treated"}, problem.Text{
		VI: "{node} đã được xử lý giá trị ngoại lai ({moved} điểm được kéo về): độ lệch {skew0} còn {skew}, độ nhọn {kurt0} còn {kurt}.",
		EN: "Outliers of {node} were treated ({moved} points drawn in): skewness from {skew0} to {skew}, kurtosis from {kurt0} to {kurt}."}, skewKurt},
	"transformed": {Notice, problem.Text{VI: "Chỉ tiêu đã được biến đổi", EN: "Indicator transformed"}, problem.Text{
		VI: "{node} đã được biến đổi vì có giá trị ngoại lai: độ lệch {skew0} còn {skew}, độ nhọn {kurt0} còn {kurt}.",
		EN: "{node} was transformed because of outliers: skewness from {skew0} to {skew}, kurtosis from {kurt0} to {kurt}."}, skewKurt},
}
