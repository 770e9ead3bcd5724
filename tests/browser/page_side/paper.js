/* What is wrong with a page as its paper shows it. */

const PALEST_PRINT = 7; // contrast with white paper: WCAG 1.4.6, since many printers are short of ink
const SMALLEST_PRINT = 9; // points

function printedTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    const isShown = element.checkVisibility({ checkVisibilityCSS: true }) && !isOnlySpoken(element);
    if (node.textContent.trim() && isShown) texts.push(node);
  }
  return texts;
}

function paperFaults() {
  const faults = [];
  for (const node of printedTexts()) {
    const element = node.parentElement, style = getComputedStyle(element);
    const points = parseFloat(style.fontSize) * 0.75;
    const dark = contrast(parseColour(style.color).rgb, [255, 255, 255]);
    const words = `“${node.textContent.trim().slice(0, 40)}” in ${describe(element)}`;
    if (points < SMALLEST_PRINT - 0.01) faults.push(`${words} has ${points.toFixed(1)} points`);
    if (dark < PALEST_PRINT) faults.push(`${words} is pale: ${dark.toFixed(1)}`);
  }
  const needless = "nav, aside.hr-help, .hr-skip, button, input, select, textarea";
  for (const element of document.querySelectorAll(needless)) {
    if (element.checkVisibility() && !isOnlySpoken(element)) faults.push(`${describe(element)} is printed`);
  }
  for (const link of document.querySelectorAll("main a")) {
    const isOutgoing = /^https?:/.test(link.getAttribute("href") || "");
    const said = getComputedStyle(link, "::after").content;
    if (!link.checkVisibility() || isOutgoing === said.includes(link.getAttribute("href"))) continue;
    faults.push(`${describe(link)} ${isOutgoing ? "says no address" : `says ${said}`}`);
  }
  return faults;
}
