package sheet

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"xephang/stages/problem"
)

// conversion is how long LibreOffice may take over one file.
const conversion = 90 * time.Second

// openXLS reads an old .xls through LibreOffice. No reader of that format that is to be had in Go can be trusted (one
// reads 88.53 as a day in 1924), so where LibreOffice is not installed the file is refused.
func openXLS(name string, data []byte) (*Book, problem.List) {
	at := problem.Place{File: name}
	office, err := exec.LookPath("soffice")
	if err != nil {
		return nil, problem.List{fileFormat.At(at, string(isXLS))}
	}
	converted, err := convert(office, data)
	if err != nil {
		return nil, problem.List{fileDamaged.At(at, "", because("LibreOffice: "+err.Error(), "LibreOffice: "+err.Error())...)}
	}
	if sniff(converted) != isZip {
		return nil, problem.List{fileFormat.At(at, string(isXLS))}
	}
	b, ps := openZip(name, converted)
	if b == nil {
		return nil, ps
	}
	b.Format = XLS
	return b, append(ps, fileConverted.At(at, string(isXLS)))
}

// convert runs LibreOffice on a copy in a folder of its own.
func convert(office string, data []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "xephang-xls-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	in := filepath.Join(dir, "in.xls")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(context.Background(), conversion)
	defer stop()
	c := exec.CommandContext(ctx, office, "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), in)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, "out", "in.xlsx"))
}
