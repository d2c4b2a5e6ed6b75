package opendata

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go"
)

const (
	// groupRows is about how many rows are made at a time; it is also a Parquet row group. Enough for dictionaries to
	// pay, little enough for memory.
	groupRows = 1 << 16
	// lineBytes is about how long a line is, so that a buffer need not grow by doubling.
	lineBytes = 180
	// excelRows is how many rows a sheet of Excel holds, its header row left out. A longer table has no Excel flavour.
	excelRows = 1<<20 - 1
)

// Package is what is written besides the tables: who publishes and under which terms.
type Package struct {
	Name, Title, Description string
	Licences                 []Licence
}

// Licence of the data.
type Licence struct{ Name, Title, Path string }

// Write writes every table below dir: <name>.csv, <name>.parquet, excel/<name>.csv, and datapackage.json. The same
// tables give the same bytes for any number of workers (at least 1). It returns the SHA-256 of the tables' files by
// name below dir, so that nobody has to read them again.
func Write(dir string, tables []Table, p Package, workers int) (map[string]string, error) {
	if err := os.MkdirAll(filepath.Join(dir, "excel"), 0o777); err != nil {
		return nil, err
	}
	sums := map[string]string{}
	var files []*file
	for _, t := range tables {
		w, err := newTableWriter(dir, t)
		if err != nil {
			return nil, err
		}
		if err := errors.Join(w.write(max(workers, 1)), w.close()); err != nil {
			return nil, err
		}
		files = append(files, w.files()...)
	}
	for _, f := range files {
		sums[f.name] = f.sum
	}
	return sums, writePackage(filepath.Join(dir, "datapackage.json"), files, p)
}

// tableWriter writes the flavours of one table in one pass over its segments.
type tableWriter struct {
	table        Table
	csv, parquet *file
	excel        *file // nil where the table is too long for a sheet
	typed        *parquet.GenericWriter[any]
	begin        sync.Mutex
	buffers      sync.Pool
}

func newTableWriter(dir string, t Table) (*tableWriter, error) {
	rows := 0
	for k := range t.Segments {
		rows += t.Rows(k)
	}
	w := &tableWriter{table: t, buffers: sync.Pool{New: func() any { return new([]byte) }}}
	var errs [3]error
	w.csv, errs[0] = create(dir, t.Name+".csv", t)
	w.parquet, errs[1] = create(dir, t.Name+".parquet", t)
	if rows <= excelRows {
		w.excel, errs[2] = create(dir, "excel/"+t.Name+".csv", t)
	}
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	w.typed = newParquet(w.parquet, t)
	return w, nil
}

func (w *tableWriter) files() []*file {
	if w.excel == nil {
		return []*file{w.csv, w.parquet}
	}
	return []*file{w.csv, w.parquet, w.excel}
}

// piece is a run of segments in every flavour.
type piece struct {
	csv, excel *[]byte
	group      *parquet.ConcurrentRowGroupWriter
}

func (w *tableWriter) write(workers int) error {
	if err := w.head(); err != nil {
		return err
	}
	groups := rowGroups(w.table)
	err := ordered(len(groups), workers, func(k int) (piece, error) { return w.make(groups[k]) }, w.put)
	if err != nil {
		return err
	}
	return w.typed.Close()
}

func (w *tableWriter) head() error {
	_, err := w.csv.Write(machine.header(w.table.Fields))
	if err == nil && w.excel != nil {
		_, err = w.excel.Write(excel.header(w.table.Fields))
	}
	return err
}

// make formats a run of segments.
func (w *tableWriter) make(segments []int) (piece, error) {
	w.begin.Lock()
	p := piece{csv: w.buffers.Get().(*[]byte), excel: w.buffers.Get().(*[]byte), group: w.typed.BeginRowGroup()}
	w.begin.Unlock()
	rows := 0
	for _, k := range segments {
		rows += w.table.Rows(k)
	}
	*p.csv = slices.Grow((*p.csv)[:0], rows*lineBytes)
	*p.excel = (*p.excel)[:0]
	for _, k := range segments {
		s := w.table.Segment(k)
		*p.csv = machine.segment(*p.csv, w.table, s)
		if w.excel != nil {
			*p.excel = excel.segment(*p.excel, w.table, s)
		}
		if err := fillGroup(p.group, w.table, s); err != nil {
			return p, err
		}
	}
	return p, nil
}

// put appends a piece to the files.
func (w *tableWriter) put(p piece) error {
	_, err := w.csv.Write(*p.csv)
	if err == nil && w.excel != nil {
		_, err = w.excel.Write(*p.excel)
	}
	if err == nil {
		w.begin.Lock()
		_, err = p.group.Commit()
		w.begin.Unlock()
	}
	w.buffers.Put(p.csv)
	w.buffers.Put(p.excel)
	return err
}

func (w *tableWriter) close() error {
	err := errors.Join(w.csv.close(), w.parquet.close())
	if w.excel != nil {
		err = errors.Join(err, w.excel.close())
	}
	return err
}

// file is one file being written: its name below data/, and the size and SHA-256 of what has passed.
type file struct {
	name  string
	table Table
	bytes int64
	sum   string

	out  *os.File
	hash hash.Hash
}

func create(dir, name string, t Table) (*file, error) {
	out, err := os.Create(filepath.Join(dir, filepath.FromSlash(name)))
	return &file{name: name, table: t, out: out, hash: sha256.New()}, err
}

// Write counts and hashes what passes.
func (f *file) Write(b []byte) (int, error) {
	n, err := f.out.Write(b)
	f.hash.Write(b[:n])
	f.bytes += int64(n)
	return n, err
}

func (f *file) close() error {
	f.sum = hex.EncodeToString(f.hash.Sum(nil))
	return f.out.Close()
}
