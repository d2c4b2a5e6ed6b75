package units

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// alikeMost is how many names are suggested, alikeLeast how alike a name must be.
const (
	alikeMost  = 5
	alikeLeast = 0.45
)

// sketch is a name's pairs of neighbouring letters as bits, to pass over quickly what is nothing like a name.
type sketch struct {
	plain string
	bits  uint64
	unit  int32
}

func sketchOf(plain string, unit int32) sketch {
	s := sketch{plain: plain, unit: unit}
	for _, p := range letterPairs(plain) {
		s.bits |= 1 << ((uint(p[0])*31 + uint(p[1])) & 63)
	}
	return s
}

// letterPairs lists a word's neighbouring bytes, its ends marked.
func letterPairs(plain string) [][2]byte {
	framed := "^" + plain + "$"
	pairs := make([][2]byte, len(framed)-1)
	for i := range pairs {
		pairs[i] = [2]byte{framed[i], framed[i+1]}
	}
	return pairs
}

// alike suggests units for a name that is none, most alike first. It serves messages only and never resolves a name:
// real names may be one letter apart.
func (r *Registry) alike(name string, at Date, kinds []string) []Unit {
	type scored struct {
		unit  int32
		score float64
	}
	for _, kind := range []string{"province", "ministry"} {
		name, _ = unhead(name, heads[kind]) // "thành phố" makes every city alike
	}
	asked := sketchOf(strip(Key(name)), 0)
	if asked.plain == "" {
		return nil
	}
	best := map[int32]float64{}
	for _, s := range r.names.near {
		shared := 2 * bits.OnesCount64(s.bits&asked.bits)
		if float64(shared) < alikeLeast*float64(bits.OnesCount64(s.bits)+bits.OnesCount64(asked.bits)) {
			continue
		}
		if u := r.units[s.unit]; !isOf(u, kinds) || !u.Valid(at) {
			continue
		}
		if d := dice(s.plain, asked.plain); d >= alikeLeast {
			best[s.unit] = max(best[s.unit], d)
		}
	}
	var all []scored
	for i, d := range best {
		all = append(all, scored{i, d})
	}
	slices.SortFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(r.units[a.unit].Code, r.units[b.unit].Code))
	})
	var list []Unit
	for _, s := range all[:min(len(all), alikeMost)] {
		list = append(list, r.units[s.unit])
	}
	return list
}

// dice is the share of letter pairs that two words have in common: 2·|A∩B| / (|A|+|B|), counted with repetition
// (Dice 1945). 1 for equal words, 0 for nothing shared.
func dice(a, b string) float64 {
	left := map[[2]byte]int{}
	pa, pb := letterPairs(a), letterPairs(b)
	for _, p := range pa {
		left[p]++
	}
	shared := 0
	for _, p := range pb {
		if left[p] > 0 {
			left[p]--
			shared++
		}
	}
	return float64(2*shared) / float64(len(pa)+len(pb))
}
