// A page for each product and language.
const { tongues, esc, each, url, whole, cards, facts, lines, crumbs, frame } = require("./shared.cjs");
const markdown = require("markdown-it")();

module.exports = class {
  data() {
    return {
      rows: tongues.flatMap((tongue) => tongue.products.map((product) => ({ tongue, product }))),
      pagination: { data: "rows", size: 1, alias: "row" },
      permalink: ({ row }) => `/${row.tongue.code}/${row.product.key}.html`,
      eleventyExcludeFromCollections: true,
    };
  }

  render({ row: { tongue, product } }) {
    const { t } = tongue;
    const shelf = tongue.of.categories.get(product.category);
    const maker = tongue.of.facilities.get(product.facility).page;
    const place = tongue.of.provinces.get(product.province).page;
    const related = shelf.products.slice(0, 5).filter((other) => other !== product).slice(0, 4);
    const told = {
      "@context": "https://schema.org", "@type": "Product", name: product.name, description: product.summary,
      url: whole(tongue, product.key), category: shelf.page.heading, material: product.ld.material,
      manufacturer: { "@type": "Organization", name: maker.heading, address: { "@type": "PostalAddress", addressRegion: place.heading, addressCountry: "ID" } },
      countryOfOrigin: { "@type": "Country", name: "Indonesia" },
    };
    if (product.ld.offers) told.offers = product.ld.offers;
    const main = `${crumbs(tongue, [tongue.sections.products, shelf.page])}<h1>${esc(product.name)}</h1>
<p>${esc(product.summary)}</p>
${product.badge ? `<p>${esc(product.badge)}</p>\n` : ""}${product.story && !product.story.own ? `<p>${esc(t["translation.missing"])}</p>\n` : ""}<div class="story">${product.story ? markdown.render(product.story.text) : ""}</div>
<h2>${esc(t["product.terms"])}</h2>
${facts(tongue, product.terms)}${facts(tongue, product.packing)}<h2>${esc(t["product.specs"])}</h2>
${facts(tongue, product.specs)}${each(product.grids, (grid) => `<table><caption>${esc(grid.title)}</caption><thead><tr>${each(grid.heads, (head) => `<th>${esc(head)}</th>`)}</tr></thead><tbody>${each(grid.rows, (cells) => `\n<tr>${each(cells, (cell) => `<td>${esc(cell)}</td>`)}</tr>`)}\n</tbody></table>\n`)}${product.missing.length ? `<p>${esc(t["product.missing"])}</p>\n${lines(product.missing)}` : ""}<h2>${esc(t["product.record"])}</h2>
${lines(product.record)}<h2>${esc(t["product.how"])}</h2>
${facts(tongue, product.how)}${product.certificates.length ? `<h2>${esc(t["product.certificates"])}</h2>\n${facts(tongue, product.certificates)}` : ""}<h2>${esc(t["product.maker"])}</h2>
<p><a href="${url(tongue, maker.key)}">${esc(maker.heading)}</a><br>${esc(maker.gloss)}</p>
<h2>${esc(product.related)}</h2>
${cards(tongue, related)}<ul>${product.sources.map((text, n) => `\n<li id="s${n + 1}">${esc(text)}</li>`).join("")}
</ul>`;
    const machines = `<script type="application/ld+json">${JSON.stringify(told).replace(/</g, "\\u003c")}</script>`;
    return frame(tongue, product, product.key, main, { type: "product", machines });
  }
};
