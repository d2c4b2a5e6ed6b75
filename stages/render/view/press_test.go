package view

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/claim"
	"xephang/stages/reconcile"
	"xephang/stages/target"
	"xephang/stages/units"
)

// However claims lie on a sentence, the stretches read as the sentence, each claim's stretches read as its quote, and
// every claim has one anchor.
func TestStretchesKeepTheSentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := TextSentence{Start: rapid.IntRange(0, 50).Draw(t, "start"), Text: rapid.StringMatching(`[a-zđầ <>&]{0,30}`).Draw(t, "text")}
		runes := []rune(s.Text)
		s.End = s.Start + len(runes)
		r := &Report{}
		var all []int
		for i := range rapid.IntRange(0, 5).Draw(t, "claims") {
			from := rapid.IntRange(0, s.End+3).Draw(t, "from")
			to := rapid.IntRange(from, s.End+6).Draw(t, "to")
			r.Claims = append(r.Claims, claim.Claim{Start: from, End: to})
			r.Verdicts = append(r.Verdicts, reconcile.Verdict{Claim: i, Is: rapid.SampledFrom(claim.Verdicts).Draw(t, "verdict")})
			all = append(all, i)
		}
		read, anchors := "", map[string]int{}
		of := map[string]string{}
		for _, x := range r.stretches(VI, s, all, map[int]bool{}) {
			read += x.Text
			for _, m := range x.Marks {
				of[m.Number] += x.Text
				if m.ID != "" {
					anchors[m.ID]++
				}
			}
			if (x.Tone != "") != (len(x.Marks) > 0) {
				t.Fatalf("tone %q with %d marks", x.Tone, len(x.Marks))
			}
		}
		if read != s.Text {
			t.Fatalf("%q reads %q", s.Text, read)
		}
		for i, c := range r.Claims {
			n := strconv.Itoa(i + 1)
			from, to := min(max(c.Start-s.Start, 0), len(runes)), min(max(c.End-s.Start, 0), len(runes))
			if of[n] != string(runes[from:to]) {
				t.Fatalf("claim %s marks %q, want %q", n, of[n], string(runes[from:to]))
			}
			if want := min(1, to-from); anchors["o"+n] != want {
				t.Fatalf("claim %s has %d anchors, want %d", n, anchors["o"+n], want)
			}
		}
	})
}

func TestMachineFiguresAreDressed(t *testing.T) {
	for in, want := range map[string][2]string{
		"86/193":           {"86/193", "86/193"},
		"0.6667":           {"0,6667", "0.6667"},
		"1; 2; 13":         {"1; 2; 13", "1; 2; 13"},
		"-2.5":             {"−2,5", "−2.5"},
		">1200":            {"hơn 1.200", "more than 1,200"},
		"30 2020-12-31":    {"30 (hạn 31/12/2020)", "30 (due 31 December 2020)"},
		"Bộ Tài chính":     {"Bộ Tài chính", "Bộ Tài chính"},
		"":                 {"", ""},
		"62/83":            {"62/83", "62/83"},
		"<=0.5; 7/8; a; b": {"không quá 0,5; 7/8; a; b", "at most 0.5; 7/8; a; b"},
	} {
		if vi, en := VI.machine(in), EN.machine(in); vi != want[0] || en != want[1] {
			t.Errorf("%q: %q and %q, want %q", in, vi, en, want)
		}
	}
}

func TestEveryVerdictAndStatusHasAPill(t *testing.T) {
	marks := map[string]bool{}
	for _, v := range claim.Verdicts {
		p := VI.verdictPill(v)
		if p.Mark == "" || p.Text == "" || p.Tone == "" || marks[p.Mark] {
			t.Errorf("%s: %+v", v, p)
		}
		marks[p.Mark] = true
	}
	for _, s := range target.Statuses {
		if p := EN.statusPill(s); p.Mark == "" || p.Text == "" || p.Tone == "" {
			t.Errorf("%s: %+v", s, p)
		}
	}
	for _, s := range append([]target.TaskStatus{target.TaskLate, target.TaskUnknown}, target.EventStatuses...) {
		if p := VI.taskPill(s); p.Mark == "" || p.Text == "" || p.Tone == "" {
			t.Errorf("%s: %+v", s, p)
		}
	}
}

// A page that would hold too many claims lists the grave ones and says so.
func TestTooManyClaimsForOnePage(t *testing.T) {
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte("code,kind,name\n")}})
	in := Input{Units: reg}
	for i := range most + 20 {
		v := reconcile.Verdict{Claim: i, Is: claim.Match}
		if i%10 == 0 {
			v.Is = claim.Off
		}
		in.Claims, in.Verdicts = append(in.Claims, claim.Claim{Document: "seeds/a.txt", Quote: "1", Kind: claim.Count}), append(in.Verdicts, v)
	}
	p := New(in).Press(VI)
	if len(p.Claims.Lines) != (most+20)/10 || !strings.Contains(p.Cut, "17 trên 17") {
		t.Errorf("%d lines, %q", len(p.Claims.Lines), p.Cut)
	}
	if d := New(in).Document(VI, "seeds/a.txt"); len(d.Claims.Lines) != most+20 || d.Note == "" {
		t.Errorf("the document lists %d", len(d.Claims.Lines))
	}
}

func TestBarsStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"%", "hạng trong ASEAN", "dịch vụ"}).Draw(t, "unit")
		x := target.Target{Op: target.AtLeast, Value: rapid.Float64Range(0, 500).Draw(t, "target")}
		x.Unit.VI, x.Unit.EN = unit, unit
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			x.Observe(target.Observation{When: target.When{Date: units.Date(20200101 + rapid.IntRange(0, 20).Draw(t, "day"))}, Value: rapid.Float64Range(0, 900).Draw(t, "value")})
		}
		b := VI.bar(&x, target.Assess(&x, 20210101))
		if b == nil {
			return
		}
		for _, at := range append([]string{b.Value, b.Target}, b.Before...) {
			if v, err := strconv.ParseFloat(at, 64); err != nil || v < 0 || v > 100 {
				t.Fatalf("%q", at)
			}
		}
	})
}
