package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xephang/stages/problem"
)

func lines(texts []problem.Text, lang string) string {
	var all []string
	for _, t := range texts {
		all = append(all, t.In(lang))
	}
	return strings.Join(all, "\n")
}

func TestExplain(t *testing.T) {
	egdi, dti := parseGood(t, "egdi.yaml"), parseGood(t, "dti.yaml")
	for _, c := range []struct {
		p        *Plan
		node, vi string
		en       string
	}{
		{egdi.Plans[2], "egdi",
			"Trung bình cộng có trọng số của các thành phần.\nThành phần (trọng số): Dịch vụ công trực tuyến (0,34); Hạ tầng viễn thông (0,33); Nguồn nhân lực (0,33).",
			"The weighted arithmetic mean of the parts.\nParts (weights): Online services (0.34); Telecommunication infrastructure (0.33); Human capital (0.33)."},
		{egdi.Plans[2], "osi",
			"Giá trị đã ở trên thang điểm, được giữ nguyên.\nThành phần thiếu được bỏ ra, trọng số chia lại cho các thành phần còn lại.\nChiếm 34 % tổng điểm.",
			"The value is on the scale already and is kept.\nA missing part is left out and its weight is shared among the others.\nCounts for 34 % of the total."},
		{egdi.Plans[2], "epi", "Chỉ đo và công bố, không tính vào điểm.", "Measured and published, not scored."},
		{dti.Plans[0], "level4",
			"Giá trị = services_level4 / services_total.\nĐiểm theo bậc: từ 0 được 0; từ 0,1 được 2; từ 0,3 được 6; từ 0,5 được 10; dưới bậc đầu được 0.\nThiếu thành phần này thì không tính điểm.\nChiếm 16,67 % tổng điểm.",
			"Value = services_level4 / services_total.\nPoints by steps: from 0 earns 0; from 0.1 earns 2; from 0.3 earns 6; from 0.5 earns 10; below the first step, 0.\nWhere this part is missing, no score is given.\nCounts for 16.67 % of the total."},
		{dti.Plans[0], "staff",
			"Giá trị được chia cho headcount (tính trên 1000).\nĐiểm = giá trị so với đơn vị tốt nhất cùng khối × 20; đơn vị tốt nhất của khối được 20.\nThành phần thiếu được bỏ ra, trọng số chia lại cho các thành phần còn lại.\nChiếm 33,33 % tổng điểm.",
			"The value is divided by headcount (per 1000).\nPoints = the value over that of the best unit of the same block × 20; the best of the block gets 20.\nA missing part is left out and its weight is shared among the others.\nCounts for 33.33 % of the total."},
		{dti.Plans[0], "plan",
			"Lấy trường hợp được nhiều điểm nhất trong: (a) plan_signed == 1: có thì được 30 điểm, không thì 0; (b) plan_drafted == 1: có thì được 10 điểm, không thì 0.\nThành phần thiếu được tính 0 điểm.\nChiếm 50 % tổng điểm.",
			"The case that earns most counts: (a) plan_signed == 1: yes earns 30 points, no earns 0; (b) plan_drafted == 1: yes earns 10 points, no earns 0.\nA missing part counts as zero.\nCounts for 50 % of the total."},
		{dti.Plans[0], "core",
			"Tổng điểm đạt được trên tổng điểm tối đa của các thành phần.\nThành phần (trọng số): Dịch vụ công trực tuyến mức độ 4 (10); Kế hoạch (30).\nĐứng ngoài tổng điểm.",
			"The points reached over the points that could be reached.\nParts (weights): Level-4 online services (10); Plan (30).\nStands outside the total."},
		{dti.Plans[1], "society",
			"Chuẩn hoá giữa hai cột mốc cố định.\nCột mốc: 10 và 90.\nThiếu thành phần này thì không tính điểm.\nChiếm 33,33 % tổng điểm.",
			"Scaled between two fixed goalposts.\nGoalposts: 10 and 90.\nWhere this part is missing, no score is given.\nCounts for 33.33 % of the total."},
	} {
		texts := c.p.Index.Explain(c.p, c.node)
		if d := cmp.Diff(c.vi, lines(texts, "vi")); d != "" {
			t.Errorf("%s: -want +got\n%s", c.node, d)
		}
		if d := cmp.Diff(c.en, lines(texts, "en")); d != "" {
			t.Errorf("%s: -want +got\n%s", c.node, d)
		}
	}
	if egdi.Explain(egdi.Plans[0], "nowhere") != nil {
		t.Error("an unknown node is explained")
	}
	want := "Xếp hạng trên điểm đã làm tròn tới số chữ số công bố (4 chữ số thập phân).\nĐơn vị bằng điểm đồng hạng, hạng tiếp theo bỏ qua số hạng đã trùng (1, 2, 2, 4)."
	if d := cmp.Diff(want, lines(egdi.Plans[5].ExplainRanking(), "vi")); d != "" {
		t.Error("-want +got\n" + d)
	}
}

