import { describe, expect, it } from "vitest";
import {
  drawn,
  inStep,
  keepStep,
  keptStep,
  mergedText,
  syntaxFault,
  textTaken,
  toText,
  typed,
} from "./json-step.ts";

const before = { name: "a", spec: { n: 1 } };
const after = { name: "b", spec: { n: 1 } };
const refusal = { reason: { key: "editor.refusals.malformed" }, path: "/spec" } as const;

describe("a text in step with a drawing", () => {
  it("becomes the drawing when it is valid, and keeps how it was typed", () => {
    const taken: unknown[] = [];
    const text = '{"name":"b","spec":{"n":1}}';
    const step = typed(inStep(before), text, before, (value) => {
      taken.push(value);
      return undefined;
    });
    expect(taken).toEqual([after]);
    expect(step).toMatchObject({ text, fault: null, parted: false });
    expect(drawn(step, after)).toBe(step);
  });

  it("does not reach the drawing when it is not JSON, and says where", () => {
    const step = typed(inStep(before), '{\n  "name": "b",\n}', before, () => {
      throw new Error("an invalid text was taken");
    });
    expect(step.fault).toEqual({ kind: "syntax", line: 3, column: 1 });
    expect(step.agreed).toBe(before);
  });

  it("says why a well-written text is refused", () => {
    expect(typed(inStep(before), "{}", before, () => refusal).fault).toEqual({ kind: "refused", refusal });
  });

  it("follows the drawing", () => {
    expect(drawn(inStep(before), after).text).toBe(toText(after));
  });

  const untaken = () => {
    throw new Error("a parted text was taken");
  };

  it("is not overwritten by the drawing while it is invalid: the two part", () => {
    const broken = typed(inStep(before), '{"name": "c"', before, () => undefined);
    const parted = drawn(broken, after);
    expect(parted).toMatchObject({ text: '{"name": "c"', parted: true });
    // The drawing came back to what both agreed on: nothing to choose any more.
    expect(drawn(parted, before).parted).toBe(false);
  });

  it("does not overwrite what was drawn meanwhile when it becomes valid: it waits for the person's word", () => {
    const broken = typed(inStep(before), '{"name": "c"', before, untaken);
    const whole = typed(drawn(broken, after), '{"name": "c"}', after, untaken);
    expect(whole).toMatchObject({ text: '{"name": "c"}', fault: { kind: "parted" }, parted: true });
    expect(whole.agreed).toBe(before);
    expect(drawn(whole, before)).toMatchObject({ fault: { kind: "parted" }, parted: true });
  });

  it("parts even where the drawing changed unheard", () => {
    const text = toText({ ...before, name: "c" });
    expect(typed(inStep(before), text, after, untaken)).toMatchObject({ fault: { kind: "parted" } });
  });

  it("goes into what is drawn now when it is taken, and leaves what was drawn elsewhere", () => {
    const text = toText({ ...before, spec: { n: 2 } });
    const parted = typed(drawn(typed(inStep(before), "{", before, untaken), after), text, after, untaken);
    const both = { name: "b", spec: { n: 2 } };
    expect(mergedText(parted, after)).toEqual({ document: both, clashes: [] });
    const taken: unknown[] = [];
    const step = textTaken(parted, after, (value) => {
      taken.push(value);
      return undefined;
    });
    expect(taken).toEqual([both]);
    expect(step).toEqual(inStep(both));
  });

  it("names its clashes with the drawing, and counts there once it is taken", () => {
    const text = toText({ name: "c", spec: { n: 1 } });
    const parted = typed(inStep(before), text, { name: "b", spec: { n: 3 } }, untaken);
    const merged = mergedText(parted, { name: "b", spec: { n: 3 } });
    expect(merged?.clashes.map(({ place }) => place)).toEqual(["/name"]);
    expect(merged?.document).toEqual({ name: "c", spec: { n: 3 } });
  });

  it("stays as it is when it is taken while it is no JSON, or refused", () => {
    const broken = drawn(typed(inStep(before), "{", before, untaken), after);
    expect(textTaken(broken, after, untaken)).toBe(broken);
    const parted = typed(inStep(before), "{}", after, untaken);
    expect(textTaken(parted, after, () => refusal)).toMatchObject({
      text: "{}",
      fault: { kind: "refused", refusal },
      parted: true,
    });
  });

  it("is there again when it was left invalid, and parted when the drawing went on", () => {
    const session = {};
    const broken = typed(inStep(before), "{", before, untaken);
    keepStep(session, broken);
    expect(keptStep(session, before)).toBe(broken);
    expect(keptStep(session, after)).toMatchObject({ text: "{", parted: true });
    keepStep(session, inStep(after));
    expect(keptStep(session, after)).toEqual(inStep(after));
  });

  it("finds comments, trailing commas and missing ends", () => {
    expect(syntaxFault('{"a": 1}')).toBeUndefined();
    expect(syntaxFault('// no\n{"a": 1}')).toMatchObject({ line: 1, column: 1 });
    expect(syntaxFault('{"a": [1,]}')).toMatchObject({ line: 1, column: 10 });
    expect(syntaxFault('{"a": 1')).toMatchObject({ kind: "syntax" });
    expect(syntaxFault("")).toMatchObject({ kind: "syntax" });
  });
});
