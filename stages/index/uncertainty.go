package index

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"xephang/stages/problem"
)

// Uncertainty declares what could as well have been chosen otherwise when an index was built: the alternatives that the
// stage robust draws from. In index.yaml it is a mapping; in one line (the flag -uncertainty, or a plain text in
// index.yaml) the same reads
//
//	treat=winsorise:1..5:log;normalise=minmax:1:100|zscore:10:2;combine=arithmetic|geometric;weights=25%@2,3
//
// Alternatives are parted by |, a..b stands for each whole number from a to b, and "declared" is the method as the index
// has it. An alternative holds for the whole index: every indicator (every combined node). weights=25%@2,3 moves the
// weights of the nodes of levels 2 and 3 by up to a quarter either way, each by itself.
type Uncertainty struct {
	Fill, Treat, Normalise, Combine []Method // alternatives, the zero Method is as declared; empty: not varied
	Weights                         []Move
	Draws                           int    // the greatest number; 0: the default of robust
	Seed                            uint64 // of the random numbers
	Design                          string // sobol (also where empty): quasi-random; random: Monte Carlo
	Place                           problem.Place

	broken bool // something of it could not be read, and has been reported
}

// Move is how far weights are moved: w becomes w·(1 + u), u even between −Share and Share.
type Move struct {
	Share  float64 // above 0, below 1
	Levels []int   // of the nodes whose weights move; empty: all levels below the root
	Place  problem.Place
}

// Covers tells whether the weights of a level move.
func (m Move) Covers(level int) bool { return len(m.Levels) == 0 || slices.Contains(m.Levels, level) }

// Alternatives of a role; nil where it is not varied.
func (u *Uncertainty) Alternatives(role Role) []Method {
	if list := u.list(role); list != nil {
		return *list
	}
	return nil
}

// varied are the roles that have alternatives, in the order in which the stages use them.
var varied = []Role{Fill, Treat, Normalise, Combine}

func (u *Uncertainty) list(role Role) *[]Method {
	switch role {
	case Fill:
		return &u.Fill
	case Treat:
		return &u.Treat
	case Normalise:
		return &u.Normalise
	case Combine:
		return &u.Combine
	}
	return nil
}

// Greatest number of draws, and of alternatives of one role, that can be asked for.
const (
	MostDraws        = 1_000_000
	mostAlternatives = 1_000
)

// ParseUncertainty reads the one-line form. What holds for a given plan is for Plan.CheckUncertainty to say.
func ParseUncertainty(text string, at problem.Place) (*Uncertainty, problem.List) {
	u, faults, seen := &Uncertainty{Place: at}, problem.List{}, []string{}
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		key = strings.TrimSpace(key)
		if slices.Contains(seen, key) {
			faults.Add(twiceKey.At(at, key, "line", "1"))
			continue
		}
		seen = append(seen, key)
		faults.Add(u.set(key, strings.TrimSpace(value), at)...)
	}
	u.broken = len(faults) > 0
	return u, faults
}

// set reads the value of one key.
func (u *Uncertainty) set(key, value string, at problem.Place) problem.List {
	if list := u.list(Role(key)); list != nil {
		return u.alternatives(Role(key), value, at)
	}
	switch key {
	case "weights":
		return u.moves(value, at)
	case "draws":
		return u.draws(value, at)
	case "seed":
		n, err := strconv.ParseUint(value, 10, 64)
		if u.Seed = n; err != nil {
			return problem.List{badNumber.At(at, value, "vi", "số nguyên không âm", "en", "a whole number from 0 up")}
		}
		return nil
	case "design":
		if u.Design = value; value != "sobol" && value != "random" {
			return problem.List{badChoice.At(at, value, "list", "sobol, random")}
		}
		return nil
	}
	known := []string{"combine", "design", "draws", "fill", "normalise", "seed", "treat", "weights"}
	vi, en := "một trong: "+strings.Join(known, ", "), "one of: "+strings.Join(known, ", ")
	if near := nearest(key, known); near != "" {
		vi, en = "có phải “"+near+"”?", "perhaps “"+near+"”?"
	}
	return problem.List{unknownKey.At(at, key, "near_vi", vi, "near_en", en)}
}

