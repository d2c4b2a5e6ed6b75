package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"xephang/stages/demo"
)

// firstRound: the forms come back as people send them.
func (p *play) firstRound() error {
	p.say("Nhận biểu mẫu lần một, với những lỗi thường gặp.", "Forms come back, with the slips that people make.", p.reportCommand(""))
	for _, id := range p.ids {
		y := p.years[id]
		for _, u := range y.Units {
			if s := y.Slips[u.Code]; s.Kind != "" {
				mark := "đọc được/read as meant"
				if s.Bad {
					mark = "phải sửa/to be mended"
				}
				p.tell("%s %s: %s (%s)", id, u.Code, s.Say, mark)
			}
		}
	}
	if err := p.gather(false); err != nil {
		return err
	}
	said, err := p.run(options{})
	if err != nil {
		return err
	}
	p.summary(said)
	p.tell("%s, %s", p.at("handover", "<đơn vị>", "can-sua_*.xlsx"), p.at("handover", "tinh-hinh-bieu-mau_*.html"))
	return nil
}

// summary prints the lines of a run that tell of forms.
func (p *play) summary(said string) {
	for _, s := range strings.Split(said, "\n") {
		if strings.Contains(s, "biểu mẫu/forms") {
			p.tell("%s", s)
		}
	}
}

// secondRound: the units have mended what was marked.
func (p *play) secondRound() error {
	p.say("Đơn vị sửa và gửi lại; chạy lại.", "The units mend and send again; run again.", p.reportCommand(""))
	if err := p.gather(true); err != nil {
		return err
	}
	said, err := p.run(options{})
	p.summary(said)
	return err
}

// appraise brings in the decisions of the appraisers.
func (p *play) appraise() error {
	p.say("Thẩm định: điểm thẩm định, kết luận về minh chứng.", "Appraisal: the appraisers' points, and what they say of the evidence.", "less "+p.at("data", p.ids[0], demo.Now, "appraisal.csv"))
	for _, id := range p.ids {
		y := p.years[id]
		if err := p.write(path.Join("data", id, demo.Now, "appraisal.csv"), y.AppraisalTable()); err != nil {
			return err
		}
		cut := 0
		for _, a := range y.Appraisals {
			if a.Verdict != "accepted" {
				cut++
			}
		}
		p.tell("%s: %d điểm thẩm định/appraisals, %d bị giảm/cut", id, len(y.Appraisals), cut)
	}
	return nil
}

// seal makes the draft.
func (p *play) seal() error {
	p.say("Bản dự thảo, niêm phong cùng đầu vào của nó.", "The draft, sealed with its inputs.", p.reportCommand(" -draft "+p.at("draft")))
	_, err := p.run(options{draft: p.at("draft")})
	return err
}

// appeal brings in the corrections that follow from appeals.
func (p *play) appeal() error {
	p.say("Kiến nghị: mỗi kiến nghị được giải quyết là một dòng điều chỉnh có số vụ việc.", "Appeals: each one decided is a correction with a case number.", "less "+p.at("data", p.ids[0], demo.Now, "corrections.csv"))
	for _, id := range p.ids {
		y := p.years[id]
		if err := p.write(path.Join("data", id, demo.Now, "corrections.csv"), y.AppealTable()); err != nil {
			return err
		}
		for _, a := range y.Appeals {
			p.tell("%s %s %s: %s, %s → %s (%s)", id, a.Case, a.Unit, a.Node, a.Was, a.Becomes, a.Status)
		}
	}
	return nil
}

// publish makes the final publication, with the page of what appeals changed.
func (p *play) publish() error {
	p.say("Bản chính thức, kèm trang phản hồi: ai kiến nghị, điều gì đổi, ai khác đổi theo.", "The final publication, with the page of what appeals changed, and for whom else.", p.reportCommand(" -after "+p.at("draft")))
	if _, err := p.run(options{after: p.at("draft")}); err != nil {
		return err
	}
	p.tell("%s", p.at("out", "index.html"))
	return nil
}

// compare proves that draft and final differ by the appeals alone.
func (p *play) compare() error {
	p.say("Chứng minh: dự thảo cộng các điều chỉnh bằng đúng bản chính thức.", "Proof: the draft and its corrections give the final to the byte.", "go run ./pipeline diff "+p.at("draft")+" "+p.at("data")+" -seeds "+p.at("seeds")+" -out "+p.at("doi-chieu"))
	var said strings.Builder
	err := diff(console{stdin: strings.NewReader(""), out: &said, err: p.c.err}, options{seeds: p.at("seeds"), out: p.at("doi-chieu"), jobs: p.o.jobs, lang: "vi"}, []string{p.at("draft"), p.at("data")})
	lines := strings.Split(strings.TrimRight(said.String(), "\n"), "\n")
	for _, s := range lines[:min(len(lines), 40)] {
		p.tell("%s", s)
	}
	if err == nil {
		fmt.Fprintf(p.c.out, "\nHãy mở / open: %s\n", strings.Join(slices.Compact([]string{p.at("out", "index.html"), p.at("handover"), p.at("doi-chieu")}), ", "))
	}
	return err
}
