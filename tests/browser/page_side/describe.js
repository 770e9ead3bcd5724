// How elements are named in reports, and which of them a person can see.

function describe(element) {
  const id = element.id ? `#${element.id}` : "";
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  const words = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
  return `${element.localName}${id}${classes} “${words.slice(0, 40)}”`;
}

// Hidden for the eyes but not for screen readers: shrunk to a point, cut away, or put beside the page.
function isOnlySpoken(element) {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    const rect = box.getBoundingClientRect();
    const isCutAway = style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(0px, 0px") ||
      style.clip.startsWith("rect(1px, 1px");
    const isPoint = style.overflow !== "visible" && rect.width <= 1 && rect.height <= 1;
    const isBeside = rect.right + scrollX <= 0 || rect.bottom + scrollY <= 0;
    if (isCutAway || isPoint || (isBeside && style.position !== "static")) return true;
  }
  return false;
}

function isSeen(element) {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    [...element.getClientRects()].some((rect) => rect.width && rect.height) && !isOnlySpoken(element);
}
