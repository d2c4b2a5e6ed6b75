package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// build publishes the given files into out and returns the error of the first step that fails.
func build(t *testing.T, out, part string, files map[string]string) error {
	t.Helper()
	p, err := openPublication(out, part)
	if err != nil {
		return err
	}
	defer p.close()
	for name, text := range files {
		path := filepath.Join(p.next, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return p.commit()
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPublishReplacesWhole(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	os.Mkdir(out, 0o777)
	os.WriteFile(filepath.Join(out, ".gitkeep"), nil, 0o666)
	if err := build(t, out, "", map[string]string{"index.html": "một", "data/cu.csv": "x"}); err != nil {
		t.Fatal(err)
	}
	if err := build(t, out, "", map[string]string{"index.html": "hai"}); err != nil {
		t.Fatal(err)
	}
	if got := read(t, out, "index.html"); got != "hai" {
		t.Errorf("index.html = %q", got)
	}
	if _, err := os.Stat(filepath.Join(out, "data")); err == nil {
		t.Error("a file of the last publication stayed")
	}
	read(t, out, ".gitkeep")
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".out.*")); len(left) != 1 {
		t.Errorf("left beside out: %v", left) // the lock alone
	}
}

func TestPublishWithoutExchange(t *testing.T) {
	real := exchange
	defer func() { exchange = real }()
	exchange = func(string, string) error { return errors.New("no such call here") }
	out := filepath.Join(t.TempDir(), "out")
	for _, text := range []string{"một", "hai", "ba"} {
		if err := build(t, out, "", map[string]string{"index.html": text}); err != nil {
			t.Fatal(err)
		}
		if got := read(t, out, "index.html"); got != text {
			t.Errorf("index.html = %q, want %q", got, text)
		}
	}
}

// A run killed between the two renames of the fallback is healed at the next start, even if that run fails.
func TestPublishHeals(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := build(t, out, "", map[string]string{"index.html": "một"}); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(out, filepath.Join(filepath.Dir(out), ".out.old")); err != nil {
		t.Fatal(err)
	}
	os.MkdirAll(filepath.Join(filepath.Dir(out), ".out.next", "data"), 0o777)
	p, err := openPublication(out, "")
	if err != nil {
		t.Fatal(err)
	}
	p.close()
	if got := read(t, out, "index.html"); got != "một" {
		t.Errorf("index.html = %q", got)
	}
}

func TestPublishRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := build(t, out, "", map[string]string{"index.html": "x", "data/a.csv": "y"}); err != nil {
		t.Fatal(err)
	}
	if err := build(t, out, "data", map[string]string{"data/a.csv": "z"}); err == nil || !strings.Contains(err.Error(), "site") {
		t.Errorf("-only data over a whole publication: %v", err)
	}
	if got := read(t, out, "data/a.csv"); got != "y" {
		t.Errorf("the publication was touched: %q", got)
	}
	mine := filepath.Join(t.TempDir(), "mine")
	os.MkdirAll(mine, 0o777)
	os.WriteFile(filepath.Join(mine, "thesis.doc"), nil, 0o666)
	if err := build(t, mine, "", map[string]string{"index.html": "x"}); err == nil || !strings.Contains(err.Error(), "thesis.doc") {
		t.Errorf("a folder of other files: %v", err)
	}
	part := filepath.Join(t.TempDir(), "part")
	for range 2 {
		if err := build(t, part, "data", map[string]string{"data/a.csv": "z"}); err != nil {
			t.Errorf("-only data over its own kind: %v", err)
		}
	}
}

func TestPublishOneAtATime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	p, err := openPublication(out, "")
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	if _, err := openPublication(out, ""); err == nil {
		t.Error("two runs write at once")
	}
}

func TestVerify(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := build(t, out, "", map[string]string{"a.html": "x", "A.html": "y"}); err == nil {
		t.Error("two names that differ in case alone passed")
	}
	if err := build(t, out, "", map[string]string{"a.html": "x"}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(out, "b.html"), nil, 0o666)
	if err := verify(out); err == nil {
		t.Error("an unlisted file passed")
	}
}

func TestFlagsAnywhere(t *testing.T) {
	for _, args := range [][]string{
		{"-data", "d", "egdi", "2020", "VNM"}, {"egdi", "--data", "d", "2020", "VNM"}, {"egdi", "2020", "VNM", "-data=d"},
	} {
		var o options
		rest, err := parseFlags(find("explain"), args, &o, console{})
		if err != nil || o.data != "d" || strings.Join(rest, " ") != "egdi 2020 VNM" {
			t.Errorf("%v: %v %v %v", args, rest, o.data, err)
		}
	}
	var o options
	if rest, err := parseFlags(find("explain"), []string{"a", "--", "-data"}, &o, console{}); err != nil || len(rest) != 2 {
		t.Errorf("after --: %v %v", rest, err)
	}
	if _, err := parseFlags(find("report"), []string{"-nonsense"}, &o, console{}); err == nil {
		t.Error("unknown flag passed")
	}
}
