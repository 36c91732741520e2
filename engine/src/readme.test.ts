/// <reference types="node" />
import { readFileSync } from "node:fs";
import * as schemas from "@sluice/schemas";
import * as starter from "@sluice/schemas/starter";
import * as typebox from "typebox";
import { describe, expect, it } from "vitest";
import * as engine from "./index.ts";
import * as reference from "./reference.ts";
import * as nodeKind from "./workflow/node-kind.ts";
import * as ports from "./workflow/ports.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);

const modules: Readonly<Record<string, object>> = {
  "@sluice/engine": engine,
  "@sluice/engine/reference": reference,
  "@sluice/schemas": schemas,
  "@sluice/schemas/starter": starter,
  "../../node-kind.ts": nodeKind,
  "../../ports.ts": ports,
  typebox,
};

/** The example as a function's body: imports become arguments, and the types of constants are left out. */
async function run(code: string): Promise<unknown> {
  const given = new Map<string, unknown>();
  const body = code
    .replace(/import \{ (.*?) \} from "(.*?)";/g, (_whole, list: string, from: string) => {
      for (const name of list.split(", "))
        given.set(name, (modules[from] as Readonly<Record<string, unknown>>)[name]);
      return "";
    })
    .replace(/^export const (\w+)(?:: \w+)? =/gm, "const $1 =");
  for (const [name, value] of given) expect(value, `the example imports ${name}`).toBeDefined();
  const source = `return (async () => { "use strict"; let result;\n${body}\nreturn result; })();`;
  return await new Function(...given.keys(), source)(...given.values());
}

describe("the manual", () => {
  it.each(examples.map((code, index) => [index + 1, code] as const))(
    "keeps the promise of example %i",
    async (_index, code) => {
      const promised = /\/\/ result: (.*)/.exec(code)?.[1];
      expect(JSON.parse(JSON.stringify(await run(code)))).toEqual(
        JSON.parse(promised ?? "the example has no result"),
      );
    },
  );

  it("names every value that the package exports", () => {
    for (const name of Object.keys(engine)) expect(readme, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it("gives the reason of every dependency", () => {
    const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    for (const name of Object.keys(dependencies)) expect(readme).toContain(`| \`${name}\` |`);
  });
});
