import {
  parseDocument,
  priorities,
  type SlaReminder,
  type SlaTier,
  type SluiceDocument,
  slaMetrics,
} from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../command.ts";
import { createEditSession } from "../edit-session.ts";
import { type CellAddress, columns, factorOf, groupCalendar, isScaled, ownText } from "./cells.ts";
import { setCalendar, setMaxPause, setPause, setStopsOn } from "./policy-commands.ts";
import { addReminder, moveReminder, removeReminder, setReminder } from "./reminder-commands.ts";
import { clearTarget, setCells, setGroupCalendar, setScale, setTarget } from "./target-commands.ts";
import { addTier, moveTier, removeTier, renameTier, setTierWhen } from "./tier-commands.ts";

type Policy = SluiceDocument<"sla">;

const starter = ecommerceStarter.documents.find((document): document is Policy => document.kind === "sla");
if (!starter) throw new Error("the starter pack has no policy");

const after = (document: Policy, ...commands: readonly Command<"sla">[]) => {
  const session = createEditSession(document);
  const outcomes = commands.map((command) => session.execute(command));
  return { spec: session.getState().document.spec, outcomes };
};
const cell = (tier: string, column: CellAddress["column"], metric: CellAddress["metric"]) => ({
  tier,
  column,
  metric,
});

describe("cells", () => {
  it("are written and cleared, and leave no empty group behind", () => {
    const address = cell("vip", "P0", "resolution");
    const { spec } = after(starter, setTarget(address, "PT1H"));
    expect(spec.tiers[2]?.targets).toEqual({ P0: { resolution: "PT1H" } });
    expect(after({ ...starter, spec }, clearTarget(address)).spec).toEqual(starter.spec);
  });

  it("hold a target or a factor in the column of every priority, never both", () => {
    const { spec } = after(starter, setTarget(cell("vip", "*", "resolution"), "PT1H"));
    expect(spec.tiers[2]).toMatchObject({
      scale: { firstResponse: 0.5 },
      targets: { "*": { resolution: "PT1H" } },
    });
    expect(spec.tiers[2]?.scale).not.toHaveProperty("resolution");
    const back = after({ ...starter, spec }, setScale("vip", "resolution", 0.5));
    expect(back.spec).toEqual(starter.spec);
  });

  it.each([
    [setTarget(cell("standard", "P2", "resolution"), "PT0S"), "sla.refusals.duration"],
    [setTarget(cell("standard", "P2", "resolution"), "P1DT2H"), "sla.refusals.duration"],
    [setTarget(cell("gone", "P2", "resolution"), "PT1H"), "sla.refusals.noTier"],
    [setScale("standard", "platformDue", 0.5), "sla.refusals.platformFactor"],
    [setScale("standard", "resolution", 0), "sla.refusals.factorRange"],
    [
      setCells([{ ...cell("vip", "P2", "resolution"), value: { type: "factor", factor: 2 } }]),
      "sla.refusals.factorPlace",
    ],
    [setTarget(cell("standard", "P2", "platformDue"), ""), "sla.refusals.emptyFact"],
  ])("refuse what they cannot hold (%#)", (command, key) => {
    const { outcomes, spec } = after(starter, command);
    expect(outcomes).toEqual([
      expect.objectContaining({ done: false, refusal: expect.objectContaining({ reason: { key } }) }),
    ]);
    expect(spec).toEqual(starter.spec);
  });

  it("are pasted as one step, or not at all", () => {
    const block = [
      { ...cell("mail", "P2", "firstResponse"), value: { type: "target", text: "PT1H" } },
      { ...cell("mail", "P3", "firstResponse"), value: { type: "empty" } },
    ] as const;
    const session = createEditSession(starter);
    session.execute(setCells(block));
    expect(session.getState().history.entries).toHaveLength(1);
    expect(session.getState().document.spec.tiers[5]?.targets?.P3).toEqual({
      nextResponse: "PT8H",
      resolution: "PT72H",
    });
    const bad = { ...cell("mail", "P1", "resolution"), value: { type: "target", text: "soon" } } as const;
    expect(session.execute(setCells([...block, bad])).done).toBe(false);
  });

  it("take a calendar for their group", () => {
    const { spec } = after(starter, setGroupCalendar("standard", "P2", "finance"));
    expect(spec.tiers[6]?.targets?.P2?.calendar).toBe("finance");
    expect(after({ ...starter, spec }, setGroupCalendar("standard", "P2", undefined)).spec).toEqual(
      starter.spec,
    );
  });
});

