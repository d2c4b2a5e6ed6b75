package opendata

import (
	"encoding/json"
	"os"
	"path"
	"strings"
)

// The shape of a Frictionless Data Package (datapackage.org, profile "data-package", version 1).
type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Licences    []licence  `json:"licenses,omitempty"`
	Resources   []resource `json:"resources"`
}

type licence struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
	Path  string `json:"path,omitempty"`
}

type resource struct {
	Profile  string   `json:"profile"`
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	Path     string   `json:"path"`
	Format   string   `json:"format"`
	Media    string   `json:"mediatype"`
	Encoding string   `json:"encoding,omitempty"`
	Bytes    int64    `json:"bytes"`
	Hash     string   `json:"hash"`
	Dialect  *csvForm `json:"dialect,omitempty"`
	Sources  []source `json:"sources,omitempty"`
	Schema   schemaOf `json:"schema"`
}

type csvForm struct {
	Delimiter string `json:"delimiter"`
	Line      string `json:"lineTerminator"`
	Quote     string `json:"quoteChar"`
	Double    bool   `json:"doubleQuote"`
	Header    bool   `json:"header"`
}

type source struct {
	Title string `json:"title"`
}

type schemaOf struct {
	Fields  []fieldOf `json:"fields"`
	Missing []string  `json:"missingValues"`
}

type fieldOf struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	About   string `json:"description"`
	Decimal string `json:"decimalChar,omitempty"`
}

var kindNames = map[Kind]string{Text: "string", Unlike: "string", Whole: "integer", Number: "number", Flag: "boolean"}

// writePackage describes the files. Titles are Vietnamese with English behind a slash.
func writePackage(name string, files []*file, p Package) error {
	d := dataPackage{Profile: "data-package", Name: p.Name, Title: p.Title, Description: p.Description}
	for _, l := range p.Licences {
		d.Licences = append(d.Licences, licence(l))
	}
	for _, f := range files {
		d.Resources = append(d.Resources, describe(f))
	}
	b, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(b, '\n'), 0o666)
}

func describe(f *file) resource {
	format := strings.TrimPrefix(path.Ext(f.name), ".")
	r := resource{Profile: "tabular-data-resource", Name: resourceName(f.name), Title: both(f.table.Title.VI, f.table.Title.EN), Path: f.name,
		Format: format, Bytes: f.bytes, Hash: "sha256:" + f.sum, Schema: schemaOf{Missing: []string{""}}}
	for _, s := range f.table.Sources {
		r.Sources = append(r.Sources, source{both(s.VI, s.EN)})
	}
	decimal := ""
	switch {
	case format == "parquet":
		r.Profile, r.Media = "data-resource", "application/vnd.apache.parquet"
	case strings.HasPrefix(f.name, "excel/"):
		r.Media, r.Encoding, decimal = "text/csv", "utf-8", ","
		r.Dialect = &csvForm{";", "\r\n", `"`, true, true}
	default:
		r.Media, r.Encoding = "text/csv", "utf-8"
		r.Dialect = &csvForm{",", "\r\n", `"`, true, true}
	}
	for _, c := range f.table.Fields {
		o := fieldOf{Name: c.Name, Type: kindNames[c.Kind], About: both(c.About.VI, c.About.EN)}
		if c.Kind == Number {
			o.Decimal = decimal
		}
		r.Schema.Fields = append(r.Schema.Fields, o)
	}
	return r
}

// resourceName is what the profile allows: lower case, digits, - _ .
func resourceName(file string) string {
	return strings.NewReplacer("/", "-", ".", "-").Replace(strings.ToLower(file))
}

// both joins the two languages, or gives the one there is.
func both(vi, en string) string {
	switch {
	case vi == "":
		return en
	case en == "" || en == vi:
		return vi
	}
	return vi + " / " + en
}
