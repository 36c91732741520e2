import type { Agent, Presence } from "@sluice/schemas";
import { presences } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agent, desk, minute, monday, request } from "../desk.fixture.ts";
import type { LoadMark } from "../load-state.ts";
import type { RoutingStrategy } from "../strategy.ts";
import { builtInStrategies } from "../strategy-list.ts";

/** Enough people that the group is indexed, small enough that chance meets every corner. */
const size = 60;
const shops = ["s1", "s2"];

const people: readonly Agent[] = Array.from({ length: size }, (_, at) =>
  agent(`p${String(at).padStart(2, "0")}`, {
    groups: at % 7 === 0 ? ["g", "h"] : ["g"],
    capacity: { chat: at % 2, ticket: at % 4 },
    ...(at % 3 === 0 ? { skills: { law: 1 + (at % 5) } } : {}),
    ...(at % 4 === 1 ? { skills: { law: 1 + (at % 3), return: 3 } } : {}),
    ...(at % 5 === 0 ? { shops: [`s${1 + (at % 2)}`] } : {}),
    ...(at % 6 === 0 ? { shifts: [at % 12 === 0 ? "early" : "late"] } : {}),
  }),
);
const label = { zh: "", en: "" };
const shifts = [
  { key: "early", label, start: "09:00", end: "10:30", weekdays: [1] },
  { key: "late", label, start: "10:30", end: "10:10", weekdays: [1] },
];

/** A plugin's: ties are left to the id. */
const widest: RoutingStrategy = {
  definition: { id: "house.widest", label, description: label },
  compare: (a, b) => b.capacity - a.capacity,
};

/** The same order, but one that nobody can keep in advance: the group is scanned. */
const unkept = ({ circular: _, ...strategy }: RoutingStrategy): RoutingStrategy => ({
  ...strategy,
  keepsCursor: true,
  definition: { ...strategy.definition, id: `${strategy.definition.id}-by-scan` },
});

const strategies = [...builtInStrategies, widest];
const needs = [
  {},
  { skills: [{ skill: "law", level: 2 }] },
  { skills: [{ skill: "law" }, { skill: "return", level: 3 }] },
  { skills: [{ skill: "law", level: 4 }], ignoreCapacity: true },
];
const group = "g";

const routesFor = (suffix: string) =>
  strategies.flatMap(({ definition: { id } }) =>
    needs.map((need, at) => ({
      id: `${id}/${at}`,
      when: { fact: "topic", operator: "equal", value: `${id}/${at}` },
      steps: [{ group, strategy: `${id}${suffix}`, timeout: "PT0S", ...need }],
    })),
  );

const topics = routesFor("").map(({ id }) => id);

/** Two desks with the same people: one asks the index, the other everybody. */
function twoDesks() {
  const options = { shifts, strategies: [widest, ...strategies.map(unkept)] };
  const overlays = [{ campaign: "sale", overlay: { policy: "default", capacity: { g: 1.5 } } }];
  const open = (suffix: string) => desk({ routes: routesFor(suffix) }, people, { ...options, overlays });
  return [open(""), open("-by-scan")] as const;
}

type Desk = ReturnType<typeof twoDesks>[number];

interface Event {
  readonly type: "place" | "presence" | "done" | "wait" | "mark" | "back" | "commit" | "rollback";
  readonly pick: number;
  readonly presence: Presence;
}

const event: fc.Arbitrary<Event> = fc.record({
  type: fc.oneof(
    { weight: 12, arbitrary: fc.constant("place" as const) },
    { weight: 6, arbitrary: fc.constant("presence" as const) },
    { weight: 12, arbitrary: fc.constant("done" as const) },
    { weight: 1, arbitrary: fc.constantFrom("wait", "mark", "back", "commit", "rollback") },
  ),
  pick: fc.nat(1_000_000),
  presence: fc.constantFrom<Presence>("online", "online", ...presences),
});

