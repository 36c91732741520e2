import fc from "fast-check";
import { expect, it } from "vitest";
import { matchedPieces } from "./matched-pieces.ts";

it("lights what was found and keeps a little around it", () => {
  const text = `${"前".repeat(40)}我要退款${"后".repeat(40)}`;
  const pieces = matchedPieces(text, [{ keyword: "退款", start: 42, end: 44 }]);
  expect(pieces.map((piece) => piece.text)).toEqual([
    `…${"前".repeat(14)}我要`,
    "退款",
    `${"后".repeat(16)}…`,
  ]);
});

it("melts overlapping matches together", () => {
  const matches = [
    { keyword: "退款", start: 0, end: 2 },
    { keyword: "款式", start: 1, end: 3 },
  ];
  expect(matchedPieces("退款式", matches)).toEqual([{ start: 0, text: "退款式", lit: true }]);
});

it("loses nothing of a short text, whatever the matches", () => {
  const match = fc
    .tuple(fc.integer({ min: -3, max: 20 }), fc.integer({ min: -3, max: 20 }))
    .map(([a, b]) => ({ keyword: "", start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 15 }), fc.array(match, { maxLength: 4 }), (text, matches) => {
      expect(
        matchedPieces(text, matches)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
