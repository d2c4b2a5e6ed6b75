package site

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"xephang/stages/render/view"
)

// The files of our own, and what `make` copied from the locked packages: a fresh clone has only .gitkeep in vendor, so
// it compiles and its tests run, and a report says what to do.
//
//go:embed assets/*.js assets/site.css assets/icon.svg assets/card.png assets/vendor.sha256 all:assets/vendor
var embedded embed.FS

// errVendor is what a report without the third-party files stops with.
var errVendor = errors.New("site: the third-party files of the site are missing or changed; run `make assets` (npm fetches them once)")

// asset is one file that is published with the pages.
type asset struct {
	path string
	data []byte
}

// assets are the files that every page shares, and the names under which pages ask for them.
type assets struct {
	files          []asset
	css, app, icon string               // paths below the publication
	echarts        string               // paths below the publication
	script         map[string]string    // scripts of some pages by their name, "figure" for assets/figure.js
	find           map[view.Lang]string // the search index of each language
	base           string               // where the publication will stand, see view.Input
	card           string               // path of the picture for social sites
	synthetic      bool                 // every page says that its figures are made up
	inline         []byte               // the style sheet itself, for the page that may be served at any depth
}

// load reads the embedded files, holds the third-party ones against the committed list, and names each by its hash, so
// that a browser never mixes two releases.
func load(from fs.FS) (*assets, error) {
	vendor, err := vendored(from)
	if err != nil {
		return nil, err
	}
	css, err := fs.ReadFile(from, "assets/site.css")
	if err != nil {
		return nil, err
	}
	app, err := fs.ReadFile(from, "assets/app.js")
	if err != nil {
		return nil, err
	}
	app = lean(app)
	_, plain, _ := bytes.Cut(css, []byte("/* tokens */")) // without the type: its files are found from assets/ only
	card, err := fs.ReadFile(from, "assets/card.png")
	if err != nil {
		return nil, err
	}
	icon, err := fs.ReadFile(from, "assets/icon.svg")
	if err != nil {
		return nil, err
	}
	a := &assets{inline: plain}
	if err := a.own(from); err != nil {
		return nil, err
	}
	// One file for the whole site: the library and its Vietnamese words for screen readers.
	charts := append(append(bytes.Clone(vendor["echarts.min.js"]), '\n'), vendor["langVI.js"]...)
	a.css, a.app, a.icon, a.echarts = hashed("site", ".css", css), hashed("app", ".js", app), hashed("icon", ".svg", icon), hashed("echarts", ".js", charts)
	a.card = hashed("card", ".png", card)
	a.files = append(a.files, asset{a.card, card}, asset{a.css, css}, asset{a.app, app}, asset{a.icon, icon}, asset{a.echarts, charts})
	for _, name := range slices.Sorted(maps.Keys(vendor)) {
		switch {
		case strings.HasSuffix(name, ".woff2"):
			a.files = append(a.files, asset{"assets/fonts/" + name, vendor[name]})
		case strings.HasSuffix(name, ".txt"):
			a.files = append(a.files, asset{"assets/licences/" + name, vendor[name]})
		}
	}
	return a, nil
}

// own takes up the scripts that only some pages ask for: every .js beside app.js.
func (a *assets) own(from fs.FS) error {
	a.script = map[string]string{}
	names, err := fs.Glob(from, "assets/*.js")
	for _, name := range names {
		word := strings.TrimSuffix(strings.TrimPrefix(name, "assets/"), ".js")
		if word == "app" {
			continue
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		data = lean(data)
		a.script[word] = hashed(word, ".js", data)
		a.files = append(a.files, asset{a.script[word], data})
	}
	return err
}

// hashed names a file by its content.
func hashed(name, ext string, data []byte) string {
	sum := sha256.Sum256(data)
	return "assets/" + name + "-" + hex.EncodeToString(sum[:])[:12] + ext
}

// vendored reads the files that the committed list names and checks their hashes.
func vendored(from fs.FS) (map[string][]byte, error) {
	list, err := fs.ReadFile(from, "assets/vendor.sha256")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for line := range strings.Lines(string(list)) {
		want, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			continue
		}
		data, err := fs.ReadFile(from, "assets/vendor/"+name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, errVendor
		}
		if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != want {
			return nil, fmt.Errorf("%w: %s", errVendor, name)
		}
		files[name] = data
	}
	return files, nil
}
