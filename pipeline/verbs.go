package main

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"xephang/stages/extract/foreign"
	"xephang/stages/units"
)

// verb is one thing the command does: a row here and a file of its own.
type verb struct {
	name  string
	args  string // positional arguments, as help prints them
	doc   string // Vietnamese; English after " / "
	needs [2]int // least and most positional arguments; most −1 is any number
	flags func(*flag.FlagSet, *options)
	run   func(console, options, []string) error
}

// verbs in the order of help.
var verbs []verb

func init() { // help lists the verbs, so the table can't be a literal of its own initialisation
	verbs = []verb{
		{"report", "", "dựng toàn bộ ấn phẩm vào out/ / build the whole publication into out/", [2]int{0, 0}, reportFlags, report},
		{"check", "", "kiểm tra đầu vào, không xuất bản / validate the inputs without publishing", [2]int{0, 0}, inputFlags, check},
		{"explain", "INDEX EDITION UNIT [NODE]", "một con số từ ô nguồn đến thứ hạng / how a number came about, cell to rank", [2]int{3, 4}, inputFlags, explain},
		{"forms", "INDEX EDITION", "biểu mẫu cho từng đơn vị vào handover/ / the form of every unit into handover/", [2]int{2, 2}, formsFlags, forms},
		{"diff", "DRAFT FINAL", "mọi thay đổi giữa bản dự thảo và bản chính thức, theo quyết định nào / every change from a draft to the final, and by which decision", [2]int{2, 2}, diffFlags, diff},
		{"replay", "DRAFT", "dựng lại ấn phẩm của một bản dự thảo và so từng byte / build a draft's publication again and compare its bytes", [2]int{1, 1}, replayFlags, replay},
		{"demo", "", "một năm mô phỏng từ đầu đến cuối: biểu mẫu, lỗi, thẩm định, kiến nghị / a synthetic year from end to end", [2]int{0, 0}, demoFlags, demoYear},
		{"serve", "", "xem thử out/ tại 127.0.0.1 / preview out/ on 127.0.0.1", [2]int{0, 0}, serveFlags, serve},
		{"whatif", "INDEX EDITION", "ai đổi hạng nếu chọn khác: thang, phép tổng hợp, trọng số / who would move under other choices", [2]int{2, 2}, whatIfFlags, whatIf},
		robustVerb(),
		{"trend", "INDEX [UNIT …]", "tăng trưởng, thay đổi mỗi năm, tiến bộ từ kỳ gốc / growth, change a year, progress since a base", [2]int{1, -1}, trendFlags, trend},
		{"measure", "", "độ chính xác của việc đọc số liệu trong văn bản / precision and recall of the claims read in texts", [2]int{0, 0}, measureFlags, measureClaims},
		{"import", "coinr IDATA.csv IMETA.csv DIR | cointool FILE.xlsx DIR", "nhập chỉ số từ COINr hoặc COIN Tool / take an index over from COINr or the COIN Tool", [2]int{3, 4}, importFlags, importIndex},
		{"version", "", "phiên bản / version", [2]int{0, 0}, noFlags, version},
		{"help", "[VERB]", "trợ giúp / help", [2]int{0, 1}, noFlags, help},
	}
}

// options are the flags of all verbs; each verb declares those it takes.
type options struct {
	data, seeds, out string
	seed             uint64 // of a synthetic year
	handover         string // what single units receive; empty: beside out
	draft, after     string // folders of sealed drafts: to be written, to be compared with
	index, unit      string
	only             string
	home             string // where the publication will stand on the web
	jobs             int
	quiet            bool
	lang             string
	asOf             units.Date
	noRobust         bool // a verb that asks nothing of bands and audits
	addr             string
	keys             string
	node, base       string
	foreign          foreign.Options
	otherwise        otherwise
}

func noFlags(*flag.FlagSet, *options) {}

func inputFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.data, "data", "data", "thư mục đầu vào / folder of the inputs")
	f.StringVar(&o.seeds, "seeds", "seeds", "thư mục văn bản / folder of the texts")
	f.StringVar(&o.index, "index", "", "chỉ những chỉ số này, cách nhau dấu phẩy / only these indices, comma-separated")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng / how many workers")
	f.BoolVar(&o.quiet, "quiet", false, "không in tiến độ / print no progress")
	f.Func("as-of", "ngày xét mục tiêu, yyyy-mm-dd; mặc định là quan sát mới nhất / day on which targets are judged; default the newest observation", func(s string) (err error) {
		o.asOf, err = units.ParseDate(s)
		return err
	})
	f.StringVar(&o.lang, "lang", "", "vi, en; mặc định cả hai / problems in vi, en, or both")
}

