/* Copies a text of the page. */
document.querySelectorAll("[data-copy]").forEach((button) =>
  button.addEventListener("click", async () => {
    const { copy, done } = button.dataset, text = document.getElementById(copy);
    if (await etalase.copy(text.textContent, text))
      document.getElementById("copy-status").textContent = button.lastChild.textContent = done;
  })
);
