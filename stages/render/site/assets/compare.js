// Sets two to four units side by side: tables, bars by part, ranks over the editions. The page's tables hold the first
// comparison without this script; the state stands in the address.
"use strict";
(() => {
  const box = document.getElementById("chon");
  if (!box) return;
  const m = JSON.parse(document.getElementById("so-sanh-so").textContent), say = m.say, en = document.documentElement.lang === "en";
  const colour = (i) => "var(--" + ["accent", "c2", "c3", "c4"][i] + ")", dashes = ["", "7 3", "2 3", "9 3 2 3"];

  // ---- words and figures ----
  const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (all, k) => (k in slots ? slots[k] : all));
  const join = (names) => (names.length < 2 ? names.join("") : names.slice(0, -1).join(say.comma) + say.and + names[names.length - 1]);
  const nameOf = (u) => m.units[u].n;
  const decimals = (s) => (s.split(".")[1] || "").length;
  function dress(plain) {
    if (plain === "") return "–";
    const [whole, part] = plain.split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, en ? "," : ".").replace("-", "−") + (part ? (en ? "." : ",") + part : "");
  }
  function rounded(x, d) { // as the tables round: a half goes away from zero, in spite of binary fractions
    const y = Math.abs(x) * 10 ** d, whole = Math.floor(y);
    const up = y - whole >= 0.5 - Math.min(y * 2 ** -46, 1e-3) ? whole + 1 : whole;
    return up === 0 ? 0 : (Math.sign(x) * up) / 10 ** d;
  }
  function gap(n, u, from) {
    const a = n.s[u], b = n.s[from];
    if (a === "" || b === "") return null;
    const d = Math.max(decimals(a), decimals(b)), x = rounded(a - b, d), plain = x.toFixed(d);
    return { x, plain, text: (x > 0 ? "+" : "") + dress(plain) };
  }

  // ---- elements ----
  const el = (name, attributes, ...inside) => {
    const e = document.createElement(name);
    for (const k in attributes) if (attributes[k]) e.setAttribute(k, attributes[k]);
    e.append(...inside);
    return e;
  };
  const shape = (svg, name, attributes, text) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const k in attributes) e.setAttribute(k, attributes[k]);
    if (text !== undefined) e.textContent = text;
    svg.append(e);
  };
  const small = (text) => el("small", {}, text);
  const relay = (id, heads, rows) => {
    const t = document.getElementById(id);
    t.tHead.replaceChildren(el("tr", {}, ...heads.map((h, i) => el("th", { scope: "col", class: i && "num" }, h))));
    t.tBodies[0].replaceChildren(...rows);
    t.parentNode.classList.toggle("wide", heads.length > 9);
    t.parentNode.classList.toggle("slim", heads.length === 2);
    return t;
  };

  function score(n, u) {
    const s = n.s[u], r = n.r[u];
    if (s === "") return el("td", { class: "num quiet" }, r ? fill(say.rank, { rank: r }) : "–");
    return el("td", { class: "num" }, dress(s), ...(r ? [small(" (" + dress(String(r)) + ")")] : []));
  }

  function tables(units) {
    const heads = [say.node], first = nameOf(units[0]);
    units.forEach((u, i) => heads.push(nameOf(u), ...(i ? [fill(say.gap, { unit: first })] : [])));
    const t = relay("chenh-lech", heads, m.nodes.map((n) => {
      const th = el("th", { scope: "row", class: n.d && "in" + Math.min(n.d, 5) }, n.n, ...(n.f ? [small(" " + n.f)] : [])), cells = [];
      units.forEach((u, i) => {
        cells.push(score(n, u));
        const g = i ? gap(n, u, units[0]) : null;
        if (i) cells.push(el("td", { class: "num " + (g ? (g.x > 0 ? "up" : g.x < 0 ? "down" : "same") : "quiet") }, g ? g.text : "–"));
      });
      return el("tr", {}, th, ...cells);
    }));
    t.caption.textContent = fill(say.table, { unit: first });
    if (!m.places) return;
    relay("hang-qua-cac-ky", [say.edition, ...units.map(nameOf)], m.editions.map((id, i) => el("tr", { class: i === m.here && "me" }, el("th", { scope: "row" }, id),
      ...units.map((u) => el("td", { class: "num" }, m.places[u][i] ? dress(String(m.places[u][i])) : "–")))).reverse());
  }

  // ---- figures ----
  function panel(svg, n, units, x, y, width) {
    shape(svg, "text", { x, y: y + 14, class: "h" }, n.n);
    units.forEach((u, i) => {
      const at = y + 37 + i * 34, s = n.s[u], r = n.r[u];
      const bar = (width, fill) => shape(svg, "rect", { x, y: at + 5, width, height: 8, rx: 2, fill });
      shape(svg, "text", { x, y: at }, clip(nameOf(u), (width - 96) / 7));
      shape(svg, "text", { x: x + width, y: at, class: "v" }, s === "" ? (r ? fill(say.rank, { rank: r }) : "–") : dress(s) + (r ? " (" + r + ")" : ""));
      bar(width, "var(--wash)");
      if (s !== "") bar(Math.max(1, (width * Math.max(0, s)) / (n.top || 1)), colour(i));
    });
  }
  const clip = (s, most) => (s.length > most ? s.slice(0, Math.max(1, most - 1)).trimEnd() + "…" : s);

  function bars(svg, units, width) {
    const shown = m.nodes.filter((n) => n.d <= 1 && units.some((u) => n.s[u] !== "" || n.r[u])).slice(0, 12);
    const across = Math.max(1, Math.min(shown.length, Math.floor((width + 32) / 280))), each = (width - (across - 1) * 32) / across, tall = 34 * units.length + 44;
    shown.forEach((n, i) => panel(svg, n, units, (i % across) * (each + 32), Math.floor(i / across) * tall, each));
    return Math.ceil(shown.length / across) * tall;
  }

  function lines(svg, units, width) {
    const all = units.flatMap((u) => m.places[u]).filter(Boolean), last = m.editions.length - 1, breaks = m.breaks || [];
    if (!all.length) return 0;
    const height = 320, left = 36, right = width - Math.min(190, width * 0.36), top = 24, bottom = height - 32, step = (right - left) / Math.max(1, last);
    const low = Math.min(...all), high = Math.max(...all, low + 1), X = (i) => left + step * i, Y = (r) => top + ((bottom - top) * (r - low)) / (high - low);
    for (const r of new Set([low, Math.round((low + high) / 2), high])) {
      shape(svg, "line", { x1: left, x2: right, y1: Y(r), y2: Y(r), stroke: "var(--line)" });
      shape(svg, "text", { x: left - 10, y: Y(r) + 4, class: "e" }, r);
    }
    m.editions.forEach((id, i) => {
      if ((last - i) % Math.ceil(44 / step) === 0) shape(svg, "text", { x: X(i), y: height - 8, class: "m" }, id);
    });
    for (const i of breaks) shape(svg, "line", { x1: X(i - 0.5), x2: X(i - 0.5), y1: top - 8, y2: bottom + 8, stroke: "var(--ink-3)", "stroke-dasharray": "3 3" });
    const ends = [];
    units.forEach((u, k) => {
      let d = "", on = false, end;
      m.places[u].forEach((r, i) => {
        on = on && r && !breaks.includes(i);
        if (!r) return;
        d += (on ? "L" : "M") + X(i).toFixed(1) + " " + Y(r).toFixed(1);
        on = true;
        end = { k, y: Y(r), text: r + " " + nameOf(u) };
        shape(svg, "circle", { cx: X(i), cy: Y(r), r: 3.5, fill: colour(k) });
      });
      if (!end) return;
      shape(svg, "path", { d, fill: "none", stroke: colour(k), "stroke-width": k ? 2 : 3, "stroke-dasharray": dashes[k] });
      ends.push(end);
    });
    ends.sort((a, b) => a.y - b.y || a.k - b.k);
    for (let n = 0; n < 40; n++)
      for (let i = 1; i < ends.length; i++) {
        const lack = Math.max(0, 16 - (ends[i].y - ends[i - 1].y)) / 2;
        ends[i - 1].y -= lack;
        ends[i].y += lack;
      }
    for (const e of ends) shape(svg, "text", { x: right + 12, y: e.y + 4, fill: colour(e.k), class: e.k ? "" : "b" }, clip(e.text, (width - right - 12) / 6.6));
    return height;
  }

  function barTitle(units) {
    let best = 0, of = 0;
    for (const n of m.nodes.filter((n) => n.part)) {
      const gaps = units.slice(1).map((u) => gap(n, u, units[0]));
      if (gaps.some((g) => !g)) continue;
      of++;
      if (gaps.every((g) => g.x < 0)) best++;
    }
    return of ? fill(say.bars, { unit: nameOf(units[0]), n: best, of }) : say.barsPlain;
  }
  function lineTitle(units) {
    const here = units.filter((u) => m.places[u][m.here]), place = Math.min(...here.map((u) => m.places[u][m.here]));
    return here.length ? fill(say.lines, { units: join(here.filter((u) => m.places[u][m.here] === place).map(nameOf)), rank: dress(String(place)) }) : say.linesPlain;
  }

  function figure(id, title, alt, paint, units) {
    const f = document.getElementById(id);
    if (!f) return;
    const frame = f.querySelector(".plain"), svg = frame.querySelector("svg"), width = frame.clientWidth || 600;
    f.querySelector(".msg").textContent = title;
    svg.replaceChildren();
    const height = paint(svg, units, width);
    const size = { width, height, viewBox: "0 0 " + width + " " + height, "aria-label": fill(alt, { title }) };
    for (const k in size) svg.setAttribute(k, size[k]);
    f.hidden = !height;
  }
  function figures(units) {
    figure("thanh-phan", barTitle(units), say.altBars, bars, units);
    if (m.places) figure("qua-cac-ky", lineTitle(units), say.altLines, lines, units);
  }

  // ---- choice and address ----
  const picks = [...box.querySelectorAll("select")], wrong = box.querySelector(".wrong"), now = box.querySelector("[role=status]");
  const sorted = m.units.map((_, i) => i).sort(((c) => (a, b) => c.compare(nameOf(a), nameOf(b)) || a - b)(new Intl.Collator(en ? "en" : "vi", { numeric: true })));
  picks.forEach((s, i) => {
    if (i > 1) s.append(el("option", { value: "-" }, say.none));
    s.append(...sorted.map((u) => el("option", { value: String(u) }, nameOf(u))));
  });
  const complain = (text) => { wrong.textContent = text; wrong.hidden = !text; };
  let shown = [];

  function show(units, message) {
    if (units.join() !== shown.join()) {
      shown = units;
      tables(units);
      figures(units);
      document.querySelector("h1").textContent = fill(say.title, { units: join(units.map(nameOf)) });
      now.textContent = fill(say.now, { units: join(units.map(nameOf)) });
    }
    picks.forEach((s, i) => { s.value = i < units.length ? String(units[i]) : "-"; });
    complain(message || "");
  }

  function read() {
    const keys = location.hash.startsWith("#u=") ? location.hash.slice(3).split(",").filter(Boolean) : [];
    const found = keys.map((k) => m.units.findIndex((u) => u.k === k)), lost = keys.filter((_, i) => found[i] < 0);
    const units = [...new Set(found.filter((u) => u >= 0))].slice(0, picks.length);
    if (units.length === 1) units.push(...m.first.filter((u) => u !== units[0]).slice(0, 1));
    show(units.length > 1 ? units : m.first, lost.length ? fill(say.left, { units: lost.join(", ") }) : "");
  }
  picks.forEach((s) => s.addEventListener("change", () => {
    const units = [...new Set(picks.map((p) => p.value).filter((v) => v !== "-").map(Number))];
    if (units.length < 2) return complain(say.two);
    show(units);
    const hash = "#u=" + units.map((u) => m.units[u].k).join(",");
    try { history.replaceState(null, "", hash); } catch { location.hash = hash; }
  }));
  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#u=")) read();
  });
  let wide = 0;
  const fit = (w) => { if (w && w !== wide) { wide = w; figures(shown); } };
  read();
  box.hidden = false;
  const frame = document.querySelector("#thanh-phan .plain");
  new ResizeObserver(() => fit(frame.clientWidth)).observe(frame);
  document.fonts.ready.then(() => figures(shown));
})();
