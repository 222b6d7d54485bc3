// What HTML cannot do: a palette that finds while one types, and keys. Every page works without it.
"use strict";

const places = { n: "/next", p: "/pipeline", a: "/accounts", f: "/forecast", d: "/discover" };
const now = new URLSearchParams(location.search);

/** An address of ours that keeps the moment one looks at. */
function kept(path, pairs = {}) {
  const asked = new URLSearchParams(pairs);
  if (now.get("as_of")) asked.set("as_of", now.get("as_of"));
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}

function make(name, attributes = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
}

/** What a find leads to. */
function lead(found) {
  if (found.kind === "deal") return kept(`/deals/${path(found.name)}`);
  if (found.kind === "account") return kept("/accounts", { q: found.name });
  return kept("/next", { owner: found.name });
}

/** The pages that this page leads to, by their names. */
function pages(text) {
  const links = [...document.querySelectorAll("header nav a:not(.mark):not(.seek), footer.who a, p.ways a")];
  const fits = links.filter((a) => a.textContent.trim().toLowerCase().startsWith(text));
  return fits.map((a) => ({ kind: "page", name: a.textContent.trim(), detail: "«page»", to: a.href }));
}

/** A page of ours, asked for once: Find knows the actions and the keys, Views the saved views. */
const told = {};
function page(at) {
  told[at] ??= fetch(at).then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html"));
  return told[at].catch(() => { delete told[at]; return new Document(); });
}

/** The saved views that are called so. */
const saved = (views, text) => [...views.querySelectorAll("ul.views > li > a")].filter((a) => begins(a.textContent, text))
  .map((a) => ({ name: a.textContent, detail: "«view»", to: a.getAttribute("href") }));

/** Whether a word of a name begins so. */
const begins = (name, text) => ` ${name.toLowerCase()}`.includes(` ${text}`);

/** What can be done that is called so; of this page's deal too, unless one looks at the past. */
function actions(known, text) {
  if (!text) return [];
  const links = [...known.querySelectorAll("ul.acts a")].filter((a) => begins(a.textContent, text));
  const all = links.map((a) => ({ name: a.textContent, detail: "«action»", to: a.getAttribute("href") }));
  const deal = /^\/deals\/([^/]+)$/.exec(location.pathname);
  if (!deal || now.get("as_of")) return all;
  const own = [...known.querySelectorAll("ul.acts li[data-word]")].filter((li) => begins(`${li.dataset.word} ${li.dataset.name}`, text));
  return [...own.map((li) => act(li, deal[1], decodeURIComponent(deal[1]))), ...all];
}

const act = (li, id, detail) => ({ name: li.dataset.name, detail, to: li.dataset.to.replace("{id}", id) });
const path = (id) => encodeURIComponent(id).replaceAll(".", "%2E");

/** The action on a deal that somebody begins to name (`plan nordwind`), and the part of the deal's name. */
function verb(known, text) {
  const [word, ...rest] = text.split(/\s+/);
  const li = known.querySelector(`ul.acts li[data-word="${CSS.escape(word.toLowerCase())}"]`);
  return li && rest.length ? [li, rest.join(" ")] : [null, text];
}

const field = make("input", {
  type: "search", role: "combobox", "aria-expanded": "true", "aria-controls": "finds",
  "aria-label": "«find-what»", autocomplete: "off", spellcheck: "false",
});
const list = make("ul", { id: "finds", role: "listbox", "aria-label": "«found»" });
const said = make("p", { class: "quiet", role: "status" });
const palette = make("dialog", { class: "palette", "aria-label": "«find»" }, field, list, said);
const keys = make("dialog", { class: "palette", "aria-label": "«keys»" });
let picked = 0;
let asked = 0;

function show(all) {
  const option = (found, place) => {
    const detail = make("span", { class: "quiet" }, found.detail);
    const node = make("li", { role: "option", id: `find-${place}` }, make("b", {}, found.name), " ", detail);
    node.dataset.to = found.to ?? lead(found);
    node.addEventListener("click", () => location.assign(node.dataset.to));
    return node;
  };
  list.replaceChildren(...all.map(option));
  pick(0);
}

function pick(place) {
  const all = [...list.children];
  picked = Math.max(0, Math.min(place, all.length - 1));
  all.forEach((node, i) => node.setAttribute("aria-selected", String(i === picked)));
  if (all[picked]) field.setAttribute("aria-activedescendant", all[picked].id);
  else field.removeAttribute("aria-activedescendant");
  all[picked]?.scrollIntoView({ block: "nearest" });
}