describe("tiers", () => {
  it("move, and the last one stays", () => {
    const { spec } = after(starter, moveTier("standard", 0));
    expect(spec.tiers.map(({ id }) => id)).toEqual([
      "standard",
      "platform",
      "chat",
      "vip",
      "invoice",
      "phone",
      "mail",
    ]);
    const one = { ...starter, spec: { ...starter.spec, tiers: [{ id: "a" }] } };
    expect(after(one, removeTier("a")).outcomes[0]?.done).toBe(false);
  });

  it("are not added twice", () => {
    expect(after(starter, addTier({ id: "vip" }, 0)).outcomes[0]?.done).toBe(false);
  });
});

it("a pause begins with what holds without the policy's word", () => {
  const { pauseOn: _, ...spec } = starter.spec;
  const changed = after(
    { ...starter, spec },
    setPause("resolution", "pending_customer", false, ["pending_customer", "on_hold"]),
  );
  expect(changed.spec.pauseOn).toEqual({ resolution: ["on_hold"] });
});

// From here on: any policy, any commands.

const duration = fc.constantFrom("PT30S", "PT15M", "PT24H", "P2D");
const calendar = fc.constantFrom("online", "24x7", "finance");
const partial = { requiredKeys: [] as [] };
const group = fc.record(
  { firstResponse: duration, resolution: duration, platformDue: fc.constant("platformDue"), calendar },
  partial,
);
const targets = fc.record({ "*": group, P0: group, P2: group }, partial);
const factor = fc.constantFrom(0.5, 1, 2);
const when = fc.constantFrom(
  { fact: "ticket.channel", operator: "equal", value: "phone" },
  { all: [{ condition: "vip" }] },
);
const tierOf = (id: string): fc.Arbitrary<SlaTier> =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.string({ maxLength: 5 }),
      when,
      targets,
      scale: fc.record({ firstResponse: factor, resolution: factor }, partial),
    },
    { requiredKeys: ["id"] },
  );
const reminderOf = (id: string): fc.Arbitrary<SlaReminder> =>
  fc.record(
    {
      id: fc.constant(id),
      metric: fc.constantFrom("*" as const, "resolution" as const),
      at: fc.constantFrom("-PT30M", "PT0S", "75%"),
      else: fc.constant("50%"),
      notify: fc.constant(["assignee"]),
    },
    { requiredKeys: ["id", "metric", "at"] },
  );
const policy: fc.Arbitrary<Policy> = fc
  .record(
    {
      calendar,
      maxPause: duration,
      stopsOn: fc.constantFrom("human" as const, "any" as const),
      tiers: fc.tuple(tierOf("a"), tierOf("b"), tierOf("c")),
      reminders: fc.tuple(reminderOf("r1"), reminderOf("r2")),
    },
    { requiredKeys: ["calendar", "tiers"] },
  )
  .map((spec) => ({ kind: "sla", key: "any", name: "any", formatVersion: 1, spec }));

/** What a policy says once empty groups and tables, which say nothing, are left out. */
function plain({ targets: table, scale, ...tier }: SlaTier) {
  const groups = Object.entries(table ?? {}).filter(([, cells]) => Object.keys(cells).length > 0);
  return {
    ...tier,
    ...(groups.length > 0 ? { targets: Object.fromEntries(groups) } : {}),
    ...(scale && Object.keys(scale).length > 0 ? { scale } : {}),
  };
}

