import { type Condition, checkCondition } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notesOf, pointersOf } from "./condition-notes.ts";
import {
  type ConditionGroup,
  type ConditionNode,
  fromQuery,
  isGroup,
  replaceAt,
  toQuery,
  withoutEmpty,
} from "./condition-tree.ts";
import { anyCondition } from "./testing.ts";

const leaf = (value: string): Condition => ({ fact: "ticket.text", operator: "containsText", value });

const nodesOf = (node: ConditionNode): readonly ConditionNode[] =>
  isGroup(node) ? [node, ...node.rules.flatMap(nodesOf)] : [node];

const at = (condition: Condition, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], condition);

describe("toQuery and fromQuery", () => {
  it("lose nothing of any valid condition", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        fc.pre(checkCondition(condition).length === 0);
        expect(fromQuery(toQuery(condition))).toEqual(condition);
      }),
      { numRuns: 500 },
    );
  });

  it("give every node an id of its own", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const ids = nodesOf(toQuery(condition)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("hold no condition as an empty root", () => {
    expect(fromQuery(toQuery(undefined))).toBeUndefined();
    expect(toQuery(undefined).rules).toEqual([]);
  });

  it("write a list as soon as a bare root holds two lines, and none with one", () => {
    const query = toQuery(leaf("a"));
    const [first] = query.rules;
    if (first === undefined) throw new Error("no line");
    const two: ConditionGroup = { ...query, rules: [first, { ...first, id: "new" }] };
    expect(fromQuery(two)).toEqual({ all: [leaf("a"), leaf("a")] });
    expect(fromQuery({ ...two, rules: [first] })).toEqual(leaf("a"));
  });
});

describe("edits", () => {
  /** Removes the node at a path, as the builder does. */
  const remove = (query: ConditionGroup, path: readonly number[]): ConditionGroup =>
    replaceAt(query, path.slice(0, -1), (node) =>
      isGroup(node) ? { ...node, rules: node.rules.filter((_, index) => index !== path.at(-1)) } : node,
    );

  it("a list that lost its last line goes with it", () => {
    const query = toQuery({ all: [leaf("a"), { any: [{ not: { all: [leaf("b")] } }] }] });
    const left = withoutEmpty(remove(query, [1, 0, 0]));
    expect(fromQuery(left)).toEqual({ all: [leaf("a")] });
    expect(fromQuery(withoutEmpty(remove(left, [0])))).toBeUndefined();
  });

  it("whatever is removed, what is left is valid or nothing", () => {
    fc.assert(
      fc.property(anyCondition, fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), (condition, path) => {
        fc.pre(checkCondition(condition).length === 0);
        const left = fromQuery(withoutEmpty(remove(toQuery(condition), path)));
        if (left !== undefined) expect(checkCondition(left)).toEqual([]);
      }),
    );
  });
});

describe("notes", () => {
  it("know where every node stands in the stored condition", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const query = toQuery(condition);
        const pointers = pointersOf(query);
        for (const node of nodesOf(query)) {
          if (node === query && query.bare) continue;
          const part = fromQuery({ id: "x", combinator: "all", nots: 0, bare: true, rules: [node] });
          expect(at(condition, pointers.get(node.id) ?? "?")).toEqual(part);
        }
      }),
    );
  });

  it("stand beside the line concerned, with what a test run saw there", () => {
    const condition: Condition = { all: [leaf("a"), { not: { any: [leaf("b"), { not: leaf("c") }] } }] };
    const trace = (result: boolean) =>
      ({ type: "leaf", fact: "f", operator: "o", expected: 1, actual: 2, result }) as const;
    const notes = notesOf(
      toQuery(condition),
      [
        { path: "/all/1/not/any/1/not/value", message: { zh: "c", en: "c" }, severity: "error" },
        { path: "/all/0/operator", message: { zh: "a", en: "a" }, severity: "warning" },
        { path: "/all/1", message: { zh: "list", en: "list" }, severity: "info" },
        { path: "", message: { zh: "whole", en: "whole" }, severity: "info" },
      ],
      {
        type: "all",
        result: false,
        children: [
          trace(true),
          {
            type: "not",
            result: true,
            children: [
              {
                type: "any",
                result: false,
                children: [trace(false), { type: "not", result: false, children: [trace(true)] }],
              },
            ],
          },
        ],
      },
    );
    const said = [...notes].map(([id, { findings, trace: seen }]) => [
      id,
      findings.map(({ message }) => message.en).join(),
      seen?.result,
    ]);
    expect(said).toEqual([
      ["c", "whole", false],
      ["c.0", "a", true],
      ["c.1", "list", true],
      ["c.1.0", "", false],
      ["c.1.1", "c", false],
    ]);
  });
});
