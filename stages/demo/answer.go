package demo

import (
	"fmt"
	"math"
	"strings"

	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/units"
)

// answerer answers the questions of one unit.
type answerer struct {
	plan     *index.Plan
	criteria []form.Criterion
	draw     *draw
}

// typical sizes of answers for a unit of size 1, where nothing else tells them.
var typical = map[string]float64{
	"pop": 2.4e6, "staff": 9000, "services_total": 900, "files_total": 600000, "docs_total": 240000, "it_staff": 140, "sec_staff": 9,
	"systems": 42, "id_accounts": 1.5e6, "schools_all": 800, "health_all": 260, "firms": 900, "sme_all": 12000, "shops": 320,
}

// answers draws an answer to every question; from the edition before it grows where it counts something large.
func (a answerer) answers(last map[string]float64) map[string]float64 {
	all := map[string]float64{}
	for _, pass := range []bool{true, false} { // wholes first, then the parts that are at most so large
		for _, c := range a.criteria {
			for _, q := range c.Asks {
				whole := a.wholeOf(q.ID)
				if q.First && (whole == "") == pass {
					all[q.ID] = a.answer(c, q.Answer, whole, all, last)
				}
			}
		}
	}
	for _, c := range a.plan.Checks { // a share of files is a whole number of files over all
		if c.Kind == "feasible" && all[c.Is] > 0 {
			all[c.Of[0]] = round(math.Round(all[c.Of[0]]*all[c.Is])/all[c.Is], int(c.Limit)+2)
		}
	}
	return all
}

// wholeOf finds the answer that a check keeps this one at or below.
func (a answerer) wholeOf(id string) string {
	for _, c := range a.plan.Checks {
		if c.Kind == "relation" && c.Op == "<=" && c.Left == id {
			return c.Right
		}
	}
	return ""
}

func (a answerer) answer(c form.Criterion, q index.Answer, whole string, all, last map[string]float64) float64 {
	d := a.draw
	size, sized := typical[q.ID]
	switch {
	case whole != "":
		return math.Floor(a.known(whole, all, last) * d.share())
	case sized && last != nil:
		return math.Round(last[q.ID] * (0.99 + 0.06*d.r.Float64()))
	case sized && (strings.HasSuffix(q.ID, "_staff") || q.ID == "id_accounts" || q.ID == "shops" || q.ID == "firms"):
		return math.Round(size * d.size * (0.3 + d.share()))
	case sized:
		return math.Round(size * d.size * (0.9 + 0.2*d.r.Float64()))
	case q.Type == "yes_no":
		return float64(int(d.level + 0.25 + 0.6*d.r.Float64()))
	case q.Type == "choice":
		at := int(d.share() * float64(len(q.Choices)) * 1.15)
		return q.Choices[min(at, len(q.Choices)-1)].Value
	case q.Type == "percent" && (c.PlanNode == nil || c.ID != q.ID):
		return round(d.share(), 3)
	}
	return a.own(c, q)
}

// known is a whole that a part is drawn from; a whole that is itself a part was drawn before it.
func (a answerer) known(id string, all, last map[string]float64) float64 {
	if v, ok := all[id]; ok {
		return v
	}
	return a.answer(form.Criterion{}, index.Answer{ID: id, Type: "count"}, a.wholeOf(id), all, last)
}

// own draws the value of a criterion that asks for itself, of the size at which its rule makes a difference.
func (a answerer) own(c form.Criterion, q index.Answer) float64 {
	d := a.draw
	switch rule := c.Rule; {
	case rule == nil && c.PlanNode != nil: // its own points
		return min(math.Round(d.share()*c.Points), c.Points)
	case rule == nil:
		return math.Round(100 * d.size)
	case rule.Kind == "threshold":
		return round(min(rule.Threshold*1.25*d.share(), 1), 4)
	case rule.Kind == "steps":
		return math.Round(rule.Steps[len(rule.Steps)-1][0] * 1.3 * d.share())
	case rule.Kind == "count":
		limit := rule.Cap
		if limit == 0 {
			limit = c.Points
		}
		return math.Round(limit / rule.Each * 1.2 * d.share())
	}
	return math.Round(60 * d.size * (0.5 + d.share()))
}

func round(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Round(x*scale) / scale
}

// filing is the form as the unit means it: answers, evidence where it is asked for, an explanation here and there.
func (a answerer) filing(u units.Unit, answers map[string]float64, at int) *form.Filing {
	f := &form.Filing{Index: a.plan.Index.ID, Edition: a.plan.Edition.ID, Version: a.plan.Form.Version, Unit: u.Code, Answers: map[string]form.Answer{},
		Self: map[string]form.Self{}, Explained: map[string]string{}, Evidence: map[string][]form.Evidence{}}
	for id, v := range answers {
		f.Answers[id] = form.Answer{Value: v}
	}
	for i, c := range a.criteria {
		if c.Evidence != nil {
			f.Evidence[c.ID] = []form.Evidence{a.document(c, i, at)}
		}
		if a.draw.r.IntN(9) == 0 {
			f.Explained[c.ID] = "Số liệu tính đến 31/12/" + a.plan.Edition.ID + " (dữ liệu mô phỏng)."
		}
	}
	return f
}

func (a answerer) document(c form.Criterion, i, at int) form.Evidence {
	month, day := 1+a.draw.r.IntN(12), 1+a.draw.r.IntN(28)
	return form.Evidence{
		Number: fmt.Sprintf("%d/BC-MP", 100+37*i+at),
		Title:  "Báo cáo về “" + c.Name.In("vi") + "” (dữ liệu mô phỏng)",
		Date:   units.Date(20260000 + month*100 + day),
		Link:   "https://example.vn/mo-phong/" + c.ID,
	}
}

// appraised are the appraisers' decisions on criteria with evidence: most self-scores are accepted as they stand, some
// are cut where the evidence does not carry them.
func (a answerer) appraised(unit string, f *form.Filing) (all []form.Appraisal) {
	for _, c := range a.criteria {
		if c.Evidence == nil || !c.Earns() {
			continue
		}
		self := c.Earned(func(id string) float64 { return f.Answers[id].Value })
		d := form.Appraisal{Unit: unit, Node: c.ID, Points: round(self, 2), Verdict: "accepted", Reason: "Minh chứng đầy đủ (mô phỏng)", By: "Tổ thẩm định mô phỏng", Date: 20270320}
		switch a.draw.r.IntN(10) {
		case 0:
			d.Points, d.Verdict, d.Reason = 0, "none", "Không có văn bản kèm theo (mô phỏng)"
		case 1, 2:
			d.Points, d.Verdict, d.Reason = math.Floor(self/2), "insufficient", "Văn bản chỉ chứng minh một phần (mô phỏng)"
		}
		all = append(all, d)
	}
	return all
}

// measured are the points of what is measured by others than the unit.
func (a answerer) measured(unit string) (all []form.Measurement) {
	for i := range a.plan.Nodes {
		n := &a.plan.Nodes[i]
		if n.Leaf() && a.plan.CountsOf(n) == "measured" {
			all = append(all, form.Measurement{Unit: unit, Node: n.ID, Points: round(n.Points*a.draw.share(), 1), Source: "Đo kiểm mô phỏng", Date: 20270228})
		}
	}
	return all
}
