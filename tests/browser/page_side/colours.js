// Contrast as WCAG 2.2 defines it, between computed colours and what is really painted beneath.

function parseColour(text) {
  const numbers = (text.match(/-?[\d.]+(?:e-?\d+)?/g) || []).map(Number);
  if (/^rgba?\(/.test(text)) return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  if (/^color\(srgb /.test(text)) return { rgb: numbers.slice(0, 3).map((part) => part * 255), alpha: numbers[3] ?? 1 };
  return null;
}

function luminance(rgb) {
  const linear = rgb.map((part) => part / 255).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// The colour painted at a point, an ignored element left out; null where a picture or a mixture makes it unknowable.
function backdropAt(x, y, ignored) {
  for (const box of document.elementsFromPoint(x, y)) {
    if (ignored?.contains(box)) continue;
    const style = getComputedStyle(box);
    if (style.backgroundImage !== "none") return null;
    const colour = parseColour(style.backgroundColor);
    if (!colour || (colour.alpha > 0 && colour.alpha < 1)) return null;
    if (colour.alpha === 1) return colour.rgb;
  }
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches &&
    getComputedStyle(document.documentElement).colorScheme.includes("dark");
  return isDark ? [18, 18, 18] : [255, 255, 255];
}
