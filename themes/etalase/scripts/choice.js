/* Remembers the language a reader chose, and on the gateway leads there at once. The page works without. */
document.querySelectorAll("a[data-lang]").forEach((link) => {
  const { lang } = link.dataset;
  if ("gateway" in document.body.dataset && etalase.kept("language") === lang) location.replace(link.href);
  link.addEventListener("click", () => etalase.kept("language", lang));
});
