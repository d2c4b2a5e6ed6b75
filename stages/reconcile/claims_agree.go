package reconcile

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"xephang/stages/claim"
	"xephang/stages/index"
)

// rescaled brings a claimed score to the index's scale: 61,5/100 and 705,3 points of 1,000 to 0–1. A value that fits as
// it stands but not under the whole that is written with it is a confusion of scales (0,3982/500).
func rescaled(c *claim.Claim, p *index.Plan, cell float64) (float64, *Remark) {
	top := p.Scale.To
	if c.Of > 0 && c.Of != top && top > 0 {
		if v := c.Value / c.Of * top; agree(v, cell, c) == claim.Off && agree(c.Value, cell, c) != claim.Off {
			return v, &Remark{"scale-confusion", tx("Giá trị "+shown(c.Value, "vi")+" đã được chia cho điểm tối đa: thang là 0 đến "+shown(top, "vi")+".",
				"The value "+shown(c.Value, "en")+" is already divided by the maximum: the scale is 0 to "+shown(top, "en")+".")}
		}
		return c.Value / c.Of * top, nil
	}
	if c.Of == 0 && top == 1 && c.Value > 1 {
		for _, whole := range []float64{100, 1000} {
			if v := c.Value / whole; agree(v, cell, c) != claim.Off || math.Abs(v-cell) <= 0.5*math.Pow10(-decimals(c))/whole+1e-9 {
				return v, &Remark{"points", tx("Đổi từ điểm trên "+shown(whole, "vi")+".", "Converted from points of "+shown(whole, "en")+".")}
			}
		}
	}
	return c.Value, nil
}

// roughly is how far a value that a text calls "about" may lie off, as a share of it.
const roughly = 0.05

// agree compares a claimed value with a cell under the claim's qualifier and the decimals in which it is written.
func agree(claimed, cell float64, c *claim.Claim) claim.Verdict {
	holds := false
	switch c.Qualifier {
	case claim.More:
		holds = cell > claimed
	case claim.Less:
		holds = cell < claimed
	case claim.AtLeast:
		holds = cell >= claimed
	case claim.AtMost:
		holds = cell <= claimed
	case claim.About:
		if math.Abs(cell-claimed) <= roughly*math.Abs(claimed) {
			return claim.Rounded
		}
		return claim.Off
	default:
		if near(claimed, cell) {
			return claim.Match
		}
		if math.Abs(cell-claimed) <= 0.5*math.Pow10(-decimals(c))+1e-9 && c.Kind != claim.Rank {
			return claim.Rounded
		}
		return claim.Off
	}
	if holds {
		return claim.Match
	}
	return claim.Off
}

// decimals are those in which the quote writes the claim's value: 2 of "0,90"; of a value that the quote writes in words
// as many as it takes.
func decimals(c *claim.Claim) int {
	for _, word := range strings.FieldsFunc(c.Quote, func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' }) {
		word = strings.Trim(word, ".,")
		i := strings.LastIndexAny(word, ".,")
		if i < 0 {
			continue
		}
		v, err := strconv.ParseFloat(strings.ReplaceAll(word[:i], ".", "")+"."+word[i+1:], 64)
		if err == nil && near(v, math.Abs(c.Value)) {
			return len(word) - i - 1
		}
	}
	_, part, _ := strings.Cut(number(c.Value), ".")
	return len(part)
}
