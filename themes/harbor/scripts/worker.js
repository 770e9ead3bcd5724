/*
 * Answers from the copy that somebody asked for, where there is no connection; whoever has one gets the site itself.
 * `self.release` names what is published now (formats/offline.py). A copy is one cache; the note in it, written last,
 * says that it is whole, from when it is, and what was chosen.
 */

(() => {
  const root = registration.scope;
  const ours = `copy:${root}:`;
  const NOTE = `${root}copy-note`;
  const PATIENCE = 3000; // ms
  const OLD = 14 * 24 * 3600 * 1000; // ms
  const AT_ONCE = 6;

  const names = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

  const noteIn = async (name) => {
    const note = await caches.match(NOTE, { cacheName: name });
    return note ? note.json() : null;
  };

  const copies = async () => {
    const found = await Promise.all((await names()).map(async (name) => ({ name, note: await noteIn(name) })));
    return found.filter(({ note }) => note).sort((one, other) => (one.note.saved < other.note.saved ? 1 : -1));
  };

  /* A page that was redirected may not answer for another address, so only its text is kept. */
  const plain = async (answer) => (answer.redirected
    ? new Response(await answer.blob(), { headers: { "Content-Type": answer.headers.get("Content-Type") } })
    : answer);

  const fetched = async (address) => {
    const answer = await fetch(address, { cache: "reload", credentials: "omit" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return plain(answer);
  };

  const fill = async ({ language, kind }, tell) => {
    const list = await (await fetched(`${root}offline.json`)).json();
    const { saved, old, [kind]: { files } } = list.languages[language];
    const name = ours + list.release;
    const cache = await caches.open(name);
    const waiting = files.map((path) => new URL(path, root).href);
    const wanted = new Set(waiting);
    const next = async () => {
      while (waiting.length) {
        const address = waiting.pop();
        await cache.put(address, await fetched(address));
        tell({ max: files.length, value: files.length - waiting.length });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    } catch (failure) {
      if (!(await noteIn(name))) await caches.delete(name);
      throw failure;
    }
    const words = { saved, old };
    await cache.put(NOTE, new Response(JSON.stringify({ language, kind, words, saved: new Date().toISOString() })));
    for (const { url } of await cache.keys()) {
      if (url !== NOTE && !wanted.has(url)) await cache.delete(url);
    }
    return name;
  };

  const clearBut = async (kept) => {
    for (const name of await names()) if (name !== kept) await caches.delete(name);
  };

  /* A newer site: the copy is renewed whole, or stays as it was. */
  const renew = async () => {
    const [copy] = await copies();
    if (copy) await clearBut(await fill(copy.note, () => {}));
  };

  const found = async (request) => {
    const [copy] = await copies();
    if (!copy) return {};
    const address = request.url.replace(/[?#].*$/, "").replace(/index\.html$/, "");
    return { copy, answer: await caches.match(address, { cacheName: copy.name }) };
  };

  const dated = async (answer, { note }) => {
    const { words, saved, language } = note;
    const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(saved));
    const age = Date.now() - Date.parse(saved);
    const said = `${words.saved.replace("{date}", day)}${age > OLD ? ` ${words.old}` : ""}`;
    const text = await answer.text();
    const html = text.replace(/<main[^>]*>/, (start) => `${start}<p class="hr-note hr-saved">${said}</p>`);
    return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  };

  /* What the browser itself remembers may be older than the copy, and does not say so: the site is always asked. */
  const asked = ({ url }) => fetch(url, { cache: "no-cache", redirect: "manual" });

  const page = async (request) => {
    const network = asked(request);
    const tooLong = new Promise((_, fail) => { setTimeout(fail, PATIENCE); });
    try {
      const answer = await Promise.race([network, tooLong]);
      if (answer.status < 500) return answer; // a redirect has no status here
    } catch (failure) {
      network.catch(() => {});
    }
    const { copy, answer } = await found(request);
    if (answer) return dated(answer, copy);
    try {
      return await network;
    } catch (failure) {
      if (!copy) throw failure;
      const prefix = await home(copy);
      return Response.redirect(`${prefix}offline/#hr-missing`);
    }
  };

  /* The page of the copy's own language: where that is not the main one, it lies in a folder of its name. */
  const home = async ({ name, note }) => {
    const own = `${root}${note.language}/`;
    return (await caches.match(`${own}offline/`, { cacheName: name })) ? own : root;
  };

  const file = async (request) => {
    const { answer } = await found(request);
    if (answer && request.url.startsWith(`${root}assets/`)) return answer; // its address changes with its bytes
    try {
      return await fetch(request);
    } catch (failure) {
      if (answer) return answer;
      throw failure;
    }
  };

  addEventListener("install", (event) => {
    skipWaiting();
    event.waitUntil(renew());
  });
  addEventListener("message", (event) => {
    const [port] = event.ports;
    const tell = (data) => port.postMessage(data);
    event.waitUntil(fill(event.data, tell).then(clearBut).then(() => tell({ done: true }), () => tell({ failed: true })));
  });
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(root)) return;
    event.respondWith(request.mode === "navigate" ? page(request) : file(request));
  });
})();
