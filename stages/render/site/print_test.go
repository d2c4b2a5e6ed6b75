package site_test

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A profile fits on two sides of a sheet; the button to print is there only where a script can serve it.
func TestProfilePrintsOnTwoSides(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	for _, name := range []string{"don-vi/vnm.html", "don-vi/sgp.html", "en/don-vi/p-tth.html", "don-vi/p-blank.html"} {
		var sheet []byte
		var button bool
		b.run(t, screen(1280, "light", ""), chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/"+name), drawn,
			chromedp.Evaluate(`!!document.querySelector(".print")?.getClientRects().length`, &button),
			chromedp.ActionFunc(func(ctx context.Context) (err error) {
				sheet, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
				return err
			}))
		if n := bytes.Count(sheet, []byte("/Type /Page\n")); n < 1 || n > 2 {
			t.Errorf("%s takes %d sides", name, n)
		}
		if !button {
			t.Errorf("%s: no button to print", name)
		}
	}
}
