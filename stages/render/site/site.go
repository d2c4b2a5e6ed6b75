// Package site lays the publication out as a static site: Vietnamese at its root, the English mirror in en/, every link
// relative, no request to anywhere else. It takes page models from view, which holds all words and all rounding, and
// only lays out. Charts are options built by go-echarts, embedded as data and drawn by a local copy of ECharts; a plain
// table stands beside each. The pipeline hands it a folder; nobody stands after it but the reader.
package site

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"xephang/stages/render/view"
)

// Sink takes the bytes of one file, by its path below the publication, with slashes. It is called from several
// goroutines, once for each path.
type Sink func(path string, data []byte) error

// Write writes the whole site into a folder that exists.
func Write(dir string, r *view.Report) error {
	return Render(r, func(path string, data []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		err := os.WriteFile(name, data, 0o644)
		if errors.Is(err, os.ErrNotExist) {
			if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
				err = os.WriteFile(name, data, 0o644)
			}
		}
		return err
	})
}

// Render makes every file of the site. Pages are independent of each other: they are made on all processors and come out
// the same in any order.
func Render(r *view.Report, sink Sink) error {
	assets, err := load(embedded)
	if err != nil {
		return err
	}
	return render(r, assets, sink)
}

func render(r *view.Report, assets *assets, sink Sink) error {
	layouts, err := parse()
	if err != nil {
		return err
	}
	assets.synthetic = r.Synthetic()
	all := pages(r)
	assets.base = r.Base
	if assets, err = assets.searchable(r, all); err != nil {
		return err
	}
	if err := unique(all); err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range append(hosting(r, all), assets.files...) {
		g.Go(func() error { return sink(f.path, f.data) })
	}
	for _, p := range all {
		g.Go(func() error {
			html, beside, err := p.render(layouts, assets)
			if err != nil {
				return fmt.Errorf("site: %s: %w", p.path, err)
			}
			for _, f := range beside {
				if err := sink(f.path, f.data); err != nil {
					return err
				}
			}
			return sink(p.file(), html)
		})
	}
	return g.Wait()
}

// unique refuses two pages at one address, which would silently lose one: ids that differ only by case or by marks.
func unique(all []page) error {
	seen := map[string]string{}
	for _, p := range all {
		if other, twice := seen[p.file()]; twice {
			return fmt.Errorf("site: two pages would be written to %s: %q and %q; give one of them another id", p.file(), other, p.title)
		}
		seen[p.file()] = p.title
	}
	return nil
}
