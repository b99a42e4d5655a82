// Additions to pictures: saving each as a file, and zooming, labeling and animating the map.
"use strict";

(() => {
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const SHOWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "paint-order", "r"];
const SVG = "http://www.w3.org/2000/svg";

function button(words, press) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "quiet", textContent: words });
  made.addEventListener("click", press);
  return made;
}

// Return the background color of a picture, which is dark in a dark page.
function ground(of) {
  for (let at = of; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== "rgba(0, 0, 0, 0)") return color;
  }
  return "#fff";
}

// Return a copy of a picture that needs no style sheet: its styles become attributes.
function alone(svg) {
  const copy = svg.cloneNode(true), box = svg.viewBox.baseVal, from = all("*", svg);
  for (const [n, one] of all("*", copy).entries()) {
    const look = getComputedStyle(from[n]);
    if (look.display === "none" && !from[n].closest("defs")) one.dataset.unseen = "";
    for (const name of SHOWN) if (look[name] && look[name] !== "none" || ["fill", "stroke"].includes(name)) one.setAttribute(name, look.getPropertyValue(name));
  }
  for (const one of all("[data-unseen]", copy)) one.remove();
  const said = told(svg, box), high = box.height + said.above + said.below;
  const size = { width: 2 * box.width, height: 2 * high, viewBox: `${box.x} ${box.y - said.above} ${box.width} ${high}`, xmlns: SVG };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, value);
  copy.removeAttribute("style");
  copy.prepend(drawn("rect", { x: box.x, y: box.y - said.above, width: box.width, height: high, fill: ground(svg) }));
  copy.append(...said.parts);
  return copy;
}

function drawn(name, look, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(look)) made.setAttribute(key, value);
  made.textContent = words;
  return made;
}

// Add to a picture what it needs in a file: its title above it, and the key and its source below it.
function told(svg, box) {
  const frame = svg.closest("figure, .map"), size = box.width / 46, ink = getComputedStyle(document.body).color;
  const title = (frame.querySelector("figcaption strong") || document.querySelector("h1")).textContent.replace(/[.]$/, "");
  const words = { "font-family": "sans-serif", fill: ink, stroke: "none", x: box.x + size / 2 };
  const parts = [drawn("text", { ...words, y: box.y - size * 0.7, "font-size": size, "font-weight": "bold" }, title)];
  let y = box.y + box.height + size;
  for (const item of all(".key li", frame)) {
    const look = getComputedStyle(item.querySelector("rect"));
    parts.push(drawn("rect", { x: box.x + size / 2, y: y - size * 0.6, width: size, height: size * 0.7, fill: look.fill, stroke: look.stroke }));
    parts.push(drawn("text", { ...words, x: box.x + size * 2, y, "font-size": size * 0.8 }, item.textContent.trim().replace(/\s+/g, " ")));
    y += size * 1.2;
  }
  const unit = frame.querySelector("figcaption strong")?.nextSibling?.textContent.trim();
  for (const line of [unit, `mnna ${location.href}`].filter(Boolean)) {
    parts.push(drawn("text", { ...words, y, "font-size": size * 0.6 }, line));
    y += size;
  }
  return { parts, above: size * 2, below: y - box.y - box.height };
}

