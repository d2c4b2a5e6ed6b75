package site_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"xephang/stages/render/view"
)

// What the script writes of the first comparison is what stands in the page without it.
func TestComparisonIsTheSameWithAndWithoutScript(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	b.run(t, screen(1280, "light", "screen"))
	for _, name := range []string{"so-sanh/egdi/2024.html", "en/so-sanh/egdi/2022.html", "so-sanh/tinh/2019.html", "so-sanh/bo/2019.html"} {
		var got []string
		b.run(t, chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/"+name), chromedp.WaitVisible("#chon"),
			chromedp.Evaluate(`["chenh-lech", "hang-qua-cac-ky"].map((id) => document.getElementById(id)).filter(Boolean).flatMap((t) => [t.caption.textContent, ...[...t.querySelectorAll("th,td")].map((c) => c.className + " " + c.textContent)])
				.concat([...document.querySelectorAll(".fig .msg, h1")].map((e) => e.textContent))`, &got))
		d := parsed(t, name, pagesOf(t)[name])
		var want, titles []string
		for _, n := range d.nodes {
			id, _ := attr(n, "id")
			switch class, _ := attr(n, "class"); {
			case id == "chenh-lech" || id == "hang-qua-cac-ky":
				want = append(want, cellsOf(n)...)
			case n.Data == "h1" || class == "msg":
				titles = append(titles, text(n))
			}
		}
		if want = append(want, titles...); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, want)
		}
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// cellsOf is a table's caption, then its cells with their classes.
func cellsOf(table *html.Node) (all []string) {
	for n := range table.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.Data == "caption":
			all = append(all, text(n))
		case n.Type == html.ElementNode && (n.Data == "th" || n.Data == "td"):
			class, _ := attr(n, "class")
			all = append(all, class+" "+text(n))
		}
	}
	return all
}

func TestCompareByChoiceAndAddress(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	at := "file://" + filepath.ToSlash(dir) + "/so-sanh/egdi/2024.html"
	heads := `[...document.querySelectorAll("#chenh-lech thead th")].map((h) => h.textContent).join("|")`
	var four, row, lost, wrong, chosen, hash, same, ready string
	var drawn int
	b.run(t, screen(1280, "light", "screen"), chromedp.Navigate(at+"#u=sgp,vnm,kor,la,sgp,dnk,mys"), chromedp.Evaluate(heads, &four),
		chromedp.Evaluate(`[...document.querySelector("#chenh-lech tbody tr").cells].map((c) => c.textContent).join("|")`, &row), chromedp.Text(".wrong", &lost),
		chromedp.Evaluate(`document.querySelectorAll("#thanh-phan svg rect").length`, &drawn),
		chromedp.Evaluate(`(() => { const [a, b, c, d] = document.querySelectorAll(".picks select"); for (const s of [b, c, d]) { s.value = a.value; } b.dispatchEvent(new Event("change")); })()`, nil), chromedp.Text(".wrong", &wrong),
		chromedp.Evaluate(`(() => { const s = document.querySelectorAll(".picks select")[1]; s.value = [...s.options].find((o) => o.textContent === "Lào").value; s.dispatchEvent(new Event("change")); })()`, nil),
		chromedp.Evaluate(heads, &chosen), chromedp.Evaluate(`location.hash`, &hash), chromedp.Evaluate(`document.querySelector(".say").textContent`, &same),
		chromedp.Click(".ready a"), chromedp.WaitVisible("#chenh-lech"), chromedp.Evaluate(`document.querySelector("h1").textContent`, &ready))
	for _, c := range [][2]string{
		{four, "Chỉ số, thành phần|Singapore|Việt Nam|so với Singapore|Hàn Quốc|so với Singapore|Đan Mạch|so với Singapore"},
		{row, "Chỉ số phát triển Chính phủ điện tử|0,96909 (2)|0,77091 (8)|−0,19818|0,96789 (3)|−0,00120|0,98476 (1)|+0,01567"},
		{lost, "Không có trong kỳ này: la."}, {wrong, "Hãy chọn ít nhất hai đơn vị khác nhau."}, {chosen, "Chỉ số, thành phần|Singapore|Lào|so với Singapore"}, {hash, "#u=sgp,lao"},
		{same, "Đang so sánh Singapore và Lào."}, {ready, "So sánh Việt Nam, Indonesia và Philippines, EGDI 2024"},
	} {
		if c[0] != c[1] {
			t.Errorf("got  %s\nwant %s", c[0], c[1])
		}
	}
	if drawn != 5*4*2 {
		t.Errorf("%d bars, want 5 panels of 4 with the room behind each", drawn)
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// The sentences of movements are counted from the tables.
func TestMovements(t *testing.T) {
	r := year(t)
	egdi, bo := r.Board("egdi"), r.Board("bo")
	for _, c := range []struct {
		e                *view.Edition
		title, says, far string
	}{
		{egdi.Edition("2020"), "2 quốc gia tăng hạng, 2 giảm hạng về EGDI 2020", "So sánh được 14 thứ hạng: 2 quốc gia tăng, 2 giảm, 10 giữ nguyên.", ""},
		{bo.Edition("2019"), "", "", "Tăng nhiều nhất: Bộ Tài chính, 1 bậc; giảm nhiều nhất: Bộ Công Thương, 1 bậc"},
	} {
		p := r.Movement(view.VI, c.e)
		if c.title != "" && (p.Title != c.title || p.Says[0] != c.says) || c.far != "" && p.Sections[0].Says != c.far {
			t.Errorf("%s: %q, %q, %q", c.e.Edition.ID, p.Title, p.Says, p.Sections[0].Says)
		}
		moved := 0
		for _, s := range p.Sections {
			for _, row := range s.Table.Rows {
				for _, cell := range row.Cells {
					if strings.HasPrefix(cell.Text, "▲") || strings.HasPrefix(cell.Text, "▼") {
						moved++
					}
				}
			}
		}
		if up := regexp.MustCompile(`: (\d+) .* tăng, (\d+) giảm`).FindStringSubmatch(p.Says[0]); up == nil || moved != number(up[1])+number(up[2]) {
			t.Errorf("%s: %d marks in the table, %q", c.e.Edition.ID, moved, p.Says[0])
		}
	}
	// France is not ranked in 2022, so it leaves then and comes back in 2024, with the reason.
	for edition, what := range map[string]string{"2022": "không còn hạng", "2024": "mới xếp hạng"} {
		rows := r.Movement(view.VI, egdi.Edition(edition)).Apart.Rows
		if len(rows) != 1 || rows[0].Cells[0].Text != "Pháp" || rows[0].Cells[3].Text != what || rows[0].Cells[4].Text != "Chỉ để thử trường hợp không xếp hạng." {
			t.Errorf("%s: %+v", edition, rows)
		}
	}
	if r.MovementHref(egdi.Edition("2018")) != "" || r.MovementHref(r.Board("tinh").Edition("2019")) != "" {
		t.Error("a first edition has movements")
	}
}

func number(s string) (n int) {
	for _, d := range s {
		n = 10*n + int(d-'0')
	}
	return n
}
