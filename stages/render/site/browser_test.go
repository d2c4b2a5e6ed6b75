package site_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"xephang/stages/render/site"
)

// kinds is one page of every kind, with its extremes: the longest name, markup for a name, nothing to show.
var kinds = []string{"index.html", "en/index.html", "xep-hang/index.html", "xep-hang/egdi/index.html", "xep-hang/bo/index.html", "xep-hang/egdi/2024.html",
	"xep-hang/egdi/2022.html", "xep-hang/bo/2019.html", "xep-hang/tinh/2019.html", "en/xep-hang/tinh/2019.html", "don-vi/index.html", "don-vi/vnm.html", "don-vi/p-evil.html",
	"don-vi/p-long.html", "don-vi/p-rtl.html", "don-vi/p-tth.html", "don-vi/p-blank.html", "vet/egdi/vnm.html", "en/vet/tinh/p-long.html", "phuong-phap/index.html", "phuong-phap/egdi.html", "doi-chieu/index.html", "do-tin-cay/egdi/2024.html", "en/do-tin-cay/egdi/2018.html", "kiem-dinh/egdi/2024.html", "en/kiem-dinh/bo/2019.html",
	"trong-so/egdi/2024.html", "en/trong-so/egdi/2018.html", "so-sanh/egdi/2024.html", "en/so-sanh/tinh/2019.html", "bien-dong/egdi/2024.html", "en/bien-dong/bo/2019.html",
	"van-ban/index.html", "van-ban/ban-tin-1.html", "van-ban/rong.html", "bao-chi/index.html", "bao-chi/ban-tin-1.html", "bao-chi/kin.html",
	"en/bao-chi/index.html", "muc-tieu/index.html", "muc-tieu/nhiem-vu.html", "muc-tieu/chuoi.html", "chi-so/index.html", "chi-so/egdi/egdi.html", "chi-so/egdi/epi.html", "chi-so/tinh/mot.html", "en/chi-so/bo/app.html", "thuat-ngu.html", "en/chat-luong/index.html", "chat-luong/index.html", "loi/index.html", "loi/thu-nghiem.html", "tim-kiem.html",
	"du-lieu/index.html", "gioi-thieu.html", "tro-nang.html", "404.html"}

// browser is one tab of Chromium that writes down what goes wrong in it.
type browser struct {
	ctx  context.Context
	home string // address of the folder
	mu   sync.Mutex
	bad  []string
}

// missing skips a test for want of a tool, and fails it where the tools must be there.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal("in CI this must be there: " + what)
	}
	t.Skip("browser suite skipped: " + what)
}

func openBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("browser suite skipped: -short")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		missing(t, "Chromium (apt-get install chromium)")
	}
	profile, err := os.MkdirTemp("", "xephang-browser-") // not t.TempDir: Chromium may still write while it ends
	if err != nil {
		t.Fatal(err)
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(profile), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	alloc, closeAlloc := chromedp.NewExecAllocator(t.Context(), flags...)
	tab, closeTab := chromedp.NewContext(alloc)
	limited, stop := context.WithTimeout(tab, 4*time.Minute) // against hanging for ever
	t.Cleanup(func() { stop(); closeTab(); closeAlloc(); _ = os.RemoveAll(profile) })
	b := &browser{ctx: limited}
	chromedp.ListenTarget(limited, b.hear)
	if err := chromedp.Run(limited, network.Enable(), runtime.Enable()); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *browser) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.home) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
			b.bad = append(b.bad, "request to "+u)
		}
	case *network.EventLoadingFailed:
		b.bad = append(b.bad, "failed to load: "+e.ErrorText)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && !strings.HasSuffix(e.Response.URL, "/favicon.ico") {
			b.bad = append(b.bad, fmt.Sprint(e.Response.Status, " for ", e.Response.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			b.bad = append(b.bad, fmt.Sprint("console: ", e.Args))
		}
	case *runtime.EventExceptionThrown:
		b.bad = append(b.bad, fmt.Sprintf("exception: %+v", e.ExceptionDetails))
	case *page.EventJavascriptDialogOpening:
		b.bad = append(b.bad, "dialog: "+e.Message)
		go func() { _ = chromedp.Run(b.ctx, page.HandleJavaScriptDialog(true)) }()
	}
}

