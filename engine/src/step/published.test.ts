import { describe, expect, it } from "vitest";
import { campaignEdges, compileCampaign } from "../campaign/in-force.ts";
import { houseOf, minute, Story, start, toDocument, toWorkflow } from "./story.fixture.ts";

const policy = (resolution: string) =>
  toDocument("sla", "default", {
    calendar: "24x7",
    tiers: [{ id: "all", targets: { "*": { resolution } } }],
  });
const intake = toWorkflow(
  "intake",
  { start: ["trigger", { on: "ticket.created" }], clocks: ["sla", { policy: "default" }] },
  ["start>clocks"],
);
const dueOf = ({ current }: Story) => ((current.clocks[0]?.due ?? 0) - start) / minute;

describe("a published SLA policy", () => {
  const ref = (revision: number) => ({ kind: "sla", key: "default", revision }) as const;
  const live = [
    { document: policy("PT30M"), revision: 2 },
    { document: intake, revision: 1 },
  ];
  const pinned = [{ document: policy("PT60M"), revision: 1 }];
  function after(): Story {
    const told = new Story(houseOf([policy("PT60M"), intake]));
    told.create();
    const next = new Story(houseOf([], { live, pinned }));
    next.state = told.current;
    return next;
  }

  it("leaves open clocks in the revision that they are pinned to, whatever happens to the ticket", () => {
    const told = after();
    told.tell(5, { type: "ticket.updated", changes: { priority: "P1" } });
    expect([dueOf(told), told.current.sla?.revision]).toEqual([60, 1]);
  });

  it("moves them where it was published for open clocks, with the time that they ran", () => {
    const told = after();
    const { decisions } = told.tell(5, { type: "sla.published", ref: ref(2) });
    expect([dueOf(told), told.current.sla?.revision]).toEqual([30, 2]);
    expect(decisions).toMatchObject([{ clocks: [{ change: "retargeted", elapsedMs: 5 * minute }] }]);
  });

  it("of another key does nothing", () => {
    const told = after();
    told.tell(5, { type: "sla.published", ref: { ...ref(2), key: "other" } });
    expect([dueOf(told), told.current.sla?.revision]).toEqual([60, 1]);
  });
});

describe("a published calendar", () => {
  const open = (from: string): [string, string][] => [[from, "24:00"]];
  const office = (from: string) => {
    const hours = open(from);
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
    return toDocument("calendar", "office", { timezone: "UTC", hours: week });
  };
  const onOffice = toDocument("sla", "default", {
    calendar: "office",
    tiers: [{ id: "all", targets: { "*": { resolution: "PT30H", firstResponse: "PT1H" } } }],
  });
  const ref = { kind: "calendar", key: "office", revision: 2 } as const;
  const story = () => {
    const told = new Story(houseOf([office("00:00"), onOffice, intake]));
    told.create();
    const live = [
      { document: office("06:00"), revision: 2 },
      ...[onOffice, intake].map((document) => ({ document, revision: 1 })),
    ];
    const next = new Story(houseOf([], { live, pinned: [{ document: office("00:00"), revision: 1 }] }));
    next.state = told.current;
    return next;
  };
  const resolution = ({ current }: Story) => current.clocks.find(({ metric }) => metric === "resolution");
  const hours = (told: Story) => ((resolution(told)?.due ?? 0) - start) / (60 * minute);

  it("leaves open clocks on their revision, whatever happens to the ticket", () => {
    const told = story();
    told.tell(5, { type: "ticket.updated", changes: { priority: "P1" } });
    expect([hours(told), resolution(told)?.segments.at(-1)?.calendar.revision]).toEqual([30, 1]);
  });

  it("moves them where it was published for open clocks, with the time that they ran", () => {
    const told = story();
    const { decisions } = told.tell(5, { type: "calendar.published", ref });
    // It began at 02:00 UTC. 29 h 55 min are left: 18 h of them today from 06:00, the rest tomorrow until 17:55.
    expect([hours(told), resolution(told)?.segments.at(-1)?.calendar.revision]).toEqual([39 + 55 / 60, 2]);
    expect(decisions).toMatchObject([
      { clocks: [{ metric: "firstResponse" }, { change: "retargeted", elapsedMs: 5 * minute }] },
    ]);
  });

  it("of another key does nothing", () => {
    const told = story();
    told.tell(5, { type: "calendar.published", ref: { ...ref, key: "other" } });
    expect(hours(told)).toBe(30);
  });
});

describe("a campaign's edge", () => {
  const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
  const window = { from: at(10), until: at(20) };
  const sale = toDocument("campaign", "sale", {
    ...window,
    phases: [
      {
        id: "rush",
        ...window,
        sla: [{ policy: "default", scale: { resolution: 2 }, inFlight: "retarget", onEnd: "retarget" }],
        workflows: ["greet"],
      },
    ],
  });
  const greet = toWorkflow(
    "greet",
    { start: ["trigger", { on: "campaign.started" }], set: ["update", { stage: "{{ campaign.active }}" }] },
    ["start>set"],
  );
  const told = () => {
    const story = new Story(houseOf([policy("PT60M"), intake, greet, sale]));
    story.create();
    return story;
  };

  it("moves open clocks and starts what waits for it, at each end", () => {
    const story = told();
    const edges = campaignEdges([compileCampaign(sale as never, 1)]);
    expect(edges.map(({ edge }) => edge)).toEqual(["started", "ended"]);
    const edge = { type: "campaign.edge", campaign: "sale", phase: "rush" } as const;
    story.tell(10, { ...edge, edge: "started" });
    expect(dueOf(story)).toBe(120);
    expect(story.runsOf("greet")).toHaveLength(1);
    story.tell(20, { ...edge, edge: "ended" });
    expect(dueOf(story)).toBe(60);
  });

  it("changes a ticket once, though it were told twice", () => {
    const story = told();
    const edge = { type: "campaign.edge", campaign: "sale", phase: "rush", edge: "started" } as const;
    story.tell(10, edge);
    expect(story.tell(10, edge).decisions).toEqual([]);
    expect(dueOf(story)).toBe(120);
  });
});
