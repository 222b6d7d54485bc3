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
  if (found.kind === "deal") return kept(`/deals/${encodeURIComponent(found.name).replaceAll(".", "%2E")}`);
  if (found.kind === "account") return kept("/accounts", { q: found.name });
  return kept("/next", { owner: found.name });
}

/** The pages that this page leads to, by their names. */
function pages(text) {
  const links = [...document.querySelectorAll("header nav a:not(.mark):not(.seek), footer.who a, p.ways a")];
  const fits = links.filter((a) => a.textContent.trim().toLowerCase().startsWith(text));
  return fits.map((a) => ({ kind: "page", name: a.textContent.trim(), detail: "«page»", to: a.href }));
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
  const answer = await fetch(kept("/find.json", { q: text })).catch(() => null);
  if (mine !== asked) return;
  const found = answer?.ok ? (await answer.json()).found : [];
  if (mine !== asked) return;
  said.textContent = answer?.ok ? "" : "«silent»";
  show([...own, ...found]);
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
    const page = await fetch("/find").then((answer) => answer.text()).catch(() => "");
    const known = new DOMParser().parseFromString(page, "text/html").querySelector("dl.keys");
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
