package view

import (
	"math"
	"os"
	"strings"
	"testing"

	"xephang/stages/form"
	"xephang/stages/index"
)

func scoredOf(t *testing.T, file string) map[string]string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ix, ps := index.Parse("index.yaml", "mau", src, nil)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	p, all := ix.Plans[len(ix.Plans)-1], map[string]string{}
	for _, c := range form.Layout(p) {
		all[c.ID] = VI.Scored(p, c)
		if en := EN.Scored(p, c); en == "" || strings.ContainsAny(all[c.ID]+en, "{}‹›") {
			t.Errorf("%s: %q %q", c.ID, all[c.ID], en)
		}
	}
	return all
}

// TestScored: every rule in plain words, shares in per cent, answers by their names.
func TestScored(t *testing.T) {
	small := scoredOf(t, "../../form/testdata/index.yaml")
	rules := scoredOf(t, "../book/testdata/forms/rules.yaml")
	for _, c := range []struct {
		all      map[string]string
		id, want string
	}{
		{small, "level4", "Tính: Dịch vụ công trực tuyến mức độ 4 ÷ Tổng số dịch vụ công trực tuyến.\nTừ 10\u00a0% được 2 điểm; từ 30\u00a0% được 6 điểm; từ 50\u00a0% được 10 điểm; dưới 10\u00a0% được 0 điểm.\nCần minh chứng khi tự chấm trên 5 điểm."},
		{small, "online", "Đạt 100\u00a0% được 10 điểm; thấp hơn thì được điểm theo tỷ lệ."},
		{small, "portal", "“Có” được 5 điểm, “Không” được 0 điểm.\nCần minh chứng."},
		{small, "meetings", "Mỗi cuộc được 5 điểm, nhiều nhất 20 điểm."},
		{small, "it_share", "Tính: Cán bộ chuyên trách ÷ Số cán bộ, công chức.\nTừ 5\u00a0% trở lên được 10 điểm; thấp hơn thì được điểm theo tỷ lệ so với mức này."},
		{small, "best", "Lấy cách được nhiều điểm nhất:\n(a) Kế hoạch chuyển đổi số: “Chưa có” được 0 điểm; “Dự thảo” được 2,5 điểm; “Đã ban hành” được 5 điểm.\n(b) Tỷ lệ hồ sơ trực tuyến: từ 80\u00a0% trở lên được 3 điểm; thấp hơn thì được điểm theo tỷ lệ so với mức này."},
		{small, "relative", "Đơn vị tốt nhất được 10 điểm, các đơn vị khác được điểm theo tỷ lệ so với đơn vị đó. Chấm sau khi đủ biểu mẫu, không tự chấm."},
		{small, "own_points", "Tự chấm theo hướng dẫn, tối đa 10 điểm.\nCần minh chứng."},
		{rules, "y2", "“Không” được 5 điểm, “Có” được 0 điểm."},
		{rules, "t2", "Tính: Số lượng a + Số lượng b.\nKhông quá 20 được 6 điểm; cao hơn thì điểm giảm theo tỷ lệ."},
		{rules, "s2", "Tính: min(a, b) * 2.\nTừ 0 được 1 điểm; từ 50 được 3 điểm; từ 100 được 9 điểm."},
		{rules, "c2", "Được 20 điểm, mỗi đơn vị đếm được trừ 2 điểm, trừ nhiều nhất 20 điểm."},
		{rules, "g2", "Lấy 10 điểm trừ số điểm đã ghi."},
		{rules, "p1", "Tính: Số lượng a ÷ Số lượng b × 10.\nTừ 5 trở lên được 10 điểm; thấp hơn thì được điểm theo tỷ lệ so với mức này."},
	} {
		if got := c.all[c.id]; got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.id, got, c.want)
		}
	}
}

func TestAnswerSays(t *testing.T) {
	choice := index.Answer{Type: "choice", Choices: []index.Choice{{Value: 0.5}, {Value: 1}}}
	choice.Choices[0].Name.VI = "Dự thảo"
	for _, c := range []struct {
		a    index.Answer
		x    float64
		want string
	}{{index.Answer{Type: "count"}, 1234, "1.234"}, {index.Answer{Type: "percent"}, 0.855, "85,5\u00a0%"}, {index.Answer{Type: "yes_no"}, 1, "Có"}, {index.Answer{Type: "yes_no"}, 0, "Không"},
		{choice, 0.5, "Dự thảo"}, {choice, 0.7, "0,7"}, {index.Answer{Type: "number"}, math.NaN(), ""}} {
		if got := VI.Answer(c.a, c.x); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.a.Type, c.x, got, c.want)
		}
	}
}
