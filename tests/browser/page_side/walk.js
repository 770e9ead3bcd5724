// Where the focus is now. Stops are numbered as they are met, so that a walk back can be compared.

function beginWalk() {
  window.handrailStops = [];
  rememberUnfocused();
}

// A group of radio buttons is one stop, entered at its first button forwards and at its last one backwards.
function stopKey(element) {
  return element.localName === "input" && element.type === "radio" && element.name
    ? document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]`)
    : element;
}

function currentStop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const key = stopKey(element);
  if (!window.handrailStops.includes(key)) window.handrailStops.push(key);
  return {
    number: window.handrailStops.indexOf(key),
    name: describe(element),
    ring: ringFault(element),
    cover: coverFault(element),
    fragment: element.localName === "a" ? (element.getAttribute("href") ?? "") : "",
    is_in_main: Boolean(element.closest("main")),
  };
}

// Put the focus on the last stop that was met.
function stayAtLastStop() {
  window.handrailStops.at(-1)?.focus({ focusVisible: true });
}

// The stops of the walk, focused again one by one: the way to see their rings in another colour scheme.
function lookAgain() {
  document.activeElement?.blur();
  rememberUnfocused();
  return window.handrailStops.flatMap((element) => {
    element.focus({ focusVisible: true });
    const fault = ringFault(element);
    return fault ? [`${describe(element)} ${fault}`] : [];
  });
}
