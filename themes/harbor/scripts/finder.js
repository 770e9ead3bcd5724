/* The finder's form: it filters the meetings in the page's data, on the visitor's device alone. Nothing is stored,
   nothing is sent, and the address changes only when somebody copies the link to what they see. */

function findMeetings() {
  const by = (id) => document.getElementById(id);
  const form = by("hr-filter"), results = by("hr-results"), list = by("hr-found"), whole = by("hr-all");
  const data = JSON.parse(by("hr-data").textContent);
  const say = form.dataset, language = document.documentElement.lang;
  const options = (id) => [...by(id).options].slice(1);
  const labels = {type: options("hr-type"), lang: options("hr-lang"), region: options("hr-region")};
  const total = data.slug.length, HORIZON = 400, PAGE = 20, SOON = 6, PAUSE = 200;
  const FIELDS = ["q", "day", "part", "how", "type", "region", "lang", "access", "near"];
  const PARTS = {morning: [4, 12], midday: [11, 17], evening: [16, 21], night: [20, 29]};
  const now = Math.floor(Date.now() / 60000);
  data.zones.forEach((zone, i) => { offsets[zone] = data.offsets[i]; });
  const clockOf = (zone) => now + offsetOf(zone, now);
  const meetings = data.slug.map((_, i) => ({
    days: data.days[i], time: data.time[i], long: data.long[i], rule: data.rules[i], zone: data.zones[data.zone[i]],
  }));

  /* -- Texts: searched without accents and case, folded once for all meetings. ------------------------------------ */

  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652]/g, "").toLowerCase();
  let haystack;
  function hay() {
    if (!haystack) {
      const texts = data.name.map((name, i) => [
        name, placeOf(i) < 0 ? "" : data.places[0][placeOf(i)], regionName(i), ...data.types[i].map((t) => labels.type[t].text),
        ...data.langs[i].map((l) => labels.lang[l].text), say[["inPerson", "online", "hybrid"][data.how[i]]],
      ].join(" ").replace(/\n/g, " "));
      haystack = fold(texts.join("\n")).split("\n");
    }
    return haystack;
  }
  const placeOf = (i) => data.place[i];
  const regionName = (i) => data.region[i] < 0 ? "" : labels.region[data.region[i]].text.trim();

  /* -- When: the next time of each meeting, and how to say it. ------------------------------------------------------ */

  const nexts = new Array(total);
  function next(i) {
    if (nexts[i] === undefined) {
      const meeting = meetings[i];
      const found = meeting.time < 0 && !meeting.rule ? null : upcoming(meeting, clockOf(meeting.zone), HORIZON);
      nexts[i] = found && {local: found[0], long: found[1], moment: momentOf(found[0], meeting.zone)};
    }
    return nexts[i];
  }
  function nextOn(i, weekday) {
    const meeting = meetings[i], today = Math.floor(clockOf(meeting.zone) / DAY);
    for (const [local, long] of occasions(meeting, today - 1, today + 62)) {
      if (weekdayOf(Math.floor(local / DAY)) === weekday && local + long > clockOf(meeting.zone)) {
        return {local, long, moment: momentOf(local, meeting.zone)};
      }
    }
    return null;
  }
  /* The page brings the usual times and the next days in words; the browser's own formats are slow to make. */
  const OWN = {time: {timeStyle: "short"}, day: {weekday: "long", month: "long", day: "numeric"}};
  const formats = {};
  const format = (name, local) => {
    formats[name] = formats[name] || new Intl.DateTimeFormat(language, {...OWN[name], timeZone: "UTC"});
    return formats[name].format(new Date(local * 60000));
  };
  let decimals;
  const kilometres = (km) => (decimals = decimals || new Intl.NumberFormat(language, {maximumFractionDigits: 1})).format(km);
  const times = data.times, dates = data.dates;
  const timeText = (local) => times[local % DAY] || (times[local % DAY] = format("time", local).replace(/\s/g, "\u00a0"));
  const zoneNow = say.zone;
  const dayNumber = (local) => Math.floor(local / DAY);
  const dateText = (local) => dates[dayNumber(local)] || (dates[dayNumber(local)] = format("day", local));
  function dayText(local) {
    const distance = dayNumber(local) - dayNumber(clockOf(zoneNow));
    const date = dateText(local);
    return distance === 0 ? `${say.today}, ${date}` : distance === 1 ? `${say.tomorrow}, ${date}` : date;
  }

  /* -- Which: the choices of the form. ------------------------------------------------------------------------------ */

  const field = (name) => by(`hr-${name}`), value = (name) => field(name).value.trim();
  let origin = null; // where "near" is measured from: [latitude, longitude]

  function wanted() {
    const words = fold(value("q")).split(/\s+/).filter(Boolean);
    const day = value("day"), part = PARTS[value("part")], how = value("how"), access = value("access");
    const index = (id) => by(id).selectedIndex - 1;
    const type = index("hr-type"), region = value("region"), lang = index("hr-lang"), bit = index("hr-access");
    const regions = labels.region.map((o) => o.value === region || o.value.startsWith(region + "/"));
    const today = weekdayOf(dayNumber(clockOf(zoneNow)));
    const weekday = day === "today" ? today : day === "tomorrow" ? (today + 1) % WEEK : day === "" ? -1 : Number(day);
    const texts = words.length ? hay() : null;
    const found = [];
    for (let i = 0; i < total; i++) {
      if (texts && !words.every((word) => texts[i].includes(word))) continue;
      if (how === "hybrid" ? data.how[i] !== 2 : how && data.how[i] !== 2 && data.how[i] !== Number(how)) continue;
      if (type >= 0 && !data.types[i].includes(type)) continue;
      if (lang >= 0 && !data.langs[i].includes(lang)) continue;
      if (region && !(data.region[i] >= 0 && regions[data.region[i]])) continue;
      if (access && !(placeOf(i) >= 0 && (data.places[3][placeOf(i)] >> bit) & 1)) continue;
      if (part && !inPart(data.time[i], part)) continue;
      if (origin && distanceTo(i) === null) continue;
      const when = weekday < 0 ? next(i) : nextOn(i, weekday);
      if (day === "today" || day === "tomorrow" ? !when || !isOn(when, day) : weekday >= 0 && !when && !meetsOn(i, weekday)) continue;
      found.push([i, when]);
    }
    const late = Number.MAX_SAFE_INTEGER;
    const order = origin ? ([i]) => distanceTo(i) : ([, when]) => when ? when.moment : late;
    return found.map((pair) => [order(pair), pair]).sort((a, b) => a[0] - b[0] || a[1][0] - b[1][0]).map(([, pair]) => pair);
  }
  const inPart = (time, [from, to]) => time >= 0 && (time >= from * HOUR && time < to * HOUR || time + DAY < to * HOUR);
  const meetsOn = (i, weekday) => (data.days[i] >> weekday) & 1; // perhaps not soon: it may be paused, or start in spring
  const isOn = (when, day) => when.moment <= now ? day === "today"
    : dayNumber(when.local) === dayNumber(clockOf(zoneNow)) + (day === "tomorrow" ? 1 : 0);

  function distanceTo(i) {
    const place = placeOf(i);
    if (place < 0 || !(data.places[1][place] || data.places[2][place])) return null;
    const rad = Math.PI / 180, [lat, lon] = origin;
    const a = data.places[1][place], b = data.places[2][place];
    const h = Math.sin((a - lat) * rad / 2) ** 2 + Math.cos(lat * rad) * Math.cos(a * rad) * Math.sin((b - lon) * rad / 2) ** 2;
    return 12742 * Math.asin(Math.sqrt(h));
  }

  /* -- Showing. ------------------------------------------------------------------------------------------------------ */

  const template = by("hr-row").content.firstElementChild;
  const hows = [say.inPerson, say.online, say.hybrid];

  function row(i, when) {
    const item = template.cloneNode(true), time = item.querySelector("time"), link = item.querySelector("a");
    const [to, facts, note, alert] = item.querySelectorAll("span, .hr-facts-line, .hr-note-line, .hr-alert");
    const local = when ? when.local : data.time[i] >= 0 ? data.time[i] : -1;
    if (local >= 0) {
      time.textContent = timeText(local);
      time.dateTime = new Date(local * 60000).toISOString().slice(0, when ? 16 : 0) || "";
      if (!when) time.removeAttribute("datetime");
      to.textContent = data.long[i] ? `${say.to} ${timeText(local + (when ? when.long : data.long[i]))}` : "";
    } else time.remove();
    link.textContent = data.name[i];
    link.href = say.row.replace("*", data.slug[i]);
    const usual = placeOf(i) < 0 ? [] : [data.places[0][placeOf(i)], regionName(i)];
    const other = when && (data.elsewhere[i] || {})[dayNumber(when.local)];
    const km = origin && !other ? distanceTo(i) : null;
    facts.textContent = [
      km === null ? "" : say.far.replace("%", kilometres(km)), hows[data.how[i]], ...(other ? [other] : usual), data.clocks[data.zone[i]],
      ...data.langs[i].map((l) => labels.lang[l].text), ...data.types[i].map((t) => labels.type[t].text),
    ].filter(Boolean).join(" · ");
    const [rule, warning] = data.said[i] || ["", ""];
    const notes = [rule, other ? say.elsewhere : "", ownTime(i, when)].filter(Boolean);
    notes.length ? note.textContent = notes.join(". ") : note.remove();
    warning ? alert.textContent = warning : alert.remove();
    return item;
  }

  /* Meetings online are for people elsewhere too: their own time stands beside the group's. */
  function ownTime(i, when) {
    if (!when || data.how[i] === 0) return "";
    const own = when.moment - new Date(when.moment * 60000).getTimezoneOffset();
    if (own === when.local) return "";
    const day = dayNumber(own) === dayNumber(when.local) ? "" : `${dateText(own)}, `;
    return say.yours.replace("%", day + timeText(own));
  }

  function groups(found) {
    const grouped = new Map();
    for (const [i, when] of found) {
      const going = when && when.moment <= now;
      const title = origin ? say.nearest : going ? say.now : when ? dayText(when.local) : say.later;
      if (!grouped.has(title)) grouped.set(title, []);
      grouped.get(title).push(row(i, when));
    }
    return [...grouped].map(([title, rows]) => {
      const section = document.createElement("section"), heading = document.createElement("h3"), items = document.createElement("ul");
      heading.textContent = title;
      items.className = "hr-plain hr-meetings";
      items.append(...rows);
      section.append(heading, items);
      return section;
    });
  }

  let matches = [], limit = PAGE, spoken;
  const isAsked = () => FIELDS.some((name) => field(name).value !== "");

  function show() {
    const asked = isAsked();
    matches = asked ? wanted() : soon();
    by("hr-results-title").textContent = asked ? say.found : say.soon;
    list.replaceChildren(...groups(matches.slice(0, limit)));
    by("hr-more").hidden = matches.length <= limit;
    results.hidden = !matches.length;
    whole.hidden = asked;
    by("hr-chosen").textContent = asked ? onPaper() : "";
    by("hr-reset").hidden = by("hr-copy").hidden = !asked;
    clearTimeout(spoken);
    const count = matches.length ? say.count.replace("%", matches.length) : say.none;
    spoken = setTimeout(() => { by("hr-count").textContent = asked ? count : ""; }, 700);
  }
  /* Paper has no form: it says in words what was chosen, and how many of those that fit are on it. */
  function onPaper() {
    const chosen = FIELDS.filter((name) => value(name)).map((name) => field(name).selectedOptions
      ? field(name).selectedOptions[0].text.trim() : value(name));
    const shown = Math.min(limit, matches.length);
    const count = shown < matches.length ? `${shown} / ${matches.length}` : shown;
    return [...chosen, matches.length ? say.count.replace("%", count) : say.none].join(" · ");
  }
  function soon() {
    const coming = [];
    for (let i = 0; i < total; i++) if (next(i) && next(i).moment < now + 2 * DAY) coming.push([i, next(i)]);
    return coming.sort((a, b) => a[1].moment - b[1].moment).slice(0, SOON);
  }

  /* -- Near: a place or region of the list, or the device itself when somebody asks. --------------------------------- */

  function originOf(text) {
    const words = fold(text);
    const points = [];
    if (words) data.places[0].forEach((name, place) => {
      const lat = data.places[1][place], lon = data.places[2][place];
      if ((lat || lon) && fold(name).includes(words)) points.push([lat, lon]);
    });
    if (words && !points.length) data.region.forEach((_, i) => {
      const place = placeOf(i);
      if (place >= 0 && fold(regionName(i)).includes(words) && (data.places[1][place] || data.places[2][place])) {
        points.push([data.places[1][place], data.places[2][place]]);
      }
    });
    const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    return points.length ? [mean(0), mean(1)] : null;
  }
  function near() {
    const text = value("near");
    origin = text === say.device && device ? device : originOf(text);
    by("hr-near-note").textContent = text && !origin ? say.unknown : "";
  }
  let device = null;
  by("hr-locate").addEventListener("click", () => {
    if (!navigator.geolocation) { by("hr-near-note").textContent = say.nowhere; return; }
    navigator.geolocation.getCurrentPosition(({coords}) => {
      device = [coords.latitude, coords.longitude];
      field("near").value = say.device;
      near();
      show();
    }, () => { by("hr-near-note").textContent = say.nowhere; }, {maximumAge: 600000, timeout: 15000});
  });

  /* -- The link to this view: made when asked for, read when the page opens. ------------------------------------------ */

  by("hr-copy").addEventListener("click", () => {
    const kept = FIELDS.filter((name) => value(name) && value(name) !== say.device);
    const link = `${location.href.split("#")[0]}#${new URLSearchParams(kept.map((name) => [name, value(name)]))}`;
    const shown = by("hr-link");
    const done = () => { by("hr-count").textContent = say.copied; };
    const byHand = () => { shown.parentElement.hidden = false; shown.value = link; shown.select(); };
    navigator.clipboard ? navigator.clipboard.writeText(link).then(done, byHand) : byHand();
  });
  function restore() {
    const asked = new URLSearchParams(location.hash.slice(1));
    FIELDS.forEach((name) => { if (asked.has(name)) field(name).value = asked.get(name); });
    by("hr-others").open = ["type", "region", "lang", "access", "near"].some((name) => asked.has(name));
    near();
  }

  let waiting;
  form.addEventListener("input", (event) => {
    const isTyped = event.target.tagName === "INPUT"; // a list that changes under every letter slows a poor phone down
    clearTimeout(waiting);
    waiting = setTimeout(() => { near(); limit = PAGE; show(); }, isTyped ? PAUSE : 0);
  });
  by("hr-reset").addEventListener("click", () => {
    FIELDS.forEach((name) => { field(name).value = ""; });
    near();
    limit = PAGE;
    show();
    field("q").focus();
  });
  by("hr-more").addEventListener("click", () => {
    const first = limit;
    limit += PAGE;
    show();
    list.querySelectorAll("a")[first].focus();
  });
  window.addEventListener("hashchange", () => { restore(); show(); });
  restore();
  show();
  const whenIdle = window.requestIdleCallback || setTimeout;
  [hay, () => format("day", now), () => format("time", now)].forEach((work) => whenIdle(work));
}

/* The form is there as soon as the page is painted, and room for what comes next, so that nothing jumps; the work
   begins when the page has come whole. A browser that cannot do it is left with the lists. */
(() => {
  const form = document.getElementById("hr-filter"), results = document.getElementById("hr-results");
  form.hidden = results.hidden = false;
  results.setAttribute("aria-busy", "true");
  document.addEventListener("DOMContentLoaded", () => {
    try {
      findMeetings();
    } catch (error) {
      form.hidden = results.hidden = true;
      document.getElementById("hr-all").hidden = false;
      throw error;
    } finally {
      results.removeAttribute("aria-busy");
    }
  });
})();
