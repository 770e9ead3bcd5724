// Lets html-validate read files. Reads its task as JSON from standard input: {"settings": {...}, "files": [...]};
// prints {file: [message, ...]} with every file it has read, of which its own command tells those with faults only.
import { text } from "node:stream/consumers";
import { HtmlValidate } from "html-validate";

const task = JSON.parse(await text(process.stdin));
const validator = new HtmlValidate(task.settings);
const messages = {};
for (const file of task.files) {
  const report = await validator.validateFile(file);
  messages[file] = report.results.flatMap((result) => result.messages);
}
process.stdout.write(JSON.stringify(messages));
