// Saves a figure as an image: its message, what is drawn and its source, in light colours whatever the screen shows.
// Nothing is fetched: the drawing is copied out of the page. app.js asks for this file at the first press of a button.
"use strict";
(() => {
  const wide = 16, line = 1.45;
  const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-opacity", "opacity", "font-family", "font-size", "font-weight",
    "text-anchor", "dominant-baseline", "letter-spacing", "visibility", "display", "vector-effect"];
  const xml = "http://www.w3.org/2000/svg";

  const make = (name, attributes, text) => {
    const e = document.createElementNS(xml, name);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    if (text) e.textContent = text;
    return e;
  };

  // Text broken into lines that fit a width.
  const pen = document.createElement("canvas").getContext("2d");
  function lines(text, font, width) {
    pen.font = font;
    const out = [];
    for (const word of text.split(/ +/)) {
      const longer = out.length ? out[out.length - 1] + " " + word : word;
      if (out.length && pen.measureText(longer).width <= width) out[out.length - 1] = longer;
      else out.push(word);
    }
    return out;
  }

  // The look that style sheets give becomes part of the drawing; classes are left behind.
  function freeze(from, to) {
    const style = getComputedStyle(from);
    for (const k of kept) {
      const v = style.getPropertyValue(k);
      if (v && v !== "none" || k === "fill" || k === "display") to.setAttribute(k, v);
    }
    for (const a of ["style", "class", "tabindex"]) to.removeAttribute(a);
    for (let i = 0; i < from.children.length; i++) freeze(from.children[i], to.children[i]);
  }

  // One drawing of the whole figure.
  function compose(figure) {
    const light = figure.cloneNode(true);
    light.classList.add("light", "aside");
    light.removeAttribute("id");
    light.setAttribute("aria-hidden", "true");
    figure.after(light); // beside the figure, so that the same rules of the style sheet hold
    try {
      const from = light.querySelector("svg"), seen = figure.querySelector("svg").getBoundingClientRect();
      const ink = getComputedStyle(light), font = ink.fontFamily;
      const drawing = from.cloneNode(true);
      freeze(from, drawing);
      const colour = (name) => ink.getPropertyValue(name).trim();
      const width = Math.max(seen.width, 480) + 2 * wide;
      const words = (s) => (light.querySelector(s)?.textContent || "").trim();
      const all = [];
      let y = wide;
      const say = (text, size, weight, fill) => {
        for (const l of text ? lines(text, weight + " " + size + "px " + font, width - 2 * wide) : []) {
          y += size * line;
          all.push(make("text", { x: wide, y: y - size * 0.35, "font-family": font, "font-size": size, "font-weight": weight, fill }, l));
        }
      };
      say(words(".msg"), 18, 600, colour("--ink"));
      say(words("figcaption .sub"), 14, 400, colour("--ink-2"));
      y += 12;
      for (const [k, v] of Object.entries({ x: wide, y, width: seen.width, height: seen.height, xmlns: xml })) drawing.setAttribute(k, v);
      if (!drawing.hasAttribute("viewBox")) drawing.setAttribute("viewBox", "0 0 " + seen.width + " " + seen.height);
      all.push(drawing);
      y += seen.height + 8;
      say(words(".figfoot .from"), 12, 400, colour("--ink-3"));
      if (location.protocol.startsWith("http")) say(location.href.replace(/#.*/, "") + "#" + figure.id, 12, 400, colour("--ink-3"));
      const svg = make("svg", { xmlns: xml, width, height: Math.ceil(y + wide), viewBox: "0 0 " + width + " " + Math.ceil(y + wide), role: "img", "aria-label": words(".msg") });
      svg.append(make("rect", { width: "100%", height: "100%", fill: colour("--paper") }), ...all);
      return { text: '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg), width, height: Math.ceil(y + wide) };
    } finally {
      light.remove();
    }
  }

  function offer(blob, name) {
    const a = document.createElement("a");
    a.href = URL.createObjectURL(blob);
    a.download = name;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 60000);
  }

  function raster(drawing, done) {
    const picture = new Image(), scale = 2;
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = drawing.width * scale;
      canvas.height = drawing.height * scale;
      const c = canvas.getContext("2d");
      c.scale(scale, scale);
      c.drawImage(picture, 0, 0, drawing.width, drawing.height);
      canvas.toBlob(done, "image/png");
    };
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawing.text);
  }

  // A chart that was not scrolled to is drawn first.
  function drawn(figure, then, tries = 80) {
    if (figure.querySelector("svg path, svg rect, svg circle, svg line, svg text")) return then();
    if (tries === 80) figure.querySelector(".chart")?.scrollIntoView({ block: "nearest" });
    if (tries) setTimeout(() => drawn(figure, then, tries - 1), 100);
  }

  window.xephangSave = (figure, kind) => drawn(figure, () => {
    const d = compose(figure), name = (location.pathname.split("/").pop() || "index.html").replace(/\.html$/, "") + "." + figure.id;
    if (kind === "SVG") offer(new Blob([d.text], { type: "image/svg+xml" }), name + ".svg");
    else raster(d, (blob) => offer(blob, name + ".png"));
  });
})();
