package robust

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteDraws writes draw, unit, score, rank of the root as CSV (UTF-8, LF): by draw, then by unit as the edition lists
// them. Scores are the shortest decimals that read back as the same number; what is missing is empty.
func (r *Runs) WriteDraws(w io.Writer) error {
	units := make([]string, len(r.Units))
	for row, unit := range r.Units {
		units[row] = "," + quoted(unit) + ","
	}
	line := []byte("draw,unit,score,rank\n")
	for k, id := range r.IDs {
		id = quoted(id)
		for row, x := range r.Score[k] {
			line = append(append(line, id...), units[row]...)
			if !missing(x) {
				line = strconv.AppendFloat(line, x, 'f', -1, 64)
			}
			if line = append(line, ','); r.Place[k][row] > 0 {
				line = strconv.AppendInt(line, int64(r.Place[k][row]), 10)
			}
			line = append(line, '\n')
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
		line = line[:0]
	}
	return nil
}

// quoted is a text as a cell of a CSV.
func quoted(s string) string {
	if !strings.ContainsAny(s, ",\"\r\n") && s == strings.TrimLeft(s, " ") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// WriteBands writes unit, rank, mean, median, p05, p95 of the root's ranks over the draws as CSV; rank is the one as
// computed, quantiles are of type 7 and need not hold it.
func (r *Runs) WriteBands(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"unit", "rank", "mean", "median", "p05", "p95"}); err != nil {
		return err
	}
	for row, unit := range r.Units {
		place, s := "", r.Band.Rank[row]
		if p := r.Band.Place[row]; p > 0 {
			place = strconv.Itoa(int(p))
		}
		if err := out.Write([]string{unit, place, shortest(s.Mean), shortest(s.Median), shortest(s.P05), shortest(s.P95)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// shortest is the shortest decimal that reads back as the number; empty where it is missing.
func shortest(x float64) string {
	if missing(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