function save(blob, ending) {
  const link = document.createElement("a");
  const name = document.title.replace(/ · mnna$/, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-|-$/g, "");
  Object.assign(link, { href: URL.createObjectURL(blob), download: `mnna-${name}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function painted(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

// Below every picture: links to save it as a file.
function asFiles() {
  for (const frame of all(".chart, figure:has(.picture), .map")) {
    const svg = frame.querySelector("svg"), text = () => new XMLSerializer().serializeToString(alone(svg)), line = document.createElement("p");
    if (!svg.viewBox.baseVal?.width) continue;
    line.className = "picture-files";
    line.append("This picture as ", button("SVG", () => save(new Blob([text()], { type: "image/svg+xml" }), "svg")), button("PNG", async () => save(await painted(text()), "png")));
    frame.append(line);
  }
}

// Zoom the map by buttons, keys and the pointer.
function enlarging(map, svg, after) {
  const whole = svg.viewBox.baseVal, [x, y, width, height] = [whole.x, whole.y, whole.width, whole.height];
  let now = { x, y, width };
  const show = (next) => {
    const wide = Math.min(width, Math.max(width / 12, next.width)), high = wide * height / width;
    now = { x: Math.min(x + width - wide, Math.max(x, next.x)), y: Math.min(y + height - high, Math.max(y, next.y)), width: wide };
    svg.setAttribute("viewBox", `${now.x} ${now.y} ${wide} ${high}`);
    after(wide / width);
  };
  const scale = (by, cx = 0.5, cy = 0.5) => {
    const wide = Math.min(width, Math.max(width / 12, now.width * by)), gone = now.width - wide;
    show({ x: now.x + gone * cx, y: now.y + gone * cy * height / width, width: wide });
  };
  const move = (dx, dy) => show({ x: now.x + dx * now.width, y: now.y + dy * now.width, width: now.width });
  const keys = { "+": () => scale(2 / 3), "=": () => scale(2 / 3), "-": () => scale(3 / 2), 0: () => show({ x, y, width }), ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1) };
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key] || event.target.matches("input, select")) return;
    event.preventDefault();
    keys[event.key]();
  });
  let held = null, dragged = false;
  svg.addEventListener("pointerdown", (event) => { held = now.width < width && event.isPrimary ? [event.clientX, event.clientY] : null; dragged = false; });
  svg.addEventListener("pointermove", (event) => {
    if (!held || !event.buttons) return;
    const per = now.width / svg.clientWidth, [dx, dy] = [event.clientX - held[0], event.clientY - held[1]];
    if (!dragged && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    held = [event.clientX, event.clientY];
    show({ x: now.x - dx * per, y: now.y - dy * per, width: now.width });
  });
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("dblclick", (event) => {
    const box = svg.getBoundingClientRect();
    scale(1 / 2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  return [button("Closer", () => scale(2 / 3)), button("Farther", () => scale(3 / 2)), button("Whole world", () => show({ x, y, width }))];
}

// Show the names of the colored countries where they fit.
function naming(svg) {
  const group = drawn("g", { class: "names", "aria-hidden": "true" });
  svg.append(group);
  let on = false, part = 1;
  const draw = () => {
    group.replaceChildren();
    if (!on) return;
    const taken = [], size = 11 * part;
    for (const shape of all("[data-x]", svg)) {
      if (!shape.getAttribute("class")) continue;
      const name = shape.querySelector("title").textContent, x = Number(shape.dataset.x), y = Number(shape.dataset.y);
      const box = [x - 0.26 * size * name.length, y - size, x + 0.26 * size * name.length, y + size * 0.4];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      group.append(drawn("text", { x, y, "font-size": size, "text-anchor": "middle" }, name));
    }
  };
  const names = button("Names", () => { on = !on; names.setAttribute("aria-pressed", String(on)); draw(); });
  names.setAttribute("aria-pressed", "false");
  new MutationObserver(draw).observe(svg, { subtree: true, attributeFilter: ["class"] });
  return { names, scaled: (to) => { part = to; svg.style.setProperty("--part", to); draw(); } };
}

// Move the slider month by month, until it is stopped or reaches today.
function playing(slide) {
  const title = document.getElementById("maptitle");
  let clock = 0;
  const stop = () => {
    clearInterval(clock);
    clock = 0;
    play.textContent = "Play";
    title.setAttribute("aria-live", "polite");
    slide.dispatchEvent(new Event("change"));
  };
  const play = button("Play", () => {
    if (clock) return stop();
    if (slide.value === slide.max) slide.value = slide.min;
    play.textContent = "Stop";
    title.setAttribute("aria-live", "off");
    clock = setInterval(() => {
      slide.value = Number(slide.value) + 1;
      slide.dispatchEvent(new Event("input"));
      if (slide.value === slide.max) stop();
    }, 70);
  });
  return play;
}

function mapping() {
  const map = document.querySelector(".map"), svg = map?.querySelector("svg"), slide = document.getElementById("map-slide");
  if (!svg) return;
  const { names, scaled } = naming(svg), tools = document.createElement("p");
  tools.className = "map-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "The map");
  if (slide) tools.append(playing(slide));
  tools.append(names, ...enlarging(map, svg, scaled));
  map.prepend(tools);
}

mapping();
asFiles();
})();
