package main

import (
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"xephang/stages/form"
)

// TestFormsTypedInLibreOffice fills a form in as LibreOffice keeps it, lets LibreOffice work it out and save it as .xlsx,
// and reads that back: the answers are those typed, and the self-scores, which LibreOffice computed, are those of the rules.
func TestFormsTypedInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
		}
		t.Skip("LibreOffice is not installed")
	}
	x, dir := newTrip(t), t.TempDir()
	convert := func(from, to string) []byte {
		said, err := exec.Command(office, "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", to, "--outdir", dir, filepath.Join(dir, from)).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		kind, _, _ := strings.Cut(to, ":")
		b, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(from, filepath.Ext(from))+"."+kind))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	keep := func(name string, b []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	keep("bieu.xlsx", x.write(t, nil))
	flat := string(convert("bieu.xlsx", "fods"))
	meant := typedAnswers()
	for id, a := range meant.Answers {
		flat = typed(t, flat, form.AnswerKey(id), a, x)
	}
	keep("dien.fods", []byte(flat))
	f := x.read("dien.xlsx", convert("dien.fods", "xlsx:Calc MS Excel 2007 XML"))
	for _, s := range differs(meant, f) {
		t.Error(s)
	}
	number := func(id string) float64 {
		if a := meant.Answers[id]; a.Reason == "" {
			return a.Value
		}
		return math.NaN()
	}
	scores := 0
	for _, c := range form.Layout(x.plan) {
		want, got := c.Earned(number), f.Self[c.ID]
		if want != want {
			continue
		}
		if scores++; math.Abs(got.Points-want) > 1e-9 {
			t.Errorf("%s: LibreOffice gives %v points, the rule %v", c.ID, got.Points, want)
		}
	}
	if scores < 6 {
		t.Errorf("only %d self-scores", scores)
	}
	for _, p := range f.Problems {
		if p.Code != "evidence-missing" && !strings.Contains(p.Code, "evidence") {
			t.Log(p.In("en"))
		}
	}
}

func typedAnswers() *form.Filing {
	value := func(v float64) form.Answer { return form.Answer{Value: v} }
	return &form.Filing{Answers: map[string]form.Answer{"services_total": value(1500), "services_level4": value(480), "portal_rate": value(0.815), "portal": value(1),
		"plan_kind": value(0.5), "meetings": value(3), "staff": value(2750), "staff_it": value(99), "relative": {Value: math.NaN(), Reason: "no_data"}, "own_points": value(6.5)}}
}

// openCell is a cell of the flat format with a rule of input and nothing in it.
var openCell = regexp.MustCompile(`<table:table-cell ([^>]*table:content-validation-name="[^"]*")/>`)

// typed puts an answer, or its reason, into the row with a key: the first open cell is the answer's, the next the reason's.
func typed(t *testing.T, flat, key string, a form.Answer, x trip) string {
	t.Helper()
	at := strings.Index(flat, "<text:p>"+key+"</text:p>")
	if at < 0 {
		t.Fatalf("no row %s", key)
	}
	end := at + strings.Index(flat[at:], "</table:table-row>")
	cells := openCell.FindAllStringSubmatchIndex(flat[at:end], -1)
	if len(cells) < 2 {
		t.Fatalf("%s: %d open cells", key, len(cells))
	}
	cell, content := cells[0], fmt.Sprintf(`office:value-type="float" office:value="%v"><text:p>%v</text:p>`, a.Value, a.Value)
	if a.Reason != "" {
		cell = cells[1]
		content = words(form.ReasonName(a.Reason).VI)
	} else if s := chosen(x, strings.TrimPrefix(key, "a:"), a.Value); s != "" {
		content = words(s)
	}
	return flat[:at+cell[0]] + "<table:table-cell " + flat[at+cell[2]:at+cell[3]] + " " + content + "</table:table-cell>" + flat[at+cell[1]:]
}

func words(s string) string {
	return `office:value-type="string"><text:p>` + html.EscapeString(s) + "</text:p>"
}

// chosen is the entry of a list that stands for a value; empty where figures are typed.
func chosen(x trip, id string, v float64) string {
	if id == "portal" {
		return map[float64]string{0: "Không", 1: "Có"}[v]
	}
	if a, ok := x.plan.Answer(id); ok {
		for _, c := range a.Choices {
			if c.Value == v {
				return c.Name.VI
			}
		}
	}
	return ""
}
