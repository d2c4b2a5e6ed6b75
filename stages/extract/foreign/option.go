package foreign

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"xephang/stages/index"
	"xephang/stages/problem"
)

// Options are those of the import command, as written there; an empty one is its default.
type Options struct {
	ID         string // of the index: the base name of its folder
	Edition    string // default 0, or the panel's years; on a panel: this year alone
	Denominate string // on (default), off
	Impute     string // methods of index.Fill
	Screen     string // methods of index.Screen
	Treat      string // methods of index.Treat
	Normalise  string // methods of index.Normalise; default minmax:0:100, as COINr
	Combine    string // methods of index.Combine, one for all levels or one a level from the lowest, parted by commas; default arithmetic
	Coverage   string // least share of children present; default 0
	Across     string // editions: limits over all editions (default of a panel, as COINr's purse), none: each by itself
}

// settings are the options read.
type settings struct {
	edition                        string
	denominate                     bool
	screen, fill, treat, normalise index.Method
	combine                        []index.Method
	coverage                       float64
	across                         string
}

// plainID is what editions and nodes may be called, as index has it.
var plainID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$`)

// settings reads the options; what is wrong with one is reported at its name.
func (p *project) settings() {
	o, s := p.options, &p.set
	s.edition = o.Edition
	if s.edition != "" && !plainID.MatchString(s.edition) {
		p.wrong("-edition", o.Edition, "số năm, hoặc chữ không dấu và chữ số", "a year, or plain letters and digits")
	}
	s.denominate = p.choice("-denominate", o.Denominate, "on", "off") != "off"
	s.across = p.choice("-across", o.Across, "editions", "none")
	s.screen = p.method("-screen", index.Screen, o.Screen, "none")
	s.fill = p.method("-impute", index.Fill, o.Impute, "none")
	s.treat = p.method("-treat", index.Treat, o.Treat, "none")
	s.normalise = p.method("-normalise", index.Normalise, o.Normalise, "minmax:0:100")
	for _, text := range strings.Split(or(o.Combine, "arithmetic"), ",") {
		s.combine = append(s.combine, p.method("-combine", index.Combine, strings.TrimSpace(text), ""))
	}
	if o.Coverage != "" {
		x, err := strconv.ParseFloat(o.Coverage, 64)
		if err != nil || !(x >= 0 && x <= 1) {
			p.wrong("-coverage", o.Coverage, "tỷ lệ từ 0 đến 1", "a share from 0 to 1")
			return
		}
		s.coverage = x
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// choice reads an option that is one of a few words, the first of which an empty one is not: it stays empty.
func (p *project) choice(option, text string, words ...string) string {
	for _, w := range words {
		if text == w {
			return w
		}
	}
	if text != "" {
		list := strings.Join(words, ", ")
		p.wrong(option, text, "một trong: "+list, "one of: "+list)
	}
	return ""
}

func (p *project) method(option string, role index.Role, text, otherwise string) index.Method {
	m, ps := index.ParseMethod(role, or(text, otherwise), problem.Place{File: option})
	p.problems.Add(ps...)
	return m
}

func (p *project) wrong(option, found, vi, en string) {
	p.problems.Add(badOption.At(problem.Place{File: option}, found, "vi", vi, "en", en))
}

// checkSettings checks the options that depend on the tree and the groups.
func (p *project) checkSettings(top int) {
	if n := len(p.set.combine); n > 1 && n != top-1 {
		p.wrong("-combine", p.options.Combine, fmt.Sprintf("một phép cho mọi cấp, hoặc %d phép, từ cấp dưới lên", top-1),
			fmt.Sprintf("one for all levels, or %d, from the lowest", top-1))
	}
	if m := p.set.fill; m.Name == "group-mean" || m.Name == "group-median" {
		var known []string
		for _, s := range p.schemes {
			if s.code == m.Arg(0) {
				return
			}
			known = append(known, s.code)
		}
		p.wrong("-impute", p.options.Impute, "cột nhóm: "+strings.Join(known, ", "), "a column of groups: "+strings.Join(known, ", "))
	}
}
