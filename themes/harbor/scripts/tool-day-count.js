/* Counts the days from a date to today by the calendar alone, so that neither summer time nor the hour matters. */

(() => {
  const tool = document.getElementById("hr-tool"), say = tool.dataset, status = tool.querySelector("[role=status]");
  const language = document.documentElement.lang, words = JSON.parse(say.counts), DAY = 864e5; // ms
  const plural = window.Intl && Intl.PluralRules && new Intl.PluralRules(language);
  const field = (name) => tool.elements[name];

  /* Digits of Arabic and Persian keyboards count too. */
  const number = (name) => Number(field(name).value.trim().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) % 16));
  function counted(unit, count) {
    const form = plural ? plural.select(count) : count === 1 ? "one" : "other";
    return (words[unit][form] || words[unit].other).replace("%", count);
  }
  function joined(lengths) {
    const said = lengths.filter(([, count]) => count).map(([unit, count]) => counted(unit, count));
    return window.Intl && Intl.ListFormat ? new Intl.ListFormat(language).format(said) : said.join(", ");
  }

  /* Whole months that have passed, and the days since; the 31st counts as the last day where a month is shorter. */
  function calendar(year, month, day, today) {
    const whole = (today.getFullYear() - year) * 12 + today.getMonth() - month - (today.getDate() < day ? 1 : 0);
    const last = new Date(Date.UTC(year, month + whole + 1, 0)).getUTCDate();
    return [whole, Date.UTC(year, month + whole, Math.min(day, last))];
  }

  function answer() {
    const year = number("year"), month = number("month") - 1, day = number("day"), now = new Date();
    const from = new Date(Date.UTC(year, month, day));
    const isDay = year > 999 && from.getUTCMonth() === month && from.getUTCDate() === day;
    if (!isDay) return [say.wrong];
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()), days = (today - from) / DAY;
    if (days < 1) return [days ? say.later : say.today];
    const [months, since] = calendar(year, month, day, now);
    return [
      counted("day", days),
      days > 6 && joined([["week", Math.floor(days / 7)], ["day", days % 7]]),
      months && joined([["year", Math.floor(months / 12)], ["month", months % 12], ["day", (today - since) / DAY]]),
    ];
  }

  tool.addEventListener("submit", (event) => {
    event.preventDefault();
    status.textContent = "";
    answer().filter(Boolean).forEach((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      status.append(line);
    });
  });
  tool.addEventListener("reset", () => { status.textContent = ""; });
  addEventListener("pagehide", () => tool.reset());
  tool.hidden = false;
})();
