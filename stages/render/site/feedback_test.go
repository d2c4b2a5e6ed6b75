package site_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
)

// followsDraft is the year of testdata after a draft: one decision applied, one rejected, one on a figure that is not public.
func followsDraft(t *testing.T) *view.Report {
	t.Helper()
	in := year(t).Input
	name := problem.Text{VI: "Chỉ số dịch vụ <trực tuyến>", EN: "Online <services>"}
	at := func(unit, node, layer, group string) reconcile.Cell {
		return reconcile.Cell{Index: "egdi", Edition: "2024", Unit: unit, Node: node, Layer: layer, Group: group}
	}
	in.Diff = &view.Diff{Seal: strings.Repeat("ab", 32), Decisions: []view.Correction{
		{Index: "egdi", Edition: "2024", Unit: "VNM", Node: "osi", Name: name, Was: 0.5, Becomes: 0.75, Reason: "</td>sót", Document: "12/QĐ", DecidedBy: "Hội đồng", Date: "2025-10-31", Status: "applied", Case: "KN-1"},
		{Index: "egdi", Edition: "2024", Unit: "P-EVIL", Node: "osi", Name: name, Was: math.NaN(), Becomes: 0.25, WasReason: "no_data", Status: "rejected"},
		{Index: "egdi", Edition: "2024", Unit: "VNM", Node: "hci", Layer: "appraised", Name: name, Was: math.NaN(), Becomes: math.NaN(), Closed: true, Status: "pending"}},
		Changes: []view.Differing{{Change: reconcile.Change{Cell: at("VNM", "osi", "value", ""), Was: 0.5, Is: 0.75, Effect: reconcile.Direct, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("VNM", "osi", "score", ""), Was: 0.70001, Is: 0.700012, Effect: reconcile.Direct, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("VNM", "egdi", "rank", ""), Was: 86, Is: 71, Effect: reconcile.Own, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("VNM", "egdi", "rank", "region:Asia"), Was: 2, Is: 1, Effect: reconcile.Own, Causes: []int{0}}, Name: name},
			{Change: reconcile.Change{Cell: at("P-EVIL", "egdi", "rank", ""), Was: math.NaN(), Is: 3, Effect: reconcile.KnockOn, Causes: []int{0, 1}}, Name: name}}}
	return view.New(in)
}

func TestFeedbackPage(t *testing.T) {
	files, err := rendered(followsDraft(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"phan-hoi/index.html", "en/phan-hoi/index.html"} {
		d := parsed(t, name, files[name])
		for _, id := range []string{"quyet-dinh", "qd-1", "qd-3", "thay-doi-direct", "thay-doi-own", "thay-doi-knock-on"} {
			find(t, d, id)
		}
	}
	page := string(files["phan-hoi/index.html"])
	for _, want := range []string{"&lt;/td&gt;sót", "0,5\u00a0→\u00a00,75", "0,700010\u00a0→\u00a00,700012", "86\u00a0→\u00a071", "▲\u00a015", "Chưa có số liệu\u00a0→\u00a00,25", "không công bố", "–\u00a0→\u00a03", "1, 2", "đang chờ"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if !strings.Contains(string(files["chat-luong/index.html"]), `href="../phan-hoi/index.html"`) {
		t.Error("nothing leads to the page")
	}
	if strings.Contains(string(pagesOf(t)["chat-luong/index.html"]), "phan-hoi") {
		t.Error("a publication without a draft speaks of one")
	}
}

// TestFeedbackAlone: written by itself the page leads nowhere but to its other language.
func TestFeedbackAlone(t *testing.T) {
	dir := t.TempDir()
	if err := site.WriteFeedback(dir, followsDraft(t)); err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]string{"index.html": "en.html", "en.html": "index.html"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		d := parsed(t, name, b)
		for _, a := range d.all("a") {
			if href, _ := attr(a, "href"); href != other && !strings.HasPrefix(href, "#") {
				t.Errorf("%s leads to %s", name, href)
			}
		}
		if len(d.all("script"))+len(d.all("link"))+len(d.all("img")) > 0 {
			t.Errorf("%s asks for other files", name)
		}
	}
}
