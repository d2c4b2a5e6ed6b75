package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rooms is the plan's table: what each room may import beyond problem, and which outside packages it may not.
// A room in a folder of its own below another is its own row.
var rooms = map[string][]string{
	"problem":         {},
	"cube":            {},
	"units":           {},
	"index":           {"units"},
	"form":            {"index", "units"},
	"claim":           {"units"},
	"target":          {"units"},
	"extract":         {"cube", "units", "index", "form", "claim", "target", "extract/sheet", "extract/text", "extract/foreign", "extract/forms", "extract/legacy"},
	"extract/legacy":  {},
	"extract/sheet":   {"cube", "units", "index", "form", "extract/legacy"},
	"extract/text":    {"units", "index", "claim", "target", "extract/legacy"},
	"extract/forms":   {"cube", "units", "index", "form", "extract/sheet", "extract/legacy"},
	"extract/foreign": {"cube", "units", "index", "extract/sheet"},
	"normalise":       {"cube", "index"},
	"score":           {"cube", "index"},
	"rank":            {"cube", "index", "units"},
	"robust":          {"cube", "index", "units", "normalise", "score", "rank"},
	"reconcile":       {"cube", "index", "units", "claim", "target"},
	"render/view":     {"cube", "index", "units", "form", "claim", "target", "robust", "reconcile"},
	"render/site":     {"render/view"},
	"render/book":     {"render/view", "cube", "index", "units", "form", "claim", "target", "robust", "reconcile"},
	"render/opendata": {"render/view", "cube", "index", "units", "claim", "target", "robust", "reconcile"},
	"demo":            {"form", "index", "units"},
}

// middle are the rooms without I/O: no os, no net, no clock, no global random source.
var middle = []string{"problem", "cube", "units", "index", "claim", "target", "normalise", "score", "rank", "robust", "reconcile"}

// arrow may be known to these rooms only, so that another version stays one commit.
var arrow = []string{"cube", "render/opendata"}

func TestImportArrows(t *testing.T) {
	for _, p := range goList(t) {
		room, ok := strings.CutPrefix(p.ImportPath, "xephang/stages/")
		if !ok {
			continue // pipeline may import everything
		}
		may, planned := rooms[room]
		if !planned {
			t.Errorf("room %s is not in the plan", room)
			continue
		}
		for _, i := range p.Imports {
			to, inside := strings.CutPrefix(i, "xephang/")
			to = strings.TrimPrefix(to, "stages/")
			switch {
			case inside && to != "problem" && !slices.Contains(may, to):
				t.Errorf("%s imports %s: the plan has no such arrow", room, to)
			case strings.HasPrefix(i, "github.com/apache/arrow/") && !slices.Contains(arrow, room):
				t.Errorf("%s imports %s: only %v know Arrow", room, i, arrow)
			case slices.Contains(middle, room) && forbidden(i):
				t.Errorf("%s imports %s: the middle of the house has no I/O, no clock and no chance", room, i)
			}
		}
	}
}

// TestNoClock lets the middle of the house count days of the calendar, but never ask what day it is.
func TestNoClock(t *testing.T) {
	clock := regexp.MustCompile(`\btime\.(Now|Since|Until|Local|LoadLocation)\b|\brand\.(Int|Float64|Perm|Shuffle|N)\b\(`)
	for _, p := range goList(t) {
		if !slices.Contains(middle, strings.TrimPrefix(p.ImportPath, "xephang/stages/")) {
			continue
		}
		for _, name := range p.GoFiles {
			b, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if found := clock.Find(b); found != nil {
				t.Errorf("%s/%s: %s: the middle of the house has no clock and no chance", p.ImportPath, name, found)
			}
		}
	}
}

// TestRoomNames keeps out rooms whose name says nothing.
func TestRoomNames(t *testing.T) {
	for _, p := range goList(t) {
		for _, name := range strings.Split(p.ImportPath, "/") {
			if slices.Contains([]string{"util", "utils", "common", "helper", "helpers", "types", "base", "misc"}, name) {
				t.Errorf("%s: a room is named for what it does", p.ImportPath)
			}
		}
	}
}

func forbidden(path string) bool {
	return path == "os" || path == "net" || strings.HasPrefix(path, "net/") ||
		strings.HasPrefix(path, "os/") || path == "math/rand" || path == "crypto/rand"
}

type listed struct {
	ImportPath, Dir  string
	GoFiles, Imports []string
}

func goList(t *testing.T) (all []listed) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "xephang/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
