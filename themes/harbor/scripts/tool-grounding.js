/* Shows one step at a time. What somebody writes is forgotten when they leave the page. */

(() => {
  const tool = document.getElementById("hr-tool");
  const steps = [...tool.querySelectorAll("section")], buttons = [...tool.querySelectorAll("button")];
  let at = 0;

  function show() {
    steps.forEach((step, i) => { step.hidden = i !== at; });
    buttons.forEach((button) => { button.hidden = !steps[at + Number(button.dataset.by)]; });
    buttons[2].hidden = at + 1 < steps.length;
  }

  tool.addEventListener("click", ({target}) => {
    if (!target.dataset.by) return;
    at += Number(target.dataset.by);
    if (target === buttons[2]) tool.reset();
    show();
    steps[at].querySelector("h3").focus();
  });
  /* Browsers bring the place of the first letter into view, not the whole field, which the bar then covers in part. */
  tool.addEventListener("focusin", ({target}) => target.scrollIntoView({block: "nearest"}));
  tool.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("pagehide", () => {
    tool.reset();
    at = 0;
    show();
  });
  show();
  tool.hidden = false;
})();
