package site_test

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"xephang/stages/claim"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
	"xephang/stages/target"
	"xephang/stages/units"
)

const bulletin, closed = "seeds/bản tin <1>.txt", "seeds/kín \u202e.txt"

// follow adds claims and a ledger to the year, made up to be awkward: two claims on the same words, markup and a mark
// that turns the writing direction in a quote, a document of which only quotes may be shown, a deed, a rank, a task
// without an owner.
func follow(in *view.Input) {
	in.Claims = []claim.Claim{
		{Document: bulletin, Start: 9, End: 30, Quote: "xếp hạng 86 trên 193.", Kind: claim.Rank, Subject: "Việt Nam", Units: []string{"VNM"}, Metric: "EGDI", Index: "egdi", Node: "egdi", Value: 86, Of: 193, Unit: "hạng", Year: 2024, Edition: "2024"},
		{Document: bulletin, Start: 18, End: 20, Quote: "86", Kind: claim.Delta, Subject: "Việt Nam", Units: []string{"VNM"}, Metric: "EGDI", Index: "egdi", Node: "egdi", Value: -2.5, Unit: "bậc", Year: 2024, Qualifier: claim.About},
		{Document: bulletin, Start: 38, End: 47, Quote: "</script>", Kind: claim.Count, Subject: "<b>\u202eđơn vị", Metric: `"><img src=x onerror=alert(5)>`, Value: 2000, Unit: "dịch vụ"},
		{Document: closed, Start: 5, End: 25, Quote: "lần lượt là \u202eabc <i>", Kind: claim.Order, Members: []string{"Huế", "<u>Lạ</u>"}, Codes: []string{"P-TTH", ""}, Unit: "cuối", Index: "tinh", Year: 2019},
		{Document: closed, Start: 40, End: 44, Quote: "30 %", Kind: claim.Target, Subject: "Các bộ", Metric: "DVC", Value: 30, Unit: "%", Deadline: 20201231, Qualifier: claim.AtLeast},
	}
	in.Verdicts = []reconcile.Verdict{
		{Claim: 0, Is: claim.Off, Expected: "8/14", Why: problem.Text{VI: "Bảng ghi hạng 8/14.", EN: "The table has rank 8 of 14."}, Evidence: []reconcile.Evidence{{Place: problem.Place{File: "data/egdi/2024.csv", Line: 15}, Cite: []string{"https://example.org/a"}, Index: "egdi", Edition: "2024", Unit: "VNM", Node: "egdi", What: "rank", Value: "8"}}},
		{Claim: 1, Is: claim.Match, Expected: "-2.5", With: []int{3, 99}},
		{Claim: 2, Is: claim.Impossible, Why: problem.Text{VI: "<em>sai</em>", EN: "<em>wrong</em>"}, Evidence: []reconcile.Evidence{{What: "series", Place: problem.Place{File: "data/series/series.csv", Cell: "C2"}}, {What: "count"}, {What: "units"}, {What: "gì đó"}}},
		{Claim: 3, Is: claim.Unchecked, Evidence: []reconcile.Evidence{{Index: "không-có", Edition: "1"}, {Index: "tinh", Edition: "1900", Unit: "P-TTH"}}},
		{Claim: 4, Is: claim.SameSource, Expected: ">=30 2020-12-31", Evidence: []reconcile.Evidence{{What: "target", Value: "T<1>"}}},
	}
	in.FullTexts = func(file string) bool { return file != closed }
	in.Ledger, in.AsOf = ledger(), 20211231
}

func on(s string) target.When {
	w, err := target.ParseWhen(s)
	if err != nil {
		panic(err)
	}
	return w
}

func text2(vi string) problem.Text { return problem.Text{VI: vi, EN: vi + " (en)"} }

