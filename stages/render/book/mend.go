package book

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// mend completes a part where excelize falls short: a streamed sheet loses its extension list, and with it what makes
// data bars start at zero and solid; a bar chart cannot colour a single bar; a chart's language is English; a table
// always has filter buttons.
func (w *workbook) mend(name string, b []byte) []byte {
	switch {
	case strings.HasPrefix(name, "xl/worksheets/sheet") && w.asks:
		return mendSheet(mendEmpty(b))
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mendSheet(b)
	case strings.HasPrefix(name, "xl/charts/chart"):
		return w.mendChart(name, b)
	case strings.HasPrefix(name, "xl/tables/table") && w.bare:
		return filter.ReplaceAll(b, nil)
	}
	return b
}

// noResult finds a formula whose result is an empty text, as excelize writes it.
var noResult = regexp.MustCompile(`( t="str"[^>]*><f>[^<]*</f>)</c>`)

// mendEmpty writes empty results of formulas as Excel does: a formula without any result counts as not computed yet.
func mendEmpty(b []byte) []byte { return noResult.ReplaceAll(b, []byte("$1<v></v></c>")) }

// filter is what puts buttons on the heads of a table.
var filter = regexp.MustCompile(`<autoFilter[^>]*></autoFilter>`)

// barRule finds the data bars of a sheet: where they stand and the identity that ties a rule to its extension.
var barRule = regexp.MustCompile(`<conditionalFormatting sqref="([^"]+)"><cfRule type="dataBar"[^>]*><dataBar[^>]*><cfvo type="num" val="0"></cfvo><cfvo type="num" val="([^"]+)">[^{]*\{B025F937[^{]*(\{[0-9A-F-]+\})`)

func mendSheet(b []byte) []byte {
	end := bytes.LastIndex(b, []byte("</sheetData>"))
	if end < 0 {
		return b
	}
	var rules strings.Builder
	for _, m := range barRule.FindAllSubmatch(b[end:], -1) {
		fmt.Fprintf(&rules, `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="%s">`+
			`<x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo>`+
			`<x14:negativeFillColor rgb="FF%s"/><x14:axisColor rgb="FF%s"/></x14:dataBar></x14:cfRule><xm:sqref>%s</xm:sqref></x14:conditionalFormatting>`,
			m[3], m[2], fall, quiet, m[1])
	}
	if rules.Len() == 0 {
		return b
	}
	list := `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
		`<x14:conditionalFormattings>` + rules.String() + `</x14:conditionalFormattings></ext></extLst></worksheet>`
	return append(bytes.TrimSuffix(b, []byte("</worksheet>")), list...)
}

// mendChart colours the bars that stand out, and says that the chart is in Vietnamese.
func (w *workbook) mendChart(name string, b []byte) []byte {
	b = bytes.Replace(b, []byte(`<lang val="en-US">`), []byte(`<lang val="vi-VN">`), 1)
	points := w.points[name]
	if len(points) == 0 {
		return b
	}
	var all strings.Builder
	for _, i := range points {
		fmt.Fprintf(&all, `<dPt><idx val="%d"/><invertIfNegative val="0"/><spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></spPr></dPt>`, i, brand)
	}
	mark := []byte(`<invertIfNegative val="0"></invertIfNegative>`)
	return bytes.Replace(b, mark, append(bytes.Clone(mark), all.String()...), 1)
}
