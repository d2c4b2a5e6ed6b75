// What if the parts weighed otherwise? Walks one edition again with the reader's weights, in the same order of operations
// on the same doubles as the engine (stages/score mean.go and parts.go, stages/rank round.go and places.go), so that the
// published weights give the published ranks and any others give the engine's. The state stands in the address.
"use strict";
(() => {
  const box = document.getElementById("thu-trong-so");
  if (!box) return;
  const m = JSON.parse(document.getElementById("thu-so").textContent), say = m.say, en = document.documentElement.lang === "en";
  const $ = (s) => box.querySelector(s);

  // ---- the engine ----
  const rows = m.places.length;
  for (const n of m.nodes) if (n.scores) n.x = Float64Array.from(n.scores, (v) => (v === null ? NaN : v));
  const combined = m.nodes.filter((n) => n.parts).reverse(); // parts before wholes

  function mean(n, row) {
    let sum = 0, den = 0, low = Infinity, high = -Infinity, present = 0;
    for (let k = 0; k < n.parts.length; k++) {
      const part = m.nodes[n.parts[k]];
      let x = part.x[row];
      if (x === x) present++;
      else if (part.held?.includes(row)) return NaN;
      else if (!n.gaps?.[k] || part.spare?.includes(row)) continue;
      else if (n.gaps[k] === 2) return NaN;
      else x = 0;
      const w = n.now[k];
      if (w === 0) continue;
      sum += w * x;
      den += w;
      if (x < low) low = x;
      if (x > high) high = x;
    }
    if (present < (n.least || 0)) return NaN;
    const v = sum / den;
    return v < low ? low : v > high ? high : Number.isFinite(v) ? v : NaN;
  }

  const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
  function round(x, decimals) {
    if (decimals >= powers.length) return x;
    const y = Math.abs(x) * powers[decimals];
    if (!(y < 2 ** 50)) return x;
    let whole = Math.floor(y);
    if (y - whole >= 0.5 - Math.min(y * 2 ** -46, 1e-3)) whole++;
    return whole === 0 ? 0 : (Math.sign(x) * whole) / powers[decimals];
  }

  const out = new Set(m.out || []), block = (row) => (m.block ? m.block[row] : 0), less = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  function rank(scores) {
    const place = new Int32Array(rows), blocks = new Map();
    scores.forEach((s, row) => {
      const x = m.full ? s : round(s, m.decimals), b = block(row);
      if (x !== x || out.has(row)) return;
      if (!blocks.has(b)) blocks.set(b, []);
      blocks.get(b).push({ x, row });
    });
    for (const list of blocks.values()) {
      list.sort((a, b) => b.x - a.x || (m.codes ? less(m.codes[a.row], m.codes[b.row]) : 0));
      let at = 0;
      list.forEach((p, i) => {
        const equal = i > 0 && p.x === list[i - 1].x;
        if (m.ties === "dense") at += equal ? 0 : 1;
        else if (!equal || m.ties === "ordinal") at = i + 1;
        place[p.row] = at;
      });
    }
    return place;
  }

  function walk() {
    for (const n of combined) {
      n.x = new Float64Array(rows);
      for (let row = 0; row < rows; row++) n.x[row] = mean(n, row);
    }
    return { score: m.nodes[0].x, place: rank(m.nodes[0].x) };
  }

  // ---- words and figures ----
  const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (all, k) => (k in slots ? slots[k] : all));
  const join = (names) => (names.length < 2 ? names.join("") : names.slice(0, -1).join(say.comma) + say.and + names[names.length - 1]);
  function number(x, decimals) {
    if (x !== x) return "–";
    const [whole, part] = round(x, decimals).toFixed(decimals).split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, en ? "," : ".").replace("-", "−") + (part ? (en ? "." : ",") + part : "");
  }
  const exact = (w) => { // at most 15 digits, as the page writes weights
    const [whole, part] = String(Number(w.toPrecision(15))).split(".");
    return whole + (part ? (en ? "." : ",") + part : "");
  };

  // ---- weights: of a part, at its parent ----
  const parts = new Map();
  for (const n of combined) {
    n.now = n.weights.slice();
    n.parts.forEach((p, k) => parts.set(m.nodes[p].id, { n, k, own: n.weights[k] }));
  }
  const controls = [];
  function build(n, into) { // a node with one part has nothing to weigh
    for (const p of (n.parts || []).map((p) => m.nodes[p])) {
      let below = into;
      if (n.parts.length > 1) {
        const e = document.getElementById("mot-trong-so").content.firstElementChild.cloneNode(true);
        const [label, slider, input, share] = e.children;
        e.dataset.node = p.id;
        input.id = label.htmlFor = "w-" + p.id;
        label.textContent = p.name;
        if (p.full) label.append(" ", Object.assign(document.createElement("small"), { textContent: p.full }));
        Object.assign(slider, { max: n.most, step: n.step, ariaLabel: fill(say.drag, { node: p.name }) });
        input.ariaLabel = fill(say.weight, { node: p.name });
        into.append(e);
        controls.push({ slider, input, share, ...parts.get(p.id) });
        if (p.parts?.length > 1) {
          const d = document.createElement("details");
          d.append(Object.assign(document.createElement("summary"), { textContent: fill(say.below, { node: p.name, n: p.parts.length }) }), (below = document.createElement("div")));
          into.append(d);
        }
      }
      build(p, below);
    }
  }
  build(m.nodes[0], document.getElementById("cac-trong-so"));
  const weightOf = (p) => p.n.now[p.k];
  const sumOf = (n) => n.now.reduce((a, b) => a + b, 0);

  function parse(text) {
    const t = text.trim().replace(",", ".");
    return /^\d*\.?\d+$|^\d+\.$|^\d+(\.\d+)?e[-+]?\d+$/i.test(t) && Number.isFinite(Number(t)) ? Number(t) : NaN;
  }

  // ---- the address: #w=osi:2,tii:0.5 names the weights that are not the published ones ----
  const hash = () => {
    const list = [...parts].filter(([, p]) => weightOf(p) !== p.own).map(([id, p]) => encodeURIComponent(id) + ":" + weightOf(p));
    return list.length ? "#w=" + list.join(",") : "";
  };
  const stripped = () => location.href.replace(/#.*$/, "");

  function read() {
    const wrong = [];
    for (const p of parts.values()) p.n.now[p.k] = p.own;
    const text = location.hash.startsWith("#w=") ? location.hash.slice(3) : "";
    for (const pair of text.split(",").filter(Boolean)) {
      let [id, w] = pair.split(":");
      try { id = decodeURIComponent(id); } catch { /* stays as it is */ }
      const p = parts.get(id), value = parse(w || "");
      if (p && value === value) p.n.now[p.k] = value;
      else wrong.push(pair);
    }
    for (const n of combined) {
      if (sumOf(n) > 0) continue;
      n.now = n.weights.slice();
      wrong.push(n.parts.map((p) => m.nodes[p].id + ":0").join(","));
    }
    return wrong;
  }

  // ---- the page ----
  const table = document.getElementById("ket-qua"), lines = [...table.tBodies[0].rows];
  const names = lines.map((r) => r.querySelector("th").firstChild.textContent);
  const first = (place, row) => place[row] > 0 && place[row] <= m.top;

  function told(place, b) {
    const mine = [...place.keys()].filter((r) => block(r) === b);
    const by = (p) => mine.filter((r) => first(p, r)).sort((x, y) => p[x] - p[y] || x - y);
    const now = by(place), was = by(m.places), called = (list) => join(list.map((r) => names[r]));
    const come = now.filter((r) => !first(m.places, r)), gone = was.filter((r) => !first(place, r));
    const key = come.length ? (gone.length ? "inout" : "in") : gone.length ? "out" : now.every((r) => place[r] === m.places[r]) ? "same" : "order";
    let s = fill(say[key], { units: called(come.length ? come : gone.length ? gone : now), out: called(gone) });
    const both = mine.filter((r) => place[r] && m.places[r]), moved = both.filter((r) => place[r] !== m.places[r]);
    const far = (r) => Math.abs(place[r] - m.places[r]);
    const most = moved.reduce((a, r) => (a < 0 || far(r) > far(a) ? r : a), -1);
    s += " " + (most < 0 ? say.still : fill(say.moved, { n: number(moved.length, 0), of: number(both.length, 0), most: number(far(most), 0), unit: names[most] }));
    const f = m.focus;
    if (f >= 0 && mine.includes(f) && place[f] && m.places[f])
      s += " " + fill(place[f] === m.places[f] ? say.stays : say.focus, { unit: names[f], from: number(m.places[f], 0), to: number(place[f], 0) });
    return m.blocks ? fill(say.block, { block: m.blocks[b], says: s }) : s;
  }

  function write(cell, text, value, tone) {
    if (cell.firstChild.data === text && cell.dataset.v === String(value)) return;
    cell.firstChild.data = text;
    cell.dataset.v = value;
    if (tone) cell.className = tone;
  }

  function show({ score, place }) {
    const points = (r) => (score[r] === score[r] ? score[r] : -Infinity), last = (r) => place[r] || Infinity;
    lines.forEach((tr, row) => {
      const c = tr.cells, now = place[row], was = m.places[row], by = was - now;
      write(c[0], now ? number(now, 0) : "–", now || "");
      write(c[2], number(score[row], m.decimals), score[row] === score[row] ? round(score[row], m.decimals) : "");
      if (!now || !was) write(c[4], "–", "", "quiet");
      else write(c[4], by ? (by > 0 ? "▲ " : "▼ ") + fill(by > 0 ? say.up : say.down, { n: number(Math.abs(by), 0) }) : "=", by, by > 0 ? "up" : by < 0 ? "down" : "same");
    });
    const order = lines.map((_, i) => i).sort((a, b) => less(block(a), block(b)) || less(last(a), last(b)) || less(points(b), points(a)) || a - b);
    const body = table.tBodies[0];
    if (order.some((i, k) => body.rows[k] !== lines[i])) body.append(...order.map((i) => lines[i]));
    for (const h of table.tHead.rows[0].cells) h.removeAttribute("aria-sort");
    const blocks = [...new Set(lines.map((_, r) => block(r)))].sort(less);
    $(".outcome").textContent = (hash() ? "" : say.published + " ") + blocks.map((b) => told(place, b)).join(" ");
  }

  const buttons = box.querySelectorAll("[data-preset]");
  const wanted = (b, id, p) => m.presets[b.dataset.preset]?.[id] ?? p.own; // a part's weight in a preset

  function dress(except) {
    for (const c of controls) {
      const w = weightOf(c), sum = sumOf(c.n), share = number((w / sum) * 100, 1) + say.percent;
      if (c.input !== except) c.input.value = exact(w);
      c.input.removeAttribute("aria-invalid");
      c.slider.value = w;
      c.share.textContent = share;
      c.slider.setAttribute("aria-valuetext", fill(say.slider, { weight: exact(w), share, node: c.n.name }));
    }
    for (const b of buttons) b.setAttribute("aria-pressed", [...parts].every(([id, p]) => wanted(b, id, p) === weightOf(p)));
    $("#dia-chi").value = stripped() + hash();
    $("#da-chep").textContent = "";
  }

  const wrong = $(".wrong");
  const complain = (text) => { wrong.textContent = text; wrong.hidden = !text; };

  let later = 0; // browsers allow only so many changes of the address in a row
  const note = () => {
    clearTimeout(later);
    later = 0;
    if (location.hash !== hash()) try { history.replaceState(null, "", hash() || stripped()); } catch { location.hash = hash(); }
  };
  function update(except, message) {
    dress(except);
    show(walk());
    complain(message || "");
    later ||= setTimeout(note, 150);
  }

  function set(c, value, except) {
    const before = weightOf(c);
    c.n.now[c.k] = value;
    if (sumOf(c.n) > 0) return update(except);
    c.n.now[c.k] = before; // the last weights that could be used stay
    c.input.setAttribute("aria-invalid", "true");
    complain(fill(say.zero, { node: c.n.name }));
  }

  for (const c of controls) {
    c.slider.addEventListener("input", () => set(c, Number(c.slider.value)));
    c.input.addEventListener("input", () => {
      const w = parse(c.input.value);
      if (w === w) return set(c, w, c.input);
      c.input.setAttribute("aria-invalid", "true");
      complain(fill(say.bad, { text: c.input.value }));
    });
    c.input.addEventListener("change", () => { if (c.input.getAttribute("aria-invalid")) update(); else dress(); });
    c.slider.addEventListener("change", () => dress());
  }
  for (const b of buttons)
    b.addEventListener("click", () => {
      for (const [id, p] of parts) p.n.now[p.k] = wanted(b, id, p);
      update();
    });
  $("#chep").addEventListener("click", async () => {
    const field = $("#dia-chi");
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    $("#da-chep").textContent = say.copied;
  });
  const restore = () => {
    const left = read();
    update(null, left.length ? fill(say.left, { text: left.join(", ") }) : "");
    for (const c of controls) if (weightOf(c) !== c.own) for (let d = c.slider.closest("details"); d; d = d.parentNode.closest("details")) d.open = true;
  };
  addEventListener("hashchange", () => { if (location.hash !== hash()) restore(); });
  restore();
  box.hidden = false;
})();
