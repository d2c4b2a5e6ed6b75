// The search box of every page, and the page of the search. The index is a script of its own, asked for when the box is
// first used. Names are compared without accents; a name that has the very accents that were typed comes first, then
// names that begin with what was typed, then names that hold it.
"use strict";
(() => {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const like = { "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "ƣ": "ư", "Ƣ": "Ư" };
  const alike = (s) => s.replace(/[ÐðƉɖƣƢ]/g, (c) => like[c]).replace(/\p{Cf}/gu, "");
  const words = (s) => s.replace(/&/g, " và ").split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).map((w) => (w === "and" ? "và" : w));
  const folded = (s) => words(alike(s).normalize("NFC").toLowerCase().normalize("NFC"));
  const bare = (w) => w.replace(/đ/g, "d").normalize("NFD").replace(/\p{Mn}/gu, "");

  // What names share without accents: the words, lower case, no marks, đ as d.
  const plain = (s) => folded(s).map(bare).join(" ");
  // With accents, the tone of each word at its end, so that hòa and hoà are one.
  const toned = (s) => folded(s).map((w) => { const d = w.normalize("NFD"); return d.replace(tones, "") + (d.match(tones) || []).join(""); }).join(" ");
  const exact = (s) => folded(s).join(" ");

  // How well a name fits: 0 is it, 1 begins with it, 2 has a word that does, 3 holds it, 4 has all its words; −1 does not.
  function fits(name, query) {
    if (name === query) return 0;
    if (name.startsWith(query)) return 1;
    if ((" " + name).includes(" " + query)) return 2;
    if (name.includes(query)) return 3;
    return query.includes(" ") && query.split(" ").every((w) => (" " + name).includes(" " + w)) ? 4 : -1;
  }

  const form = (text) => ({ text, plain: plain(text), exact: exact(text), toned: toned(text) });
  let entries = null;
  function prepare() {
    if (entries || typeof xephangIndex === "undefined") return entries;
    entries = xephangIndex.entries.map(([name, href, sort, note = "", also = []]) => ({ name, href, note, sort: xephangIndex.sorts[sort], forms: [name, ...also].map(form) }));
    return entries;
  }

  // The entries that fit, the best first; of equals the order of the index.
  function find(typed, most) {
    const q = form(typed);
    if (!q.plain || !prepare()) return [];
    const marked = q.exact !== q.plain, hits = [];
    entries.forEach((e, order) => {
      let best = Infinity, by = null;
      e.forms.forEach((f, i) => {
        const at = fits(f.plain, q.plain);
        if (at < 0) return;
        const same = !marked || fits(f.exact, q.exact) >= 0 || fits(f.toned, q.toned) >= 0;
        const score = (same ? 0 : 100) + at * 10 + (i ? 5 : 0);
        if (score < best) [best, by] = [score, i ? f.text : ""];
      });
      if (by !== null) hits.push({ ...e, best, order, by });
    });
    return hits.sort((a, b) => a.best - b.best || a.order - b.order).slice(0, most);
  }

  const element = (name, text, set = {}) => { const e = Object.assign(document.createElement(name), set); e.textContent = text; return e; };
  const about = (hit) => [hit.by, hit.sort, hit.note].filter(Boolean).join(" · ");

  const box = document.querySelector("[data-find]");
  if (!box) return;
  const { find: source, root } = box.dataset;
  let asked = null;
  const load = () => asked ??= new Promise((done) => {
    const s = document.createElement("script");
    s.src = source;
    s.onload = done;
    document.head.append(s);
  });

  // ---- the box in the header: a combobox with a list, as the ARIA practices describe it ----
  const input = box.querySelector("input"), list = box.querySelector("[role=listbox]"), status = box.querySelector("[role=status]");
  const page = (q) => root + "tim-kiem.html#q=" + encodeURIComponent(q);
  let at = -1;
  const options = () => [...list.children];

  function mark(i) {
    const all = options();
    at = i < 0 || !all.length ? -1 : i % all.length;
    all.forEach((o, k) => o.setAttribute("aria-selected", String(k === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function show() {
    const hits = find(input.value, 10);
    list.replaceChildren(...hits.map((hit, i) => {
      const o = element("a", "", { id: "tim-" + i, href: root + hit.href, tabIndex: -1 });
      o.setAttribute("role", "option");
      o.append(element("b", hit.name), " ", element("small", about(hit)));
      return o;
    }));
    mark(-1);
    const typed = plain(input.value) !== "";
    status.textContent = !typed ? "" : hits.length ? status.dataset.say.replace("{n}", hits.length) : status.dataset.none;
    status.classList.toggle("vh", !typed || hits.length > 0);
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  input.addEventListener("focus", () => load().then(() => { if (input.value) show(); }));
  input.addEventListener("input", () => load().then(show));
  input.addEventListener("keydown", (e) => {
    const n = options().length;
    if (e.isComposing) return; // the keys belong to the input method
    if (e.key === "ArrowDown" && n && !list.hidden) mark(at + 1);
    else if (e.key === "ArrowDown") load().then(show);
    else if (e.key === "ArrowUp" && n) mark(at <= 0 ? n - 1 : at - 1);
    else if (e.key === "Enter" && input.value.trim()) location.href = at >= 0 ? options()[at].href : page(input.value.trim());
    else if (e.key === "Escape" && !list.hidden) close();
    else if (e.key === "Escape") input.value = "";
    else return;
    e.preventDefault();
  });
  box.addEventListener("focusout", (e) => { if (!box.contains(e.relatedTarget)) close(); });

  addEventListener("keydown", (e) => {
    const field = e.target.closest?.("input, textarea, select, [contenteditable]");
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || field) return;
    e.preventDefault();
    input.focus();
    input.select();
  });

  // ---- the page of the search: its words stand in the address, after # ----
  const hunt = document.querySelector(".hunt");
  if (!hunt) return;
  const field = hunt.querySelector("input"), found = hunt.querySelector("ol"), says = hunt.querySelector("[role=status]"), az = document.querySelector(".az");
  const inHash = () => new URLSearchParams(location.hash.replace(/^#\??/, "")).get("q");

  function all() {
    const hits = find(field.value, 200), typed = plain(field.value) !== "";
    found.replaceChildren(...hits.map((hit) => {
      const li = element("li", "");
      li.append(element("a", hit.name, { href: root + hit.href }), " ", element("small", about(hit)));
      return li;
    }));
    says.textContent = !typed ? "" : hits.length ? says.dataset.say.replace("{n}", hits.length) : says.dataset.none;
    az.hidden = typed;
  }

  function read() {
    const q = inHash();
    if (q === null) return;
    field.value = q;
    load().then(all);
  }

  hunt.hidden = false;
  field.addEventListener("focus", load);
  field.addEventListener("input", () => load().then(() => {
    all();
    history.replaceState(null, "", field.value ? "#q=" + encodeURIComponent(field.value) : location.pathname);
  }));
  addEventListener("hashchange", read);
  read();
})();
