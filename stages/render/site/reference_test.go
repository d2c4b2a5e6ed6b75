package site_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"xephang/stages/render/view"
)

// Every node of every index has a page in both languages that links up, down and to the ranking.
func TestEveryNodeHasAPage(t *testing.T) {
	docs := documents(t)
	n := 0
	for _, b := range current.Boards {
		for _, id := range b.NodeIDs() {
			for _, prefix := range []string{"", "en/"} {
				d := docs[prefix+view.NodeAddress(b, id)]
				if d == nil {
					t.Errorf("%s/%s has no page", b.ID, id)
					continue
				}
				n++
				if got, want := text(d.all("h1")[0]), b.NodeName(view.Langs[len(prefix)/3], id); got != want {
					t.Errorf("%s: h1 %q, want %q", d.name, got, want)
				}
			}
		}
	}
	if n != 2*11 {
		t.Errorf("%d pages of nodes", n)
	}
	osi := text(docs["chi-so/egdi/osi.html"].all("main")[0])
	for _, want := range []string{"Thuộc: Chỉ số phát triển Chính phủ điện tử", "Kỳ 2024, Hàn Quốc cao nhất với 1,00000 trong 14 quốc gia có số liệu.", "Việt Nam xếp hạng 9/14, đạt 0,70811.", "1 trên tổng 3", "Xếp hạng theo chỉ tiêu này, kỳ 2024"} {
		if !strings.Contains(osi, want) {
			t.Errorf("no %q in %.900s", want, osi)
		}
	}
	mot := text(docs["chi-so/tinh/mot.html"].all("main")[0])
	for _, want := range []string{"Phần <i>một</i>", "Chưa tìm thấy số liệu đã công bố", "Chưa Có Số Liệu"} {
		if !strings.Contains(mot, want) {
			t.Errorf("no %q in %.900s", want, mot)
		}
	}
}

// The bars of a histogram hold every unit once, and its drawing the same counts as its table.
func TestHistogramCountsEveryUnit(t *testing.T) {
	count := regexp.MustCompile(`class="co"[^>]*>(\d+)<`)
	for _, name := range []string{"chi-so/egdi/egdi.html", "en/chi-so/egdi/hci.html", "chi-so/egdi/epi.html"} {
		sum := 0
		for _, m := range count.FindAllStringSubmatch(string(pagesOf(t)[name]), -1) {
			k, _ := strconv.Atoi(m[1])
			sum += k
		}
		if sum != 14 {
			t.Errorf("%s: %d units drawn, want 14", name, sum)
		}
	}
}

// A map of tiles shows each province of the day once, as a link with its rank in words.
func TestMapOfTiles(t *testing.T) {
	d := documents(t)["xep-hang/tinh/2019.html"]
	var labels []string
	for _, n := range d.all("a") {
		if class, _ := attr(n, "class"); strings.HasPrefix(class, "tile ") {
			label, _ := attr(n, "aria-label")
			labels = append(labels, label+" "+class)
		}
	}
	got := strings.Join(labels, "\n")
	for _, want := range []string{"Hà Nội – chưa có số liệu tile t0", "TT. Huế 1 trên 63 (Thừa Thiên Huế) tile t1", "Đà Nẵng 2 trên 63 tile t1", ` 3 trên 63 (<script>alert("1")</script> & 'Tỉnh') tile t1`, " 40 trên 63 (Tỉnh DàiDài"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is not there once:\n%s", want, got)
		}
	}
	if len(labels) != 8 {
		t.Errorf("%d tiles:\n%s", len(labels), got)
	}
	if !strings.Contains(text(d.root), "Hoàng Sa") {
		t.Error("Hoàng Sa is not on the map with Đà Nẵng")
	}
	if n := strings.Count(string(pagesOf(t)["index.html"]), `class="tiles"`); n != 1 {
		t.Errorf("%d maps on the front page", n)
	}
}

// The page of a problem keeps what its texts hold as text, the list leads to it, the quality page counts it.
func TestReferencePages(t *testing.T) {
	docs := documents(t)
	kind := docs["loi/thu-nghiem.html"]
	if got := text(kind.all("h1")[0]); got != "Ô <lạ> …" {
		t.Errorf("h1 %q", got)
	}
	if got := text(kind.all("pre")[0]); got != "</pre><script>alert(5)</script>" {
		t.Errorf("example %q", got)
	}
	for _, name := range []string{"chat-luong/index.html", "loi/index.html"} {
		leads := false
		for _, n := range docs[name].all("a") {
			href, _ := attr(n, "href")
			leads = leads || href == "../loi/thu-nghiem.html" || href == "thu-nghiem.html"
		}
		if !leads {
			t.Errorf("%s does not lead to the page of the problem", name)
		}
	}
	quality := text(docs["chat-luong/index.html"].root)
	for _, want := range []string{"Không xếp hạng", "Pháp", "12/QĐ", "31/10/2025", "Lượt chạy này gặp 1 nghi vấn."} {
		if !strings.Contains(quality, want) {
			t.Errorf("no %q on the quality page", want)
		}
	}
	terms := 0
	for _, n := range docs["thuat-ngu.html"].nodes {
		if n.Type == html.ElementNode && n.Data == "dt" {
			terms++
		}
	}
	if terms < 30 {
		t.Errorf("%d terms", terms)
	}
}
