import { parseDocument } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { change, type HistoryEntry, travel } from "../history.ts";
import { anyCampaign, anyCommand, type Pick } from "./any-campaign.fixture.ts";
import type { CampaignDocument } from "./find.ts";
import { spanOf } from "./instants.ts";
import { setOverlayCells } from "./overlay-commands.ts";
import { renamePhase, resizePhase } from "./phase-commands.ts";
import { setAnnouncement, setCapacity, setMembers, setWorkflows } from "./phase-part-commands.ts";
import { prependedOf, setPrepended } from "./prepend-commands.ts";
import { setPrecedence, setWindow } from "./window-commands.ts";

/** Small numbers that follow from a seed (mulberry32). */
function picking(seed: number): Pick {
  let state = seed | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * Math.max(1, n));
  };
}

/** Every command that writes down what a drawing of the document shows. */
function redrawn({ spec }: CampaignDocument) {
  return [
    setWindow(spanOf(spec)),
    setPrecedence(spec.precedence ?? 0),
    ...spec.phases.flatMap((phase) => {
      const { id } = phase;
      const span = spanOf(phase);
      const places = [
        ...(phase.classification ?? []).map(({ ruleset }) => ({
          phase: id,
          kind: "classification" as const,
          target: ruleset,
        })),
      ];
      return [
        ...(phase.name === undefined ? [] : [renamePhase(id, phase.name)]),
        resizePhase({ id, edge: "from", at: span.from }),
        resizePhase({ id, edge: "until", at: span.until }),
        ...(phase.sla ?? []).map(({ targets = {}, scale = {} }, at) =>
          setOverlayCells({ phase: id, at }, [
            ...Object.entries(targets).flatMap(([column, group]) =>
              Object.entries(group).map(([metric, text]) => ({
                column: column as "P1",
                metric: metric as "resolution",
                value: { type: "target" as const, text },
              })),
            ),
            ...Object.entries(scale).map(([metric, factor]) => ({
              column: "*" as const,
              metric: metric as "resolution",
              value: { type: "factor" as const, factor },
            })),
          ]),
        ),
        ...places.flatMap((place) =>
          prependedOf({ kind: "campaign", key: "x", name: "x", formatVersion: 1, spec }, place).map((item) =>
            setPrepended(place, item),
          ),
        ),
        ...(phase.routing ?? []).flatMap(({ policy, capacity = {}, members = {} }) => [
          ...Object.entries(capacity).map(([group, factor]) => setCapacity(id, policy, group, factor)),
          ...Object.entries(members).map(([group, agents]) => setMembers(id, policy, group, agents)),
        ]),
        setWorkflows(id, phase.workflows ?? []),
        ...(["zh-CN", "en"] as const).map((language) =>
          setAnnouncement(id, language, phase.announcement?.[language] ?? ""),
        ),
      ];
    }),
  ];
}

it("draws campaigns that are well-formed", () => {
  fc.assert(
    fc.property(anyCampaign, (document) => {
      expect(parseDocument(document)).toMatchObject({ ok: true });
    }),
  );
});

it("gives back the very document when all that is drawn is written down again", () => {
  fc.assert(
    fc.property(anyCampaign, (document) => {
      const session = createEditSession(document);
      for (const command of redrawn(document)) expect(session.execute(command)).toEqual({ done: true });
      expect(session.getState().document).toEqual(document);
      expect(JSON.stringify(session.getState().document)).toHaveLength(JSON.stringify(document).length);
    }),
  );
});

function edit(first: CampaignDocument, seed: number, commands: number) {
  const pick = picking(seed);
  const entries: HistoryEntry[] = [];
  let document = first;
  for (let step = 0; step < commands; step += 1) {
    const command = anyCommand(document, pick, step);
    if (command.refuse?.(document) !== undefined) continue;
    const changed = change(document, (draft) => command.apply(draft as never));
    if (changed === undefined) continue;
    document = changed.value;
    entries.push({ label: command.label, forward: changed.forward, backward: changed.backward });
  }
  return { document, entries };
}

/** What every drawing keeps: windows that are open, phases inside the campaign, ids that are unlike. */
function expectSound({ spec }: CampaignDocument): void {
  const own = spanOf(spec);
  expect(own.from).toBeLessThan(own.until);
  expect(new Set(spec.phases.map(({ id }) => id)).size).toBe(spec.phases.length);
  for (const phase of spec.phases) {
    const span = spanOf(phase);
    expect(span.from).toBeLessThan(span.until);
    expect(span.from).toBeGreaterThanOrEqual(own.from);
    expect(span.until).toBeLessThanOrEqual(own.until);
  }
}

describe("any thousand commands", () => {
  it("leave a sound document, and as many undos lead back exactly", () => {
    fc.assert(
      fc.property(anyCampaign, fc.integer(), (first, seed) => {
        const { document, entries } = edit(first, seed, 1_000);
        expect(parseDocument(document)).toMatchObject({ ok: true });
        expectSound(document);
        const back = travel(document, { entries, position: entries.length }, 0);
        expect(back.value).toEqual(first);
        expect(travel(back.value, back.history, entries.length).value).toEqual(document);
      }),
      { numRuns: 20 },
    );
  });

  it("do something: at least a third of them change the drawing", () => {
    const [first] = fc.sample(anyCampaign, { numRuns: 1, seed: 7 });
    expect(first && edit(first, 1, 1_000).entries.length).toBeGreaterThan(333);
  });
});
