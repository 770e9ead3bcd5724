/*
 * The way out: covers the page at once, and puts an ordinary page of another site in its place, in the same tab.
 * Without this script the link itself leads there. What it says, and how it is set, stands in the link.
 */

(() => {
  const link = document.querySelector("a.hr-leave");
  const { wait, two, one, late, guard } = link.dataset;
  const mark = "seen"; // until the tab is closed; its name tells nothing
  const patience = 5000; // ms, counted from the last press; sticky keys are slow
  const title = document.title;
  let veil;

  /* Nothing takes the veil off while the other site is awaited. It stands outside the body, so that hiding the body hides all the rest, whatever a theme does. */
  const cover = () => {
    if (veil) return;
    veil = document.createElement("div");
    veil.setAttribute("role", "alert");
    veil.style.cssText = "position:fixed;inset:0;z-index:9;padding:2rem;background:Canvas;color:CanvasText";
    document.body.style.setProperty("display", "none", "important");
    document.documentElement.append(veil);
    document.title = wait;
    document.querySelectorAll("link[rel~=icon]").forEach((icon) => { icon.href = "data:,"; });
    setTimeout(() => { if (veil) veil.textContent = wait; });
  };

  const uncover = () => {
    if (!veil) return;
    veil.remove();
    veil = undefined;
    document.body.style.removeProperty("display");
    document.title = title;
  };

  const hush = () => {
    document.querySelectorAll("audio, video").forEach((player) => player.pause());
    if (window.speechSynthesis) speechSynthesis.cancel();
    const fields = "textarea, input:not([type=checkbox]):not([type=radio])";
    document.querySelectorAll(fields).forEach((field) => {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true })); // what the page showed because of it goes, too
    });
  };

  /* Storage can be forbidden; then Back is as open as without a guard. */
  const stored = (act) => {
    try {
      return act(sessionStorage);
    } catch (refusal) {
      return null;
    }
  };

  const leave = () => {
    try {
      cover();
      hush();
      if (guard) stored((storage) => storage.setItem(mark, "1"));
    } finally {
      location.replace(link.href);
    }
  };

  const hasLeft = () => Boolean(guard) && stored((storage) => storage.getItem(mark)) !== null;

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("a.hr-leave")) {
      event.preventDefault();
      leave();
    }
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (hasLeft()) leave();
    else uncover();
  });

  if (guard) {
    /* A page that holds a lock is not kept to be shown again: Firefox shows such a page without its storage. */
    if (navigator.locks) navigator.locks.request(mark, { mode: "shared" }, () => new Promise(() => {}));
    const [arrival] = performance.getEntriesByType("navigation");
    if (hasLeft() && arrival && arrival.type === "back_forward") leave();
    else stored((storage) => storage.removeItem(mark));
  }

  if (!two) return;

  /* Shift, three times, and nothing in between: Shift held for a capital, or with the pointer, does not count. */
  const status = document.createElement("p");
  status.className = "hr-hidden";
  status.setAttribute("role", "status");
  link.after(status);
  const words = ["", two, one];
  let presses = 0;
  let alone = false;
  let timer;

  const say = (text) => {
    status.textContent = text;
    link.dataset.presses = presses;
  };
  const forget = () => {
    clearTimeout(timer);
    alone = false;
    presses = 0;
    if (status.textContent) say("");
  };
  const giveUp = () => {
    presses = 0;
    say(late);
    timer = setTimeout(say, patience, "");
  };

  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.isComposing) forget();
    else if (!event.repeat) alone = true;
  }, true);
  addEventListener("pointerdown", forget, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    if (presses === 3) {
      leave();
      return;
    }
    clearTimeout(timer);
    say(words[presses]);
    timer = setTimeout(giveUp, patience);
  }, true);
})();
