// Reads the open page as a person with a screen reader, weak eyes or a shaking hand would, and gives back each
// fault in a sentence. Our own rules (WCAG 2.2: 1.3.1, 1.4.3, 2.4.1, 2.4.6, 2.5.8, 3.1.1, 4.1.2), so that a plain
// machine can test them; axe-core is asked too where it is at hand.
(() => {
  const faults = [];
  const told = (e) => e.outerHTML.slice(0, 90).replace(/\s+/g, ' ');
  const fault = (why, e) => faults.push(e ? `${why}: ${told(e)}` : why);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

  if (!document.documentElement.lang) fault('the page names no language');
  if (!document.title.trim()) fault('the page has no title');
  for (const one of ['main', 'h1']) {
    if (all(one).length !== 1) fault(`the page has ${all(one).length} ${one}, not one`);
  }

  let last = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6').filter(seen)) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) fault(`a heading of level ${level} after one of level ${last}`, heading);
    if (!heading.innerText.trim()) fault('an empty heading', heading);
    last = level;
  }

  const ids = all('[id]').map((e) => e.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  for (const id of new Set(twice)) fault(`the id ${id} stands twice`);
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
    for (const e of all(`[${name}]`)) {
      const missing = e.getAttribute(name).split(/\s+/).filter((id) => !document.getElementById(id));
      if (missing.length) fault(`${name} points to nothing`, e);
    }
  }

  // What a screen reader would call it.
  const name = (e) => {
    const by = (e.getAttribute('aria-labelledby') || '').split(/\s+/);
    const words = by.map((id) => document.getElementById(id)?.textContent || '').join(' ').trim();
    const labels = [...(e.labels || [])].map((label) => label.textContent).join(' ').trim();
    const title = e.querySelector?.(':scope > title')?.textContent || e.title;
    return words || e.getAttribute('aria-label') || labels || e.alt || e.textContent.trim() || title;
  };
  for (const e of all('input, select, textarea').filter((e) => e.type !== 'hidden' && seen(e))) {
    const alone = e.cloneNode(false);
    const own = e.getAttribute('aria-label') || e.labels?.length || e.hasAttribute('aria-labelledby');
    if (!own || !name(e)) fault('a field without a name', alone);
  }
  for (const e of all('a[href], button, summary').filter(seen)) {
    if (!name(e)) fault('something to press without a name', e);
  }
  for (const e of all('svg[role=img], img, [role=region], [role=img]').filter(seen)) {
    if (!name(e)) fault('a picture or a region without a name', e);
  }
  for (const e of all('svg').filter(seen)) {
    if (e.getAttribute('role') !== 'img' && !e.closest('[aria-hidden=true], [role=img]')) {
      fault('a drawing that is neither named nor hidden', e);
    }
  }
  for (const e of all('th').filter(seen)) {
    if (!name(e)) fault('an empty head of a column or row', e);
  }

  // Colours are painted on a canvas to read them, whatever notation they are written in.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], [R, G, B]) =>
    [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const ground = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), dark ? [0, 0, 0, 1] : [255, 255, 255, 1]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pale = new Set();
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || pale.has(e) || !seen(e) || e.closest('title, option, script, style, [aria-hidden=true]')) continue;
    if (e.closest(':disabled, .skip')) continue;
    const style = getComputedStyle(e);
    const paper = ground(e instanceof SVGElement ? e.ownerSVGElement || e : e);
    const ink = over(rgba(e instanceof SVGElement ? style.fill : style.color), paper);
    const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) {
      pale.add(e);
      fault(`text of contrast ${ratio.toFixed(2)}`, e);
    }
  }

  // What is pressed is at least 24 by 24, unless it stands in a line of text.
  for (const e of all('button, select, summary, input, textarea').filter((e) => e.type !== 'hidden' && seen(e))) {
    const label = e.closest('label') || e;
    const [box, around] = [e.getBoundingClientRect(), label.getBoundingClientRect()];
    if (Math.max(box.width, around.width) < 24 || Math.max(box.height, around.height) < 24) fault('too small to press', e);
  }
  for (const e of all('*')) {
    if (e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) {
      const inside = e.querySelector('a[href], button, input, select, textarea, [tabindex]');
      if (e.tabIndex < 0 && !inside) fault('what scrolls cannot be reached by keyboard', e);
    }
  }
  return faults;
})()
