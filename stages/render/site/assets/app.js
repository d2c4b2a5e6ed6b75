// The only script of the site's own: it draws charts when they are scrolled to, sorts and filters tables. Every page is
// complete without it. Charts are data in the page (script type application/json); nothing is fetched.
"use strict";
(() => {
  const vi = document.documentElement.lang !== "en";
  const locale = vi ? "vi-VN" : "en-GB";
  const font = getComputedStyle(document.body).fontFamily;
  const still = { animation: false };

  // ---- charts ----
  const number = (decimals) => {
    const f = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    return (v) => (typeof v === "number" ? f.format(v) : "–");
  };
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });

  // The dress that all charts wear, in the style sheet's own variables.
  const axis = {
    axisLine: { lineStyle: { color: "var(--line)" } }, axisTick: { show: false },
    axisLabel: { color: "var(--ink-2)", fontSize: 12 }, splitLine: { lineStyle: { color: "var(--line)" } },
  };
  const theme = () => echarts.registerTheme("xephang", {
    color: ["var(--accent)", "var(--c2)", "var(--c3)", "var(--c4)"], backgroundColor: "transparent",
    textStyle: { fontFamily: font }, legend: { textStyle: { color: "var(--ink-2)" } },
    categoryAxis: { ...axis, splitLine: { show: false } }, valueAxis: { ...axis, axisLine: { show: false } },
  });

  // What Go cannot say as data: number formats, and what a narrow screen leaves out.
  function dress(chart, width, alt) {
    const { kind, focus, option: o } = chart, say = number(chart.decimals), narrow = width < 560;
    const x = [].concat(o.xAxis)[0], y = [].concat(o.yAxis)[0], grid = [].concat(o.grid)[0];
    const text = echarts.format.encodeHTML;
    o.tooltip = { ...o.tooltip, confine: true, backgroundColor: "var(--paper)", borderColor: "var(--line)", textStyle: { color: "var(--ink)", fontFamily: font }, transitionDuration: 0 };
    o.aria.label.description = alt;
    for (const s of o.series) Object.assign(s, still, { emphasis: { disabled: true } });
    if (kind === "dots" || kind === "effects") {
      x.axisLabel = { ...x.axisLabel, formatter: (v) => short.format(v), hideOverlap: true };
      x.splitNumber = narrow ? 3 : 6;
      const room = Math.round(Math.min(290, width * 0.42));
      y.axisLabel = { ...y.axisLabel, interval: 0, width: room, overflow: "truncate", formatter: (name, i) => (i === focus ? "{own|" + name + "}" : name), rich: { own: { fontWeight: 700, color: "var(--ink)" } } };
      o.tooltip.formatter = (p) => text(p.name) + "<br>" + text(kind === "dots" ? "" : p.seriesName + " ") + "<b>" + say(p.value[0]) + "</b>";
    }
    if (kind === "dots") {
      const bars = o.series.filter((s) => s.type === "bar"), dot = o.series.find((s) => s.type !== "bar"), own = { fontWeight: 700, color: "var(--ink)" };
      const figures = dot.data.map((d) => d.value[0]);
      dot.z = 5;
      dot.label = { ...dot.label, show: !bars.length, formatter: (p) => say(p.value[0]), distance: 8 };
      if (focus >= 0) Object.assign(dot.data[focus], { itemStyle: { color: "var(--accent)" }, label: own });
      for (const s of bars) Object.assign(s, { silent: true, tooltip: { show: false } });
      if (bars.length) { // the score stands at the end of the range, where nothing lies under it
        const end = bars[bars.length - 1];
        end.label = { show: true, position: "right", distance: 10, color: "var(--ink-2)", formatter: (p) => say(figures[p.dataIndex]) };
        if (focus >= 0) Object.assign(end.data[focus], { label: own });
      }
      grid.right = o.series.some((s) => s.type === "line") ? 16 : 64; // brackets have their own room on the axis
    }
    if (kind === "spans") {
      for (const s of o.series) if (s.type === "bar") Object.assign(s, { silent: true, tooltip: { show: false } });
      y.axisLabel = { ...y.axisLabel, formatter: (v) => short.format(v) };
      if (narrow) for (const s of o.series) if (s.type !== "bar") for (const d of s.data) d.symbolSize = Math.min(d.symbolSize, s.data.length > 1 ? 1.5 : 9);
      o.tooltip.formatter = (p) => text(p.name) + "<br><b>" + say(p.value[1]) + "</b>";
    }
    if (kind === "effects") {
      Object.assign(o.legend, { selectedMode: false, orient: narrow ? "vertical" : "horizontal" });
      for (const s of o.series) if (s.type === "line") Object.assign(s, { silent: true, tooltip: { show: false }, z: 5 });
      o.tooltip.formatter = (p) => text(p.name) + "<br>" + text(p.seriesName) + " <b>" + say(p.value) + "</b>";
    }
    if (kind === "ranks") { // room above and below, but never a rank before the first
      const step = (v) => (v.max - v.min > 20 ? 10 : v.max - v.min > 5 ? 5 : 1);
      const room = (v) => Math.max(1, Math.ceil((v.max - v.min) * 0.15));
      y.min = (v) => Math.max(1, Math.floor((v.min - room(v)) / step(v)) * step(v));
      y.max = (v) => Math.ceil((v.max + room(v)) / step(v)) * step(v);
    }
    if (kind === "lines" || kind === "ranks") {
      y.axisLabel = { ...y.axisLabel, formatter: (v) => short.format(v), showMinLabel: true };
      o.tooltip.trigger = "axis";
      o.tooltip.order = kind === "ranks" ? "valueAsc" : "valueDesc";
      o.tooltip.valueFormatter = say;
      const many = o.series.length > 1;
      for (const s of o.series) {
        const own = s.lineStyle.width > 2;
        if (own) s.z = 5;
        if (many && (own || !narrow)) s.endLabel = { show: true, formatter: "{a}", color: own ? "var(--accent)" : "var(--ink-2)", fontWeight: own ? 700 : 400, fontSize: 12, distance: 8 };
        if (!many) s.label = { show: true, position: "top", formatter: (p) => say(p.value), color: "var(--ink)" };
      }
      if (many) grid.right = narrow ? 72 : Math.min(220, 32 + 6.6 * Math.max(...o.series.map((s) => s.name.length)));
      if (!many) Object.assign(grid, { top: 32, right: 24 });
    }
    return o;
  }

  // Names at the ends of lines are moved apart where they would lie on each other.
  function apart(c, series) {
    const ends = series.map((s, i) => {
      const v = s.data.map((d) => d.value).findLast((x) => typeof x === "number");
      return { i, y: s.endLabel && v !== undefined ? c.convertToPixel({ yAxisIndex: 0 }, v) : NaN };
    }).filter((e) => !isNaN(e.y)).sort((a, b) => a.y - b.y);
    const gap = 15, at = ends.map((e) => e.y);
    for (let n = 0; n < 60; n++)
      for (let k = 1; k < at.length; k++) {
        const lack = gap - (at[k] - at[k - 1]);
        if (lack > 0) { at[k - 1] -= lack / 2; at[k] += lack / 2; }
      }
    for (let k = 0; k < at.length; k++) at[k] = Math.max(at[k], k ? at[k - 1] + gap : 8); // none above the chart
    const moved = series.map(() => ({}));
    ends.forEach((e, k) => { moved[e.i] = { endLabel: { offset: [0, at[k] - e.y] } }; });
    return moved;
  }

  const paper = 660, flat = 130; // what an A4 page shows inside its margins, in CSS pixels, and how high it has lines of ranks
  let printing = false;

  function draw(box) {
    const data = document.getElementById(box.dataset.chart + "-so");
    if (!data || box.dataset.drawn) return;
    box.dataset.drawn = "1";
    const alt = box.getAttribute("aria-label");
    const c = echarts.init(box, "xephang", { renderer: "svg", locale: vi ? "VI" : "EN" });
    const fill = (width) => {
      const chart = JSON.parse(data.textContent), o = dress(chart, width, alt);
      c.setOption(o, true);
      if (chart.kind === "lines" || chart.kind === "ranks") c.setOption({ series: apart(c, o.series) });
    };
    let shown = 0;
    const high = box.style.height;
    const fit = (width) => {
      if (width === shown || width === 0) return;
      shown = width;
      c.resize({ width });
      fill(width);
    };
    const onPaper = () => {
      if (JSON.parse(data.textContent).kind === "ranks") box.style.height = flat + "px";
      shown = 0;
      c.resize({ height: box.clientHeight });
      fit(paper);
    };
    fit(box.clientWidth);
    new ResizeObserver(() => fit(box.clientWidth)).observe(box);
    addEventListener("beforeprint", onPaper);
    addEventListener("afterprint", () => {
      box.style.height = high;
      shown = 0;
      c.resize({ height: box.clientHeight });
      fit(box.clientWidth);
    });
    if (printing) onPaper();
  }

  function charts() {
    const boxes = [...document.querySelectorAll(".chart[data-chart]")];
    if (!boxes.length || typeof echarts === "undefined") return;
    theme();
    document.fonts.ready.then(() => {
      const seen = new IntersectionObserver((all) => {
        for (const e of all) if (e.isIntersecting) { seen.unobserve(e.target); draw(e.target); }
      }, { rootMargin: "300px" });
      boxes.forEach((b) => seen.observe(b));
    });
    addEventListener("beforeprint", () => { printing = true; boxes.forEach(draw); printing = false; });
  }

  // ---- tables ----
  const order = new Intl.Collator(vi ? "vi" : "en", { numeric: true });
  const valueOf = (cell) => (cell ? cell.dataset.v ?? cell.firstChild?.textContent.trim() ?? "" : "");
  const empty = (v) => v === "" || v === "–";
  const figure = /^[-−]?\d+(\.\d+)?$/;

  function compare(a, b) {
    if (figure.test(a) && figure.test(b)) return Number(a) - Number(b);
    return order.compare(a, b);
  }

  function sort(table, column, head) {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const h of head.parentNode.cells) h.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].map((row, i) => ({ row, i, v: valueOf(row.cells[column]) }));
    rows.sort((a, b) => {
      if (empty(a.v) || empty(b.v)) return empty(a.v) - empty(b.v) || a.i - b.i; // missing figures last, both ways
      return (down ? -1 : 1) * compare(a.v, b.v) || a.i - b.i;
    });
    table.tBodies[0].append(...rows.map((r) => r.row));
  }

  function sortable(table) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, column, head));
    });
  }

  // ---- filter: without accents, and exactly where accents are typed ----
  const exact = (s) => s.normalize("NFC").toLowerCase().trim();
  const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase().trim();

  function filterable(box) {
    const table = document.getElementById(box.dataset.filter);
    if (!table) return;
    const name = box.querySelector("input"), groups = [...box.querySelectorAll("select")], out = box.querySelector("output");
    const rows = [...table.tBodies[0].rows].map((row) => {
      const text = row.querySelector("th").textContent;
      return { row, exact: exact(text), plain: plain(text), keys: (row.dataset.g || "").split(" ") };
    });
    const apply = () => {
      const q = plain(name.value), typed = exact(name.value);
      let hits = rows.filter((r) => r.plain.includes(q));
      const marked = q === typed ? [] : hits.filter((r) => r.exact.includes(typed));
      if (marked.length) hits = marked;
      hits = hits.filter((r) => groups.every((g) => !g.value || r.keys.includes(g.value)));
      const shown = new Set(hits.map((r) => r.row));
      for (const r of rows) r.row.hidden = !shown.has(r.row);
      out.textContent = out.dataset.say.replace("{n}", hits.length + "/" + rows.length);
    };
    name.addEventListener("input", apply);
    groups.forEach((g) => g.addEventListener("change", apply));
    box.hidden = false;
    apply();
  }

  // ---- figures saved as images: the script that does it comes with the first press ----
  let saver;
  const save = (src, figure, kind) => {
    saver ??= new Promise((done) => {
      const s = document.createElement("script");
      s.src = src;
      s.onload = done;
      document.head.append(s);
    });
    saver.then(() => xephangSave(figure, kind));
  };

  function savable(place) {
    const figure = place.closest("figure");
    if (!figure.querySelector("svg, .chart[data-chart]")) return;
    place.textContent = place.dataset.label;
    for (const kind of ["PNG", "SVG"]) {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = kind;
      b.setAttribute("aria-label", place.dataset.as.replace("{kind}", kind));
      b.addEventListener("click", () => save(place.dataset.src, figure, kind));
      place.append(b);
    }
    place.hidden = false;
  }
  addEventListener("DOMContentLoaded", () => document.querySelectorAll(".save").forEach(savable));

  for (const b of document.querySelectorAll("[data-print]")) {
    b.hidden = false;
    b.addEventListener("click", () => print());
  }
  document.querySelectorAll("table[data-sort]").forEach(sortable);
  document.querySelectorAll("[data-filter]").forEach(filterable);
  charts();
})();
