import type { CampaignPhase, SluiceDocument } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaignEdges, campaignsInForce, compileCampaign } from "./in-force.ts";

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 11, hour)).toISOString();
const ms = (hour: number): number => Date.UTC(2026, 10, 11, hour);

const phase = (
  id: string,
  from: number,
  until: number,
  more: Partial<CampaignPhase> = {},
): CampaignPhase => ({
  id,
  from: at(from),
  until: at(until),
  ...more,
});

const campaign = (
  key: string,
  phases: CampaignPhase[],
  more: { from?: number; until?: number; precedence?: number } = {},
) => {
  const document: SluiceDocument<"campaign"> = {
    kind: "campaign",
    key,
    name: key,
    formatVersion: 1,
    spec: {
      from: at(more.from ?? 0),
      until: at(more.until ?? 24),
      ...(more.precedence === undefined ? {} : { precedence: more.precedence }),
      phases,
    },
  };
  return compileCampaign(document, 1);
};
const namesAt = (campaigns: Parameters<typeof campaignsInForce>[0], now: number) =>
  campaignsInForce(campaigns, now).phases.map((item) => `${item.campaign}/${item.phase.id}`);

describe("campaignsInForce", () => {
  it("is from the first instant of a phase until before the last", () => {
    const one = [campaign("a", [phase("p", 1, 2)])];
    expect(namesAt(one, ms(1) - 1)).toEqual([]);
    expect(namesAt(one, ms(1))).toEqual(["a/p"]);
    expect(namesAt(one, ms(2) - 1)).toEqual(["a/p"]);
    expect(namesAt(one, ms(2))).toEqual([]);
  });

  it("hands over from phase to phase without a gap and without both", () => {
    const two = [campaign("a", [phase("p", 1, 2), phase("q", 2, 3)])];
    expect(namesAt(two, ms(2) - 1)).toEqual(["a/p"]);
    expect(namesAt(two, ms(2))).toEqual(["a/q"]);
  });

  it("cuts phases to the campaign's window: ending early ends them too", () => {
    const cut = [campaign("a", [phase("p", 0, 10), phase("q", 10, 20)], { from: 1, until: 5 })];
    expect(namesAt(cut, ms(0))).toEqual([]);
    expect(namesAt(cut, ms(4))).toEqual(["a/p"]);
    expect(namesAt(cut, ms(5))).toEqual([]);
    expect(campaignEdges(cut).map(({ phase: id, edge }) => `${id} ${edge}`)).toEqual([
      "p started",
      "p ended",
    ]);
  });

  it("puts the higher precedence first, then the later start, then the key", () => {
    const p = [phase("p", 5, 10)];
    const all = [
      campaign("c", p),
      campaign("b", p),
      campaign("late", p, { from: 2 }),
      campaign("strong", p, { precedence: 1 }),
      campaign("weak", p, { precedence: -1, from: 4 }),
    ];
    const expected = ["strong/p", "late/p", "b/p", "c/p", "weak/p"];
    expect(namesAt(all, ms(6))).toEqual(expected);
    expect(namesAt([...all].reverse(), ms(6))).toEqual(expected);
  });

  it("puts the phase that starts later first, of those that start together the one drawn first", () => {
    const all = [campaign("a", [phase("long", 0, 20), phase("peak", 5, 9), phase("also", 5, 9)])];
    expect(namesAt(all, ms(6))).toEqual(["a/peak", "a/also", "a/long"]);
    expect(namesAt(all, ms(10))).toEqual(["a/long"]);
  });

  it("collects overlays of one policy, strongest first, and says whose they are", () => {
    const sla = (policy: string) => ({ sla: [{ policy, scale: { firstResponse: 2 } }] });
    const inForce = campaignsInForce(
      [
        campaign("a", [phase("p", 0, 9, sla("default")), phase("q", 0, 9, sla("other"))]),
        campaign("b", [phase("p", 0, 9, sla("default"))], { precedence: 5 }),
      ],
      ms(1),
    );
    expect(
      inForce.sla("default").map(({ campaign: key, phase: id, revision }) => [key, id, revision]),
    ).toEqual([
      ["b", "p", 1],
      ["a", "p", 1],
    ]);
    expect(inForce.sla("nothing")).toEqual([]);
    expect(inForce.routing("default")).toEqual([]);
    expect(inForce.classification("default")).toEqual([]);
  });

  it("knows the workflows that run only now, and the announcements", () => {
    const text = { "zh-CN": "双11", en: "Double 11" };
    const one = [campaign("a", [phase("p", 1, 2, { workflows: ["w"], announcement: text })])];
    const inForce = campaignsInForce(one, ms(1));
    expect([...inForce.workflows]).toEqual(["w"]);
    expect(inForce.announcements).toEqual([{ campaign: "a", phase: "p", text }]);
    expect(campaignsInForce(one, ms(2)).workflows.size).toBe(0);
  });
});

