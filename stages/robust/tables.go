package robust

import (
	"encoding/csv"
	"io"
	"strconv"
)

// WriteDraws writes draw, unit, score, rank of the root as CSV (UTF-8, LF): by draw, then by unit as the edition lists
// them. Scores are the shortest decimals that read back as the same number; what is missing is empty.
func (r *Runs) WriteDraws(w io.Writer) error {
	out, line := csv.NewWriter(w), make([]string, 4)
	if err := out.Write([]string{"draw", "unit", "score", "rank"}); err != nil {
		return err
	}
	for k, id := range r.IDs {
		for row, unit := range r.Units {
			line[0], line[1], line[2], line[3] = id, unit, shortest(r.Score[k][row]), placeText(r.Place[k][row])
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// WriteBands writes unit, rank, mean, median, p05, p95 of the root's ranks over the draws as CSV; rank is the one as
// computed, quantiles are of type 7 and need not hold it.
func (r *Runs) WriteBands(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"unit", "rank", "mean", "median", "p05", "p95"}); err != nil {
		return err
	}
	for row, unit := range r.Units {
		s := r.Band.Rank[row]
		if err := out.Write([]string{unit, placeText(r.Band.Place[row]), shortest(s.Mean), shortest(s.Median), shortest(s.P05), shortest(s.P95)}); err != nil {
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

func placeText(place int32) string {
	if place == 0 {
		return ""
	}
	return strconv.Itoa(int(place))
}
