/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as schemas from "./index.ts";
import { parseDocument } from "./parse.ts";
import * as starter from "./starter.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, code = ""]) => code);

const modules: Readonly<Record<string, object>> = {
  "@sluice/schemas": schemas,
  "@sluice/schemas/starter": starter,
};

/** Runs an example: its imports become arguments, its last comment is what it promises. */
function run(code: string): { readonly result: unknown; readonly promised: unknown } {
  const names: string[] = [];
  const values: unknown[] = [];
  const body = code.replace(/import \{ (.*?) \} from "(.*?)";/g, (_whole, list: string, from: string) => {
    for (const name of list.split(", ")) {
      names.push(name);
      values.push((modules[from] as Readonly<Record<string, unknown>>)[name]);
    }
    return "";
  });
  const example = new Function(...names, `"use strict"; let result;\n${body}\nreturn result;`);
  return { result: example(...values), promised: JSON.parse(/\/\/ result: (.*)/.exec(code)?.[1] ?? "null") };
}

describe("the manual", () => {
  it.each(blocks("ts").map((code, index) => [index + 1, code] as const))(
    "keeps the promise of example %i",
    (_n, code) => {
      const { result, promised } = run(code);
      expect(promised).not.toBeNull();
      expect(result).toEqual(promised);
    },
  );

  it("shows documents that parse", () => {
    const examples = blocks("json");
    expect(examples.length).toBeGreaterThan(0);
    for (const text of examples) expect(parseDocument(JSON.parse(text))).toMatchObject({ ok: true });
  });
});
