// How large the things to press are: WCAG 2.2, 2.5.5 and 2.5.8.

const CONTROLS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button]";
const LARGE = "nav *, body > header *, header:not(main header) *, aside:not(main aside) *, summary, .button";
const LARGE_SIZE = 44;
const SMALL_SIZE = 24;

// What can be pressed for a control: with its label, where it has one.
function pressable(element) {
  const rects = [element, ...(element.labels ?? [])].map((box) => box.getBoundingClientRect());
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  return {
    width: Math.max(...rects.map((rect) => rect.right)) - left,
    height: Math.max(...rects.map((rect) => rect.bottom)) - top,
  };
}

// A link stands in a sentence when it runs with the line and other words run beside it.
function isInSentence(element) {
  if (getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  const words = [];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement.closest("a, button")) words.push(texts.currentNode.data);
  }
  return /\p{L}{2,}/u.test(words.join(" "));
}

// Half a pixel is given away: fractions of a rem fall between pixels.
function smallBoxes() {
  const faults = [];
  for (const element of document.querySelectorAll(CONTROLS)) {
    if (!isSeen(element) && !(element.labels ?? []).length) continue;
    if ([element, ...(element.labels ?? [])].every((box) => !isSeen(box))) continue;
    const needed = element.matches(LARGE) ? LARGE_SIZE : SMALL_SIZE;
    const { width, height } = pressable(element);
    const isLargeEnough = width >= needed - 0.5 && height >= needed - 0.5;
    if (isLargeEnough || (needed === SMALL_SIZE && isInSentence(element))) continue;
    faults.push(`${describe(element)} is ${width.toFixed(1)} × ${height.toFixed(1)} px, ${needed} × ${needed} are needed`);
  }
  return faults;
}