// alternatives adds the alternatives of a role, "a|b".
func (u *Uncertainty) alternatives(role Role, text string, at problem.Place) (faults problem.List) {
	list := u.list(role)
	for one := range strings.SplitSeq(text, "|") {
		if one = strings.TrimSpace(one); one == "" {
			faults.Add(variesNothing.At(at, string(role)+"="+text, "vi", "tên phương pháp trước và sau mỗi dấu “|”", "en", "the name of a method on either side of each “|”"))
			continue
		}
		all, found := expand(one, at)
		faults.Add(found...)
		for _, s := range all {
			m, found := alternative(role, s, at)
			faults.Add(found...)
			switch same := func(o Method) bool { return o.String() == m.String() }; {
			case len(found) > 0:
			case slices.ContainsFunc(*list, same):
				faults.Add(twiceItem.At(at, s))
			default:
				*list = append(*list, m)
			}
		}
	}
	return faults
}

func alternative(role Role, text string, at problem.Place) (Method, problem.List) {
	if text == "declared" {
		return Method{Place: at}, nil
	}
	return ParseMethod(role, text, at)
}

var span = regexp.MustCompile(`^(\d{1,9})\.\.(\d{1,9})$`)

// expand writes out the arguments a..b: winsorise:1..3 is winsorise:1, winsorise:2, winsorise:3.
func expand(text string, at problem.Place) ([]string, problem.List) {
	parts := strings.Split(text, ":")
	for i, part := range parts {
		m := span.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			continue
		}
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if from >= to || to-from >= mostAlternatives {
			return nil, problem.List{tooMany.At(at, part)}
		}
		var all []string
		for ; from <= to; from++ {
			parts[i] = strconv.Itoa(from)
			more, faults := expand(strings.Join(parts, ":"), at)
			if all = append(all, more...); len(faults) > 0 || len(all) > mostAlternatives {
				return nil, append(faults, tooMany.At(at, text))
			}
		}
		return all, nil
	}
	return []string{text}, nil
}

// moves reads "25%@2,3|10%@1".
func (u *Uncertainty) moves(text string, at problem.Place) (faults problem.List) {
	for one := range strings.SplitSeq(text, "|") {
		m, found := move(one, at)
		if faults.Add(found...); len(found) == 0 {
			u.Weights = append(u.Weights, m)
		}
	}
	return faults
}

// move reads "25%@2,3".
func move(text string, at problem.Place) (Move, problem.List) {
	share, levels, named := strings.Cut(text, "@")
	m := Move{Place: at}
	x, faults := shareOf(strings.TrimSpace(share), at)
	m.Share = x
	for _, s := range strings.FieldsFunc(levels, func(c rune) bool { return c == ',' || c == ' ' }) {
		level, err := strconv.Atoi(s)
		if err != nil || level < 1 {
			faults.Add(badNumber.At(at, s, "vi", "số của một cấp, từ 1", "en", "the number of a level, from 1"))
			continue
		}
		m.Levels = append(m.Levels, level)
	}
	if named && len(m.Levels) == 0 && len(faults) == 0 {
		faults.Add(variesNothing.At(at, text, "vi", "các cấp sau “@”, ví dụ 25%@2,3", "en", "levels after the “@”, as in 25%@2,3"))
	}
	return m, faults
}

// shareOf reads 25% or 0.25; from 100 % on a weight could fall to zero or below.
func shareOf(text string, at problem.Place) (float64, problem.List) {
	number, percent := strings.CutSuffix(text, "%")
	x, ok := parseNumber(strings.TrimSpace(number))
	if percent {
		x /= 100
	}
	if !ok || x <= 0 || x >= 1 {
		return 0, problem.List{badMove.At(at, text)}
	}
	return x, nil
}

func (u *Uncertainty) draws(text string, at problem.Place) problem.List {
	n, err := strconv.Atoi(text)
	if u.Draws = n; err != nil || n < 1 || n > MostDraws {
		u.Draws = 0
		most := strconv.Itoa(MostDraws)
		return problem.List{badNumber.At(at, text, "vi", "số nguyên từ 1 đến "+most, "en", "a whole number from 1 to "+most)}
	}
	return nil
}
