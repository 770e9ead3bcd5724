/*
 * Keeps a copy of the site on this device when somebody presses the button, and removes it at the press of another.
 * The worker (worker.js) fetches the files and answers from them; here is what people see of it.
 */

(() => {
  const block = document.querySelector(".hr-copy");
  if (!block || !window.isSecureContext || !navigator.serviceWorker || !window.caches) return;
  const whole = (address) => new URL(address, location.href).href;
  const { language = document.documentElement.lang } = block.dataset;
  const root = whole(block.dataset.root);
  const ours = `copy:${root}:`;
  const part = (name) => block.querySelector(name);
  const says = (word) => part(`[data-says=${word}]`);
  const does = (word) => part(`[data-does=${word}]`);
  const show = (element, isShown) => { if (element) element.hidden = !isShown; };

  const never = document.querySelector(".hr-copy-never");
  show(never, false);
  block.hidden = false;

  const kept = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    const notes = await Promise.all(names.map((name) => caches.match(`${root}copy-note`, { cacheName: name })));
    const [note] = notes.filter(Boolean);
    return note ? note.json() : null;
  };

  const tell = async (hasFailed) => {
    const note = await kept();
    show(says("none"), !note);
    show(says("kept"), note);
    show(says("failed"), hasFailed);
    show(does("remove"), note);
    show(says("busy"), false);
    if (note) {
      const day = new Date(note.saved);
      const time = part("time");
      time.dateTime = note.saved.slice(0, 10);
      time.textContent = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(day);
    }
  };

  /* Browsers that check such things only take an address for a worker through a policy (Trusted Types). */
  const script = (address) => (window.trustedTypes
    ? trustedTypes.createPolicy("copy", { createScriptURL: () => address }).createScriptURL("")
    : address);

  const working = async () => {
    const registration = await navigator.serviceWorker.register(script(whole(block.dataset.worker)), { updateViaCache: "none" });
    const worker = registration.installing || registration.waiting || registration.active;
    if (worker.state !== "activated") {
      await new Promise((done, fail) => {
        worker.addEventListener("statechange", () => {
          if (worker.state === "activated") done();
          if (worker.state === "redundant") fail(new Error("redundant"));
        });
      });
    }
    return worker;
  };

  const filled = (worker, choice) => new Promise((done, fail) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.failed) fail(new Error("not filled"));
      else if (data.done) done();
      else Object.assign(says("busy"), data);
    };
    worker.postMessage(choice, [port2]);
  });

  const keep = async () => {
    const chosen = part("input:checked").value;
    show(says("failed"), false);
    show(says("busy"), true);
    does("keep").disabled = true;
    try {
      await filled(await working(), { language, kind: chosen });
      await tell(false);
    } catch (failure) {
      await tell(true);
    }
    does("keep").disabled = false;
  };

  const remove = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(ours)) await caches.delete(name);
    }
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (registration.scope === root) await registration.unregister();
    }
    location.replace(block.dataset.removed);
  };

  const size = (bytes) => {
    const [unit, count] = bytes > 999500 ? ["megabyte", bytes / 1e6] : ["kilobyte", bytes / 1e3];
    const digits = { maximumFractionDigits: unit === "megabyte" ? 1 : 0 };
    return `(${new Intl.NumberFormat(language, { style: "unit", unit, ...digits }).format(count)})`;
  };

  const offer = async () => {
    const list = await (await fetch(block.dataset.list)).json();
    const kinds = list.languages[language];
    for (const label of block.querySelectorAll("[data-size]")) label.textContent = size(kinds[label.dataset.size].size);
    show(does("choose"), true);
    show(does("keep"), true);
  };

  does("remove").addEventListener("click", remove);
  if (does("keep")) {
    does("keep").addEventListener("click", keep);
    offer().catch(() => {});
  }
  tell(false);
})();
