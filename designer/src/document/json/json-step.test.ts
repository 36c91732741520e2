import { describe, expect, it } from "vitest";
import { drawn, inStep, syntaxFault, toText, typed } from "./json-step.ts";

const before = { name: "a", spec: { n: 1 } };
const after = { name: "b", spec: { n: 1 } };
const refusal = { reason: { key: "editor.refusals.malformed" }, path: "/spec" } as const;

describe("a text in step with a drawing", () => {
  it("becomes the drawing when it is valid, and keeps how it was typed", () => {
    const taken: unknown[] = [];
    const text = '{"name":"b","spec":{"n":1}}';
    const step = typed(inStep(before), text, (value) => {
      taken.push(value);
      return undefined;
    });
    expect(taken).toEqual([after]);
    expect(step).toMatchObject({ text, fault: null, parted: false });
    expect(drawn(step, after)).toBe(step);
  });

  it("does not reach the drawing when it is not JSON, and says where", () => {
    const step = typed(inStep(before), '{\n  "name": "b",\n}', () => {
      throw new Error("an invalid text was taken");
    });
    expect(step.fault).toEqual({ kind: "syntax", line: 3, column: 1 });
    expect(step.agreed).toBe(before);
  });

  it("says why a well-written text is refused", () => {
    expect(typed(inStep(before), "{}", () => refusal).fault).toEqual({ kind: "refused", refusal });
  });

  it("follows the drawing", () => {
    expect(drawn(inStep(before), after).text).toBe(toText(after));
  });

  it("is not overwritten by the drawing while it is invalid: the two part until one is chosen", () => {
    const broken = typed(inStep(before), '{"name": "c"', () => undefined);
    const parted = drawn(broken, after);
    expect(parted).toMatchObject({ text: '{"name": "c"', parted: true });
    // The drawing came back to what both agreed on: nothing to choose any more.
    expect(drawn(parted, before).parted).toBe(false);
    const whole = typed(parted, '{"name": "c"}', () => undefined);
    expect(whole).toMatchObject({ fault: null, parted: false, agreed: { name: "c" } });
  });

  it("finds comments, trailing commas and missing ends", () => {
    expect(syntaxFault('{"a": 1}')).toBeUndefined();
    expect(syntaxFault('// no\n{"a": 1}')).toMatchObject({ line: 1, column: 1 });
    expect(syntaxFault('{"a": [1,]}')).toMatchObject({ line: 1, column: 10 });
    expect(syntaxFault('{"a": 1')).toMatchObject({ kind: "syntax" });
    expect(syntaxFault("")).toMatchObject({ kind: "syntax" });
  });
});
