// Whether a focused element shows that it is focused: WCAG 2.2, 2.4.7 and 2.4.13.

const THINNEST_RING = 2;
const FAINTEST_RING = 3;

function ringStyle(element) {
  const style = getComputedStyle(element);
  return {
    outline: style.outlineStyle === "none" ? "none" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
    width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    colour: style.outlineColor,
    offset: parseFloat(style.outlineOffset) || 0,
    shadow: style.boxShadow,
  };
}

// To be called while nothing has the focus, so that a ring which is always there does not count as one.
function rememberUnfocused() {
  window.handrailUnfocused = new Map([...document.querySelectorAll("*")].map((element) => [element, ringStyle(element)]));
}

function shadowThickness(shadow) {
  const lengths = [...shadow.replace(/\([^)]*\)/g, "").matchAll(/(-?[\d.]+)px/g)].map((match) => Math.abs(parseFloat(match[1])));
  return Math.max(0, ...lengths);
}

// Four points where the ring is drawn, those outside the viewport left out.
function ringPoints(element, distance) {
  const rect = element.getBoundingClientRect();
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  return [[rect.left - distance, y], [rect.right + distance, y], [x, rect.top - distance], [x, rect.bottom + distance]]
    .filter(([left, top]) => left >= 0 && top >= 0 && left < innerWidth && top < innerHeight);
}

function isFaint(element, colour, distance) {
  const parsed = parseColour(colour);
  if (!parsed) return false;
  if (parsed.alpha === 0) return true;
  const backdrops = ringPoints(element, distance).map(([x, y]) => backdropAt(x, y, distance < 0 ? null : element));
  const known = backdrops.filter(Boolean);
  return known.length > 0 && known.filter((rgb) => contrast(parsed.rgb, rgb) >= FAINTEST_RING).length * 2 < known.length;
}

function ringFaultOf(element) {
  const now = ringStyle(element);
  const before = window.handrailUnfocused?.get(element) ?? { outline: "none", shadow: "none" };
  const hasOutline = now.outline !== "none" && now.outline !== before.outline;
  const hasShadow = now.shadow !== "none" && now.shadow !== before.shadow;
  if (!hasOutline && !hasShadow) return "shows no focus: its outline and shadow stay the same";
  const thickness = Math.max(hasOutline ? now.width : 0, hasShadow ? shadowThickness(now.shadow) : 0);
  if (thickness < THINNEST_RING) return `shows focus by ${thickness} px, ${THINNEST_RING} px are needed`;
  const isOutlineFaint = !hasOutline || isFaint(element, now.colour, now.offset + now.width / 2);
  const isShadowFaint = !hasShadow || isFaint(element, now.shadow.match(/[a-z]+\([^)]*\)/)?.[0] ?? "", 1);
  return isOutlineFaint && isShadowFaint ? `shows focus in ${now.colour}, too close to the colour behind it` : "";
}

// The ring may also be drawn on what stands for the element: its label, or the box around it.
function ringFault(element) {
  const stands = [element, ...(element.labels ?? []), element.parentElement].filter(Boolean);
  const faults = stands.map(ringFaultOf);
  return faults.includes("") ? "" : faults[0];
}
