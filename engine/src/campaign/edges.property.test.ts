/// <reference types="node" />
/** What edges do to open clocks, for any campaigns: processed late as on time, and the formulas of the three policies. */
import { type AnyDocument, priorities } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions/definitions.ts";
import { processEvent } from "../process/process-event.ts";
import { createLoadState } from "../routing/load-state.ts";
import { campaignEdgeSla } from "../sla/clocks/campaign-edge.ts";
import { startSla } from "../sla/clocks/start.ts";
import { latestClock } from "../sla/clocks/view.ts";
import { fromPhase, hour, monday, policyOf, situation } from "../sla/house.fixture.ts";
import type { EventBody } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import { nextDueAt } from "../step/due.ts";
import { houseOf, toDocument, toWorkflow } from "../step/story.fixture.ts";

const numRuns = (usual: number): number => Math.ceil(usual * Number(process.env.SLUICE_CAMPAIGN_TIMES ?? 1));

const iso = (at: number): string => new Date(at).toISOString();
const office: [string, string][] = [["09:00", "18:00"]];
const calendar = toDocument("calendar", "office", {
  timezone: "Asia/Shanghai",
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
});
const policy = toDocument("sla", "default", {
  calendar: "office",
  tiers: [
    {
      id: "all",
      targets: {
        "*": { firstResponse: "PT2H", resolution: "P2D" },
        P1: { firstResponse: "PT1H", resolution: "PT12H" },
        P0: { firstResponse: "PT15M", resolution: "PT4H", calendar: "24x7" },
      },
    },
  ],
  reminders: [
    { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow" },
    { id: "red", metric: "*", at: "PT0S", card: "red" },
  ],
});
const intake = toWorkflow(
  "intake",
  { start: ["trigger", { on: "ticket.created" }], clocks: ["sla", { policy: "default" }] },
  ["start>clocks"],
);

const edge = fc.constantFrom("keep", "retarget", "lenient");
const target = fc.constantFrom("PT30M", "PT3H", "PT20H", "P1D", "P5D");
const overlay = fc.record(
  {
    policy: fc.constant("default"),
    when: fc.constant({ fact: "ticket.priority", operator: "in", value: ["P1", "P3"] }),
    scale: fc.record(
      { firstResponse: fc.constantFrom(0.5, 2), resolution: fc.constantFrom(0.25, 3) },
      { requiredKeys: [] },
    ),
    targets: fc.dictionary(
      fc.constantFrom("*", "P1"),
      fc.record({ firstResponse: target, resolution: target }, { requiredKeys: [] }),
    ),
    calendar: fc.constantFrom("24x7", "office"),
    inFlight: edge,
    onEnd: edge,
  },
  { requiredKeys: ["policy"] },
);
/** Hours since the ticket came in; before it, too. */
const window = fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: 1, max: 25 }));
const phases = fc.array(fc.tuple(window, fc.array(overlay, { minLength: 1, maxLength: 2 })), {
  minLength: 1,
  maxLength: 3,
});
const campaigns = fc.array(fc.tuple(phases, fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 3 });
type Drawn = typeof campaigns extends fc.Arbitrary<infer T> ? T : never;

const toCampaign = ([drawn, precedence]: Drawn[number], index: number): AnyDocument => {
  const spans = drawn.map(([[from, length], sla], place) => ({
    ...{ id: `p${place}`, from: iso(monday + from * hour), until: iso(monday + (from + length) * hour) },
    sla,
  }));
  const [from = "", until = ""] = [
    spans.map((one) => one.from).sort()[0],
    spans
      .map((one) => one.until)
      .sort()
      .at(-1),
  ];
  return toDocument("campaign", `c${index}`, { from, until, precedence, phases: spans });
};

/** A ticket that lives through its timers and the edges of campaigns. */
class Life {
  state: TicketState;
  readonly #house: Definitions;
  #events = 0;

  constructor(house: Definitions, priority: string) {
    this.#house = house;
    const input = { channel: "web", subject: "你好", customer: { id: "c" }, priority };
    const body = { type: "ticket.created", ticket: { id: "t", number: 1, input } } as unknown as EventBody;
    this.state = this.#process(null, body, monday);
  }

  #process(state: TicketState | null, body: EventBody, now: number): TicketState {
    this.#events += 1;
    const event = { ...body, id: `e${this.#events}`, at: now, actor: { type: "system" } } as const;
    const load = createLoadState();
    load.begin();
    return processEvent(this.#house, { state, load }, event as never, now).ticketState;
  }

  tell(body: EventBody, now: number): void {
    this.state = this.#process(this.state, body, now);
  }

  /** Everything due by `until`: each at its own instant, or all of it at `now`. */
  pass(until: number, now?: number): void {
    for (let due = nextDueAt(this.state); due !== null && due <= until; due = nextDueAt(this.state))
      this.tell({ type: "timer" }, now ?? due);
  }

  get clocks() {
    return this.state.clocks.map(({ nextAt: _, armedAt: __, segments, ...clock }) => ({
      ...clock,
      fired: [...clock.fired].sort(),
      segments: segments.map(({ from, until, calendar: on, running }) => [from, until, on.key, running]),
    }));
  }
}

