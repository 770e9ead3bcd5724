// What must hold when the visitor's system asks for less motion or for its own colours.

function movingParts() {
  const isSlow = (times) => times.split(",").some((time) => parseFloat(time) > 0.001);
  const slow = [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return isSlow(style.transitionDuration) || (style.animationName !== "none" && isSlow(style.animationDuration));
  });
  return [
    ...document.getAnimations().map((animation) => `${describe(animation.effect?.target ?? document.body)} is moving`),
    ...slow.map((element) => `${describe(element)} would move: it has a duration`),
  ];
}

function hasMark(element) {
  const style = getComputedStyle(element);
  const hasBorder = ["Top", "Right", "Bottom", "Left"].some((side) =>
    !["none", "hidden"].includes(style[`border${side}Style`]) && parseFloat(style[`border${side}Width`]) >= 1);
  const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return style.textDecorationLine.includes("underline") || hasBorder || hasOutline;
}

// Backgrounds are gone in forced colours: only a line tells a link or a button from the text around it.
function unmarkedControls() {
  return [...document.querySelectorAll("a[href], button, [role=button]")]
    .filter((element) => isSeen(element) && ![element, ...element.querySelectorAll("*")].some(hasMark))
    .map((element) => `${describe(element)} has no underline, border or outline`);
}
