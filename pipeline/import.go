package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"xephang/stages/extract/foreign"
	"xephang/stages/problem"
)

// importFlags are the options of `import`; the names of the methods are those of index.yaml.
func importFlags(f *flag.FlagSet, o *options) {
	i := &o.foreign
	f.StringVar(&i.Edition, "edition", "", "kỳ; với bảng nhiều năm là các năm / the edition; of a panel its years")
	f.StringVar(&i.Denominate, "denominate", "", "on, off: cột Denominator của iMeta / iMeta's Denominator column")
	f.StringVar(&i.Impute, "impute", "", "none, mean, median, group-mean:COL, group-median:COL, row-mean, latest[:YEARS], linear, constant")
	f.StringVar(&i.Screen, "screen", "", "none, available:SHARE, nonzero:SHARE")
	f.StringVar(&i.Treat, "treat", "", "none, winsorise:MAX[:log | :log-plus | :box-cox:LAMBDA]")
	f.StringVar(&i.Normalise, "normalise", "", "none, minmax:LO:HI, zscore:MEAN:SD, scaled:A:B:FACTOR, rank, borda, percentile-rank, fraction-of-max, distance-to-max, distance-to-reference:UNIT[:cap], distance-to-target[:cap], goalposts")
	f.StringVar(&i.Combine, "combine", "", "arithmetic, geometric, harmonic, generalised:P, copeland; một cho mọi bậc hoặc mỗi bậc một, từ thấp lên: a,b,c / one for all levels, or one per level from the lowest")
	f.StringVar(&i.Coverage, "coverage", "", "phần tối thiểu các thành phần phải có / least share of children present")
	f.StringVar(&i.Across, "across", "", "editions, none: giới hạn chung cho mọi kỳ / limits over all editions together")
}

// importIndex writes an index folder from another program's files: index.yaml, its tables as CSV, units.csv.
func importIndex(c console, o options, args []string) error {
	files := map[string]int{"coinr": 2, "cointool": 1}
	n, known := files[args[0]]
	if !known || len(args) != n+2 {
		return usageError{fmt.Errorf("import: cần / wants: import coinr IDATA.csv IMETA.csv DIR, import cointool FILE.xlsx DIR")}
	}
	dir := args[n+1]
	o.foreign.ID = filepath.Base(filepath.Clean(dir))
	var in []foreign.File
	for _, name := range args[1 : n+1] {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		in = append(in, foreign.File{Name: name, Data: b})
	}
	var folder foreign.Folder
	var found problem.List
	if args[0] == "coinr" {
		folder, found = foreign.CoinR(in[0], in[1], o.foreign)
	} else {
		folder, found = foreign.CoinTool(in[0], o.foreign)
	}
	y := &year{options: o, problems: found}
	y.tell(c, true)
	if found.Faults() > 0 {
		return errFaults
	}
	return writeFolder(c, dir, folder)
}

// writeFolder writes the files of an index folder, unless there is one already.
func writeFolder(c console, dir string, folder foreign.Folder) error {
	if _, err := os.Stat(filepath.Join(dir, "index.yaml")); err == nil {
		return usageError{fmt.Errorf("import: %s đã có index.yaml, không ghi đè / holds an index.yaml already, will not replace it", dir)}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(folder)) {
		if err := os.WriteFile(filepath.Join(dir, name), folder[name], 0o666); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(c.out, "%s: %d tệp; chạy / run: go run ./pipeline report -data %s -only data -out DIR\n", dir, len(folder), filepath.Dir(filepath.Clean(dir)))
	return err
}
