/* A page kept for long may show a price that has run out: then it says to ask. */
document.querySelectorAll("[data-valid-until]").forEach((price) => {
  const { validUntil, ask } = price.dataset;
  if (ask && new Date(validUntil + "T23:59:59") < new Date()) price.textContent = ask;
});
