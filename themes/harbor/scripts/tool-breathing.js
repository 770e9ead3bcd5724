/* Paces slow breathing by words and a count, and by a disc that grows and shrinks. It begins when somebody asks, and
   ends when they ask again, or at the end of a breath after about five minutes. */

(() => {
  const tool = document.getElementById("hr-tool"), say = tool.dataset;
  const find = (what) => tool.querySelector(what);
  const button = find("button"), status = find("[role=status]"), disc = find(".hr-disc"), word = find("b"), beat = find(".hr-beat");
  const PHASES = ["in", "held", "out", "rest"], LONGEST = 300; // seconds
  const start = button.textContent;
  let begun, timer; // ms since the page was opened, undefined while nothing runs

  function halt(words) {
    clearTimeout(timer);
    begun = undefined;
    delete disc.dataset.phase;
    word.textContent = say.ready;
    beat.textContent = "";
    button.textContent = start;
    status.textContent = words;
  }

  /* Counted from the beginning each time, so that a late timer changes nothing. */
  function pace() {
    const lengths = find(":checked").value.split(" ").map(Number), round = lengths.reduce((sum, each) => sum + each);
    const second = Math.round((performance.now() - begun) / 1000);
    if (second >= LONGEST - LONGEST % round) return halt(say.ended);
    let left = second % round, phase = 0;
    while (left >= lengths[phase]) left -= lengths[phase++];
    word.textContent = say[PHASES[phase]];
    beat.textContent = left + 1;
    disc.style.transitionDuration = `${lengths[phase]}s`;
    disc.dataset.phase = PHASES[phase];
    timer = setTimeout(pace, begun + (second + 1) * 1000 - performance.now());
  }

  function begin() {
    clearTimeout(timer);
    begun = performance.now();
    button.textContent = say.stop;
    status.textContent = say.begun;
    pace();
  }

  const isRunning = () => begun !== undefined;
  button.addEventListener("click", () => { isRunning() ? halt(say.stopped) : begin(); });
  tool.addEventListener("change", () => { if (isRunning()) begin(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && isRunning()) halt(say.stopped); });
  addEventListener("pagehide", () => halt(""));
  tool.hidden = false;
})();
