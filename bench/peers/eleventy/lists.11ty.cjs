// The front page, lists with their pages, groups, and pages that stand alone.
const { tongues, address, esc, each, url, cards, facts, lines, tiles, units, crumbs, frame } = require("./shared.cjs");
const markdown = require("markdown-it")();
const PER_PAGE = 48;

const story = (page) => (page.story ? `<div class="story">${markdown.render(page.story.text)}</div>\n` : "");
const numbered = (tongue, name, number) => (number < 2 ? name : tongue.t["list.page"].replace("{name}", name).replace("{number}", number));
const turn = (tongue, before, after, number, all) => (all < 2 ? "" : `<nav class="pager">${before ? `\n<a rel="prev" href="${before}">${esc(tongue.t["pager.previous"])}</a>` : ""}
<span>${number} / ${all}</span>${after ? `\n<a rel="next" href="${after}">${esc(tongue.t["pager.next"])}</a>` : ""}
</nav>\n`);

const paged = (tongue, page, products, head) => {
  const all = Math.max(1, Math.ceil(products.length / PER_PAGE));
  const key = (number) => (number < 2 ? page.key : `${page.key}/page/${number}`);
  return Array.from({ length: all }, (_, n) => ({
    tongue, page, key: key(n + 1),
    main: () => head(numbered(tongue, page.heading, n + 1)) + cards(tongue, products.slice(n * PER_PAGE, (n + 1) * PER_PAGE))
      + turn(tongue, n && url(tongue, key(n)), n + 1 < all && url(tongue, key(n + 2)), n + 1, all),
  }));
};
const group = (tongue, kind, middle) => [...tongue.of[kind].values()].flatMap(({ page, products }) =>
  paged(tongue, page, products, (heading) => `${crumbs(tongue, [tongue.sections[kind]])}<h1>${esc(heading)}</h1>\n${middle(page)}`));

const facility = (tongue, { page, products }) => ({ tongue, page, key: page.key, main: () => `${crumbs(tongue, [tongue.sections.facilities, tongue.of.provinces.get(page.province).page])}<h1>${esc(page.heading)}</h1>
<p>${esc(page.gloss)}</p>
<p>${esc(page.confirmed)}</p>
${story(page)}${facts(tongue, page.facts)}${facts(tongue, page.figures)}${facts(tongue, page.how)}<h2>${esc(page.goods)}</h2>
${cards(tongue, products)}${units(tongue, tongue.inProvince.get(page.province).filter((other) => other.office === page.id))}` });

const alone = (tongue, page) => ({ tongue, page, key: page.key, main: () => {
  const [stem, number, all] = page.pager || ["", 1, 1];
  const at = (n) => url(tongue, n < 2 ? stem : `${stem}-${n}`);
  return `<h1>${esc(page.heading)}</h1>\n${page.lede ? `<p>${esc(page.lede)}</p>\n` : ""}${each(page.lists, lines)}${page.kind === "programmes" ? "" : story(page)}${turn(tongue, number > 1 && at(number - 1), number < all && at(number + 1), number, all)}`;
} });

const rows = () => tongues.flatMap((tongue) => {
  const { t, home, sections } = tongue;
  return [
    { tongue, page: home, key: "", main: () => `<h1>${esc(t["home.heading"])}</h1>\n<p>${esc(home.counts)}</p>\n${tiles(tongue, "categories")}<h2>${esc(t["home.featured"])}</h2>\n${cards(tongue, tongue.listed.slice(0, 8))}` },
    ...paged(tongue, sections.products, tongue.listed, (heading) => `<h1>${esc(heading)}</h1>\n<p>${esc(sections.products.total)}</p>\n`),
    ...["categories", "provinces", "stages"].map((kind) => ({ tongue, page: sections[kind], key: kind, main: () => `<h1>${esc(sections[kind].heading)}</h1>\n<p>${esc(sections[kind].lede)}</p>\n${tiles(tongue, kind)}` })),
    { tongue, page: sections.facilities, key: "facilities", main: () => `<h1>${esc(sections.facilities.heading)}</h1>\n<p>${esc(sections.facilities.total)}</p>\n<ul>${each(tongue.groups.provinces, (page) => `\n<li><a href="${url(tongue, page.key)}">${esc(page.heading)}</a> ${esc(tongue.units[page.id])}</li>`)}\n</ul>\n` },
    ...group(tongue, "categories", (page) => `<p>${esc(page.lede)}</p>\n<p>${esc(page.total)}</p>\n`),
    ...group(tongue, "stages", (page) => `<p>${esc(page.lede)}</p>\n<p>${esc(page.total)}</p>\n`),
    ...group(tongue, "provinces", (page) => `<p>${esc(page.total)}</p>\n${units(tongue, tongue.inProvince.get(page.id) || [])}`),
    ...[...tongue.of.facilities.values()].map((unit) => facility(tongue, unit)),
    ...tongue.pages.map((page) => alone(tongue, page)),
  ];
});

module.exports = class {
  data() {
    return { rows: rows(), pagination: { data: "rows", size: 1, alias: "row" }, permalink: ({ row }) => `/${row.tongue.code}/${address(row.key)}`, eleventyExcludeFromCollections: true };
  }

  render({ row: { tongue, page, key, main } }) {
    return frame(tongue, page, key, main());
  }
};
