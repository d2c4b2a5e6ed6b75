package book

import (
	"slices"
	"strconv"
	"testing"

	"xephang/stages/cube"
	"xephang/stages/render/view"
)

// beyond are columns that excelize's calculator cannot do: it knows no arithmetic over whole columns (dense ranks), and
// takes an empty text for a number (the median of parts with gaps, and so the ranks on it).
var beyond = map[string][]string{"dense": {"rank"}, "combines": {"score med", "rank med"}}

// TestExcelizeCalculates is the third engine: excelize's calculator on a sample of cells of every column, in the real
// data and in the indices of every method.
func TestExcelizeCalculates(t *testing.T) {
	methods := methodReport(t, methodTable(t))
	for _, e := range append(sampleEditions(realReport(t)), sampleEditions(methods)...) {
		r := methods
		if r.Board(e.Board.ID) == nil {
			r = realReport(t)
		}
		calculates(t, audited(t, r, e), e)
	}
}

// sampleEditions takes the newest edition of every index that can be audited.
func sampleEditions(r *view.Report) (all []*view.Edition) {
	for _, b := range r.Boards {
		for i := len(b.Editions) - 1; i >= 0; i-- {
			if auditable(b.Editions[i]) {
				all = append(all, b.Editions[i])
				break
			}
		}
	}
	return all
}

// calculates checks three rows of the sheets of scores and ranks.
func calculates(t *testing.T, book []byte, e *view.Edition) {
	t.Helper()
	f, checked := reopened(t, stripped(t, book)), 0
	for _, sheet := range []string{"score", "rank"} {
		name := view.VI.Say("audit." + sheet)
		rows, err := f.GetRows(name)
		if err != nil {
			continue // scores only
		}
		for _, i := range []int{firstRow - 1, (firstRow - 1 + len(rows)) / 2, len(rows) - 1} {
			row, _ := e.Table.Row(rows[i][0])
			for column := 2; column < len(rows[idRow-1]); column++ {
				node, ok := e.Col(rows[idRow-1][column])
				if !ok || slices.Contains(beyond[e.Board.ID], sheet) || slices.Contains(beyond[e.Board.ID], sheet+" "+rows[idRow-1][column]) {
					continue
				}
				want := e.Table.At(cube.Score, node).At(row)
				if sheet == "rank" {
					want = placeOf(e, node, row)
				}
				got, err := f.CalcCellValue(name, ref(column, i+1))
				x, bad := strconv.ParseFloat(got, 64)
				if checked++; err != nil || !near(x, want) && (bad == nil || want == want) {
					t.Errorf("%s %s %s!%s (%s of %s): %q %v, the engine has %v", e.Board.ID, e.Edition.ID, name, ref(column, i+1), rows[idRow-1][column], rows[i][0], got, err, want)
				}
			}
		}
	}
	t.Logf("%s %s: %d cells calculated", e.Board.ID, e.Edition.ID, checked)
}
