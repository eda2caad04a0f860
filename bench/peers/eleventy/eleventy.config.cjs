// Settings: nothing but the three templates beside this file.
module.exports = (config) => {
  config.addPassthroughCopy("site.css");
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  return { dir: { input: ".", output: "_site", includes: "_none", data: "_none" }, templateFormats: ["11ty.js"] };
};
