package reconcile_test

import (
	"testing"

	"xephang/stages/claim"
	"xephang/stages/reconcile"
	"xephang/stages/target"
	"xephang/stages/units"
)

// The two targets that an index observes, at several dates, and the series and targets behind claims.
func TestObserve(t *testing.T) {
	in := national()
	in.Ledger = ledger(t)
	in.Claims = []claim.Claim{
		{Document: "2021-05-tin.txt", Kind: claim.Percent, Subject: "Các bộ, ngành, địa phương", Metric: "Hồ sơ giải quyết trực tuyến", Value: 12, Unit: "%", Year: 2021},
		{Document: "2020-08-31-tin.txt", Kind: claim.Count, Subject: "Các bộ, ngành, địa phương", Metric: "Nhiệm vụ theo Nghị quyết 17/NQ-CP", Value: 83, Unit: "nhiệm vụ", Year: 2020},
		{Document: "tin.txt", Kind: claim.Percent, Subject: "Các bộ, ngành, địa phương", Metric: "Hồ sơ giải quyết trực tuyến", Value: 19, Unit: "%", Year: 2021},
	}
	reconcile.Observe(in)
	find := func(id string) *target.Target {
		for i := range in.Ledger.Targets {
			if in.Ledger.Targets[i].ID == id {
				return &in.Ledger.Targets[i]
			}
		}
		t.Fatal(id)
		return nil
	}
	for _, c := range []struct {
		id   string
		asOf units.Date
		want target.Status
		last float64
	}{{"T07", 20201231, target.NotYet, 2}, {"T07", 20210630, target.Missed, 2}, {"T07", 20241231, target.Late, 17}, {"T08", 20201231, target.Behind, 6}, {"T08", 20241231, target.Behind, 5}, {"T10", 20210601, target.Missed, 12}} {
		x := find(c.id)
		a := target.Assess(x, c.asOf)
		if a.Status != c.want || a.Last == nil || a.Last.Value != c.last {
			t.Errorf("%s on %s: %s, %+v, want %s %v (%s)", c.id, c.asOf, a.Status, a.Last, c.want, c.last, a.Sentence(x).EN)
		}
	}
	if o := find("T10").Observations; len(o) != 1 || o[0].From != target.FromClaim || o[0].When.String() != "2021-05-31" {
		t.Errorf("%+v", o)
	}
	for _, o := range find("T16").Observations {
		if o.Value == 83 && o.From == target.FromClaim {
			t.Error("the whole that is to be done was taken for what has been done")
		}
	}
	if in.Ledger.Newest() != 20241231 {
		t.Error(in.Ledger.Newest())
	}
}

func TestTargetsAndSeriesBehindClaims(t *testing.T) {
	target := func(metric, subject, unit string, v float64, due units.Date) claim.Claim {
		return claim.Claim{Document: "a.txt", Kind: claim.Target, Subject: subject, Metric: metric, Value: v, Unit: unit, Deadline: due, Year: 2020}
	}
	share := func(kind claim.Kind, metric, subject, unit string, v float64, q string) claim.Claim {
		return claim.Claim{Document: "2020-08-26-tin.txt", Kind: kind, Subject: subject, Metric: metric, Value: v, Unit: unit, Qualifier: q, Year: 2020, Quote: "gấp hơn 3 lần so với năm 2019"}
	}
	asean := target("EGDI", "Việt Nam", "hạng", 4, 20251231)
	asean.Index, asean.Node, asean.Units = "egdi", "egdi", []string{"VNM"}
	level4, lgsp := "DVCTT mức độ 4", "Nền tảng LGSP"
	ministry := share(claim.Percent, level4, "Bộ Y tế", "%", 100, "")
	ministry.Units = []string{"M-BYT"}
	for _, w := range []want{
		{target(level4, "Cả nước", "%", 30, 20201231), claim.Match, "30 2020-12-31", "other-target", "data/targets/targets.csv"},
		{target(level4, "Cả nước", "%", 50, 20201231), claim.Match, "50 2020-12-31", "other-target", ""},
		{target(level4, "Cả nước", "%", 40, 20201231), claim.Off, "50 2020-12-31", "", ""},
		{target(lgsp, "Các bộ, ngành, địa phương", "%", 100, 20201231), claim.Match, "100 2020-12-31", "other-target", ""},
		{target(lgsp, "Các bộ, ngành, địa phương", "%", 100, 20201031), claim.Match, "100 2020-10", "other-target", ""},
		{target(lgsp, "Các bộ, ngành, địa phương", "%", 100, 20210630), claim.Off, "100 2020-12-31", "", ""},
		{target("Số DVCTT mức độ 4", "Cả nước", "dịch vụ", 3000, 0), claim.Match, "2000", "", ""},
		{target(level4, "Cả nước", "dịch vụ", 3000, 0), claim.Match, "2000", "", ""},
		{asean, claim.Match, "4 2025-12-31", "", ""},
		{target("Chữ ký số", "Cả nước", "%", 50, 0), claim.Unchecked, "", "", ""},
		{share(claim.Percent, lgsp, "Các bộ, ngành, địa phương", "%", 83, "~"), claim.Rounded, "82.61", "", "data/series/series.csv"},
		{share(claim.Percent, lgsp, "Các bộ, ngành, địa phương", "%", 70, ""), claim.Off, "82.61", "", ""},
		{share(claim.Percent, "Văn bản điện tử", "Các cơ quan nhà nước", "%", 88.53, ""), claim.Match, "88.53", "", ""},
		{ministry, claim.Match, "100", "", "M-BYT"},
		{share(claim.Count, "DVCTT mức độ 4 dưới 10%", "Các bộ, ngành", "bộ", 8, ""), claim.Match, "8", "", ""},
		{share(claim.Count, "DVCTT mức độ 4 dưới 10%", "Các bộ, ngành", "bộ", 7, ""), claim.Off, "8", "", ""},
		{share(claim.Delta, lgsp, "Các bộ, ngành, địa phương", "lần", 3, ">"), claim.Unchecked, "", "other-base", ""},
		{share(claim.Count, "", "Các tỉnh, thành phố", "tỉnh", 63, ""), claim.Match, "63", "", "data/units.csv"},
		{share(claim.Count, "", "Liên Hợp Quốc", "quốc gia", 193, ""), claim.Match, "193", "", ""},
		{share(claim.Ratio, "Nhiệm vụ theo Nghị quyết 17/NQ-CP", "Các bộ, ngành, địa phương", "nhiệm vụ", 62, ""), claim.Off, "62/83", "", ""},
	} {
		if w.c.Kind == claim.Ratio {
			w.c.Of, w.c.Value = 83, 60
		}
		w.check(t)
	}
}