func ledger() *target.Ledger {
	at := func(line int) problem.Place {
		return problem.Place{File: "data/series/series.csv", Cell: "C" + string(rune('0'+line))}
	}
	percent := problem.Text{VI: "%", EN: "%"}
	l := &target.Ledger{
		Targets: []target.Target{
			{ID: "T<1>", Origin: text2("Nghị quyết <17>"), Set: on("2019-03-07"), Scope: text2("Các bộ"), Indicator: text2("Dịch vụ công <mức 4>"), Op: target.AtLeast, Value: 30, UpTo: math.NaN(), Unit: percent, Deadline: on("2020-12-31"), Metrics: []string{"DVC"},
				Differs: []string{"T2", "không có"}, Series: "dvc", SeriesScope: "Cả nước", Sources: []string{"https://example.org/nq", "Báo <in>"}},
			{ID: "T2", Origin: text2("Nghị quyết <17>"), Set: on("2019-03-07"), Scope: text2("Bộ Tài chính"), ScopeUnit: "M-BTC", Indicator: text2("Bắt đầu"), Op: target.Start, Value: math.NaN(), Deadline: on("2021")},
			{ID: "T3", Origin: text2("Phiên họp"), Set: on("2018"), Scope: text2("Việt Nam"), ScopeUnit: "VNM", Indicator: text2("Hạng"), Op: target.AtMost, Value: 4, Unit: problem.Text{VI: "hạng", EN: "rank"}, Deadline: on("2025-12-31"),
				Observations: []target.Observation{{When: on("2019"), Value: 6, From: target.FromIndex}, {When: on("2020"), Value: 5, From: target.FromClaim}}},
		},
		Tasks: []target.Task{
			{ID: "N<1>", Resolution: "NQ 17", Set: on("2019-03-07"), Title: text2("Nghị định <một>"), OwnerUnit: "M-BTC", Partners: "Bộ <b>", Deadline: on("2019-12"), Events: []target.Event{{When: on("2021-02-03"), Status: target.TaskUnderWay, Detail: text2("đã trình")}}, Confidence: "inferred"},
			{ID: "N2", Resolution: "NQ 17", Title: text2("Việc hai"), Events: []target.Event{{When: on("2019-06"), Status: target.TaskDone, Sources: []string{"https://example.org/2"}}}, Sources: []string{"https://example.org/2"}},
		},
		Counts: []target.Count{{Resolution: "NQ 17", When: on("2020-07-31"), Total: 83, Done: 62, UnderWay: 21, Submitted: -1, Overdue: -1, Percent: 74.7, Sources: []string{"https://example.org/dem", "khác"}}},
		Series: []target.Series{{ID: "dvc", Name: text2("Tỷ lệ <dịch vụ>"), Metrics: []string{"DVC"}, Bands: []target.Band{{From: 30, To: math.NaN(), Name: text2("đạt")}, {From: math.NaN(), To: 30, Name: text2("chưa")}}},
			{ID: "rieng", Name: text2("Chuỗi một điểm"), Points: []target.Point{{When: on("2020"), Value: 5, Of: 9, Unit: text2("cơ quan"), Scope: text2("Các tỉnh"), Place: at(9)}}}},
	}
	for i, day := range []string{"2018-12-31", "2019-12-31", "2020-03-19", "2020-08-26"} {
		l.Series[0].Points = append(l.Series[0].Points, target.Point{When: on(day), Value: []float64{4.55, 10.76, 11.13, 15.9}[i], Unit: percent, Scope: problem.Text{VI: "Cả nước", EN: "All"}, Place: at(i + 2), Sources: []string{"https://example.org/s"}})
	}
	l.Link()
	return l
}

func find(t *testing.T, d *document, id string) *html.Node {
	t.Helper()
	for _, n := range d.nodes {
		if v, _ := attr(n, "id"); v == id {
			return n
		}
	}
	t.Fatalf("%s: no #%s", d.name, id)
	return nil
}

