/** `pnpm bench [name …]`: runs the benches, each a table and one line of JSON; figures are ratios within one run. */
import { readdirSync } from "node:fs";
import { ensureBuilt, ensureInstalled, pnpm, runToExit } from "../../api/bin/bootstrap.js";

const folder = new URL("../dist/bench/", import.meta.url);

await runToExit(async () => {
  ensureInstalled();
  ensureBuilt();
  pnpm(["exec", "tsc", "-b", "test"]);
  const all = readdirSync(folder).flatMap((file) => /^(\w+)\.bench\.js$/.exec(file)?.[1] ?? []);
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`No bench named ${unknown.join(", ")}; there are: ${all.join(", ")}`);
    return 1;
  }
  for (const name of wanted.length > 0 ? wanted : all) {
    const { bench } = await import(new URL(`${name}.bench.js`, folder).href);
    const figures = await bench();
    console.table(figures.rows);
    console.log(JSON.stringify({ bench: name, ...figures }));
  }
  return 0;
});
