// Whether the page has to be scrolled sideways, and whether text is cut off: WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12.

const TOLERANCE = 1;

function scrollsItself(element) {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowX !== "visible") return true;
  }
  return false;
}

function sidewaysFaults() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + TOLERANCE && !scrollsItself(element));
  return [`is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px; too wide: ` +
    (wide.slice(0, 5).map(describe).join(", ") || "nothing with a box of its own")];
}

function textRects(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((rect) => rect.width && rect.height);
}

function cutsOff(style, box, rect) {
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const isCutAcross = hides(style.overflowX) && (rect.right > box.right + TOLERANCE || rect.left < box.left - TOLERANCE);
  const isCutDown = hides(style.overflowY) && (rect.bottom > box.bottom + TOLERANCE || rect.top < box.top - TOLERANCE);
  return isCutAcross || isCutDown;
}

// Text that leaves a box of fixed height is not cut off but runs over what comes next. Half a line may stand out,
// because glyphs are often higher than the line height.
function runsOut(box, rect) {
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  return y < box.top - TOLERANCE || y > box.bottom + TOLERANCE || x < box.left - TOLERANCE || x > box.right + TOLERANCE;
}

function textFault(node) {
  const parent = node.parentElement;
  const rects = textRects(node);
  for (let box = parent; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.display === "inline" || style.display === "contents") continue;
    const frame = box.getBoundingClientRect();
    if (rects.some((rect) => cutsOff(style, frame, rect))) return `${describe(parent)} is cut off by ${describe(box)}`;
    if (style.overflowX === "auto" || style.overflowX === "scroll") return "";
    if (rects.some((rect) => runsOut(frame, rect))) return `${describe(parent)} runs out of ${describe(box)}`;
    if (style.position === "absolute" || style.position === "fixed") return "";
  }
  return "";
}

function clippedTexts() {
  const faults = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.data.trim() || !isSeen(node.parentElement)) continue;
    const fault = textFault(node);
    if (fault) faults.add(fault);
  }
  return [...faults];
}