// told gives what went wrong since it was last asked.
func (b *browser) told() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	bad := b.bad
	b.bad = nil
	return bad
}

func (b *browser) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// screen sets width, colour scheme and medium.
func screen(width int64, scheme, medium string) chromedp.Action {
	return chromedp.Tasks{emulation.SetDeviceMetricsOverride(width, 900, 1, width < 600),
		emulation.SetEmulatedMedia().WithMedia(medium).WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}})}
}

// drawn scrolls to every chart and waits until each has an SVG with marks in it.
var drawn = chromedp.Tasks{chromedp.PollFunction(`() => {
	const charts = [...document.querySelectorAll(".chart")];
	const blank = charts.find((c) => !c.querySelector("svg path"));
	if (blank) blank.scrollIntoView({ behavior: "instant", block: "center" });
	return !blank;
}`, nil, chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(30*time.Second))}

// wider lists what sticks out of the page sideways, outside of tables that scroll.
const wider = `(() => {
	const w = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= w) return "";
	return [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > w + 1 && !e.closest(".scroll"))
		.slice(0, 3).map((e) => e.tagName + "." + e.className).join(" ") || "scrollWidth " + document.documentElement.scrollWidth;
})()`

// written writes the year's site with the real third-party files.
func written(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	err := site.Write(dir, year(t))
	if errors.Is(err, site.ErrVendor) {
		missing(t, "the third-party files (make assets)")
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestPagesInBrowser(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	server := httptest.NewServer(http.StripPrefix("/mot/hai/", http.FileServer(http.Dir(dir))))
	defer server.Close()
	for where, home := range map[string]string{"file": (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}).String(), "sub-path": server.URL + "/mot/hai/"} {
		b.mu.Lock()
		b.home = home
		b.mu.Unlock()
		for _, name := range kinds {
			t.Run(where+"/"+name, func(t *testing.T) {
				b.run(t, screen(1280, "light", "screen"), chromedp.Navigate(home+name), drawn)
				if where == "file" {
					b.everyScreen(t)
				}
				for _, bad := range b.told() {
					t.Error(bad)
				}
			})
		}
	}
}

// everyScreen looks at the page on a desk, a phone and paper, in light and dark: nothing sticks out, charts stay drawn.
func (b *browser) everyScreen(t *testing.T) {
	for _, s := range []struct {
		width          int64
		scheme, medium string
	}{{1280, "dark", "screen"}, {768, "light", "screen"}, {360, "dark", "screen"}, {360, "light", "screen"}, {720, "light", "print"}} {
		var out string
		b.run(t, screen(s.width, s.scheme, s.medium), drawn, chromedp.Evaluate(wider, &out))
		if out != "" && s.medium == "screen" {
			t.Errorf("%d px, %s, %s: %s sticks out", s.width, s.scheme, s.medium, out)
		}
	}
}

// Printing draws the charts that were never scrolled to.
func TestPrintDrawsCharts(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	var before, after int
	count := `[...document.querySelectorAll(".chart")].filter((c) => c.querySelector("svg path")).length`
	b.run(t, screen(1280, "light", "screen"), emulation.SetDeviceMetricsOverride(1280, 200, 1, false), chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/xep-hang/egdi/2024.html"),
		chromedp.Evaluate(count, &before), chromedp.ActionFunc(func(ctx context.Context) error {
			_, _, err := page.PrintToPDF().Do(ctx)
			return err
		}), chromedp.Evaluate(count, &after))
	if before == after || after != 2 {
		t.Errorf("%d charts before, %d after printing; want 2 after", before, after)
	}
}

func TestAccessibleByAxe(t *testing.T) {
	axe, err := os.ReadFile("assets/node_modules/axe-core/axe.min.js")
	if err != nil {
		missing(t, "axe-core (make assets)")
	}
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	for _, name := range kinds {
		t.Run(name, func(t *testing.T) {
			b.run(t, screen(1280, "light", "screen"), chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/"+name), drawn, chromedp.Evaluate(string(axe), nil))
			for _, s := range []struct {
				width  int64
				scheme string
			}{{1280, "light"}, {1280, "dark"}, {360, "light"}} {
				var found string
				b.run(t, screen(s.width, s.scheme, "screen"), chromedp.Evaluate(`axe.run({ resultTypes: ["violations"] }).then((r) => JSON.stringify(r.violations
					.filter((v) => v.impact === "serious" || v.impact === "critical").map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message || ""))])))`,
					&found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
				var list []any
				if err := json.Unmarshal([]byte(found), &list); err != nil || len(list) > 0 {
					t.Errorf("%d px, %s: %s %v", s.width, s.scheme, found, err)
				}
			}
		})
	}
}

func TestSortAndFilter(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	at := func(name string) string { return "file://" + filepath.ToSlash(dir) + "/" + name }
	names := `[...document.querySelectorAll("table[data-sort] tbody tr:not([hidden]) th")].map((th) => th.textContent).join("|")`
	head := func(n int) chromedp.Action {
		return chromedp.Evaluate(fmt.Sprintf(`document.querySelectorAll("#bang-1 thead button")[%d].click()`, n), nil)
	}
	typed := func(s string) chromedp.Action {
		return chromedp.Evaluate(fmt.Sprintf(`(() => { const i = document.querySelector(".filter input"); i.value = %q; i.dispatchEvent(new Event("input")); })()`, s), nil)
	}
	only := strings.Replace(names, "table[data-sort]", "#bang-1", 1)
	var byName, byScore, backwards, plain, marked, asean, sorted string
	b.run(t, screen(1280, "light", "screen"), chromedp.Navigate(at("xep-hang/egdi/2024.html")),
		head(2), chromedp.Evaluate(only, &byName), head(3), chromedp.Evaluate(only, &byScore), head(3), chromedp.Evaluate(only, &backwards),
		chromedp.Evaluate(`document.querySelectorAll("#bang-1 thead th")[3].getAttribute("aria-sort")`, &sorted),
		typed("viet nam"), chromedp.Evaluate(only, &plain), typed("Đan"), chromedp.Evaluate(only, &marked), typed(""),
		chromedp.Evaluate(`(() => { const s = [...document.querySelectorAll(".filter select")].at(-1); s.value = [...s.options].at(-1).value; s.dispatchEvent(new Event("change")); })()`, nil),
		chromedp.Evaluate(only+`.split("|").length + " " + document.querySelector(".filter output").textContent`, &asean))
	for _, c := range [][2]string{
		{byName, "Brunei|Cameroon|Campuchia|Đan Mạch|Hàn Quốc|Indonesia|Lào|Malaysia|Myanmar|Pháp|Philippines|Singapore|Thái Lan|Việt Nam"},
		{byScore, "Cameroon|Lào|Myanmar|Campuchia|Brunei|Philippines|Việt Nam|Indonesia|Malaysia|Thái Lan|Pháp|Hàn Quốc|Singapore|Đan Mạch"},
		{backwards, "Đan Mạch|Singapore|Hàn Quốc|Pháp|Thái Lan|Malaysia|Indonesia|Việt Nam|Philippines|Brunei|Campuchia|Myanmar|Lào|Cameroon"},
		{sorted, "descending"}, {plain, "Việt Nam"}, {marked, "Đan Mạch"}, {asean, "10 10/14 dòng"},
	} {
		if c[0] != c[1] {
			t.Errorf("got  %s\nwant %s", c[0], c[1])
		}
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// Without JavaScript the tables stand, no empty frames do, and no control is offered that would not work.
func TestReadableWithoutScripts(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	var shown string
	b.run(t, emulation.SetScriptExecutionDisabled(true), screen(1280, "light", "screen"),
		chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/xep-hang/egdi/2024.html"),
		chromedp.Evaluate(`["table tbody tr", ".chart", ".filter", "thead button"].map((s) => [...document.querySelectorAll(s)].filter((e) => e.getClientRects().length).length).join(" ")`, &shown))
	if want := "17 0 0 0"; shown != want {
		t.Errorf("rows, charts, filters and buttons shown: %s, want %s", shown, want)
	}
}
