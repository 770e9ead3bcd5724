/*
 * Shows every page as somebody asked for on /display/. What was chosen lies in this tab's storage, or in the device's for
 * those who wanted that; on a first visit there is nothing, and nothing is written here. On paper every text is whole:
 * what is folded in it opens for the printer.
 */

(() => {
  const page = document.documentElement;
  const { root } = document.currentScript.dataset;
  const key = `display:${new URL(root || ".", location.href).pathname}`;
  const wear = (chosen) => {
    for (const name of ["size", "look", "space", "font", "motion"]) {
      if (chosen[name]) page.dataset[name] = chosen[name];
      else delete page.dataset[name];
    }
    if (chosen.file && window.FontFace) document.fonts.add(new FontFace("Legible", `url("${chosen.file}")`, { weight: "200 800" }));
  };

  try {
    const kept = sessionStorage.getItem(key) || localStorage.getItem(key);
    if (kept) wear(JSON.parse(kept));
  } catch (refusal) { /* storage can be forbidden: then pages look as they always do */ }
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".hr-prose details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
  document.addEventListener("hr-display", ({ detail }) => {
    detail.key = key;
    wear(detail.chosen);
  });
})();
