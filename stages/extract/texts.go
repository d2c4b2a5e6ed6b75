package extract

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/extract/text"
	"xephang/stages/problem"
)

// Texts reads every .txt below the folder of texts, by name; a folder that is not there holds none. prefix is how the
// folder is called in names and messages ("seeds").
func Texts(root, prefix string) ([]*text.Document, []File, problem.List) {
	if _, err := os.Stat(root); os.IsNotExist(err) {
		return nil, nil, nil
	}
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil, problem.List{sheet.Unreadable(root, cause(err))}
	}
	defer dir.Close()
	d := &door{fsys: dir.FS(), prefix: prefix}
	var ps problem.List
	var docs []*text.Document
	for _, name := range d.texts(&ps) {
		b, bad := d.read(name)
		if bad != nil {
			ps.Add(*bad)
			continue
		}
		doc, found := text.Read(d.name(name), b)
		ps.Add(found...)
		docs = append(docs, doc)
	}
	return docs, d.files, ps
}

// texts lists the .txt files, sorted.
func (d *door) texts(ps *problem.List) (names []string) {
	err := fs.WalkDir(d.fsys, ".", func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.EqualFold(path.Ext(p), ".txt") {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		ps.Add(sheet.Unreadable(d.prefix, cause(err)))
	}
	slices.Sort(names)
	return names
}

// fullTexts is the file in the folder of texts that lists which documents may be shown in full.
const fullTexts = "full-texts"

// FullTexts reads which documents of the folder may be shown in full: names or patterns, a line each, # for remarks. A
// folder without the list shows none: other people's texts are quoted only.
func FullTexts(root string) ([]string, error) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil // no folder, no texts
	}
	defer dir.Close()
	b, err := fs.ReadFile(dir.FS(), fullTexts)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var patterns []string
	for _, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			patterns = append(patterns, line)
		}
	}
	return patterns, err
}
