/** What a browser fetches before the first page: the shell. Everything heavy is a chunk of its own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { ensureAppBuilt, root } from "./built-app.ts";

const app = join(root, "designer/dist/app");
const ceiling = 420_000;

/** The scripts and styles that the page itself names, with what they weigh packed. */
function shell(): ReadonlyMap<string, number> {
  const page = readFileSync(join(app, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, name]) => name ?? "",
  );
  return new Map(named.map((name) => [name, gzipSync(readFileSync(join(app, name))).length]));
}

beforeAll(ensureAppBuilt);

it(`weighs at most ${ceiling / 1000} kB packed`, () => {
  const weights = [...shell().values()];
  expect(weights.length).toBeGreaterThan(2);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(ceiling);
});

it("holds neither canvas nor editor nor forms", () => {
  const code = [...shell().keys()].map((name) => readFileSync(join(app, name), "utf8")).join("\n");
  for (const sign of ["react-flow__", "monaco-editor", "rjsf"]) expect(code).not.toContain(sign);
});