func TestClaimsAreMarkedInTheirPlace(t *testing.T) {
	d := documents(t)["bao-chi/ban-tin-1.html"]
	var marks []string
	for _, m := range d.all("mark") {
		class, _ := attr(m, "class")
		marks = append(marks, class+" "+text(m))
	}
	want := []string{"bad xếp hạng ", "bad 862", "bad  trên 193.", "bad </script>"} // the 2 is the second claim on the same words
	if strings.Join(marks, "|") != strings.Join(want, "|") {
		t.Errorf("marks %q, want %q", marks, want)
	}
	for _, n := range []string{"1", "2", "3"} {
		back, ok := attr(find(t, d, "o"+n), "href")
		if !ok || back != "#n"+n {
			t.Errorf("mark %s leads to %q", n, back)
		}
		find(t, d, "n"+n)
	}
	if all := text(d.all("main")[0]); !strings.Contains(all, `Câu có </script> & "nháy".`) {
		t.Error("the sentence does not read as it stands")
	}
}

func TestOnlyQuotesOfAClosedDocument(t *testing.T) {
	d := documents(t)["bao-chi/kin.html"]
	if len(d.all("mark")) != 0 || len(d.all("q")) != 2 {
		t.Errorf("%d marks, %d quotes", len(d.all("mark")), len(d.all("q")))
	}
	bare := view.New(view.Input{Units: current.Units, Texts: current.Texts, Claims: current.Claims, Verdicts: current.Verdicts})
	files, err := rendered(bare)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"bao-chi/ban-tin-1.html", "van-ban/ban-tin-1.html", "van-ban/index.html"} {
		if strings.Contains(string(files[name]), "Câu có") {
			t.Errorf("%s shows a document in full without leave", name)
		}
	}
}

// What a text says stays text, and a mark that turns the writing direction stays inside its quote.
func TestQuotesStayTextAndIsolated(t *testing.T) {
	for _, name := range []string{"bao-chi/index.html", "en/bao-chi/index.html", "bao-chi/kin.html", "bao-chi/ban-tin-1.html", "muc-tieu/index.html", "muc-tieu/nhiem-vu.html", "muc-tieu/chuoi.html", "don-vi/vnm.html"} {
		d := documents(t)[name]
		for _, n := range d.nodes {
			switch n.Data {
			case "img", "i", "u", "em":
				t.Errorf("%s: a text became <%s>", name, n.Data)
			}
		}
		for n := range d.all("main")[0].Descendants() {
			if n.Type != html.TextNode || !strings.Contains(n.Data, "\u202e") {
				continue
			}
			isolated := false
			for p := n.Parent; p != nil; p = p.Parent {
				isolated = isolated || p.Data == "bdi" || p.Data == "a" || p.Data == "option" || p.Data == "th" && p.Parent.Parent.Data == "tbody" || p.Data == "caption" || p.Data == "h1"
			}
			if !isolated {
				t.Errorf("%s: %q is not isolated", name, n.Data)
			}
		}
	}
}

func TestClaimLines(t *testing.T) {
	docs := documents(t)
	for name, want := range map[string][]string{
		"bao-chi/index.html": {"“?xếp hạng 86 trên 193.", "Việt Nam: hạng 86/193", "EGDI, năm 2024", "lệch", "Bảng số liệu: 8/14", "EGDI 2024, Việt Nam", "data/egdi/2024.csv:15",
			"giảm khoảng 2,5\u00a0bậc", "−2,5", "Khác với: nhận định 4", "2.000\u00a0dịch vụ", "cuối bảng là Thừa Thiên Huế; <u>Lạ</u>", "mục tiêu ít nhất 30\u00a0% đến ngày 31/12/2020", "ít nhất 30 (hạn 31/12/2020)", "T<1>, Dịch vụ công <mức 4>", "Tỷ lệ <dịch vụ>", "số nhiệm vụ"},
		"en/bao-chi/index.html": {"Viet Nam: rank 86/193", "disagrees", "down about 2.5\u00a0places", "2,000\u00a0dịch vụ", "at the bottom: Thua Thien Hue", "Các bộ (en): target at least 30% by 31 December 2020", "Tỷ lệ <dịch vụ> (en)"},
		"don-vi/vnm.html":       {"Được nhắc tới", "2 nhận định", "đạt 0/1 mục tiêu", "Hạng (đúng tiến độ)"},
		"don-vi/m-btc.html":     {"hoàn thành 0/1 nhiệm vụ đã biết; đạt 0/1 mục tiêu", "Nghị định <một> (quá hạn)"},
	} {
		all := text(docs[name].all("main")[0])
		for _, w := range want {
			if !strings.Contains(all, strings.TrimPrefix(w, "“?")) {
				t.Errorf("%s: no %q", name, w)
			}
		}
	}
	if g, _ := attr(find(t, docs["bao-chi/index.html"], "n1"), "data-g"); g != "v-off d0 i-egdi u-vnm" {
		t.Errorf("keys %q", g)
	}
}

