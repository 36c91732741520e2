import { compileConditions } from "@sluice/engine";
import type { LeafTrace } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundLeaves } from "../../../explain/failing-leaf.ts";
import { type LitSpan, litPieces, litTexts } from "./lit-words.ts";

/** The leaves that the engine itself finds in a ticket's text. */
function found(subject: string, body: string, words: readonly string[]) {
  const text = [subject, body].filter((part) => part !== "").join("\n");
  const when = { fact: "ticket.text", operator: "containsAnyText", value: [...words] };
  const trace = compileConditions(when).explain({ "ticket.text": text });
  return [...foundLeaves(trace)].map((leaf: LeafTrace) => ({ leaf, strong: false }));
}

const litWords = (text: string, spans: readonly LitSpan[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("litTexts", () => {
  it("finds the words where they were typed, in either script and width", () => {
    const [subject, body] = ["我要退貨", "ＶＩＰ客户，快退货"];
    const lit = litTexts(subject, body, found(subject, body, ["退货", "vip"]));
    expect(litWords(subject, lit.subject)).toEqual(["退貨"]);
    expect(litWords(body, lit.body).sort()).toEqual(["ＶＩＰ", "退货"].sort());
  });

  it("lights the body alone where there is no subject", () => {
    const lit = litTexts("", "收到空包", found("", "收到空包", ["空包"]));
    expect(litWords("收到空包", lit.body)).toEqual(["空包"]);
    expect(lit.subject).toEqual([]);
  });

  it("never lights what the words are not, wherever the two texts part", () => {
    const text = fc.stringMatching(/^[ab退款]{0,8}$/);
    fc.assert(
      fc.property(text, text, (subject, body) => {
        const lit = litTexts(subject, body, found(subject, body, ["退款", "ab"]));
        for (const word of [...litWords(subject, lit.subject), ...litWords(body, lit.body)])
          expect(["退款", "ab"]).toContain(word);
        const count = (text: string) => text.split("退款").length - 1 + (text.split("ab").length - 1);
        expect(lit.subject.length + lit.body.length).toBe(count(subject) + count(body));
      }),
    );
  });
});

describe("litPieces", () => {
  const spans = fc.array(
    fc
      .record({ start: fc.nat(12), length: fc.integer({ min: 1, max: 5 }), strong: fc.boolean() })
      .map(({ start, length, strong }) => ({ start, end: start + length, strong })),
    { maxLength: 5 },
  );

  it("loses nothing and lights exactly what is covered", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), spans, (text, lit) => {
        const pieces = litPieces(text, lit);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const [index, { start, text: part, lit: how }] of pieces.entries()) {
          expect(how).not.toBe(pieces[index + 1]?.lit);
          for (let at = start; at < start + part.length; at += 1) {
            const over = lit.filter((span) => span.start <= at && span.end > at);
            expect([how !== "no", how === "strong"]).toEqual([
              over.length > 0,
              over.some(({ strong }) => strong),
            ]);
          }
        }
      }),
    );
  });
});