describe("any policy", () => {
  it("is all in its drawing: what the cells show, written into bare tiers, gives the policy back", () => {
    fc.assert(
      fc.property(policy, (document) => {
        // A factor beside a target of every priority does nothing and cannot be written.
        const shown = document.spec.tiers.filter(
          (tier) => !slaMetrics.some((metric) => ownText(tier, "*", metric) && factorOf(tier, metric)),
        );
        fc.pre(shown.length > 0);
        const bare = shown.map(({ targets: _, scale: _scale, ...tier }) => tier);
        const writes = shown.flatMap((tier) =>
          columns.flatMap((column) => [
            ...slaMetrics.flatMap((metric) => {
              const text = ownText(tier, column, metric);
              const scale = column === "*" && isScaled(metric) ? factorOf(tier, metric) : undefined;
              return [
                ...(text === undefined ? [] : [setTarget({ tier: tier.id, column, metric }, text)]),
                ...(scale === undefined ? [] : [setScale(tier.id, metric, scale)]),
              ];
            }),
            setGroupCalendar(tier.id, column, groupCalendar(tier, column)),
          ]),
        );
        const { spec } = after({ ...document, spec: { ...document.spec, tiers: bare } }, ...writes);
        expect(spec.tiers).toEqual(shown.map(plain));
      }),
    );
  });

  const id = fc.constantFrom("a", "b", "c", "d");
  const address = fc.record({
    tier: id,
    column: fc.constantFrom("*" as const, ...priorities),
    metric: fc.constantFrom(...slaMetrics),
  });
  const place = fc.nat(3);
  const command: fc.Arbitrary<Command<"sla">> = fc.oneof(
    fc.tuple(address, duration).map(([to, text]) => setTarget(to, text)),
    address.map(clearTarget),
    fc
      .tuple(id, fc.constantFrom(...slaMetrics), factor)
      .map(([tier, metric, by]) => setScale(tier, metric, by)),
    fc
      .tuple(id, fc.constantFrom(...columns), fc.option(calendar, { nil: undefined }))
      .map((all) => setGroupCalendar(...all)),
    fc.tuple(tierOf("d"), place).map(([tier, at]) => addTier(tier, at)),
    fc.tuple(id, place).map(([tier, to]) => moveTier(tier, to)),
    id.map(removeTier),
    fc.tuple(id, fc.string({ maxLength: 5 })).map(([tier, name]) => renameTier(tier, name)),
    fc
      .tuple(id, fc.option(when, { nil: undefined }))
      .map(([tier, condition]) => setTierWhen(tier, condition)),
    reminderOf("r3").map(addReminder),
    reminderOf("r1").map(setReminder),
    fc.constantFrom("r1", "r2", "r3").map(removeReminder),
    fc.tuple(fc.constantFrom("r1", "r2", "r3"), place).map(([reminder, to]) => moveReminder(reminder, to)),
    calendar.map(setCalendar),
    fc.boolean().map((paused) => setPause("resolution", "on_hold", paused, ["on_hold"])),
    fc.option(duration, { nil: undefined }).map(setMaxPause),
    fc.constantFrom("human" as const, "any" as const).map(setStopsOn),
  );

  it("is the same again after 1,000 commands and as many steps back, and well-formed at every step", () => {
    fc.assert(
      fc.property(policy, fc.array(command, { minLength: 1000, maxLength: 1000 }), (document, commands) => {
        // The history forgets beyond its limit, so the way there and back is gone in stretches.
        const stretches: { session: ReturnType<typeof createEditSession<"sla">>; start: Policy }[] = [];
        let current = document;
        for (let at = 0; at < commands.length; at += 100) {
          const session = createEditSession(current);
          for (const each of commands.slice(at, at + 100)) {
            session.execute(each);
            session.seal();
          }
          stretches.push({ session, start: current });
          current = session.getState().document;
          expect(parseDocument(current).ok).toBe(true);
        }
        for (const { session, start } of stretches.reverse()) {
          for (let step = 0; step < 100; step += 1) session.undo();
          expect(session.getState().document).toEqual(start);
          current = session.getState().document;
        }
        expect(current).toEqual(document);
      }),
      { numRuns: 5 },
    );
  });
});
