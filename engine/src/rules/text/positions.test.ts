import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Keyword, keywordOf } from "./keywords.ts";
import { isUnnegated } from "./negation.ts";
import { normaliseText } from "./normalise.ts";
import { findAll } from "./positions.ts";

const at = (source: string, ...keywords: readonly string[]) =>
  findAll(
    source,
    keywords.map((keyword) => keywordOf(keyword) as Keyword),
  ).map(({ keyword, start, end }) => [keyword, source.slice(start, end)]);

describe("findAll", () => {
  it("points into the text as it was written", () => {
    expect(at("請問ＶＩＰ退貨", "vip", "退货")).toEqual([
      ["vip", "ＶＩＰ"],
      ["退货", "退貨"],
    ]);
    expect(at("重量 ㎏ 以上", "kg")).toEqual([["kg", "㎏"]]);
    expect(at("ｶﾞｲﾄﾞ cafe\u0301 한국", "ガ", "café", "한")).toEqual([
      ["ガ", "ｶﾞ"],
      ["café", "cafe\u0301"],
      ["한", "한"],
    ]);
    expect(at("😀退款😀退款", "退款", "😀")).toHaveLength(4);
    expect(at("none", "x")).toEqual([]);
  });

  it("finds in any text what the test finds", () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."退貨ＡaßΣς㎏ﾞｶ\u0301\u3099한ᄒ"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(anyText, anyText, (source, written) => {
        const keyword = keywordOf(written);
        if (!keyword) return;
        expect(findAll(source, [keyword]).length > 0).toBe(normaliseText(source).includes(keyword.text));
      }),
      { numRuns: 20_000 },
    );
  });

  it("finds an occurrence that counts behind one that does not and overlaps it", () => {
    const aa = [keywordOf("aa") as Keyword];
    expect(findAll("不aaa", aa, isUnnegated)).toEqual([{ keyword: "aa", start: 2, end: 4 }]);
    expect(findAll("aaa", aa, (text, at) => at + 2 === text.length)).toEqual([
      { keyword: "aa", start: 1, end: 3 },
    ]);
    expect(findAll("aaaa", aa)).toHaveLength(2);
  });

  it("points at what normalises to the keyword, in any text", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."退貨ＡaßΣς㎏ﾞｶ\u0301\u3099한ᄒ😀不没", "ﬃ", "½", "İ"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    const anyText = fc.string({ unit });
    fc.assert(
      fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), (source, written) => {
        const keywords = written.flatMap((one) => keywordOf(one) ?? []);
        for (const { keyword, start, end } of findAll(source, keywords)) {
          expect(start).toBeLessThan(end);
          expect(normaliseText(source.slice(start, end))).toContain(normaliseText(keyword));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("keeps runs that need no cutting one to one, character by character", () => {
    const simple = [
      [0x20, 0x7e],
      [0x3000, 0x3029],
      [0x4e00, 0x9fff],
      [0xff01, 0xff5e],
    ] as const;
    for (const [from, to] of simple)
      for (let code = from; code <= to; code += 1)
        expect(normaliseText(String.fromCharCode(code))).toHaveLength(1);
  });

  it("finds every keyword that stands literally in the text, whatever surrounds it", () => {
    const chinese = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(chinese, chinese, chinese, (before, keyword, after) => {
        expect(normaliseText(before + keyword + after)).toContain(normaliseText(keyword));
      }),
    );
  });
});
