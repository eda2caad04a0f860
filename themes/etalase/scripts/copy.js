/* Copies a text of the page; its button shows only where this script runs. */
(function () {
  "use strict";
  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function copy(text) {
    if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text.textContent);
    select(text);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy"));
  }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.dataset.copy);
      copy(text).then(
        function () {
          document.getElementById("copy-status").textContent = button.dataset.done;
          button.lastChild.textContent = button.dataset.done;
        },
        function () {
          select(text);
        }
      );
    });
  });
})();
