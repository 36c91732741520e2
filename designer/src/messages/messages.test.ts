import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const chinese = new Map(flatten(zhCN));
const english = new Map(flatten(en));
const places = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const cjk = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

describe("messages", () => {
  it("has the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it("fills the same places in both languages", () => {
    const differing = [...chinese.keys()].filter(
      // `once` needs no number.
      (key) => !key.endsWith("_one") && String(places(chinese.get(key))) !== String(places(english.get(key))),
    );
    expect(differing).toEqual([]);
  });

  it("leaves no text empty but those that mean to say nothing", () => {
    const empty = [...chinese, ...english].filter(([, text]) => text === "").map(([key]) => key);
    expect(new Set(empty)).toEqual(new Set(["why.cause.route"]));
  });

  it("keeps Chinese out of the English texts, save the name of the other language", () => {
    const mixed = [...english].filter(([, text]) => cjk.test(text)).map(([key]) => key);
    expect(mixed.sort()).toEqual(["shell.commands.language", "shell.otherLanguage"]);
  });
});

describe("sources", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(tsx?|css)$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith("messages"),
  );
  const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

  it("holds texts nowhere else", () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => cjk.test(codeOf(readFileSync(join(root, file), "utf8"))))).toEqual([]);
  });
});
