import type { AnyDocument } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { houseOf, Story, start, toDocument, toWorkflow } from "../step/story.fixture.ts";
import type { DefinitionsInput } from "./compile.ts";
import { latestOf, memo } from "./revisions.ts";

const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const channelIs = (value: string) => ({ fact: "ticket.channel", operator: "equal", value });

/** A rule by channel; what a rule gives is called `then`. */
const rule = (id: string) => ({
  id,
  when: channelIs("web"),
  then: { addTags: [id] },
});
const phase = (id: string, from: number, until: number, rest: object = {}) => ({
  id,
  from: iso(from),
  until: iso(until),
  classification: [{ ruleset: "default", prepend: [rule(id)] }],
  routing: [{ policy: "default", prepend: [{ id, steps: [{ pool: id }] }] }],
  ...rest,
});

const ruleset = toDocument("classification", "default", { rules: [rule("usual")], otherwise: {} });
const routing = toDocument("routing", "default", { routes: [], fallback: { pool: "p" }, pools: { p: {} } });
const only = (key: string) => toWorkflow(key, { start: ["trigger", { on: "ticket.created" }] }, []);

/** Two phases of one campaign, the second within the first, and a stronger one that overlaps both. */
const sale = toDocument("campaign", "sale", {
  from: iso(start + hour),
  until: iso(start + 10 * hour),
  phases: [
    phase("long", start + hour, start + 10 * hour, { workflows: ["rush"] }),
    phase("peak", start + 4 * hour, start + 6 * hour),
  ],
});
const flash = toDocument("campaign", "flash", {
  from: iso(start + 5 * hour),
  until: iso(start + 8 * hour),
  precedence: 10,
  phases: [phase("flash", start + 5 * hour, start + 8 * hour)],
});
const campaigns = [sale, flash];
const facts = { "ticket.channel": "web" };

const house = () => houseOf([ruleset, routing, only("usual"), only("rush"), ...campaigns]);
const tagsAt = (definitions: ReturnType<typeof house>, at: number) => {
  const decision = definitions.classification("default", at)?.decision(facts, { now: at });
  return decision?.matched.map(({ id }) => id);
};
const seenAt = (definitions: ReturnType<typeof house>, at: number) => ({
  tags: tagsAt(definitions, at),
  route: definitions.routing("default", at)?.routeFor(facts, at),
  workflows: definitions.workflows(at).map(({ ref }) => ref.key),
});

describe("what campaigns lay over the house", () => {
  const at = (hours: number) => seenAt(house(), start + hours * hour);

  it("is there from the first instant to before the last, the strongest first", () => {
    expect(at(0)).toEqual({ tags: ["usual"], route: "fallback", workflows: ["usual"] });
    expect(at(1)).toEqual({ tags: ["long", "usual"], route: "long", workflows: ["rush", "usual"] });
    expect(at(4).tags).toEqual(["peak", "long", "usual"]);
    expect(at(5)).toEqual({
      tags: ["flash", "peak", "long", "usual"],
      route: "flash",
      workflows: ["rush", "usual"],
    });
    expect(at(8).tags).toEqual(["long", "usual"]);
    expect(seenAt(house(), start + 10 * hour - 1).tags).toEqual(["long", "usual"]);
    expect(at(10)).toEqual(at(0));
  });

  it("does not depend on what was asked before: caches are right in any order of time", () => {
    const instants = fc.integer({ min: 0, max: 11 * 60 }).map((minutes) => start + minutes * 60_000);
    const one = house();
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 8 }), (asked) => {
        for (const instant of asked) expect(seenAt(one, instant)).toEqual(seenAt(house(), instant));
      }),
      { numRuns: 40 },
    );
  });

  it("has its edges in order of time", () => {
    const { campaignEdges } = house();
    expect(
      campaignEdges.map(({ at: instant, phase: id, edge }) => [(instant - start) / hour, id, edge]),
    ).toEqual([
      [1, "long", "started"],
      [4, "peak", "started"],
      [5, "flash", "started"],
      [6, "peak", "ended"],
      [8, "flash", "ended"],
      [10, "long", "ended"],
    ]);
  });
});

