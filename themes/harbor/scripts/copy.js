/* Copies what a button holds, such as an address. Where nothing can be copied, the button stays hidden. */

(() => {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => {
      const done = () => { button.nextElementSibling.textContent = button.dataset.done; };
      navigator.clipboard.writeText(button.dataset.copy).then(done, () => { button.hidden = true; });
    });
  }
})();
