import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import type { PublishedDocument } from "../definitions/definitions.ts";
import { crossCampaignEdge, followPolicy } from "./clock-moves.ts";
import { incomingFacts } from "./incoming.ts";
import { simulate } from "./simulate.ts";

const minute = 60_000;
const hour = 60 * minute;
const at = Date.parse("2026-11-10T10:00:00+08:00");

const document = <K extends AnyDocument["kind"]>(kind: K, spec: (AnyDocument & { kind: K })["spec"]) =>
  ({ kind, key: "default", name: kind, formatVersion: 1, spec }) as unknown as AnyDocument;

const policy = (resolution: string) =>
  document("sla", { calendar: "24x7", tiers: [{ id: "all", targets: { "*": { resolution } } }] });

const window = { from: "2026-11-10T11:00:00+08:00", until: "2026-11-10T12:00:00+08:00" };
const campaign = document("campaign", {
  ...window,
  phases: [
    {
      ...{ id: "rush", ...window },
      sla: [{ policy: "default", scale: { resolution: 2 }, inFlight: "retarget", onEnd: "retarget" }],
    },
  ],
});
const intake = document("workflow", {
  nodes: [
    { id: "start", type: "trigger", config: { on: "ticket.created" } },
    { id: "clocks", type: "sla", config: { policy: "default" } },
  ],
  edges: [{ id: "e1", source: "start", sourcePort: "out", target: "clocks" }],
});

const house = (live: readonly PublishedDocument[], pinned: readonly PublishedDocument[] = []) =>
  compileDefinitions({
    ...{ live, pinned },
    settings: {
      workspace: { name: "w", timezone: "Asia/Shanghai", closedFinalDays: 14 },
      ...{ fields: [], categories: [], channels: [], shops: [] },
    },
    people: { agents: [], groups: [], skills: [], shifts: [] },
  });

const ten = { document: policy("PT10H"), revision: 1 };
const others = [campaign, intake].map((one) => ({ document: one, revision: 1 }));
const ticket = { channel: "web", subject: "hello", customer: { id: "c" } };
const { ticketState: state } = simulate(house([ten, ...others]), { ticket, at });

describe("followPolicy", () => {
  const ref = { kind: "sla", key: "default", revision: 2 } as const;

  it("moves a clock to its new target with the time that has elapsed", () => {
    const definitions = house([{ document: policy("PT4H"), revision: 2 }, ...others], [ten]);
    const { moves } = followPolicy(definitions, state, ref, at + hour);
    expect(moves).toEqual([
      { clock: "resolution:1", metric: "resolution", from: at + 10 * hour, to: at + 4 * hour },
    ]);
  });

  it("moves nothing where the target stays, and leaves the ticket that it was given", () => {
    const before = structuredClone(state);
    const definitions = house([{ document: policy("PT10H"), revision: 2 }, ...others], [ten]);
    expect(followPolicy(definitions, state, ref, at + hour).moves).toEqual([]);
    expect(state).toEqual(before);
  });

  it("does not touch the clocks of another policy", () => {
    const definitions = house([ten, ...others]);
    expect(followPolicy(definitions, state, { ...ref, key: "other" }, at).moves).toEqual([]);
  });
});

describe("crossCampaignEdge", () => {
  const edge = { campaign: "default", phase: "rush" };

  it("moves clocks at the start, and back at the end", () => {
    const definitions = house([ten, ...others]);
    const started = crossCampaignEdge(definitions, state, { ...edge, edge: "started" }, at + hour);
    expect(started.moves).toMatchObject([{ from: at + 10 * hour, to: at + 20 * hour }]);
    const ended = crossCampaignEdge(definitions, started.state, { ...edge, edge: "ended" }, at + 2 * hour);
    expect(ended.moves).toMatchObject([{ from: at + 20 * hour, to: at + 10 * hour }]);
  });
});

describe("incomingFacts", () => {
  it("are those of the ticket before anything classified it", () => {
    const input = { ...ticket, body: "where is it", tags: ["a"], fields: { x: 1 } };
    const facts = incomingFacts(house([]), { id: "t", number: 7, input }, at, { "erp.stock": 3 });
    expect(facts).toMatchObject({
      "ticket.text": "hello\nwhere is it",
      "ticket.number": 7,
      "ticket.priority": "P3",
      "ticket.tags": ["a"],
      "ticket.fields.x": 1,
      "ticket.createdAt": at,
      "event.type": "ticket.created",
      "erp.stock": 3,
    });
    expect(facts["ticket.category"]).toBeUndefined();
  });
});