/** One phase and all that its place depends on, as the manual says it. */
interface Candidate {
  readonly name: string;
  readonly window: readonly [from: number, until: number];
  readonly campaign: readonly [from: number, until: number];
  readonly precedence: number;
  readonly key: string;
  readonly place: number;
}

/** Whether `a` goes before `b`: precedence, then the campaign's start, then its key, then the phase's start and place. */
function goesBefore(a: Candidate, b: Candidate): boolean {
  if (a.precedence !== b.precedence) return a.precedence > b.precedence;
  if (a.campaign[0] !== b.campaign[0]) return a.campaign[0] > b.campaign[0];
  if (a.key !== b.key) return a.key < b.key;
  const [one, other] = [Math.max(a.window[0], a.campaign[0]), Math.max(b.window[0], b.campaign[0])];
  return one === other ? a.place < b.place : one > other;
}

describe("campaignEdges", () => {
  const hour = fc.integer({ min: 0, max: 24 });
  const window = fc.tuple(hour, hour);
  const campaigns = fc
    .array(
      fc.tuple(window, fc.array(window, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 })),
      {
        maxLength: 4,
      },
    )
    .map((drawn) =>
      drawn.map(([[from, until], phases, precedence], index) =>
        campaign(
          `c${index}`,
          phases.map(([start, end], place) => phase(`p${place}`, start, end)),
          { from, until, precedence },
        ),
      ),
    );

  it("bring into force what a look at every phase says, in its order", () => {
    fc.assert(
      fc.property(campaigns, hour, (all, now) => {
        const candidates = all.flatMap(({ key, precedence, from, until, phases }) =>
          phases.map(
            (one, place): Candidate => ({
              ...{ name: `${key}/${one.phase.id}`, precedence, key, place },
              window: [Date.parse(one.phase.from), Date.parse(one.phase.until)],
              campaign: [from, until],
            }),
          ),
        );
        const holds = ([from, until]: readonly [number, number]) => from <= ms(now) && ms(now) < until;
        const left = candidates.filter(({ window: own, campaign: around }) => holds(own) && holds(around));
        const expected: string[] = [];
        while (left.length > 0) {
          const best = left.reduce((a, b) => (goesBefore(b, a) ? b : a));
          expected.push(best.name);
          left.splice(left.indexOf(best), 1);
        }
        expect(namesAt(all, ms(now))).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("are in time order, and each phase that is ever in force has two", () => {
    fc.assert(
      fc.property(campaigns, (all) => {
        const edges = campaignEdges(all);
        const instants = edges.map((edge) => edge.at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        const ever = new Set(Array.from({ length: 25 }, (_, index) => namesAt(all, ms(index))).flat());
        expect(new Set(edges.map((edge) => `${edge.campaign}/${edge.phase}`))).toEqual(ever);
        expect(edges).toHaveLength(ever.size * 2);
      }),
    );
  });

  it("are the only instants at which anything changes", () => {
    fc.assert(
      fc.property(campaigns, fc.integer({ min: ms(-1), max: ms(25) }), (all, now) => {
        const last = campaignEdges(all).findLast((edge) => edge.at <= now)?.at;
        expect(campaignsInForce(all, now).key).toBe(campaignsInForce(all, last ?? ms(-2)).key);
      }),
    );
  });
});
