// Additions to pages that also work without script: the map's slider, boxes and sliders, opening all, and copying.
"use strict";

const $all = (selector, root = document) => [...root.querySelectorAll(selector)];

function longDate(iso) {
  const months = "January February March April May June July August September October November December".split(" ");
  const [y, m, d] = iso.split("-").map(Number);
  return `${d} ${months[m - 1]} ${y}`;
}

// Return the state of a span on a day, as the registry does: it has certainly begun only from data-by, and has
// certainly ended only from data-uby. ISO days compare as text.
function stateOn(row, day) {
  const { from, by, until, uby, open } = row.dataset;
  const end = uby || until;
  if (day < from || (end && day >= end)) return "no";
  return open || (by && day < by) || (until && day >= until) ? "unknown" : "yes";
}

function slideMap() {
  const form = document.querySelector(".mapform");
  if (!form) return;
  const slide = form.querySelector("#map-slide"), field = form.querySelector("#map-on");
  const rows = $all("#held tbody tr"), counts = $all("[data-count]"), title = document.getElementById("maptitle");
  const shapes = $all("[data-c]", document.querySelector(".map svg"));
  const known = new Set(["nato", "mnna", "treated-as-mnna"]);
  const fills = { "treated-as-mnna": "url(#hatch)", both: "url(#hatch)", unknown: "url(#dots)" };
  const two = form.dataset.two?.split(" ");

  // For two statuses: which of them a country certainly holds.
  function together(drawn, number) {
    const [first, second] = two.map((one) => number.get(one) || new Set());
    for (const code of drawn.keys()) {
      const [a, b] = [first.has(code), second.has(code)];
      drawn.set(code, a && b ? "both" : a ? "held" : b ? "second" : "unknown");
    }
    number.set("both", first.intersection(second));
  }
  form.querySelector(".slider").hidden = form.hidden = false;

  function show(day) {
    const drawn = new Map(), number = new Map();
    for (const row of rows) {
      const state = stateOn(row, day), { c, s } = row.dataset;
      row.hidden = state === "no";
      row.querySelector(".open").hidden = state !== "unknown";
      if (state === "no") continue;
      if (state === "yes") number.set(s, (number.get(s) || new Set()).add(c));
      if (!drawn.has(c) || drawn.get(c) === "unknown") drawn.set(c, state === "unknown" ? "unknown" : known.has(s) ? s : "held");
    }
    if (two) together(drawn, number);
    for (const shape of shapes) {
      const kind = drawn.get(shape.dataset.c) || "";
      shape.setAttribute("class", kind);
      if (fills[kind]) shape.setAttribute("fill", fills[kind]); else shape.removeAttribute("fill");
    }
    for (const count of counts) count.textContent = (number.get(count.dataset.count) || new Set()).size;
    document.getElementById("nobody").hidden = rows.some((row) => !row.hidden);
    slide.setAttribute("aria-valuetext", longDate(day));
    const size = (s) => (number.get(s) || new Set()).size;
    const named = (count) => `${size(count.dataset.count)} hold “${count.closest("li").firstChild.nextSibling.textContent.trim()}”`;
    title.textContent = two
      ? `${longDate(day)}: ${named(counts[0])}, ${named(counts[1])}, ${size("both")} both`
      : counts.length === 1 ? `${longDate(day)}: ${named(counts[0])}`
      : `${longDate(day)}: ${size("mnna")} major non-NATO allies${size("treated-as-mnna") ? `, ${size("treated-as-mnna")} treated as one` : ""}, ${size("nato")} NATO members`;
    document.title = `${title.textContent} · mnna`;
  }

  // The links and the foot are copied from the page of that day once the slider has stopped: loading it is slow.
  let settled = 0;
  async function settle() {
    if ("still" in form.dataset) return;
    const mine = (settled += 1);
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== settled) return;
    for (const part of [".steps", ".statusform", ".about", ".forms", ".same"]) {
      document.querySelector(part)?.replaceWith(page.querySelector(part));
    }
    const links = new Map($all("#held a", page).map((link) => [link.pathname, link.search]));
    for (const row of rows) {
      const link = row.querySelector("a");
      link.search = links.get(link.pathname) ?? link.search;
    }
    copying();
  }

  function go(day) {
    field.value = day;
    const address = new URL(location);
    address.searchParams.set("on", day);
    history.replaceState(null, "", address);
    show(day);
  }

  const monthOf = (day) => (Number(day.slice(0, 4)) - 1987) * 12 + Number(day.slice(5, 7)) - 1;
  slide.addEventListener("input", () => {
    const n = Number(slide.value), month = `${1987 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
    go(n === Number(slide.max) ? form.dataset.today : `${month}-01`);
  });
  slide.addEventListener("change", settle);
  field.addEventListener("change", () => {
    if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(field.value) || Number.isNaN(Date.parse(field.value))) return;
    slide.value = monthOf(field.value);
    go(field.value);
    settle();
  });
  form.addEventListener("submit", (event) => "still" in form.dataset && event.preventDefault());
  const asked = new URLSearchParams(location.search).get("on");
  if ("still" in form.dataset && /^\d{4}-\d\d-\d\d$/.test(asked || "")) {
    field.value = asked;
    field.dispatchEvent(new Event("change"));
  }
}

function openAndClose() {
  for (const tools of $all(".tools")) {
    tools.hidden = !document.querySelector("details.finding");
    tools.addEventListener("click", (event) => {
      const which = event.target.dataset.open;
      if (which) for (const one of $all("details.finding")) one.open = which === "all";
    });
  }
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches("details")) target.open = true;
}

function copying() {
  if (!navigator.clipboard) return;
  for (const code of $all(".same dd code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${code.closest("div").querySelector("dt").textContent.toLowerCase()}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    });
    code.closest("dd").append(button);
  }
}

// Uploads: report at once when a file is too large, and show how much has been sent.
function sending() {
  const form = document.querySelector("form.upload");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]").files[0], line = form.querySelector(".sending");
    if (!file) return;
    event.preventDefault();
    line.hidden = false;
    const bar = line.querySelector("progress"), words = line.querySelector("span");
    const largest = Number(form.dataset.largest);
    if (file.size > largest) {
      bar.hidden = true;
      words.textContent = `The file has ${Math.ceil(file.size / 1048576)} MB, more than ${largest / 1048576} MB. Screen it with mnna screen FILE, which has no limit.`;
      return;
    }
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", event.submitter?.formAction || form.action);
    request.setRequestHeader("Accept", "text/html");
    request.upload.addEventListener("progress", (e) => {
      if (!e.lengthComputable) return;
      bar.value = e.loaded / e.total;
      words.textContent = e.loaded < e.total ? `${Math.round((100 * e.loaded) / e.total)} % sent` : "Sent; looking at it";
    });
    request.addEventListener("load", () => {
      if (request.status < 300) return location.assign(request.responseURL);
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      bar.hidden = true;
      words.textContent = page.querySelector(".notice")?.textContent.trim() || `It was refused (${request.status}).`;
    });
    request.addEventListener("error", () => { bar.hidden = true; words.textContent = "The connection was lost. Send it again."; });
    request.send(new FormData(form));
  });
}

// Screenings in progress: fetch the progress, and show the result when it is ready.
function following() {
  const work = document.querySelector("[data-follow]");
  if (!work) return;
  const bar = work.querySelector("progress"), stage = work.querySelector(".stage");
  const ask = async () => {
    const answer = await fetch(work.dataset.follow).catch(() => null);
    if (!answer) return setTimeout(ask, 2000);
    if (answer.status !== 202) return location.reload();
    if (!stage) return setTimeout(ask, 1000);
    const now = await answer.json();
    bar.value = now.share;
    const words = now.stage.charAt(0).toUpperCase() + now.stage.slice(1);
    if (stage.textContent !== words) stage.textContent = words;
    setTimeout(ask, 300);
  };
  setTimeout(ask, 150);
}

// A chart drawn by the server can be explored where script runs: Vega is loaded from this server only when asked for,
// and its expressions are interpreted, since the page's policy forbids making code from text.
function exploring() {
  const loaded = new Map();
  const load = (address) => {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  };
  for (const figure of $all("figure[data-chart]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "Explore with the pointer";
    button.addEventListener("click", async () => {
      button.disabled = true;
      const { vega, lite, safe, chart, number } = figure.dataset;
      await load(vega);
      await load(lite);
      const { expressionInterpreter } = await import(safe);
      const spec = (await (await fetch(chart)).json()).charts[Number(number)];
      const runtime = globalThis.vega.parse(globalThis.vegaLite.compile(spec).spec, null, { ast: true });
      const paper = figure.querySelector(".paper");
      figure.querySelector(".paper.phone")?.remove();
      paper.classList.remove("roomy");
      paper.replaceChildren();
      figure.querySelector(".picture-files")?.remove();
      const view = new globalThis.vega.View(runtime, { expr: expressionInterpreter, renderer: "canvas", container: paper, hover: true });
      await view.runAsync();
      button.remove();
    });
    figure.querySelector("figcaption").prepend(button);
  }
}

// Boxes and sliders for the criteria: they replace the form's own fields, and write their values.
function choosing() {
  const chooser = document.querySelector(".chooser"), form = document.querySelector("form.ask");
  if (!chooser || !form) return;
  const use = form.querySelector("[name=use]"), typed = $all("[name=bounds]", form);
  const given = new Map(use.value.split(",").map((part) => part.trim().split(":")).filter(([name]) => name));
  const least = new Map(typed.map((field) => field.value.split("=")).filter(([name, span]) => name && span?.endsWith("..1")).map(([name, span]) => [name.trim(), parseFloat(span) || 0]));
  if (typed.some((field) => field.value && !field.value.endsWith("..1")) || use.value.split(",").some((part) => part.split(":").length > 2)) return;
  const rows = $all(".choice", chooser).map((row) => ({
    name: row.dataset.name, usual: row.dataset.usual, box: row.querySelector("[type=checkbox]"),
    better: row.querySelector("select"), slide: row.querySelector("[type=range]"), told: row.querySelector("output"),
  }));
  for (const row of rows) {
    row.box.checked = given.size ? given.has(row.name) : Boolean(row.usual);
    row.better.value = { high: "up", low: "down" }[given.get(row.name)] ?? given.get(row.name) ?? row.usual ?? "up";
    row.slide.value = 100 * (least.get(row.name) ?? 0);
  }
  const write = () => {
    const chosen = rows.filter((row) => row.box.checked);
    for (const row of rows) {
      row.better.disabled = row.slide.disabled = !row.box.checked;
      row.told.textContent = row.slide.value === "0" ? "any weight" : `at least ${row.slide.value} %`;
    }
    const asUsual = rows.every((row) => row.box.checked === Boolean(row.usual) && (!row.usual || row.better.value === row.usual));
    use.value = asUsual ? "" : chosen.map((row) => `${row.name}:${row.better.value}`).join(",");
    for (const field of $all("input[type=hidden][name=bounds]", form)) field.remove();
    for (const row of chosen.filter((one) => one.slide.value !== "0")) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "bounds", value: `${row.name}=${Number(row.slide.value) / 100}..1` });
      form.append(field);
    }
  };
  for (const field of [use, ...typed]) field.closest(".field").hidden = true;
  for (const field of typed) field.disabled = true;
  chooser.hidden = false;
  form.prepend(chooser);
  chooser.addEventListener("input", write);
  write();
}

// The official words of a condition are marked while the pointer or the focus is on it, and brought into view.
function markingWords() {
  const ofCondition = (at) => at.closest(".tree li")?.querySelector(":scope > small a.words");
  const clear = () => { for (const one of $all(".marked, .marks")) one.classList.remove("marked", "marks"); };
  const mark = (event) => {
    const link = event.target instanceof Element && ofCondition(event.target);
    const words = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    clear();
    if (!words) return;
    link.closest("li").classList.add("marks");
    words.classList.add("marked");
    const frame = words.closest("blockquote");
    if (frame) frame.scrollTop = words.offsetTop - frame.offsetTop;
  };
  if (!document.querySelector(".tree a.words")) return;
  document.addEventListener("mouseover", mark);
  document.addEventListener("focusin", mark);
}

// The search: the index is a script of this site, loaded when a field is entered, so what is typed stays here.
const plain = (text) => text.replace(/§/g, " ").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
  .replace(/\b(?:[a-z]\.){2,}/g, (short) => short.replaceAll(".", "")).replace(/\b(\d+)(usc|cfr)(\d)/g, "$1 $2 $3")
  .replace(/[^\p{L}\p{N}_()]+|\bsections?\b|(?<![\p{L}\p{N}_)])\(/gu, " ").replace(/ +/g, " ").trim();

function fit([, title, , words], asked) {
  const own = plain(title), all = ` ${own} ${plain(words)} `;
  if (!asked || !asked.split(" ").every((word) => all.includes(` ${word}`))) return 0;
  if (own === asked) return 6;
  if (`${own} `.startsWith(`${asked} `)) return 5;
  if (all.includes(` ${asked} `)) return 4;
  return own.startsWith(asked) ? 3 : all.includes(` ${asked}`) ? 2 : 1;
}

// Return how many letters must be changed, added, removed or swapped to turn one word into another.
function apart(one, other) {
  let before = [], last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// Return the query with each unknown word changed to the nearest known one.
let vocabulary;
function corrected(asked) {
  vocabulary ||= [...new Set((window.MNNA_INDEX || []).flatMap((one) => plain(`${one[1]} ${one[3]}`).split(" ")))];
  return plain(asked).split(" ").map((word) => {
    if (word.length < 4 || vocabulary.some((one) => one.startsWith(word))) return word;
    const near = vocabulary.map((one) => [Math.abs(one.length - word.length) > 2 ? 9 : apart(word, one), one]);
    const [far, best] = near.reduce((least, one) => (one[0] < least[0] ? one : least), [9, word]);
    return far <= (word.length < 6 ? 1 : 2) ? best : word;
  }).join(" ");
}

function ranked(asked, kind, most) {
  const of = (wanted) => (window.MNNA_INDEX || []).filter((one) => !kind || one[0] === kind)
    .map((one, at) => [fit(one, wanted), at, one]).filter((one) => one[0])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, most).map((one) => one[2]);
  const found = of(plain(asked));
  if (found.length || plain(asked).length < 4) return found;
  const meant = of(corrected(asked));
  return meant.length ? meant : some(asked, kind).slice(0, most);
}

// Return entries that match some words of a question: countries first, then those that match most words.
const COMMON = new Set("a an and are at by can did do does for from get has have how i in is it its may of on or the this to was were what when which who why will with would".split(" "));
function some(asked, kind) {
  const words = plain(asked).split(" ").filter((word) => !COMMON.has(word)), not = (a, b, kind) => (a[1][0] !== kind) - (b[1][0] !== kind);
  return (window.MNNA_INDEX || []).filter((one) => !kind || one[0] === kind)
    .map((one) => [words.filter((word) => ` ${plain(`${one[1]} ${one[3]}`)}`.includes(` ${word}`)).length, one])
    .filter((one) => one[0]).sort((a, b) => not(a, b, "Country") || b[0] - a[0] || not(a, b, "Page")).map((one) => one[1]);
}

// A long table is sorted by pressing the head of a column: amounts by size, words alphabetically.
const SIZES = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
function amount(text) {
  const found = text.match(/^\D?(-?\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion))?/);
  const day = text.match(/(\d{1,2} )?(\p{Lu}\p{Ll}+) (\d{4})/u), at = day && Date.parse(`${day[1] || "1 "}${day[2]} ${day[3]} UTC`);
  return at || at === 0 ? at : found ? Number(found[1].replaceAll(",", "")) * (SIZES[found[2]] || 1) : NaN;
}
function sorting() {
  for (const table of $all("main table:has(tbody tr:nth-child(8))")) for (const [n, head] of [...table.tHead?.rows[0].cells || []].entries()) {
    const button = document.createElement("button");
    if (!head.textContent.trim()) continue;
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending", rows = [...table.tBodies[0].rows];
      const keys = new Map(rows.map((row) => [row, [amount(row.cells[n]?.textContent || ""), plain(row.cells[n]?.textContent || "")]]));
      const told = rows.filter((row) => !Number.isNaN(keys.get(row)[0])).length * 2 > rows.length;
      const order = ([a, s], [b, t]) => (told ? (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : (down ? b - a : a - b)) : (down ? s.localeCompare(t) : t.localeCompare(s)));
      for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      table.tBodies[0].append(...rows.sort((a, b) => order(keys.get(a), keys.get(b))));
    });
  }
}

let index;
function loadIndex(address) {
  index ||= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return index;
}

function searching() {
  for (const field of $all("input[data-index]")) suggest(field);
}

function suggest(field) {
  const address = field.dataset.index, kind = field.dataset.kind, list = document.createElement("ul");
  const to = (one) => new URL(one[2], new URL(address, document.baseURI)).href;
  let at = -1, shown = [];
  list.id = `${field.id}-found`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) field.setAttribute(name, value);

  const open = (yes) => {
    list.hidden = !yes;
    field.setAttribute("aria-expanded", String(yes));
    if (!yes) field.removeAttribute("aria-activedescendant");
  };
  const mark = (to) => {
    at = to;
    for (const [n, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(n === at));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const draw = async () => {
    await loadIndex(address).catch(() => null);
    shown = ranked(field.value, kind, 8);
    at = -1;
    list.replaceChildren(...shown.map((one, n) => {
      const option = document.createElement("li"), what = document.createElement("small");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      what.textContent = one[0];
      option.append(`${one[1]} `, what);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(to(one)); });
      return option;
    }));
    open(shown.length > 0);
  };
  field.addEventListener("focus", () => loadIndex(address).catch(() => null));
  field.addEventListener("input", draw);
  field.addEventListener("blur", () => open(false));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return open(false);
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || !shown.length) return;
    event.preventDefault();
    open(true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark((at + step + shown.length) % shown.length);
  });
  field.form.addEventListener("submit", (event) => {
    if (at >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(to(shown[at]));
    } else if (kind) {
      event.preventDefault();
      draw().then(() => shown.length && location.assign(to(shown[0])));
    }
  });
}

// Without a server the search page itself searches for the words in its address.
async function searched() {
  const field = document.getElementById("words"), list = document.querySelector("ul.found");
  const asked = new URLSearchParams(location.search).get("q");
  if (!field || !asked || list.children.length || document.querySelector("main .empty")) return;
  field.value = asked;
  await loadIndex(field.dataset.index).catch(() => null);
  const root = new URL(field.dataset.index, document.baseURI), found = ranked(asked, null, 60);
  for (const one of found) {
    const row = document.createElement("li"), link = document.createElement("a"), what = document.createElement("small");
    link.href = new URL(one[2], root).href;
    link.textContent = one[1];
    what.textContent = one[0];
    row.append(link, " ", what);
    list.append(row);
  }
  if (!found.length) list.before(`Nothing fits “${asked}”. Use fewer or other words.`);
}

// An address with a stamp in it names the page after the mark #.
function stamped() {
  const link = document.querySelector("[data-stamped] ~ p a.now"), page = decodeURIComponent(location.hash.slice(1));
  if (link && /^\/?[\w(][\w(),./ -]*$/.test(page)) link.href = new URL(page.replace(/^\//, ""), link.href).href;
}

// A day can be typed, or picked in the browser's calendar.
function picking() {
  for (const field of $all('.day input[inputmode="numeric"], #map-on')) {
    const calendar = document.createElement("input"), open = document.createElement("button"), both = document.createElement("span");
    if (!calendar.showPicker) return;
    Object.assign(calendar, { type: "date", tabIndex: -1, ariaHidden: "true" });
    Object.assign(open, { type: "button", className: "quiet" });
    open.setAttribute("aria-label", `Pick a day: ${field.labels[0].firstChild.textContent.trim()}`);
    open.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor"><rect x="1.5" y="2.5" width="13" height="12" rx="1"/><path d="M1.5 6h13M5 1v3M11 1v3"/></svg>';
    open.addEventListener("click", () => { calendar.value = field.value; calendar.showPicker(); });
    calendar.addEventListener("change", () => {
      field.value = calendar.value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    both.className = "pick";
    field.addEventListener("focus", () => field.select()); // it holds ten letters at most, so what is typed takes the place
    field.before(both);
    both.append(field, open, calendar);
  }
}

choosing();
picking();
stamped();
searching();
searched();
sorting();
exploring();
sending();
following();
slideMap();
openAndClose();
markingWords();
copying();
