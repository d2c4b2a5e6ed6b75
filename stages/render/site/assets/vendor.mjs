// Copies the few third-party files that the site serves, with their licences, from node_modules into vendor/, and holds
// each against vendor.sha256. Run it in this folder after `npm ci --ignore-scripts`. `node vendor.mjs -update` writes the
// list anew after a version was raised in package.json.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

const font = "@fontsource/be-vietnam-pro";
const copies = [
  ["echarts/dist/echarts.min.js", "echarts.min.js"],
  ["echarts/i18n/langVI.js", "langVI.js"],
  ["echarts/LICENSE", "LICENSE-echarts.txt"],
  ["echarts/NOTICE", "NOTICE-echarts.txt"],
  ["echarts/licenses/LICENSE-d3", "LICENSE-d3.txt"],
  ["zrender/LICENSE", "LICENSE-zrender.txt"],
  ["tslib/CopyrightNotice.txt", "LICENSE-tslib.txt"],
  [`${font}/LICENSE`, "LICENSE-be-vietnam-pro.txt"],
];
for (const subset of ["latin", "vietnamese"])
  for (const weight of [400, 600, 700])
    copies.push([`${font}/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`, `be-vietnam-pro-${subset}-${weight}.woff2`]);

mkdirSync("vendor", { recursive: true });
for (const old of readdirSync("vendor")) if (old !== ".gitkeep") rmSync(`vendor/${old}`);
const lines = copies.map(([from, to]) => {
  copyFileSync(`node_modules/${from}`, `vendor/${to}`);
  return `${createHash("sha256").update(readFileSync(`vendor/${to}`)).digest("hex")}  ${to}`;
});
const found = lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("\n") + "\n";
if (process.argv.includes("-update")) writeFileSync("vendor.sha256", found);
if (readFileSync("vendor.sha256", "utf8") !== found) {
  console.error("assets: a third-party file is not the one in vendor.sha256:\n" + found);
  process.exit(1);
}
