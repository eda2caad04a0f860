// What all pages share: the catalogue's indexes, the frame, cards, lists. Template strings, Eleventy's fastest language.
const fs = require("fs");
const path = require("path");

const catalogue = JSON.parse(fs.readFileSync(path.join(__dirname, "catalogue.json"), "utf8"));
const base = catalogue.base;
const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const esc = (text) => String(text).replace(/[&<>"']/g, (sign) => signs[sign]);
const each = (rows, tell) => rows.map(tell).join("");

const KEYS = { categories: "category", facilities: "facility", provinces: "province", stages: "stage" };
const tongues = catalogue.tongues;
const pairs = {};
const address = (key) => (key === "" || key in { products: 1, categories: 1, facilities: 1, provinces: 1, stages: 1 } ? `${key ? `${key}/` : ""}index.html` : `${key}.html`);
for (const tongue of tongues) {
  tongue.listed = tongue.products.filter((product) => product.listed);
  tongue.of = {};
  for (const [group, name] of Object.entries(KEYS)) {
    const found = new Map(tongue.groups[group].map((page) => [page.id, { page, products: [] }]));
    for (const product of tongue.listed) found.get(product[name])?.products.push(product);
    tongue.of[group] = found;
  }
  tongue.inProvince = new Map();
  for (const page of tongue.groups.facilities) {
    if (!tongue.inProvince.has(page.province)) tongue.inProvince.set(page.province, []);
    tongue.inProvince.get(page.province).push(page);
  }
  const all = [...tongue.products, ...tongue.pages, ...Object.values(tongue.groups).flat(), ...Object.values(tongue.sections), tongue.home];
  for (const page of all) (pairs[page.pair] ||= {})[tongue.code] = page.key;
  tongue.cards = new Map();
}

const url = (tongue, key) => `/katalog/${tongue.code}/${address(key)}`;
const whole = (tongue, key) => `${base}${tongue.code}/${address(key)}`;
for (const tongue of tongues) {
  const links = (rows) => each(rows, ([text, key]) => `\n<li><a href="${url(tongue, key)}">${esc(text)}</a></li>`);
  tongue.top = `<a class="brand" href="${url(tongue, "")}">${esc(tongue.site)}</a>
<nav aria-label="${esc(tongue.t["nav.main"])}"><ul>${links(tongue.menu)}
</ul></nav>`;
  tongue.bottom = `<footer>
<p>${esc(tongue.t["foot.independent"])}</p>
<nav aria-label="${esc(tongue.t["nav.foot"])}"><ul>${links(tongue.foot)}
</ul></nav>
</footer>`;
}

const card = (tongue, product) => {
  let made = tongue.cards.get(product.key);
  if (!made) {
    const maker = tongue.of.facilities.get(product.facility).page.heading;
    const place = tongue.of.provinces.get(product.province).page.heading;
    made = `<li><h3><a href="${url(tongue, product.key)}">${esc(product.name)}</a></h3><p>${esc(maker)}<br>${esc(place)}</p>${product.line ? `<p>${esc(product.line)}</p>` : ""}${product.card_badge ? `<p>${esc(product.card_badge)}</p>` : ""}</li>\n`;
    tongue.cards.set(product.key, made);
  }
  return made;
};
const cards = (tongue, products) => `<ul class="cards">\n${each(products, (product) => card(tongue, product))}</ul>\n`;
const facts = (tongue, rows) => `<dl>${each(rows, (fact) => `\n<dt>${esc(fact.label)}</dt>${fact.values.length ? each(fact.values, (value) => `\n<dd>${esc(value)}</dd>`) : `\n<dd>${esc(tongue.t["not-stated"])}</dd>`}`)}\n</dl>\n`;
const lines = (rows) => `<ul>${each(rows, (row) => `\n<li>${esc(row)}</li>`)}\n</ul>\n`;
const tiles = (tongue, group) => `<ul class="tiles">${each(tongue.groups[group], (page) => `\n<li><a href="${url(tongue, page.key)}">${esc(page.tile.name)}</a> <span>${esc(page.tile.count)}</span></li>`)}\n</ul>\n`;
const units = (tongue, pages) => `<ul>${each(pages, (page) => `\n<li><a href="${url(tongue, page.key)}">${esc(page.heading)}</a> ${esc(page.gloss)}</li>`)}\n</ul>\n`;
const crumbs = (tongue, pages) => `<nav class="crumbs"><ol>
<li><a href="${url(tongue, "")}">${esc(tongue.t["nav.home"])}</a></li>${each(pages, (page) => `\n<li><a href="${url(tongue, page.key)}">${esc(page.heading)}</a></li>`)}
</ol></nav>\n`;

const frame = (tongue, page, key, main, { type = "website", machines = "" } = {}) => {
  const both = pairs[page.pair] || {};
  const others = tongues.filter((other) => other !== tongue && both[other.code] !== undefined);
  const alternates = each(tongues.filter((other) => both[other.code] !== undefined), (other) => `\n<link rel="alternate" hreflang="${other.code}" href="${whole(other, both[other.code])}">${other.code === "id" ? `\n<link rel="alternate" hreflang="x-default" href="${whole(other, both.id)}">` : ""}`);
  return `<!doctype html>
<html lang="${tongue.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(page.title)}</title>
<meta name="description" content="${esc(page.description)}">
<link rel="canonical" href="${whole(tongue, key)}">
<meta property="og:url" content="${whole(tongue, key)}">${alternates}
<meta property="og:type" content="${type}">
<meta property="og:title" content="${esc(page.title)}">
<meta property="og:site_name" content="${esc(tongue.site)}">
<link rel="stylesheet" href="/katalog/site.css">
${machines}
</head>
<body>
<a class="skip" href="#main">${esc(tongue.t["nav.skip"])}</a>
<header>
${tongue.top}${each(others, (other) => `\n<a href="${url(other, both[other.code])}" lang="${other.code}" hreflang="${other.code}">${other.label}</a>`)}
</header>
<main id="main">
${main}
</main>
${tongue.bottom}
</body>
</html>
`;
};
module.exports = { base, tongues, pairs, address, esc, each, url, whole, card, cards, facts, lines, tiles, units, crumbs, frame };
