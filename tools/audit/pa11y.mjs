// Lets pa11y look at pages, one after the other in one browser. Reads its task as JSON from standard input:
// {"browser": path, "arguments": [...], "options": {...}, "pages": [address, ...]}; prints {address: [issue, ...]}.
import { text } from "node:stream/consumers";
import pa11y from "pa11y";
import puppeteer from "puppeteer";

const task = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({ executablePath: task.browser, args: task.arguments });
const issues = {};
try {
  for (const address of task.pages) {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: "load" });
    // As high as the page is: by chance of where it stands, the bar that stays in view hides what is beneath it.
    const viewport = { width: 1280, height: await page.evaluate(() => document.documentElement.scrollHeight) };
    const result = await pa11y(address, { ...task.options, browser, page, viewport, ignoreUrl: true });
    if (result.pageUrl !== address) throw new Error(`${address} led on to ${result.pageUrl}`);
    issues[address] = result.issues;
    await page.close();
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(issues));