async function find() {
  const text = field.value.trim();
  const mine = ++asked;
  const own = pages(text.toLowerCase());
  if (!text) { said.textContent = ""; return show(own); }
  const [known, views] = await Promise.all([page("/find"), page("/views")]);
  const [doing, q] = verb(known, text);
  const answer = await fetch(kept("/find.json", { q })).catch(() => null);
  if (mine !== asked) return;
  const found = answer?.ok ? (await answer.json()).found : [];
  if (mine !== asked) return;
  said.textContent = answer?.ok ? "" : "«silent»";
  const deals = found.filter((one) => one.kind === "deal");
  if (doing) show(deals.map((one) => act(doing, path(one.name), `${one.name} · ${one.detail}`)));
  else show([...own, ...saved(views, text.toLowerCase()), ...actions(known, text.toLowerCase()), ...found]);
  if (answer?.ok && !list.children.length) said.textContent = `«nothing»`;
}

function open() {
  if (palette.open) return;
  if (!palette.isConnected) document.body.append(palette);
  field.value = "";
  palette.showModal();
  find();
}

async function help() {
  if (!keys.firstChild) {
    const known = (await page("/find")).querySelector("dl.keys");
    keys.append(make("h2", {}, "«keys»"), known ?? "«silent»");
    keys.append(make("form", { method: "dialog" }, make("button", {}, "«close»")));
    document.body.append(keys);
  }
  if (!keys.open) keys.showModal();
}

let waits;
field.addEventListener("input", () => { clearTimeout(waits); waits = setTimeout(find, 80); });
field.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) { event.preventDefault(); pick(picked + step); }
  if (event.key === "Enter") {
    event.preventDefault();
    const to = list.children[picked]?.dataset.to;
    if (to) location.assign(to);
  }
});
palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
document.querySelector("nav a.seek")?.addEventListener("click", (event) => { event.preventDefault(); open(); });

// On a phone the pages stand in one line that is pushed aside.
const here = document.querySelector("header nav [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;

/** What a drawing says of each of its points: where the pointer is, and by the arrow keys. */
const tip = make("div", { class: "tip", role: "status" });
function values(svg) {
  const points = [...svg.querySelectorAll("* > title")].map((title) => title.parentNode).filter((node) => node !== svg);
  if (points.length < 2) return;
  const texts = points.map((point) => point.querySelector("title").textContent);
  // The browser's own box would come late and beside ours.
  for (const point of points) point.querySelector("title").remove();
  let at = 0;
  const hush = () => { tip.remove(); for (const point of points) point.classList.remove("told"); };
  const tell = (place) => {
    hush();
    at = Math.max(0, Math.min(place, points.length - 1));
    points[at].classList.add("told");
    document.body.append(tip);
    tip.textContent = texts[at];
    const [box, own] = [points[at].getBoundingClientRect(), tip.getBoundingClientRect()];
    const left = box.x + box.width / 2 - own.width / 2;
    tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - own.width - 8))}px`;
    tip.style.top = `${Math.max(8, box.y - own.height - 8)}px`;
  };
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("pointermove", (event) => { if (points.includes(event.target)) tell(points.indexOf(event.target)); });
  svg.addEventListener("pointerleave", hush);
  svg.addEventListener("focus", () => { if (svg.matches(":focus-visible")) tell(at); });
  svg.addEventListener("blur", hush);
  svg.addEventListener("keydown", (event) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: points.length - 1 }[event.key];
    if (to !== undefined) { event.preventDefault(); tell(to); }
    if (event.key === "Escape") hush();
  });
}
for (const svg of document.querySelectorAll("main svg")) values(svg);

/** One tick for all deals of the page. */
const all = document.querySelector("th[data-tick-all]");
if (all) {
  const tick = make("input", { type: "checkbox" });
  tick.addEventListener("change", () => {
    for (const one of document.querySelectorAll("td.tick input")) one.checked = tick.checked;
  });
  all.replaceChildren(make("label", {}, tick, make("span", { class: "spoken" }, "«tick-all»")));
}

/** Moves along the deals of the page's list. */
function walk(step) {
  const links = [...document.querySelectorAll("main table a.id")];
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
}

let went = 0;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    return open();
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const after = event.timeStamp - went < 1000;
  if (after && places[event.key]) return location.assign(kept(places[event.key]));
  went = event.key === "g" ? event.timeStamp : 0;
  if (event.key === "/") { event.preventDefault(); open(); }
  if (event.key === "?") { event.preventDefault(); help(); }
  if (event.key === "j") walk(1);
  if (event.key === "k") walk(-1);
});
