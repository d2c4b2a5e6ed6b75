package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// sumsName is the list of every published file with its SHA-256, as sha256sum -c reads it.
const sumsName = "SHA256SUMS"

// writeSums hashes every file below dir whose sum is not known yet and writes the list, sorted by name.
func writeSums(dir string, known map[string]string) error {
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != ".gitkeep" {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	lines := make([]string, len(names))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, path := range names {
		g.Go(func() error {
			rel, _ := filepath.Rel(dir, path)
			name := filepath.ToSlash(rel)
			sum, err := known[name], error(nil)
			if sum == "" {
				sum, err = hashFile(path)
			}
			lines[i] = sum + "  " + name
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[66:], b[66:]) })
	return os.WriteFile(filepath.Join(dir, sumsName), []byte(strings.Join(lines, "\n")+"\n"), 0o666)
}

// readSums reads the list as name → sum.
func readSums(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sums := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		sum, name, ok := strings.Cut(s.Text(), "  ")
		if !ok || len(sum) != 2*sha256.Size {
			return nil, fmt.Errorf("%s: %q", path, s.Text())
		}
		sums[name] = sum
	}
	return sums, nil
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
