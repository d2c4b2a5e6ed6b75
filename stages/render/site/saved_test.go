package site_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdp "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// A figure saved as an image holds its message, what is drawn and its source, in light colours on a dark screen too, and
// the page asks nobody for anything.
func TestFiguresAreSavedAsImages(t *testing.T) {
	dir, saved := written(t), t.TempDir()
	b := openBrowser(t)
	b.home = "file://"
	b.run(t, cdp.SetDownloadBehavior(cdp.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(saved).WithEventsEnabled(true),
		screen(1280, "dark", "screen"), chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/xep-hang/egdi/2024.html"))
	press := func(kind string) chromedp.Action {
		return chromedp.Evaluate(`[...document.querySelectorAll("#diem1 .save button")].find((b) => b.textContent === "`+kind+`").click()`, nil)
	}
	b.run(t, press("SVG"), press("PNG"))
	drawing := downloaded(t, b, filepath.Join(saved, "2024.diem1.svg"))
	if err := wellFormed(drawing); err != nil {
		t.Errorf("the drawing does not parse: %v", err)
	}
	for _, want := range []string{"Singapore", "Nguồn: ", "rgb(21, 32, 43)", "<path", "0,96909"} {
		if !bytes.Contains(drawing, []byte(want)) {
			t.Errorf("the drawing lacks %q", want)
		}
	}
	for _, never := range []string{"var(--", "rgb(232, 237, 242)", "class="} {
		if bytes.Contains(drawing, []byte(never)) {
			t.Errorf("the drawing holds %q", never)
		}
	}
	picture, err := png.Decode(bytes.NewReader(downloaded(t, b, filepath.Join(saved, "2024.diem1.png"))))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[3]uint32]bool{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, bl, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r >> 8, g >> 8, bl >> 8}] = true
		}
	}
	if picture.Bounds().Dx() < 960 || len(seen) < 50 || !seen[[3]uint32{255, 255, 255}] || !seen[[3]uint32{21, 32, 43}] {
		t.Errorf("picture of %v with %d colours: white paper and dark ink are wanted", picture.Bounds(), len(seen))
	}
	// A figure drawn without a script, whose look the style sheet gives, is saved with that look.
	b.run(t, chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/don-vi/vnm.html"),
		chromedp.Evaluate(`[...document.querySelectorAll("#phan1 .save button")].forEach((b) => b.click())`, nil))
	strips := downloaded(t, b, filepath.Join(saved, "vnm.phan1.svg"))
	for _, want := range []string{`fill="rgb(13, 61, 177)"`, "0,70811", "vector-effect=\"non-scaling-stroke\""} {
		if !bytes.Contains(strips, []byte(want)) {
			t.Errorf("the strips lack %q: %s", want, strips)
		}
	}
	if _, err := png.Decode(bytes.NewReader(downloaded(t, b, filepath.Join(saved, "vnm.phan1.png")))); err != nil {
		t.Error(err)
	}
	for _, bad := range b.told() {
		if !strings.Contains(bad, "blob:") && !strings.Contains(bad, "net::ERR_ABORTED") { // what the reader saves
			t.Error(bad)
		}
	}
}

// downloaded waits for a file that the browser saves.
func downloaded(t *testing.T, b *browser, name string) []byte {
	t.Helper()
	var data []byte
	b.run(t, chromedp.ActionFunc(func(ctx context.Context) error {
		for {
			var err error
			if data, err = os.ReadFile(name); err == nil && len(data) > 0 {
				return nil
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(50 * time.Millisecond):
			}
		}
	}))
	return data
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
