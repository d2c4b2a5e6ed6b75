package site

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"xephang/stages/render/view"
)

type drawnSpans struct {
	Kind   string
	Option struct {
		Series []struct {
			Name, Type, Stack string
			Data              []struct{ Value any }
			ItemStyle         struct{ Color string }
		}
		XAxis, YAxis []struct {
			Type    string
			Inverse bool
			Max     any
		}
	}
}

func drawnOption(t *testing.T, c *view.Chart) drawnSpans {
	t.Helper()
	j, err := option(c)
	if err != nil {
		t.Fatal(c.Kind, err)
	}
	if strings.ContainsAny(string(j), "<>&") {
		t.Errorf("%s: unescaped: %s", c.Kind, j)
	}
	var d drawnSpans
	if err := json.Unmarshal([]byte(j), &d); err != nil {
		t.Fatal(c.Kind, err)
	}
	return d
}

func TestSpansHoldTheirRanks(t *testing.T) {
	c := chart(view.Spans)
	c.Series = c.Series[:1]
	c.Series[0].Low, c.Series[0].Values, c.Series[0].High = []float64{1, 1, 2}, []float64{1, 2, 3}, []float64{2, 4, 3}
	d := drawnOption(t, c)
	s := d.Option.Series
	if len(s) != 4 || s[0].Stack != s[1].Stack || s[0].ItemStyle.Color != "transparent" || s[1].Data[1].Value != 3.0 || len(s[2].Data) != 3 || len(s[3].Data) != 1 {
		t.Errorf("%+v", s)
	}
	if v := s[2].Data[2].Value.([]any); v[0] != 2.0 || v[1] != 3.0 || !d.Option.YAxis[0].Inverse {
		t.Errorf("%v %+v", v, d.Option.YAxis)
	}
}

func TestEffectsHaveTheirIntervals(t *testing.T) {
	c := chart(view.Effects)
	d := drawnOption(t, c)
	s := d.Option.Series
	if len(s) != 3 || s[0].Type != "bar" || s[2].Type != "line" || len(s[2].Data) != 9 || s[0].ItemStyle.Color == s[1].ItemStyle.Color {
		t.Fatalf("%+v", s)
	}
	if v := s[2].Data[3].Value.([]any); v[0] != 0.2 || v[1] != 1.0 {
		t.Errorf("interval of the second starts at %v", v)
	}
	if v := s[2].Data[2].Value.([]any); v[0] != "-" {
		t.Errorf("intervals run into each other: %v", v)
	}
}

// Brackets of runs that overlap stand in lanes of their own, beyond the last band and inside the axis.
func TestBracketsDoNotMeet(t *testing.T) {
	c := chart(view.Dots)
	c.Categories, c.Low, c.High = []string{"A", "B", "C", "D"}, 1, 11
	c.Series = []view.Series{{Values: []float64{1, 2, 3, 4}, Low: []float64{1, 1, 2, 4}, High: []float64{3, 3, 3, 11}, Focus: -1}}
	c.Brackets = [][2]int{{0, 1}, {1, 2}, {2, 3}}
	d := drawnOption(t, c)
	line := d.Option.Series[len(d.Option.Series)-1]
	if line.Type != "line" || len(line.Data) != 15 {
		t.Fatalf("%+v", line)
	}
	x := func(i int) float64 { return line.Data[5*i+1].Value.([]any)[0].(float64) }
	if x(0) == x(1) || x(1) == x(2) || x(0) != x(2) {
		t.Errorf("lanes %v %v %v: the first and the third are free of each other, the second of neither", x(0), x(1), x(2))
	}
	most := d.Option.XAxis[0].Max.(float64)
	if x(0) <= c.High || max(x(0), x(1)) >= most || most != math.Trunc(most) {
		t.Errorf("lanes %v %v, axis to %v", x(0), x(1), most)
	}
	c.Brackets = nil
	if s := drawnOption(t, c).Option.Series; s[len(s)-1].Type == "line" {
		t.Error("brackets without runs")
	}
}
