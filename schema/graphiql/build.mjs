// Bundles the page into dist/, together with the licences of all that the bundle contains.
import { createHash } from "node:crypto";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

process.chdir(import.meta.dirname);

// It would inject <style> elements, which our content security policy forbids, to stop a page behind a dialog
// from scrolling; ours never scrolls.
const WITHOUT_INJECTED_STYLES = { "react-style-singleton": "./src/noStyle.js" };

const withoutFonts = {
  name: "without-fonts",
  setup({ onLoad }) {
    onLoad({ filter: /graphiql\/dist\/style\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/@font-face\s*{[^}]*}/g, ""),
      loader: "css",
    }));
  },
};

await rm("dist", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/app.jsx"],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  charset: "utf8",
  legalComments: "none",
  alias: WITHOUT_INJECTED_STYLES,
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [withoutFonts],
  metafile: true,
});
await cp("src/index.html", "dist/index.html");
await cp("src/icon.svg", "dist/icon.svg");
await writeFile("dist/LICENSES.txt", await licences(Object.keys(metafile.inputs)));
await writeFile("dist/SOURCES.sha256", await fingerprint());

// A test compares it, so that nobody commits a changed source with a stale bundle.
async function fingerprint() {
  const sources = (await readdir("src")).sort().map((name) => `src/${name}`);
  const hash = createHash("sha256");
  for (const file of ["build.mjs", "package-lock.json", ...sources]) hash.update(await readFile(file));
  return `${hash.digest("hex")}\n`;
}

async function licences(files) {
  const folders = new Set(files.map((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]));
  folders.delete(undefined);
  const holders = new Map();
  for (const folder of [...folders].sort()) {
    const { title, text } = await licence(folder);
    holders.set(text, [...(holders.get(text) ?? []), title]);
  }
  return [...holders].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

async function licence(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const names = (await readdir(folder)).filter((entry) => /^(licen[cs]e|notice)/i.test(entry)).sort();
  const texts = await Promise.all(names.map((entry) => readFile(`${folder}/${entry}`, "utf8")));
  const text = texts.join("\n").trim() || (await plainLicence(name, license, author?.name ?? author));
  return { title: `${name} ${version} (${license})`, text };
}

// Some packages name the MIT licence without shipping its text.
async function plainLicence(name, license, author = `the authors of ${name}`) {
  if (license !== "MIT") throw new Error(`${name} (${license}) ships no licence text`);
  const graphiql = await readFile("node_modules/graphiql/LICENSE", "utf8");
  return `Copyright (c) ${author}\n\n${graphiql.slice(graphiql.indexOf("Permission is hereby")).trim()}`;
}
