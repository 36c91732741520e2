import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { double11 } from "./double11.fixture.ts";
import { effectsOf } from "./effects.ts";
import { type CampaignCommand, type CampaignDocument, phaseOf } from "./find.ts";
import { aYearLater, instantLike, shifted, spanOf } from "./instants.ts";
import { setOverlayScale, setOverlayTarget } from "./overlay-commands.ts";
import { movePhase, removePhase, resizePhase } from "./phase-commands.ts";
import { copyPart, setCapacity } from "./phase-part-commands.ts";
import { plannedOf } from "./planned.ts";
import { shiftedCopy, suggestCopy } from "./shifted-copy.ts";
import { byStanding, isEmergency, standingOf } from "./standing.ts";
import { startedNow } from "./started.ts";
import { setWindow } from "./window-commands.ts";

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string) => Date.parse(`2026-${text}+08:00`);

function after(document: CampaignDocument, ...commands: CampaignCommand[]) {
  const session = createEditSession(document);
  const outcomes = commands.map((command) => session.execute(command));
  return { outcomes, ...session.getState() };
}

const phase = ({ spec }: CampaignDocument, id: string) => {
  const found = phaseOf(spec, id);
  if (!found) throw new Error(`no phase ${id}`);
  return found;
};

describe("phases", () => {
  it("that meet stay together when their edge moves, and part when it is moved alone", () => {
    const edge = { id: "opening", edge: "until", at: at("11-12T06:00:00") } as const;
    const joined = after(double11, resizePhase(edge)).document;
    expect(phase(joined, "shipping").from).toBe("2026-11-12T06:00:00+08:00");
    const alone = after(double11, resizePhase({ ...edge, alone: true })).document;
    expect(phase(alone, "shipping").from).toBe("2026-11-12T00:00:00+08:00");
    expect(phase(alone, "opening").until).toBe("2026-11-12T06:00:00+08:00");
  });

  it("take the campaign's edge along where they end with it, and push it where they leave it", () => {
    const longer = after(
      double11,
      resizePhase({ id: "price-protection", edge: "until", at: at("11-27T00:00:00") }),
    );
    expect(longer.document.spec.until).toBe("2026-11-27T00:00:00+08:00");
    const earlier = after(double11, movePhase("presale", -day)).document;
    expect(earlier.spec.from).toBe("2026-11-09T20:00:00+08:00");
  });

  it("are never left without time, neither by their own edge nor by a neighbour's", () => {
    const { outcomes, document } = after(
      double11,
      resizePhase({ id: "opening", edge: "until", at: at("11-11T00:00:00") }),
      resizePhase({ id: "opening", edge: "until", at: at("11-16T00:00:00") }),
    );
    expect(outcomes.map(({ done }) => done)).toEqual([false, false]);
    expect(document).toEqual(double11);
  });

  it("end with one that stays", () => {
    const all = double11.spec.phases.map(({ id }) => removePhase(id));
    expect(after(double11, ...all).outcomes.at(-1)).toMatchObject({ done: false });
  });

  it("are one step of the history while they are dragged", () => {
    const dragged = after(double11, movePhase("opening", hour), movePhase("opening", hour));
    expect(dragged.history.entries).toHaveLength(1);
    expect(phase(dragged.document, "opening").from).toBe("2026-11-11T02:00:00+08:00");
  });
});

describe("the window", () => {
  it("takes along the phases that meet it, cuts those that stick out, and refuses to lose one", () => {
    const { from, until } = spanOf(double11.spec);
    const longer = after(double11, setWindow({ from, until: until + day })).document;
    expect(phase(longer, "price-protection").until).toBe("2026-11-27T00:00:00+08:00");
    const cut = after(double11, setWindow({ from, until: at("11-22T00:00:00") })).document;
    expect(phase(cut, "price-protection").until).toBe("2026-11-22T00:00:00+08:00");
    const lost = after(double11, setWindow({ from, until: at("11-20T00:00:00") }));
    expect(lost.outcomes[0]).toMatchObject({ done: false, refusal: { path: "/spec/phases/4" } });
  });
});

describe("overlays", () => {
  const place = { phase: "opening", at: 0 };

  it("hold targets and, for every priority, a factor instead", () => {
    const written = after(
      double11,
      setOverlayTarget(place, "P1", "firstResponse", "PT30M"),
      setOverlayScale(place, "nextResponse", 2),
      setOverlayTarget(place, "*", "nextResponse", "PT1H"),
    ).document;
    const [overlay] = phase(written, "opening").sla ?? [];
    expect(overlay?.targets).toMatchObject({ P1: { firstResponse: "PT30M" }, "*": { nextResponse: "PT1H" } });
    expect(overlay?.scale).toBeUndefined();
  });

  it("never touch the platform's deadline, and refuse lengths that mean nothing", () => {
    const { outcomes, document } = after(
      double11,
      setOverlayTarget(place, "P1", "platformDue", "ticket.fields.platformDue"),
      setOverlayTarget(place, "P1", "firstResponse", "PT0S"),
      setOverlayScale(place, "firstResponse", 0),
    );
    expect(outcomes.map(({ done }) => done)).toEqual([false, false, false]);
    expect(document).toEqual(double11);
  });
});

