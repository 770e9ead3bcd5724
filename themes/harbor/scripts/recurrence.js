/* When a meeting happens, by the same rules as recurrence.py, for the finder in the browser.

   Days are numbers counted from 1970-01-01, times minutes from midnight by the clock in the meeting's room. A meeting
   is {days, time, long, rule}: weekdays as bits from Monday, its start, its length, and what is more than weekly. */

const HOUR = 60, DAY = 24 * HOUR, WEEK = 7, USUAL = HOUR;

const weekdayOf = (day) => (day + 3) % WEEK;

function isNth(day, nth) {
  const date = new Date(day * DAY * 60000);
  const inMonth = date.getUTCDate();
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return nth.includes(Math.ceil(inMonth / WEEK)) || (nth.includes(-1) && inMonth + WEEK > days);
}

/* The start that the rule gives for a day, or -1. */
function startOn(meeting, day) {
  const rule = meeting.rule;
  if (rule && rule.pause && rule.pause[0] <= day && day < rule.pause[1]) return -1;
  if (rule && rule.dates && day in rule.dates) return rule.dates[day];
  if (!((meeting.days >> weekdayOf(day)) & 1)) return -1;
  if (!rule) return meeting.time;
  if ((rule.starts !== undefined && day < rule.starts) || (rule.ends !== undefined && day > rule.ends)) return -1;
  if (rule.every && Math.floor((day - rule.from) / WEEK) % rule.every) return -1;
  if (rule.nth && !isNth(day, rule.nth)) return -1;
  return meeting.time;
}

/* What takes place from day to day: [minute since 1970 by the room's clock, minutes long], in order. */
function occasions(meeting, first, last) {
  const changes = (meeting.rule && meeting.rule.changes) || {};
  const length = meeting.long || USUAL;
  const found = [];
  const add = (day) => {
    const start = startOn(meeting, day);
    const change = changes[day];
    if (start < 0 || change === 0) return;
    const on = change && change[0] >= 0 ? change[0] : day;
    const at = change && change[0] >= 0 ? change[1] : start;
    if (first <= on && on <= last) found.push([on * DAY + at, (change && change[2]) || length]);
  };
  for (let day = first; day <= last; day++) if (!(day in changes)) add(day);
  Object.keys(changes).forEach((day) => add(Number(day)));
  return found.sort((a, b) => a[0] - b[0]);
}

/* The next occasion that has not ended at a minute by the room's clock, or null. */
function upcoming(meeting, now, horizon) {
  const today = Math.floor(now / DAY);
  for (let first = today - 1, step = 9; first <= today + horizon; first += step, step *= 4) {
    const next = occasions(meeting, first, Math.min(first + step - 1, today + horizon)).find((o) => o[0] + o[1] > now);
    if (next) return next;
  }
  return null;
}

/* Minutes that a zone's clock is ahead of UTC at a moment: as `offsets` says, {zone: [[since, minutes], …, [end, 0]]},
   else as the browser does, which takes it a third of a second on a poor phone. */
const offsets = {}, clocks = {};
function offsetOf(zone, moment) {
  const known = offsets[zone] || [];
  const later = known.findIndex(([since]) => moment < since);
  return later > 0 ? known[later - 1][1] : askedOffset(zone, moment);
}
function askedOffset(zone, moment) {
  if (!clocks[zone]) {
    const options = {timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric"};
    clocks[zone] = {format: new Intl.DateTimeFormat("en-US", options), known: {}};
  }
  const hour = Math.floor(moment / 30); // no clock is changed in the midst of half an hour
  const {format, known} = clocks[zone];
  if (known[hour] === undefined) {
    const part = {};
    format.formatToParts(new Date(moment * 60000)).forEach((p) => { part[p.type] = Number(p.value); });
    known[hour] = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) / 60000 - moment;
  }
  return known[hour];
}

/* The moment, in minutes since 1970, at which a zone's clock shows a minute; a skipped one counts as before the jump. */
function momentOf(local, zone) {
  const early = local - offsetOf(zone, local - DAY);
  const late = local - offsetOf(zone, local + DAY);
  return early + offsetOf(zone, early) === local || late + offsetOf(zone, late) !== local ? early : late;
}
