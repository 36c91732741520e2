import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templatePieces } from "./template-pieces.ts";

describe("templatePieces", () => {
  it("cuts at braces and at unknown names", () => {
    const text = "您好 {{ a.b }}！{{ oops }}";
    const start = text.indexOf("oops");
    const pieces = templatePieces(text, [{ name: "oops", start, end: start + 4 }]);
    expect(pieces.map(({ kind, text: part }) => `${kind}:${part}`)).toEqual([
      "text:您好 ",
      "expression:{{ a.b }}",
      "text:！",
      "expression:{{ ",
      "unknown:oops",
      "expression: }}",
    ]);
  });

  it("loses nothing, whatever the text", () => {
    const piece = fc.constantFrom("{{", "}}", "{%", "%}", "a", "\n", "文");
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join("");
        expect(
          templatePieces(text, [])
            .map((one) => one.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