describe("pinned revisions", () => {
  const stage = (value: string) =>
    toWorkflow(
      "w",
      {
        start: ["trigger", { on: "ticket.created" }],
        nap: ["wait", { for: "PT10M" }],
        set: ["update", { stage: value }],
      },
      ["start>nap", "nap.done>set"],
    );

  it("go on in the revision that they began with, while new runs take the live one", () => {
    const told = new Story(houseOf([stage("old")]));
    told.create();
    const input: Partial<DefinitionsInput> = {
      live: [{ document: stage("new"), revision: 2 }],
      pinned: [{ document: stage("old"), revision: 1 }],
    };
    const after = houseOf([], input);
    expect(after.revisionOf("workflow", "w")).toBe(2);
    const moved = new Story(after);
    moved.state = told.current;
    moved.tell(10, { type: "timer" });
    expect(moved.ticket.stage).toBe("old");
    const fresh = new Story(after);
    fresh.create();
    fresh.tell(10, { type: "timer" });
    expect(fresh.ticket.stage).toBe("new");
  });

  it("that were not loaded are named, not guessed", () => {
    const told = new Story(houseOf([stage("old")]));
    told.create();
    const without = new Story(houseOf([], { live: [{ document: stage("new"), revision: 2 }] }));
    without.state = told.current;
    expect(() => without.tell(10, { type: "timer" })).toThrow(
      expect.objectContaining({
        code: "definition.missing",
        details: expect.objectContaining({ node: "nap" }),
      }),
    );
  });
});

describe("looking documents up", () => {
  const published = (key: string, revision: number): { document: AnyDocument; revision: number } => ({
    document: only(key),
    revision,
  });

  it("finds the latest by key, each by its revision, and nothing by names of Object", () => {
    const listed = [published("a", 1), published("a", 2), published("b", 1)];
    expect([...latestOf(listed)].map(([id, { revision }]) => [id, revision])).toEqual([
      ["workflow/a", 2],
      ["workflow/b", 1],
    ]);
    expect([...latestOf(listed, true).keys()]).toEqual(["workflow/a@1", "workflow/a@2", "workflow/b@1"]);
    const definitions = house();
    for (const key of ["constructor", "__proto__", "toString"]) {
      expect(definitions.classification(key, start)).toBeUndefined();
      expect(definitions.routing(key, start)).toBeUndefined();
      expect(definitions.sla(key)).toBeUndefined();
      expect(definitions.calendar(key)).toBeUndefined();
    }
  });

  it("computes each revision once, an absent one too", () => {
    const asked: string[] = [];
    const find = memo((key, revision) => {
      asked.push(`${key}@${revision}`);
      return undefined;
    });
    for (const revision of [undefined, 1, undefined, 1]) find("a", revision);
    expect(asked).toEqual(["a@undefined", "a@1"]);
  });

  it("always has 24x7, and falls back to the first routing policy", () => {
    expect(house().calendar("24x7")?.revision).toBe(0);
    expect(house().defaultRouting).toBe("default");
    const other = toDocument("routing", "b", { routes: [], fallback: { pool: "p" }, pools: { p: {} } });
    const first = toDocument("routing", "a", { routes: [], fallback: { pool: "p" }, pools: { p: {} } });
    expect(houseOf([other, first]).defaultRouting).toBe("a");
  });
});

describe("clock facts", () => {
  const reading = (text: string) =>
    houseOf([
      toWorkflow("w", { start: ["trigger", { on: "ticket.created" }], say: ["reply", { text }] }, [
        "start>say",
      ]),
    ]).readsClockFacts;

  it("are made where something names a clock, however it is written", () => {
    expect(reading("{{ sla.resolution.remainingMinutes }}")).toBe(true);
    expect(reading('{{ sla["resolution"].state }}')).toBe(true);
    expect(reading("{% assign left = sla.resolution %}{{ left.remainingMinutes }}")).toBe(true);
  });

  it("are not made otherwise: trigger events have like names", () => {
    expect(reading("您好")).toBe(false);
    const breached = toWorkflow("w", { start: ["trigger", { on: "sla.breached" }] }, []);
    expect(houseOf([breached]).readsClockFacts).toBe(false);
  });
});