it("gives a part of a phase to all the others", () => {
  const changed = after(
    double11,
    setCapacity("presale", "default", "vip", 3),
    copyPart("presale", "routing"),
  );
  const routings = changed.document.spec.phases.map(({ routing }) => routing);
  expect(routings.every((routing) => routing?.[0]?.capacity?.vip === 3)).toBe(true);
});

describe("a copy", () => {
  it("begins a year later under next year's name", () => {
    expect(suggestCopy(double11)).toMatchObject({ key: "double11-2027", name: "双11 大促 2027" });
    expect(aYearLater("2024-02-29T10:00:00+08:00")).toBe("2025-03-01T10:00:00+08:00");
  });

  it("moves everything by the same span", () => {
    const from = at("06-17T20:00:00");
    const copy = shiftedCopy(double11, { key: "618", name: "618", from });
    const span = from - spanOf(double11.spec).from;
    expect(spanOf(copy.spec).from).toBe(from);
    for (const [index, { from: begins, until }] of copy.spec.phases.entries()) {
      const source = double11.spec.phases[index];
      expect([begins, until]).toEqual(source && [shifted(source.from, span), shifted(source.until, span)]);
    }
  });

  it("keeps the offset an instant was written with", () => {
    expect(instantLike(at("11-11T00:00:00"), "2020-01-01T00:00:00-03:30")).toBe("2026-11-10T12:30:00-03:30");
  });
});

describe("how it stands", () => {
  const { spec } = double11;

  it("is what is live that decides", () => {
    expect(standingOf(undefined, spec, at("11-11T10:00:00")).state).toBe("draft");
    expect(standingOf(spec, spec, at("11-10T19:59:59")).state).toBe("scheduled");
    expect(standingOf(spec, spec, at("11-11T10:00:00"))).toMatchObject({
      state: "running",
      phases: ["opening"],
    });
    expect(standingOf(spec, spec, at("11-26T00:00:00")).state).toBe("over");
  });

  it("orders what is in force first, then what comes next", () => {
    const times = ["12-01T00:00:00", "11-11T00:00:00", "11-01T00:00:00"];
    const standings = times.map((time) => standingOf(spec, spec, at(time))).sort(byStanding);
    expect(standings.map(({ state }) => state)).toEqual(["running", "scheduled", "over"]);
  });

  it("is an emergency's only where one phase of at most a day waits for nobody's date", () => {
    const [only] = spec.phases;
    const short = { ...spec, until: only?.until ?? spec.until, phases: only ? [only] : [] };
    expect(isEmergency(short, standingOf(short, short, at("12-01T00:00:00")))).toBe(true);
    expect(isEmergency(short, standingOf(short, short, at("11-01T00:00:00")))).toBe(false);
    expect(isEmergency(spec, standingOf(spec, spec, at("12-01T00:00:00")))).toBe(false);
  });
});

describe("starting", () => {
  const now = at("12-24T20:10:00");

  it("moves all phases to now, and a length ends the last of them", () => {
    const planned = startedNow(double11, now);
    expect(planned && spanOf(planned.spec).until - now).toBe(15 * day + 4 * hour);
    const short = startedNow(double11, now, 6 * hour);
    expect(short?.spec.phases.map(({ id }) => id)).toEqual(["presale", "opening"]);
    expect(short && spanOf(short.spec)).toEqual({ from: now, until: now + 6 * hour });
  });

  it("begins from what is live, whatever the draft changes, and without it from the draft", () => {
    const later = startedNow(double11, now) ?? double11;
    expect(plannedOf(double11, later)).toBe(double11);
    const other = after(double11, setCapacity("presale", "default", "vip", 3)).document;
    expect(plannedOf(double11, other)).toBe(double11);
    expect(plannedOf(undefined, other)).toBe(other);
  });
});

it("counts what it overrides, a thing of several phases once", () => {
  const effects = effectsOf(double11.spec.phases);
  expect(effects).toMatchObject({
    targets: 4,
    rules: 5,
    routes: 0,
    capacity: 11,
    members: 3,
    announcement: true,
  });
  expect(effects.workflows).toEqual(["double11-autoreply"]);
});
