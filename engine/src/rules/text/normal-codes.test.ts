import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NormalCodes } from "./normal-codes.ts";
import { normaliseText } from "./normalise.ts";

const loaded = new NormalCodes();
const viaCodes = (text: string): string => {
  const length = loaded.load(text);
  return Array.from(loaded.codes.subarray(0, length), (code) => String.fromCharCode(code)).join("");
};

describe("NormalCodes", () => {
  it.each([
    ["ＶＩＰ要開發票", "vip要开发票"],
    ["Straße ㎏ cafe\u0301", "strasse kg café"],
    ["ΟΔΟΣ σ ς", "οδοσ σ σ"],
    ["ｶﾞ 한ᆨ \u0000 😀退款", "ガ 핰 \u0000 😀退款".replace("핰", "한ᆨ".normalize("NFKC"))],
    ["\n\t 乾隆年製\u3000", "\n\t 干隆年制 "],
    ["", ""],
  ])("%j is %j", (text, normal) => {
    expect(viaCodes(text)).toBe(normal);
  });

  it("is the normalised text for every code unit alone and beside any other", () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code);
      if (viaCodes(character) !== normaliseText(character)) expect.fail(`U+${code.toString(16)}`);
    }
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const unit = fc.oneof(anyUnit, fc.constantFrom(..."ΑΣaß退貨ﾞｶ\u0301\u3099한ᄒ"));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join("");
        expect(viaCodes(text)).toBe(normaliseText(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it("grows with the text", () => {
    expect(viaCodes("退貨".repeat(5_000))).toBe("退货".repeat(5_000));
  });
});
