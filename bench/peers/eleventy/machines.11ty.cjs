// The site map, the page at the root.
const { base, tongues, pairs, whole } = require("./shared.cjs");

module.exports = class {
  data() {
    return { files: ["index.html", "sitemap.xml"], pagination: { data: "files", size: 1, alias: "file" }, permalink: ({ file }) => `/${file}`, eleventyExcludeFromCollections: true };
  }

  render({ file }) {
    if (file === "index.html") return `<!doctype html><title>Etalase</title><meta http-equiv="refresh" content="0; url=${base}id/index.html">`;
    const urls = Object.values(pairs).flatMap((both) => tongues.filter((tongue) => both[tongue.code] !== undefined).map((tongue) =>
      `<url><loc>${whole(tongue, both[tongue.code])}</loc>${tongues.filter((other) => both[other.code] !== undefined).map((other) => `<xhtml:link rel="alternate" hreflang="${other.code}" href="${whole(other, both[other.code])}"/>`).join("")}</url>\n`));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`;
  }
};
