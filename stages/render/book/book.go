// Package book writes the Excel workbooks of a publication: the ranking of every edition, the workbook that recomputes
// an edition by live formulas, the open data as sheets. view stands before it with all rounding and all words; book
// only lays out: sheets, styles, tables, charts, print set-up. Nobody comes after but the reader.
//
// Reading order: book.go (which workbooks there are), workbook.go (one file), grid.go (a sheet with a table), paper.go (a
// sheet of prose), then a file for each kind of sheet.
package book

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"xephang/stages/render/view"
)

// job is one workbook to be written.
type job struct {
	name string // of the file
	make func() (*workbook, error)
}

// Write writes every workbook of a report below dir, several at a time. The same report gives the same bytes for any
// number of workers (at least 1). The error names the workbook that could not be written.
func Write(dir string, r *view.Report, workers int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(max(workers, 1))
	for _, j := range jobs(r) {
		g.Go(func() error {
			if err := j.write(dir); err != nil {
				return fmt.Errorf("%s: %w", j.name, err)
			}
			return nil
		})
	}
	return g.Wait()
}

func (j job) write(dir string) error {
	w, err := j.make()
	if err != nil {
		return err
	}
	return w.save(filepath.Join(dir, j.name))
}

// jobs lists the workbooks of a report.
func jobs(r *view.Report) (all []job) {
	for _, b := range r.Boards {
		if b.Latest() != nil {
			all = append(all, job{"du-lieu-mo_" + view.Slug(b.ID) + ".xlsx", func() (*workbook, error) { return openBook(r, b) }})
		}
		if spans(b) {
			all = append(all, job{view.Slug(b.ID) + ".xlsx", func() (*workbook, error) { return yearsBook(r, b) }})
		}
		for _, e := range b.Editions {
			if len(e.Order()) > 0 {
				all = append(all, job{fileName("xep-hang", e), func() (*workbook, error) { return rankingBook(r, e) }})
			}
			if auditable(e) {
				all = append(all, job{fileName("so-kiem-toan", e), func() (*workbook, error) { return auditBook(r, e) }})
			}
		}
	}
	for _, u := range r.Packed() {
		all = append(all, job{view.PackFile(u.Code), func() (*workbook, error) { return packBook(r, u, nil, false) }})
	}
	if len(r.Claims) > 0 {
		all = append(all, job{"doi-chieu-bao-chi.xlsx", func() (*workbook, error) { return pressBook(r) }})
	}
	if r.Diff != nil {
		all = append(all, job{view.DiffBook, func() (*workbook, error) { return diffBook(r) }})
	}
	if r.Follows() {
		all = append(all, job{"muc-tieu.xlsx", func() (*workbook, error) { return goalsBook(r) }})
	}
	return all
}

// fileName is prefix_index_edition.xlsx, lower-case ASCII.
func fileName(prefix string, e *view.Edition) string {
	return prefix + "_" + view.Slug(e.Board.ID) + "_" + view.Slug(e.Edition.ID) + ".xlsx"
}
