// Whether a focused element can be seen whole, or whether something lies over it: WCAG 2.2, 2.4.11 and 2.4.12.

const COLUMNS = 5;
const ROWS = 3;

function samplePoints(rect) {
  const points = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      points.push([rect.left + rect.width * (column + 0.5) / COLUMNS, rect.top + rect.height * (row + 0.5) / ROWS]);
    }
  }
  return points;
}

function belongsTo(element, hit) {
  const labelled = hit?.closest("label")?.control;
  return Boolean(hit) && (element.contains(hit) || hit.contains(element) || labelled === element);
}

// A box larger than the viewport cannot be wholly in it: then only what is in view is looked at.
function coverFault(element) {
  const rects = [...element.getClientRects()].filter((rect) => rect.width && rect.height);
  const isLarge = rects.some((rect) => rect.width > innerWidth || rect.height > innerHeight);
  const isInView = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = rects.flatMap(samplePoints);
  const inView = points.filter(isInView);
  if (!inView.length) return "is out of view";
  if (!isLarge && inView.length < points.length) return `is partly out of view (${inView.length} of ${points.length} points are in it)`;
  const over = inView.map(([x, y]) => document.elementFromPoint(x, y)).filter((hit) => !belongsTo(element, hit));
  return over.length ? `is covered at ${over.length} of ${inView.length} points by ${over[0] ? describe(over[0]) : "nothing known"}` : "";
}