describe("edges that are processed late", () => {
  it("leave clocks as they would have been on time", () => {
    let moved = 0;
    fc.assert(
      fc.property(
        campaigns,
        fc.constantFrom(...priorities),
        fc.integer({ min: 0, max: 70 }),
        (drawn, priority, back) => {
          const house = houseOf([calendar, policy, intake, ...drawn.map(toCampaign)]);
          const resumed = monday + back * hour + 7 * 60_000;
          const edges = house.campaignEdges.filter(({ at }) => at > monday && at <= resumed);
          const [onTime, late] = [new Life(house, priority), new Life(house, priority)];
          const before = JSON.stringify(onTime.clocks);
          for (const { at, campaign, phase, edge: side } of edges) {
            const body = { type: "campaign.edge", campaign, phase, edge: side, due: at } as const;
            onTime.pass(at - 1);
            onTime.tell(body, at);
            late.tell(body, resumed);
          }
          onTime.pass(resumed);
          late.pass(resumed, resumed);
          if (edges.length > 0 && JSON.stringify(late.clocks) !== before) moved += 1;
          expect(late.clocks).toEqual(onTime.clocks);
        },
      ),
      { numRuns: numRuns(300) },
    );
    expect(moved).toBeGreaterThan(50);
  });

  it("come out the same in any order where they are at one instant", () => {
    fc.assert(
      fc.property(phases, fc.constantFrom(...priorities), (drawn, priority) => {
        // Phases one after the other: each ends as the next begins.
        let at = -2;
        const chained = drawn.map(([[, length], sla]) => {
          const span = [at, length] as [number, number];
          at += length;
          return [span, sla] as (typeof drawn)[number];
        });
        const house = houseOf([calendar, policy, intake, toCampaign([chained, 0], 0)]);
        const lives = [1, -1].map((order) => {
          const life = new Life(house, priority);
          const sorted = house.campaignEdges
            .filter((one) => one.at > monday)
            .toSorted((a, b) => a.at - b.at || order * (a.edge < b.edge ? -1 : 1));
          for (const { at: due, ...rest } of sorted) {
            life.pass(due - 1);
            life.tell({ type: "campaign.edge", ...rest, due }, due);
          }
          return life.clocks;
        });
        expect(lives[0]).toEqual(lives[1]);
      }),
      { numRuns: numRuns(150) },
    );
  });
});

describe("the policies of edges", () => {
  const house = policyOf();
  const scale = fc.record({
    firstResponse: fc.constantFrom(0.25, 0.5, 2, 4),
    resolution: fc.constantFrom(0.25, 0.5, 2, 3),
  });
  const moment = fc.integer({ min: 1, max: 40 * 60 }).map((minutes) => monday + minutes * 60_000);
  const started = (priority: (typeof priorities)[number]) =>
    startSla(house, situation({ priority }), monday).clocks;
  const crossed = (
    clocks: ReturnType<typeof started>,
    priority: (typeof priorities)[number],
    at: number,
    side: "started" | "ended",
    phase: ReturnType<typeof fromPhase>,
  ) =>
    campaignEdgeSla(house, situation({ priority }), clocks, at, {
      ...{ campaign: "double11", phase: "opening", edge: side },
      ...(side === "started" ? { overlays: [phase] } : { overlays: [], pinned: () => [phase] }),
    }).clocks;
  const duesOf = (clocks: ReturnType<typeof started>) =>
    (["firstResponse", "resolution"] as const).map((metric) => latestClock(clocks, metric)?.due ?? 0);

  it("lenient is the later of keep and retarget", () => {
    fc.assert(
      fc.property(
        scale,
        fc.constantFrom("office", "24x7", undefined),
        moment,
        fc.constantFrom(...priorities),
        (factors, key, at, priority) => {
          const more = { scale: factors, ...(key === undefined ? {} : { calendar: key }) };
          const start = (inFlight: "keep" | "retarget" | "lenient") =>
            duesOf(crossed(started(priority), priority, at, "started", fromPhase({ ...more, inFlight })));
          const [kept, retargeted, lenient] = [start("keep"), start("retarget"), start("lenient")];
          expect(lenient).toEqual(kept.map((due, index) => Math.max(due, retargeted[index] ?? 0)));
          expect(kept).toEqual(duesOf(started(priority)));
        },
      ),
      { numRuns: numRuns(400) },
    );
  });

  it("retarget there and back is keep, wherever the calendar stays", () => {
    fc.assert(
      fc.property(scale, moment, moment, fc.constantFrom(...priorities), (factors, a, b, priority) => {
        const [from, until] = a < b ? [a, b] : [b, a];
        const phase = fromPhase({ scale: factors, inFlight: "retarget", onEnd: "retarget" });
        const there = crossed(started(priority), priority, from, "started", phase);
        const back = crossed(there, priority, until, "ended", phase);
        expect(duesOf(back)).toEqual(duesOf(started(priority)));
      }),
      { numRuns: numRuns(400) },
    );
  });
});
