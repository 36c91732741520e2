import { normaliseText } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWords, repeatedWords, roughly, shownIndexes, splitWords } from "./keyword-words.ts";

describe("splitWords", () => {
  it("takes every separator, and keeps blanks inside a word", () => {
    expect(splitWords("退款，退货、换货;空包\n少件\t发 错\r\n 7 days,, ")).toEqual([
      "退款",
      "退货",
      "换货",
      "空包",
      "少件",
      "发 错",
      "7 days",
    ]);
  });
});

describe("duplicates", () => {
  it("counts width, case and script as the same, as the engine does", () => {
    const added = addWords(["退貨", "VIP"], ["退货", "ＶＩＰ", "vip", "空包", "空包"], normaliseText);
    expect(added).toEqual({ words: ["退貨", "VIP", "空包"], skipped: ["退货", "ＶＩＰ", "vip", "空包"] });
  });

  it("says which earlier word a stored one repeats", () => {
    expect([...repeatedWords(["退貨", "空包", "退货", "退货"], normaliseText)]).toEqual([
      [2, "退貨"],
      [3, "退貨"],
    ]);
  });

  it("never finds a duplicate before the engine is loaded that the engine would not", () => {
    const forms: readonly ((word: string) => string)[] = [
      (word) => word.toUpperCase(),
      (word) => word.toLowerCase(),
      (word) => word.normalize("NFKC"),
      (word) => word.normalize("NFD"),
    ];
    const word = fc.string({ unit: fc.constantFrom(..."退貨货ＡaBßｶﾞ㎏①é ") });
    fc.assert(
      fc.property(word, fc.constantFrom(...forms), (one, form) => {
        const other = form(one);
        if (roughly(one) === roughly(other)) expect(normaliseText(one)).toBe(normaliseText(other));
      }),
    );
  });

  it("adds nothing twice, and loses nothing that is new", () => {
    const word = fc.constantFrom("退款", "退貨", "退货", "Ab", "aB", "空包", "ａｂ");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (start, more) => {
        const before = addWords([], start, normaliseText).words;
        const { words, skipped } = addWords(before, more, normaliseText);
        expect(repeatedWords(words, normaliseText).size).toBe(0);
        expect(words.slice(0, before.length)).toEqual(before);
        expect(words.length + skipped.length).toBe(before.length + more.length);
      }),
    );
  });
});

describe("shownIndexes", () => {
  it("folds a long list, but never hides what is lit", () => {
    expect(shownIndexes(5, 5, () => false)).toEqual([0, 1, 2, 3, 4]);
    expect(shownIndexes(6, 3, (index) => index === 4)).toEqual([0, 1, 2, 4]);
  });
});