/** Several choices that one number makes independently of each other. */
function digits(pick: number): (end: number) => number {
  let rest = pick;
  return (end) => {
    const digit = rest % end;
    rest = Math.floor(rest / end);
    return digit;
  };
}

/** One desk through one story; everything that can be seen of the choices is told. */
class Teller {
  readonly #desk: Desk;
  readonly #told: unknown[] = [];
  #carried: string[] = [];
  #mark: { readonly load: LoadMark; readonly carried: readonly string[] } | null = null;
  #committed: readonly string[] = [];
  #now = monday;

  constructor(of: Desk) {
    this.#desk = of;
  }

  get told(): readonly unknown[] {
    return this.#told;
  }

  handle({ type, pick, presence }: Event): void {
    const { load } = this.#desk;
    const who = people[pick % size]?.id ?? "";
    this.#now += 1_000;
    if (type === "place") this.#place(pick);
    else if (type === "presence") load.setPresence(who, presence, this.#now);
    else if (type === "wait") this.#now += (pick % 40) * minute;
    else if (type === "done") this.#finish(pick);
    else if (type === "mark") this.#mark = { load: load.mark(), carried: [...this.#carried] };
    else if (type === "back") this.#back();
    else this.#close(type);
  }

  #place(pick: number): void {
    const { routing, load } = this.#desk;
    const draw = digits(pick);
    const ask = {
      facts: { topic: topics[draw(topics.length)] },
      kind: draw(5) === 0 ? "chat" : "ticket",
      shop: [null, null, ...shops, "s9"][draw(5)] ?? null,
      exclude: draw(3) === 0 ? people.slice(draw(size)).map(({ id }) => id) : [],
    } as const;
    const asked = request(`t${this.#now}`, ask);
    const free = routing.countEligible(load, asked, { route: String(ask.facts.topic), step: 0 }, this.#now);
    const { outcome, decision } = routing.place(load, asked, this.#now);
    if (outcome.type === "assigned") this.#carried.push(`${ask.kind} ${outcome.agent}`);
    load.dequeue(`t${this.#now}`);
    this.#told.push([free, outcome, decision.considered]);
  }

  #finish(pick: number): void {
    const at = pick % Math.max(1, this.#carried.length);
    const [kind, who] = this.#carried.splice(at, 1)[0]?.split(" ") ?? [];
    if (who === undefined) return;
    const carried = { kind: kind === "chat" ? "chat" : "ticket", status: "open", claimedFrom: null } as const;
    this.#desk.load.removeTicket(who, carried);
  }

  #back(): void {
    if (!this.#mark) return;
    this.#desk.load.rollbackTo(this.#mark.load);
    this.#carried = [...this.#mark.carried];
    this.#mark = null;
  }

  #close(how: "commit" | "rollback"): void {
    if (how === "commit") this.#committed = [...this.#carried];
    else this.#carried = [...this.#committed];
    this.#desk.load[how]();
    this.#desk.load.begin();
    this.#mark = null;
    // Presence is set before the first commit: a rollback would leave nobody there.
    if (how === "rollback" && this.#committed.length === 0)
      for (const { id } of people) this.#desk.load.setPresence(id, "online", monday);
  }
}

const runs = Number(process.env.SLUICE_ROUTING_RUNS ?? 12);
const eventsPerRun = 1_000;

describe("the index", () => {
  it("gives what a scan gives, with the same reasons, through changes and rollbacks", () => {
    let assigned = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: eventsPerRun, maxLength: eventsPerRun }), (events) => {
        const [indexed, scanned] = twoDesks().map((one) => new Teller(one));
        for (const one of events) {
          indexed?.handle(one);
          scanned?.handle(one);
        }
        expect(indexed?.told).toEqual(scanned?.told);
        assigned += indexed?.told.filter((one) => JSON.stringify(one).includes('"assigned"')).length ?? 0;
      }),
      { numRuns: runs },
    );
    expect(assigned).toBeGreaterThan(runs * 50);
  });
});