func reportFlags(f *flag.FlagSet, o *options) {
	inputFlags(f, o)
	f.StringVar(&o.out, "out", "out", "thư mục xuất bản / folder of the publication")
	f.StringVar(&o.handover, "handover", "", "thư mục giao riêng từng đơn vị; mặc định handover/ cạnh -out / folder of what single units receive; default handover/ beside -out")
	f.StringVar(&o.only, "only", "", "chỉ một phần: site, books, data / only one part")
	f.Func("base", "địa chỉ sẽ đăng ấn phẩm, như https://vi.du/xep-hang/: cho sitemap.xml, canonical, hreflang / where it will be published: for sitemap.xml, canonical, hreflang", func(s string) (err error) {
		o.home, err = baseAddress(s)
		return err
	})
	f.StringVar(&o.draft, "draft", "", "niêm phong bản dự thảo vào thư mục này: đầu vào, số liệu, mã băm / seal a draft into this folder: inputs, data, hashes")
	f.StringVar(&o.after, "after", "", "bản dự thảo đi trước: thêm trang phản hồi và sổ đối chiếu / the draft before: adds the page of appeals and the workbook of changes")
}

func measureFlags(f *flag.FlagSet, o *options) {
	inputFlags(f, o)
	f.StringVar(&o.keys, "keys", "keys", "thư mục đáp án, mỗi văn bản một .json / folder of the keys, a .json for each text")
}

func serveFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.out, "out", "out", "thư mục xuất bản / folder of the publication")
	f.StringVar(&o.addr, "addr", "127.0.0.1:8080", "địa chỉ trên máy này / address on this machine")
}

// dispatch finds the verb, reads its flags and runs it. Without a verb it prints help.
func dispatch(args []string, c console) error {
	if len(args) == 0 {
		return help(c, options{}, nil)
	}
	if slices.Contains([]string{"-h", "-help", "--help"}, args[0]) {
		args[0] = "help"
	}
	v := find(args[0])
	if v == nil {
		return usageError{fmt.Errorf("không có lệnh / no such verb %q; xem / see: go run ./pipeline help", args[0])}
	}
	var o options
	rest, err := parseFlags(v, args[1:], &o, c)
	if err != nil {
		return err
	}
	if rest == nil {
		return nil // asked for -help
	}
	if len(rest) < v.needs[0] || v.needs[1] >= 0 && len(rest) > v.needs[1] {
		return usageError{fmt.Errorf("%s: cần / wants: %s %s", v.name, v.name, v.args)}
	}
	return v.run(c, o, rest)
}

func find(name string) *verb {
	for i := range verbs {
		if verbs[i].name == name {
			return &verbs[i]
		}
	}
	return nil
}

// parseFlags reads flags wherever they stand, before or after positional arguments, with one dash or two; "--" ends
// them. It returns nil where help was asked for, otherwise the positional arguments (never nil).
func parseFlags(v *verb, args []string, o *options, c console) ([]string, error) {
	f := flag.NewFlagSet(v.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	v.flags(f, o)
	rest := []string{}
	for {
		switch err := f.Parse(args); {
		case err == flag.ErrHelp:
			printVerb(c.out, v)
			return nil, nil
		case err != nil:
			return nil, usageError{fmt.Errorf("%s: %w", v.name, err)}
		}
		ended := len(args) > f.NArg() && args[len(args)-f.NArg()-1] == "--"
		args = f.Args()
		if ended || len(args) == 0 {
			return append(rest, args...), nil
		}
		rest, args = append(rest, args[0]), args[1:]
	}
}

func help(c console, _ options, args []string) error {
	if len(args) == 1 {
		v := find(args[0])
		if v == nil {
			return usageError{fmt.Errorf("không có lệnh / no such verb %q", args[0])}
		}
		printVerb(c.out, v)
		return nil
	}
	fmt.Fprint(c.out, "xephang: chấm điểm và xếp hạng cơ quan công / scores and ranks public bodies\n\n  go run ./pipeline VERB [flags]\n\n")
	for i := range verbs {
		fmt.Fprintf(c.out, "  %-36s %s\n", strings.TrimSpace(verbs[i].name+" "+verbs[i].args), verbs[i].doc)
	}
	fmt.Fprint(c.out, "\n  help VERB\t\t\t\t các cờ của một lệnh / the flags of a verb\n\nLine of stages of report and check:\n")
	for _, s := range line {
		fmt.Fprintf(c.out, "  %-10s %s\n", s.name, s.doc)
	}
	fmt.Fprint(c.out, "\nExit codes: 0 done; 1 faults in the inputs, nothing published; 2 command line not understood; 3 a step broke.\n")
	return nil
}

func printVerb(w io.Writer, v *verb) {
	fmt.Fprintf(w, "go run ./pipeline %s %s\n  %s\n", v.name, v.args, v.doc)
	f := flag.NewFlagSet(v.name, flag.ContinueOnError)
	var o options
	v.flags(f, &o)
	f.SetOutput(w)
	f.PrintDefaults()
}

func version(c console, _ options, _ []string) error {
	_, err := fmt.Fprintf(c.out, "xephang %s %s/%s %s\n", release, runtime.GOOS, runtime.GOARCH, runtime.Version())
	return err
}
