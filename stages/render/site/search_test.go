package site_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/text/unicode/norm"

	"xephang/stages/problem"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
	"xephang/stages/units"
)

// everyone is the report of all real units and of no index: what the search must find.
func everyone(t *testing.T) *view.Report {
	t.Helper()
	file := func(name string) units.File {
		b, err := os.ReadFile(filepath.Join("..", "..", "..", "data", name))
		if err != nil {
			t.Fatal(err)
		}
		return units.File{Name: name, Data: b}
	}
	reg, bad := units.Parse(units.Files{Units: file("units.csv"), M49: file("m49.csv"), Groups: file("groups.csv"), Succession: file("succession.csv")})
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	return view.New(view.Input{Units: reg, Kinds: []problem.Kind{{Code: "unit-unknown"}}})
}

// vietnamese are the 134 letters with a mark, as they are written in one sign.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

// script evaluates an asynchronous function body and gives what it returns.
func script(t *testing.T, b *browser, body string, out any) {
	t.Helper()
	b.run(t, chromedp.Evaluate("(async () => {"+body+"})()", out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
}

func quoted(t *testing.T, x any) string {
	t.Helper()
	j, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	return string(j)
}

func writtenAs(t *testing.T, r *view.Report) string {
	t.Helper()
	dir := t.TempDir()
	err := site.Write(dir, r)
	if errors.Is(err, site.ErrVendor) {
		missing(t, "the third-party files (make assets)")
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(dir)
}

// The browser takes the accents off as Go does: letter by letter in both compositions, and every name of every unit.
func TestSearchFoldsAsGoDoes(t *testing.T) {
	b := openBrowser(t)
	b.home = "about:"
	src, err := os.ReadFile("assets/search.js")
	if err != nil {
		t.Fatal(err)
	}
	_, fold, _ := strings.Cut(string(src), "(() => {")
	fold, _, ok := strings.Cut(fold, "// How well a name fits")
	if !ok {
		t.Fatal("search.js has no folding of its own")
	}
	var names []string
	for _, r := range vietnamese {
		names = append(names, norm.NFC.String(string(r)), norm.NFD.String(string(r)))
	}
	if len(names) != 2*134 {
		t.Fatalf("%d letters", len(names)/2)
	}
	for _, n := range everyone(t).Units.Names(0) {
		names = append(names, n.As, norm.NFD.String(n.As))
	}
	names = append(names, "GD & ĐT", "A AND B", "Ðắk Lắk", "TP.HCM", "  hai   ba ", "bo\u200b", "Côte d’Ivoire", "", "—", "Thừa Thiên–Huế", "ƣu tiên")
	var got []string
	var tones bool
	b.run(t, chromedp.Navigate("about:blank"))
	script(t, b, fold+"return "+quoted(t, names)+".map(plain)", &got)
	for i, n := range names {
		if want := units.SearchKey(n); got[i] != want {
			t.Errorf("%q is searched as %q in the browser, %q in Go", n, got[i], want)
		}
	}
	script(t, b, fold+`return [["Hòa Bình","Hoà Bình"],["khỏe","khoẻ"],["Ủy ban","Uỷ ban"],["Húê","Huế"]].every(([a, b]) => toned(a) === toned(b.normalize("NFD"))) && toned("Hậu") !== toned("Hâu")`, &tones)
	if !tones {
		t.Error("the two places of a tone are two names")
	}
}

// typed gives the addresses and the first name that the box offers for each of some words.
const typed = `const box = document.querySelector("[data-find] input"), list = document.querySelector("[data-find] [role=listbox]");
	box.focus();
	for (let n = 0; typeof xephangIndex === "undefined" && n < 200; n++) await new Promise((r) => setTimeout(r, 25));
	const status = document.querySelector("[data-find] [role=status]");
	const ask = async (q) => { box.value = q; status.textContent = ""; box.dispatchEvent(new Event("input"));
		for (let n = 0; !status.textContent && n < 40; n++) await (n < 8 ? null : new Promise((r) => setTimeout(r, 5)));
		return [...list.children].map((o) => [o.querySelector("b").textContent, o.getAttribute("href")]); };
	const all = []; for (const q of words) all.push(await ask(q)); return all;`

// Every unit is found by its name, with its accents and without, and by its code.
func TestSearchFindsEveryUnit(t *testing.T) {
	r := everyone(t)
	dir := writtenAs(t, r)
	b := openBrowser(t)
	b.home = "file://"
	for _, l := range view.Langs {
		var words []string
		var want []units.Unit
		for _, u := range r.Units.All() {
			name := l.In(u.Name)
			words = append(words, name, units.SearchKey(name), strings.ToUpper(norm.NFD.String(name)), u.Code)
			want = append(want, u, u, u, u)
		}
		var got [][][2]string
		page := map[view.Lang]string{view.VI: "/gioi-thieu.html", view.EN: "/en/gioi-thieu.html"}[l]
		b.run(t, chromedp.Navigate("file://"+dir+page))
		script(t, b, "const words = "+quoted(t, words)+";"+typed, &got)
		for i, u := range want {
			href := view.UnitAddress(u.Code)
			if !slices.ContainsFunc(got[i], func(x [2]string) bool { return strings.HasSuffix(x[1], href) }) {
				t.Errorf("%s: %q does not find %s: %v", l, words[i], u.Code, got[i])
			}
			if i%4 < 2 && len(got[i]) > 0 && units.SearchKey(got[i][0][0]) != units.SearchKey(words[i]) {
				t.Errorf("%s: %q finds %q first", l, words[i], got[i][0][0])
			}
		}
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// Exact accents come first, then beginnings, then what is inside; former names and other spellings are found.
func TestSearchOrder(t *testing.T) {
	dir := writtenAs(t, everyone(t))
	b := openBrowser(t)
	b.home = "file://"
	cases := [][2]string{{"hòa bình", "Hòa Bình"}, {"hoà b", "Hòa Bình"}, {"HÒA", "Hòa Bình"}, {"ha noi", "Hà Nội"}, {"ấn", "Ấn Độ"}, {"nga", "Nga"}, {"hậu", "Hậu Giang"}, {"hâu giang", "Hậu Giang"},
		{"dac lac", "Đắk Lắk"}, {"tphcm", "Thành phố Hồ Chí Minh"}, {"bo khcn", "Bộ Khoa học và Công nghệ"}, {"giang ha", "Hà Giang"}, {"huong canada", ""}, {"unit-unk", "unit-unknown"}, {"trong so hieu", "trọng số hiệu dụng"},
		{"thuật n", "Thuật ngữ"}, {"...", ""}}
	var words []string
	for _, c := range cases {
		words = append(words, c[0])
	}
	var got [][][2]string
	b.run(t, chromedp.Navigate("file://"+dir+"/index.html"))
	script(t, b, "const words = "+quoted(t, words)+";"+typed, &got)
	for i, c := range cases {
		switch {
		case c[1] == "" && len(got[i]) > 0:
			t.Errorf("%q finds %v", c[0], got[i])
		case c[1] != "" && (len(got[i]) == 0 || got[i][0][0] != c[1]):
			t.Errorf("%q finds %v, want %q first", c[0], got[i], c[1])
		}
	}
}

// The box is worked by keys alone and says to assistive technology what it does.
func TestSearchByKeyboard(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	slash := input.DispatchKeyEvent(input.KeyDown).WithKey("/").WithText("/") // one event, so that the page may keep it from the field
	state := func() (s string) {
		b.run(t, chromedp.Evaluate(`(() => { const i = document.querySelector("[data-find] input"), l = document.querySelector("#tim-ds");
			const on = document.getElementById(i.getAttribute("aria-activedescendant"));
			return [document.activeElement === i, i.getAttribute("aria-expanded"), l.hidden, on ? on.querySelector("b").textContent + "/" + on.getAttribute("aria-selected") : "", i.value].join(" "); })()`, &s))
		return s
	}
	page := "file://" + filepath.ToSlash(dir) + "/don-vi/index.html"
	b.run(t, chromedp.Navigate(page), slash)
	if got := state(); got != "true false true  " {
		t.Errorf("after /: %q", got)
	}
	press := func(keys, want string) {
		t.Helper()
		b.run(t, chromedp.KeyEvent(keys), chromedp.Poll(`typeof xephangIndex !== "undefined"`, nil), chromedp.Evaluate(`new Promise((r) => setTimeout(r))`, nil, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
		if got := state(); got != want {
			t.Errorf("after %q: %q, want %q", keys, got, want)
		}
	}
	press("viet", "true true false  viet")
	press(kb.ArrowDown, "true true false Việt Nam/true viet")
	press(kb.ArrowUp+kb.ArrowDown, "true true false Việt Nam/true viet")
	press("/", "true true false  viet/") // in a field the key is a letter
	press(kb.Backspace, "true true false  viet")
	press(kb.Escape, "true false true  viet")
	press(kb.Escape, "true false true  ")
	press("viet", "true true false  viet")
	var at string
	enter := func(actions ...chromedp.Action) {
		t.Helper()
		if _, err := chromedp.RunResponse(b.ctx, actions...); err != nil {
			t.Fatal(err)
		}
	}
	enter(chromedp.KeyEvent(kb.ArrowDown + kb.Enter))
	if b.run(t, chromedp.Location(&at)); !strings.HasSuffix(at, "/don-vi/vnm.html") {
		t.Errorf("Enter leads to %s", at)
	}
	b.run(t, chromedp.Navigate(page), slash)
	enter(chromedp.KeyEvent("đan mạ" + kb.Enter))
	b.run(t, chromedp.Poll(`document.querySelectorAll(".found li").length > 0`, nil))
	var found string
	b.run(t, chromedp.Evaluate(`[document.querySelector(".hunt input").value, document.querySelector(".found a").textContent, document.querySelector(".az").hidden, document.querySelector(".hunt [role=status]").textContent].join("|")`, &found))
	if want := "đan mạ|Đan Mạch|true|1 kết quả"; found != want {
		t.Errorf("the page of the search: %q, want %q", found, want)
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// The page takes its words from the address, in either form, and stands without scripts as a list of everything.
func TestSearchPage(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	page := "file://" + filepath.ToSlash(dir) + "/tim-kiem.html"
	for _, hash := range []string{"#q=ha%20noi", "#?q=ha+noi"} {
		var first string
		b.run(t, chromedp.Navigate("about:blank"), chromedp.Navigate(page+hash), chromedp.Poll(`document.querySelectorAll(".found li").length > 0`, nil),
			chromedp.Evaluate(`document.querySelector(".found a").textContent + " " + document.querySelector(".found a").getAttribute("href")`, &first))
		if want := "Hà Nội don-vi/p-hno.html"; first != want {
			t.Errorf("%s: %q, want %q", hash, first, want)
		}
	}
	var shown string
	b.run(t, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate("about:blank"), chromedp.Navigate(page), chromedp.Evaluate(
		`[".hunt", ".find input", ".find a", ".az li a"].map((s) => [...document.querySelectorAll(s)].filter((e) => e.getClientRects().length).length > 0).join(" ")`, &shown))
	if want := "false false true true"; shown != want {
		t.Errorf("page, box, link and list shown without scripts: %s, want %s", shown, want)
	}
}
