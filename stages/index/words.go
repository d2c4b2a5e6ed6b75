package index

import (
	"strings"

	"xephang/stages/problem"
)

// sentences say of every method, by role and name, what it does. {0}, {1}, {2} are its arguments; a sentence between
// « and » stands only where the argument inside it was given.
var sentences = map[Role]map[string]problem.Text{
	Screen: {
		"none":      {VI: "Mọi đơn vị có trong danh sách đều được xét.", EN: "Every listed unit is considered."},
		"available": {VI: "Chỉ xét đơn vị có ít nhất {0%} số chỉ tiêu« và ít nhất {1%} số chỉ tiêu trong mỗi trụ cột».", EN: "Only units with at least {0%} of the indicators« and at least {1%} of those in each pillar» are considered."},
		"nonzero":   {VI: "Chỉ xét đơn vị có ít nhất {0%} số liệu khác 0.", EN: "Only units with at least {0%} of their figures other than zero are considered."},
	},
	Fill: {
		"none":         {VI: "Số liệu thiếu được để trống, không ước lượng.", EN: "Gaps are left open, nothing is estimated."},
		"mean":         {VI: "Số liệu thiếu được thay bằng trung bình của các đơn vị có số liệu.", EN: "A gap takes the mean of the units that have the figure."},
		"median":       {VI: "Số liệu thiếu được thay bằng trung vị của các đơn vị có số liệu.", EN: "A gap takes the median of the units that have the figure."},
		"group-mean":   {VI: "Số liệu thiếu được thay bằng trung bình của các đơn vị cùng nhóm ({0}).", EN: "A gap takes the mean of the units of the same group ({0})."},
		"group-median": {VI: "Số liệu thiếu được thay bằng trung vị của các đơn vị cùng nhóm ({0}).", EN: "A gap takes the median of the units of the same group ({0})."},
		"row-mean":     {VI: "Số liệu thiếu được suy từ mức trung bình của chính đơn vị đó ở các chỉ tiêu khác, sau khi đưa về cùng thang.", EN: "A gap is inferred from the unit's own mean over its other indicators, put on one scale."},
		"latest":       {VI: "Số liệu thiếu được thay bằng số liệu gần nhất của các kỳ trước«, không quá {0} năm».", EN: "A gap takes the latest figure of earlier editions«, at most {0} years old»."},
		"linear":       {VI: "Số liệu thiếu được nội suy tuyến tính giữa kỳ trước và kỳ sau gần nhất có số liệu; nếu chỉ có một phía thì lấy theo phía đó.", EN: "A gap is interpolated on a straight line between the nearest editions before and after that have the figure; with one side only, that side's figure is taken."},
		"constant":     {VI: "Số liệu thiếu giữ mức của kỳ trước gần nhất có số liệu, nếu không có thì lấy kỳ sau đầu tiên.", EN: "A gap keeps the level of the nearest earlier edition that has the figure, or else takes the first later one."},
	},
	Treat: {
		"none":      {VI: "Giá trị ngoại lai được giữ nguyên.", EN: "Outliers are left as they are."},
		"winsorise": {VI: "Khi phân bố lệch mạnh (độ lệch từ 2 và độ nhọn từ 3,5 trở lên, nếu không khai báo khác), giá trị ngoại lai được kéo về giá trị kế tiếp, không quá {0} điểm«; nếu chưa đủ thì dùng phép biến đổi {1}».", EN: "Where the distribution is strongly skewed (skewness from 2 and kurtosis from 3.5, unless declared otherwise), outliers are drawn in to the next value, {0} points at most«; where that is not enough, the transformation {1} is used»."},
		"log":       {VI: "Giá trị được lấy lôgarit sau khi dịch về số dương.", EN: "Values are shifted above zero and their logarithm is taken."},
		"log-plus":  {VI: "Giá trị được lấy lôgarit; phân bố lệch trái được lật lại trước khi lấy lôgarit.", EN: "The logarithm is taken; a distribution skewed to the left is mirrored first."},
		"box-cox":   {VI: "Giá trị được biến đổi Box–Cox với λ = {0}.", EN: "Values undergo the Box–Cox transformation with λ = {0}."},
	},
	Normalise: {
		"none":                  {VI: "Giá trị đã ở trên thang điểm, được giữ nguyên.", EN: "The value is on the scale already and is kept."},
		"minmax":                {VI: "Chuẩn hoá min–max về {0}–{1}: đơn vị kém nhất được {0}, đơn vị tốt nhất được {1}.", EN: "Min–max scaling to {0}–{1}: the worst unit gets {0}, the best {1}."},
		"zscore":                {VI: "Chuẩn hoá theo độ lệch chuẩn: trung bình {0}, độ lệch chuẩn {1}.", EN: "Standardised to mean {0} and standard deviation {1}."},
		"scaled":                {VI: "Đưa tuyến tính từ khoảng {0}–{1} về 0–{2}, không phụ thuộc các đơn vị khác.", EN: "Taken on a straight line from {0}–{1} to 0–{2}, whatever the other units have."},
		"rank":                  {VI: "Điểm là thứ tự từ kém đến tốt: đơn vị kém nhất được 1«; đơn vị bằng nhau nhận thứ tự trung bình{0.}».", EN: "The score is the place counted from the worst, which gets 1«; equal units share their mean place{0.}»."},
		"borda":                 {VI: "Điểm là số đơn vị đứng dưới (quy tắc Borda).", EN: "The score is the number of units below (Borda's rule)."},
		"percentile-rank":       {VI: "Điểm là tỷ lệ đơn vị khác đứng dưới, từ 0 đến 1.", EN: "The score is the share of the other units that stand below, from 0 to 1."},
		"percentile":            {VI: "Điểm là vị trí phần trăm trong số các đơn vị, đến 100.", EN: "The score is the percentile among the units, up to 100."},
		"categorical":           {VI: "Điểm theo bậc 0, 20, 40, 50, 60, 80, 100 tuỳ vị trí phần trăm của đơn vị.", EN: "Scores of 0, 20, 40, 50, 60, 80, 100 by the unit's percentile."},
		"fraction-of-max":       {VI: "Điểm là tỷ lệ so với giá trị lớn nhất.", EN: "The score is the share of the greatest value."},
		"fraction-of-min":       {VI: "Điểm là tỷ số so với giá trị nhỏ nhất.", EN: "The score is the ratio to the least value."},
		"distance-to-max":       {VI: "Điểm từ 0 đến 1 theo khoảng cách tới đơn vị tốt nhất.", EN: "A score from 0 to 1 by the distance to the best unit."},
		"distance-to-min":       {VI: "Điểm là khoảng cách tới đơn vị kém nhất, tính theo giá trị của đơn vị đó.", EN: "The score is the distance to the worst unit, as a multiple of that unit's value."},
		"distance-to-reference": {VI: "Điểm theo khoảng cách tới đơn vị tham chiếu {0}, đơn vị này được 1«; cao hơn cũng chỉ tính là 1{1.}».", EN: "A score by the distance to the reference unit {0}, which gets 1«; better units get 1 as well{1.}»."},
		"distance-to-target":    {VI: "Điểm theo khoảng cách tới mục tiêu, đạt mục tiêu được 1«; vượt mục tiêu cũng chỉ tính là 1{0.}».", EN: "A score by the distance to the target, which is worth 1«; beyond the target it is 1 as well{0.}»."},
		"goalposts":             {VI: "Chuẩn hoá giữa hai cột mốc cố định« về 0–{0}»«; giá trị vượt mốc không bị cắt{1.}».", EN: "Scaled between two fixed goalposts« to 0–{0}»«; values beyond them are not cut{1.}»."},
		"mean-band":             {VI: "Điểm −1, 0 hoặc 1 tuỳ giá trị ở dưới, quanh hay trên trung bình« (biên {0%})».", EN: "A score of −1, 0 or 1 as the value is below, near or above the mean« (within {0%})»."},
		"ratio-to-mean":         {VI: "Điểm là tỷ số so với trung bình của các đơn vị.", EN: "The score is the ratio to the mean of the units."},
		"distance-to-mean":      {VI: "Điểm là khoảng cách tới trung bình, tính theo trung bình.", EN: "The score is the distance to the mean, as a multiple of the mean."},
	},
	Weighting: {
		"given":      {VI: "Trọng số do chỉ số quy định.", EN: "The weights are set by the index."},
		"equal":      {VI: "Các thành phần có trọng số bằng nhau.", EN: "The parts weigh the same."},
		"pca":        {VI: "Trọng số lấy từ thành phần chính thứ nhất của số liệu (PCA).", EN: "The weights come from the first principal component of the data (PCA)."},
		"fa":         {VI: "Trọng số lấy từ phân tích nhân tố theo Sổ tay OECD/JRC.", EN: "The weights come from factor analysis as in the OECD/JRC Handbook."},
		"entropy":    {VI: "Trọng số theo entropy: thành phần phân biệt các đơn vị rõ hơn thì nặng hơn.", EN: "Weights by entropy: a part that tells the units apart better weighs more."},
		"critic":     {VI: "Trọng số theo phương pháp CRITIC: phân tán lớn và ít trùng với thành phần khác thì nặng hơn.", EN: "Weights by CRITIC: a part that varies more and repeats the others less weighs more."},
		"ahp":        {VI: "Trọng số suy từ so sánh từng cặp của chuyên gia (AHP).", EN: "The weights follow from experts' pairwise comparisons (AHP)."},
		"bod":        {VI: "Mỗi đơn vị được tính theo bộ trọng số có lợi nhất cho mình trong giới hạn cho phép (BOD).", EN: "Each unit is given the weights that suit it best, within bounds (benefit of the doubt)."},
		"importance": {VI: "Trọng số được tối ưu để mức ảnh hưởng thực tế của các thành phần đạt mức mong muốn.", EN: "The weights are optimised so that the parts have the wanted influence in fact."},
	},
	Combine: {
		"mean":        {VI: "Trung bình cộng có trọng số của các thành phần.", EN: "The weighted arithmetic mean of the parts."},
		"geometric":   {VI: "Trung bình nhân có trọng số của các thành phần: một thành phần thấp khó được bù bằng thành phần cao.", EN: "The weighted geometric mean of the parts: a low part is hard to make up for."},
		"harmonic":    {VI: "Trung bình điều hoà có trọng số của các thành phần.", EN: "The weighted harmonic mean of the parts."},
		"generalised": {VI: "Trung bình luỹ thừa bậc {0} có trọng số của các thành phần.", EN: "The weighted power mean of order {0} of the parts."},
		"median":      {VI: "Trung vị có trọng số của các thành phần.", EN: "The weighted median of the parts."},
		"minimum":     {VI: "Giá trị của thành phần thấp nhất.", EN: "The value of the lowest part."},
		"points":      {VI: "Tổng điểm đạt được trên tổng điểm tối đa của các thành phần.", EN: "The points reached over the points that could be reached."},
		"mpi":         {VI: "Chỉ số Mazziotta–Pareto: trung bình có hiệu chỉnh theo mức chênh lệch giữa các thành phần«, {0±}».", EN: "The Mazziotta–Pareto index: the mean, adjusted for imbalance between the parts«, {0±}»."},
		"ampi":        {VI: "Chỉ số Mazziotta–Pareto hiệu chỉnh: trung bình có hiệu chỉnh theo mức chênh lệch giữa các thành phần«, {0±}».", EN: "The adjusted Mazziotta–Pareto index: the mean, adjusted for imbalance between the parts«, {0±}»."},
		"copeland":    {VI: "Quy tắc Copeland: so từng cặp đơn vị theo trọng số của các thành phần, điểm là số lần thắng trừ số lần thua.", EN: "Copeland's rule: units are compared pair by pair by the weights of the parts; the score is wins less losses."},
		"outranking":  {VI: "So sánh hơn kém từng cặp: phần trọng số mà đơn vị hơn đơn vị khác, tính trung bình trên mọi đơn vị khác; bằng nhau tính một nửa.", EN: "Outranking: the share of weight on which the unit beats another, averaged over all others; ties count half."},
		"kemeny":      {VI: "Thứ tự Kemeny: thứ tự chung ít mâu thuẫn nhất với thứ tự theo từng thành phần.", EN: "Kemeny's order: the common order that contradicts those of the parts the least."},
	},
}

// Words says in a sentence what a method does. A method that is not set says what the role's default does; an unknown
// one says nothing.
func (m Method) Words(role Role) problem.Text {
	if m.IsZero() {
		m = defaultMethod(role)
	}
	t := sentences[role][m.Name]
	return problem.Text{VI: spell(t.VI, m.Args, "vi"), EN: spell(t.EN, m.Args, "en")}
}

func defaultMethod(role Role) Method {
	switch role {
	case Combine:
		return Method{Name: "mean"}
	case Weighting:
		return Method{Name: "given"}
	}
	return Method{Name: "none"}
}

// spell fills the arguments into a sentence and drops what stands between « and » for arguments that were left out.
func spell(s string, args []string, lang string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "«")
		b.WriteString(spellPart(before, args, lang))
		if !found {
			return b.String()
		}
		var inside string
		if inside, s, found = strings.Cut(rest, "»"); !found {
			return b.String()
		}
		if filled := spellPart(inside, args, lang); !strings.Contains(filled, "{") {
			b.WriteString(filled)
		}
	}
}
