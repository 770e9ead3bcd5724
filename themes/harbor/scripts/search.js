/* Searching, on the visitor's own device alone. What is typed is not stored, not sent, and in no address or title. The
   library and the index are loaded when somebody starts; words of distress are known before. */

function searchPages() {
  const by = (id) => document.getElementById(id);
  const box = by("hr-search"), field = by("hr-term"), said = by("hr-said"), list = by("hr-hits"), more = by("hr-more");
  const say = box.dataset, PAUSE = 350, PAGE = 20;

  /* -- Letters: without case, accents, Arabic vowel signs and article, so that every way to write a word is one. ----- */

  const SIGNS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
  const OTHERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ى": "ي", "ة": "ه"};
  const BETWEEN = /([\s!-\/:-@\[-\x60{-~\u00a0-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f]+)/;
  const APOSTROPHES = /['\x60´ʼ‘’]/g;
  function fold(word) {
    const plain = word.toLowerCase().normalize("NFD").replace(SIGNS, "").replace(/[ßæœøđłıىة]/g, (sign) => OTHERS[sign]);
    return plain.length > 3 && plain.startsWith("ال") ? plain.slice(2) : plain;
  }
  const wordsOf = (text) => text.replace(APOSTROPHES, "").split(BETWEEN).map(fold).filter((word) => word.trim() && !BETWEEN.test(word));

  /* -- Words of distress: see reference/distress/README.md for what counts as one. ------------------------------------ */

  const GAP = 2, LONG = 6; // words between, and letters of a word that may have a mistake or be half typed
  const lists = JSON.parse(by("hr-distress").textContent);
  const kinds = Object.keys(lists);
  kinds.forEach((kind) => { lists[kind] = lists[kind].map(wordsOf); });

  /* One letter is another one, is missing, is too many, or two are swapped; the first letter is right. */
  function isMeant(typed, meant, isLast) {
    if (typed === meant) return true;
    if (isLast && typed.length >= LONG && meant.startsWith(typed)) return true;
    if (meant.length < LONG || typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1) return false;
    let at = 1;
    while (at < typed.length && typed[at] === meant[at]) at++;
    return typed.slice(at + 1) === meant.slice(at + 1) || typed.slice(at) === meant.slice(at + 1)
      || typed.slice(at + 1) === meant.slice(at)
      || typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2);
  }
  function holds(typed, phrase) {
    const follows = (from, to, next) => {
      if (next === phrase.length) return true;
      for (let at = from; at < Math.min(to, typed.length); at++) {
        if (isMeant(typed[at], phrase[next], at === typed.length - 1) && follows(at + 1, at + 2 + GAP, next + 1)) return true;
      }
      return false;
    };
    return follows(0, typed.length, 0);
  }
  function showFirst(text) {
    const typed = wordsOf(text);
    const found = typed.length ? kinds.find((kind) => lists[kind].some((phrase) => holds(typed, phrase))) : undefined;
    kinds.forEach((kind) => { by(`hr-${kind}`).hidden = kind !== found; });
    return Boolean(found);
  }

  /* -- The library and the index: loaded once, by a policy that knows these two addresses only. ------------------------ */

  const own = (url) => {
    if (url !== say.library && url !== say.index) throw new TypeError(url);
    return url;
  };
  const loader = window.trustedTypes ? trustedTypes.createPolicy("hr-search", {createScriptURL: own}) : {createScriptURL: own};
  const load = (url) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = loader.createScriptURL(url);
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  let loading, pages, engine;
  const FIELDS = ["title", "line", "kind", "more", "text"];
  function make() {
    pages = self.handrailIndex;
    engine = new MiniSearch({fields: FIELDS, processTerm: fold});
    return engine.addAllAsync(pages.title.map((title, id) => ({
      id, title, line: pages.line[id], kind: pages.kinds[pages.kind[id]], more: pages.more[id], text: pages.text[id],
    })), {chunkSize: 40}); // in portions, so that a slow phone still shows each letter at once
  }
  const start = () => loading || (loading = Promise.all([load(say.library), load(say.index)]).then(make));

  const HOW = {
    boost: {title: 6, more: 3, line: 2, kind: .5},
    prefix: (word) => word.length > 1,
    fuzzy: (word) => (word.length > 8 ? 2 : word.length > 3 ? 1 : false),
  };
  /* Pages that hold all words; else all but the little ones; else as many as any page holds; else their beginnings. */
  const SHORT = 3, ENDING = 3, STEM = 4;
  function hitsFor(text) {
    const words = text.split(BETWEEN).filter((word) => word && !BETWEEN.test(word));
    const long = words.filter((word) => word.length > SHORT);
    const stems = long.filter((word) => word.length > STEM).map((word) => word.slice(0, Math.max(STEM, word.length - ENDING)));
    const all = (some, how) => engine.search(some.join(" "), {...HOW, ...how, combineWith: "AND"});
    const most = (some) => {
      const found = engine.search(some.join(" "), HOW), best = Math.max(...found.map((hit) => hit.queryTerms.length));
      return found.filter((hit) => hit.queryTerms.length === best);
    };
    const ways = [() => all(words), () => all(long), () => most(long.length ? long : words), () => all(stems, {fuzzy: false})];
    return ways.reduce((found, look) => (found.length ? found : look()), []);
  }

  /* -- Showing: results and one sentence, when typing has paused; help at once. ---------------------------------------- */

  let hits = [], shown = 0, waiting, isFirst = false;

  function write(element, text, marked) {
    text.split(BETWEEN).forEach((part) => {
      if (!marked.has(fold(part))) return element.append(part);
      const mark = document.createElement("mark");
      mark.textContent = part;
      return element.append(mark);
    });
  }
  function row(hit) {
    const item = by("hr-hit").content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a"), line = item.querySelector("p"), marked = new Set(hit.terms);
    const language = pages.lang[hit.id];
    if (language) {
      link.hreflang = language;
      [link, line].forEach((element) => { element.lang = language; element.dir = "auto"; });
    }
    link.href = say.root + pages.href[hit.id];
    write(link, pages.title[hit.id], marked);
    write(line, pages.line[hit.id], marked);
    item.querySelector("span").textContent = pages.kinds[pages.kind[hit.id]];
    return item;
  }
  function showMore() {
    list.append(...hits.slice(shown, shown + PAGE).map(row));
    shown += PAGE;
    list.hidden = !hits.length; // an empty list would be read out as one
    more.hidden = hits.length <= shown;
  }
  function show(found) {
    hits = found;
    shown = 0;
    list.textContent = "";
    showMore();
  }
  const tell = (words) => { said.textContent = (isFirst ? `${say.first} ` : "") + words; };

  function look() {
    clearTimeout(waiting);
    const text = field.value.trim();
    if (!text) return;
    start().then(() => {
      if (field.value.trim() !== text) return; // more was typed while the index came; that is looked for in its turn
      show(hitsFor(text));
      const words = hits.length ? say.count : say.none;
      tell(words.replace("%n", hits.length).replace("%w", () => text));
    }).catch(() => {
      loading = undefined;
      tell(say.broken);
    });
  }
  function forget() {
    show([]);
    said.textContent = "";
  }
  function typed() {
    clearTimeout(waiting);
    isFirst = showFirst(field.value);
    if (field.value.trim()) waiting = setTimeout(look, PAUSE);
    else forget();
  }

  field.addEventListener("focus", () => start().catch(() => { loading = undefined; }));
  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") look();
    if (event.key === "Escape" && field.value) {
      event.preventDefault();
      field.value = "";
      typed();
    }
  });
  more.addEventListener("click", () => {
    const next = shown;
    showMore();
    list.querySelectorAll("a")[next].focus();
  });
  box.hidden = false;
  by("hr-without").hidden = true;
  if (field.value) typed();
}

searchPages();
