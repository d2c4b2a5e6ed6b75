package view

import "slices"

// Dataset describes figures to search engines in the words of schema.org/Dataset. Addresses are from the root of the
// language, or with a slash before them from that of the publication.
type Dataset struct {
	Name, About string
	Publisher   string
	Period      string // the edition; empty for all
	Released    string // yyyy-mm-dd, or empty
	Measured    []string
	Files       []DatasetFile
	Parts       []DatasetPart
	Source      string
}

// DatasetFile is one file of a data set.
type DatasetFile struct{ Name, Kind, Href string }

// DatasetPart is a data set that is part of another.
type DatasetPart struct{ Name, Href string }

// kindsOfFiles are the media types of what is published.
var kindsOfFiles = []struct{ ext, kind string }{{".csv", "text/csv"}, {".parquet", "application/vnd.apache.parquet"}, {".json", "application/json"},
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}

// Dataset describes an edition.
func (r *Report) Dataset(l Lang, e *Edition) Dataset {
	d := Dataset{Name: l.In(e.Board.Name) + " " + e.Edition.ID, About: l.In(e.Board.About), Publisher: l.In(e.Board.Publisher), Period: e.Edition.ID, Source: l.In(e.Board.Source)}
	if d.About == "" {
		d.About = r.rankingTitle(l, e)
	}
	if e.Edition.Released != 0 {
		d.Released = e.Edition.Released.String()
	}
	for n := range e.Nodes {
		if len(d.Measured) < 40 {
			d.Measured = append(d.Measured, l.In(e.Nodes[n].Name))
		}
	}
	d.Files = r.datasetFiles(e.Board.ID, e.Edition.ID)
	return d
}

// datasetFiles are the open data of an index and the workbook of an edition, as far as they are published.
func (r *Report) datasetFiles(index, edition string) (files []DatasetFile) {
	var names []string
	for _, k := range kindsOfFiles {
		names = append(names, "data/"+index+k.ext, "books/xep-hang_"+index+"_"+edition+k.ext)
	}
	for _, o := range r.Outputs {
		if slices.Contains(names, o.Path) {
			files = append(files, r.datasetFile(o.Path))
		}
	}
	return files
}

func (r *Report) datasetFile(path string) DatasetFile {
	f := DatasetFile{Name: path, Href: "/" + path}
	for _, k := range kindsOfFiles {
		if len(path) > len(k.ext) && path[len(path)-len(k.ext):] == k.ext {
			f.Kind = k.kind
		}
	}
	return f
}

// AllData describes the publication as a whole: a part for each index, and every open file.
func (r *Report) AllData(l Lang) Dataset {
	d := Dataset{Name: l.Say("site.tagline"), About: l.Say("data.lede") + " " + l.Say("about.what"), Publisher: l.Say("site.name")}
	for _, b := range r.Boards {
		d.Parts = append(d.Parts, DatasetPart{l.In(b.Name), b.Address()})
	}
	for _, o := range r.Outputs {
		if f := r.datasetFile(o.Path); f.Kind != "" {
			d.Files = append(d.Files, f)
		}
	}
	return d
}
