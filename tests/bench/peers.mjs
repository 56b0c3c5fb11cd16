// Times textlint with prh, and alex, on the texts of a JSON file. Prints milliseconds as JSON.
// node peers.mjs TEXTS.json PRH.yml, run in the folder that holds node_modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.cwd(), "package.json"));
const { TextlintKernel } = require("@textlint/kernel");
const whole = (name) => require(name).default ?? require(name);
const kernel = new TextlintKernel();
const options = {
  filePath: "message.txt",
  ext: ".txt",
  plugins: [{ pluginId: "text", plugin: whole("@textlint/textlint-plugin-text") }],
  rules: [{
    ruleId: "prh",
    rule: whole("textlint-rule-prh"),
    options: { rulePaths: [process.argv[3]] },
  }],
};
const { text: alex } = await import(pathToFileURL(require.resolve("alex")).href);
const checks = {
  "textlint + prh": (text) => kernel.lintText(text, options),
  alex: async (text) => alex(text),
};

const { texts, repeats } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const times = {};
for (const [name, check] of Object.entries(checks)) {
  times[name] = {};
  for (const [title, text] of Object.entries(texts)) {
    const count = text.length < 1000 ? repeats : 3;
    const taken = [];
    for (let turn = 0; turn < count + Math.ceil(count / 10); turn += 1) {
      const start = performance.now();
      await check(text);
      taken.push(performance.now() - start);
    }
    // The first tenth warms the compiler up.
    times[name][title] = taken.slice(-count);
  }
}
console.log(JSON.stringify(times));