// TestWords: arguments are written as readers of each language write them, and left out where they were not given.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		role   Role
		text   string
		vi, en string
	}{
		{Screen, "available:0.65", "Chỉ xét đơn vị có ít nhất 65 % số chỉ tiêu.", "Only units with at least 65 % of the indicators are considered."},
		{Screen, "available:0.65:0.5", "Chỉ xét đơn vị có ít nhất 65 % số chỉ tiêu và ít nhất 50 % số chỉ tiêu trong mỗi trụ cột.",
			"Only units with at least 65 % of the indicators and at least 50 % of those in each pillar are considered."},
		{Fill, "latest:3", "Số liệu thiếu được thay bằng số liệu gần nhất của các kỳ trước, không quá 3 năm.", "A gap takes the latest figure of earlier editions, at most 3 years old."},
		{Normalise, "minmax:-1:0.5", "Chuẩn hoá min–max về −1–0,5: đơn vị kém nhất được −1, đơn vị tốt nhất được 0,5.", "Min–max scaling to −1–0.5: the worst unit gets −1, the best 0.5."},
		{Normalise, "goalposts:100:open", "Chuẩn hoá giữa hai cột mốc cố định về 0–100; giá trị vượt mốc không bị cắt.", "Scaled between two fixed goalposts to 0–100; values beyond them are not cut."},
		{Combine, "mpi:-", "Chỉ số Mazziotta–Pareto: trung bình có hiệu chỉnh theo mức chênh lệch giữa các thành phần, chênh lệch làm giảm điểm.",
			"The Mazziotta–Pareto index: the mean, adjusted for imbalance between the parts, imbalance takes from the score."},
	} {
		m, _ := ParseMethod(c.role, c.text, problem.Place{})
		if got := m.Words(c.role); got.VI != c.vi || got.EN != c.en {
			t.Errorf("%s is said as\n%s\n%s", c.text, got.VI, got.EN)
		}
	}
	if (Method{}).Words(Combine) != sentences[Combine]["mean"] || (Method{Name: "odd"}).Words(Fill).VI != "" || (Method{}).Words(Fill).VI == "" {
		t.Error("defaults of methods")
	}
}

// TestRuleWords: every kind of rule, of ties and of gaps has its sentence.
func TestRuleWords(t *testing.T) {
	for _, kind := range RuleKinds() {
		r := &Rule{Kind: kind, Threshold: 0.8, Each: 2, Steps: [][2]float64{{0, 1}}, Of: []Alternative{{Value: "a", Points: 3, Rule: &Rule{Kind: "ratio"}}}}
		if w := r.Words(10); w.VI == "" || w.EN == "" || strings.ContainsAny(w.VI+w.EN, "{}") {
			t.Errorf("%s is said as %q", kind, w)
		}
	}
	if w := (&Rule{Kind: "count", Each: 2}).Words(10); w.EN != "Each one counted earns 2 points, 10 at most." {
		t.Error(w.EN)
	}
	for _, word := range ties {
		if w := TiesWords(word); w.VI == "" || w.EN == "" {
			t.Errorf("ties %s say nothing", word)
		}
	}
	for _, word := range append(missings, "") {
		if w := MissingWords(word); w.VI == "" || w.EN == "" {
			t.Errorf("missing %s says nothing", word)
		}
	}
	if letter(0) != "a" || letter(27) != "ab" {
		t.Error("letters of cases")
	}
}
