/* The choices on /display/: shown on that page at once, kept only at the press of a button, and forgotten at another. */

(() => {
  const block = document.querySelector(".hr-display");
  const status = block.querySelector("[role=status]");
  block.hidden = false;

  const chosen = () => {
    const found = {};
    for (const field of block.querySelectorAll("select")) if (field.value) found[field.name] = field.value;
    if (found.font === "legible") found.file = new URL(block.dataset.font, location.href).pathname;
    return found;
  };

  const shown = () => {
    const detail = { chosen: chosen() };
    document.dispatchEvent(new CustomEvent("hr-display", { detail }));
    return detail.key;
  };

  const key = (() => {
    for (const field of block.querySelectorAll("select")) field.value = document.documentElement.dataset[field.name] || "";
    return shown();
  })();

  const forget = () => {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  };

  const acts = {
    tab: () => sessionStorage.setItem(key, JSON.stringify(chosen())),
    device: () => localStorage.setItem(key, JSON.stringify(chosen())),
    nowhere: () => {
      for (const field of block.querySelectorAll("select")) field.value = "";
      shown();
    },
  };

  block.addEventListener("change", shown);
  for (const button of block.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      try {
        forget();
        acts[button.dataset.keep]();
        status.textContent = button.dataset.done;
      } catch (refusal) {
        status.textContent = block.dataset.refused;
      }
    });
  }
})();