func TestTargetsTasksAndSeries(t *testing.T) {
	docs := documents(t)
	for name, want := range map[string][]string{
		"muc-tieu/index.html":    {"3 mục tiêu và 2 nhiệm vụ, tình trạng tính đến ngày 31/12/2021", "NQ 17: 62/83 nhiệm vụ hoàn thành (74,7\u00a0%), ngày 31/7/2020. 21 nhiệm vụ đang thực hiện.", "ít nhất 30\u00a0% đến ngày 31/12/2020", "Không gộp với: Bắt đầu", "Giá trị này chỉ do một văn bản nêu.", "hạng 1", "hạng 7"},
		"muc-tieu/nhiem-vu.html": {"liệt kê 2 trên 83 nhiệm vụ của NQ 17; 81 nhiệm vụ còn lại không tìm thấy", "nguồn không nêu", "quá hạn", "hoàn thành", "tháng 6/2019", "Nguồn không nói rõ nhiệm vụ này thuộc nghị quyết."},
		"muc-tieu/chuoi.html":    {"Tỷ lệ <dịch vụ>: từ 4,55\u00a0% lên 15,9\u00a0%", "từ 30\u00a0%: đạt; dưới 30\u00a0%: chưa.", "5\u00a0cơ quan trên 9"},
		"en/muc-tieu/chuoi.html": {"from 4.55% up to 15.9%"},
	} {
		all := text(docs[name].all("main")[0])
		for _, w := range want {
			if !strings.Contains(all, w) {
				t.Errorf("%s: no %q", name, w)
			}
		}
	}
	// The bar of the rank runs the other way: of the scale from 7 to 1, rank 5 is a third and rank 4 a half.
	bullet := find(t, docs["muc-tieu/index.html"], "mt-t3")
	got := map[string]string{}
	for n := range bullet.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "rect" || n.Data == "line") {
			class, _ := attr(n, "class")
			w, _ := attr(n, map[string]string{"rect": "width", "line": "x1"}[n.Data])
			got[class] = w
		}
	}
	for class, want := range map[string]string{"room": "100%", "done": "33.33%", "was": "16.67%", "aim": "50.00%"} {
		if got[class] != want {
			t.Errorf("%s is at %q, want %q", class, got[class], want)
		}
	}
}

// Without a ledger, texts or verdicts the pages say so.
func TestNothingIsFollowed(t *testing.T) {
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte("code,kind,name\n")}})
	files, err := rendered(view.New(view.Input{Units: reg}))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"bao-chi/index.html": "Chưa có nhận định nào", "muc-tieu/index.html": "Chưa có mục tiêu nào", "muc-tieu/nhiem-vu.html": "Chưa có nhiệm vụ nào", "en/muc-tieu/chuoi.html": "no series yet"} {
		if !strings.Contains(string(files[name]), want) {
			t.Errorf("%s: no %q", name, want)
		}
	}
}
