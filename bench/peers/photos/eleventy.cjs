// eleventy-img as its documentation shows it, two photos at a time: node eleventy.cjs PHOTOS OUT
const fs = require("fs");
const path = require("path");
const found = require("@11ty/eleventy-img");
const Image = found.default || found;
const [photos, out] = process.argv.slice(2);
Image.concurrency = 2;
Promise.all(fs.readdirSync(photos).filter((name) => name.endsWith(".jpg")).sort().map((name) => Image(path.join(photos, name), {
  widths: [400, 800, 1600], formats: ["webp", "jpeg"], outputDir: out,
  filenameFormat: (id, source, width, format) => `${path.parse(source).name}-${width}.${format === "jpeg" ? "jpg" : format}`,
  sharpWebpOptions: { quality: 75 }, sharpJpegOptions: { quality: 80 },
})));
