import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agent, desk, oneRoute, request, whoGot } from "./desk.fixture.ts";
import type { Candidate, RoutingStrategy } from "./strategy.ts";
import { builtInStrategies } from "./strategy-list.ts";

declare global {
  interface ImportMeta {
    glob(pattern: string, options: { readonly eager: true }): Record<string, Record<string, unknown>>;
  }
}

const candidate = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  order: fc.nat(9),
  load: fc.nat(4),
  capacity: fc.nat(4),
  lastAssignedAt: fc.option(fc.nat(3)),
  skillLevel: fc.nat(5),
});

describe("every strategy", () => {
  it("is a file of the folder, under its own id", () => {
    const files = Object.entries(import.meta.glob("./strategies/*.ts", { eager: true }));
    const found = files.map(([path, module]) => [
      path.slice("./strategies/".length, -3),
      Object.values(module),
    ]);
    const listed = builtInStrategies.map((strategy) => [strategy.definition.id, [strategy]]);
    expect(new Map(found as never)).toEqual(new Map(listed as never));
  });

  it.each(builtInStrategies.map((strategy) => [strategy.definition.id, strategy] as const))(
    "%s is labelled in both languages and orders totally",
    (_id, strategy) => {
      expect(strategy.definition.label.zh && strategy.definition.label.en).toBeTruthy();
      const sign = (a: Candidate, b: Candidate) => Math.sign(strategy.compare(a, b, { size: 10, cursor: 3 }));
      fc.assert(
        fc.property(candidate, candidate, candidate, (a, b, c) => {
          expect(sign(a, b) + sign(b, a)).toBe(0);
          if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
        }),
      );
    },
  );
});

const team = [
  agent("a", { capacity: { chat: 9, ticket: 4 }, skills: { return: 2, refund: 5 } }),
  agent("b", { capacity: { chat: 9, ticket: 2 }, skills: { return: 4, refund: 1 } }),
  agent("c", { capacity: { chat: 9, ticket: 10 }, skills: { return: 3, refund: 3 } }),
];
const place = (strategy: string, count: number, extra: object = {}) => {
  const { routing, load } = desk(oneRoute({ group: "g", strategy, ...extra }), team);
  return Array.from({ length: count }, (_, i) => whoGot(routing.place(load, request(`t${i}`), 1_000 + i)));
};

describe("round-robin", () => {
  it("goes on after the last one, passes over whoever is full, and comes round", () => {
    expect(place("round-robin", 9)).toEqual(["a", "b", "c", "a", "b", "c", "a", "c", "a"]);
  });

  it("keeps its place while somebody is away", () => {
    const { routing, load } = desk(oneRoute({ group: "g", strategy: "round-robin" }), team);
    expect(whoGot(routing.place(load, request("1"), 1))).toBe("a");
    load.setPresence("b", "break", 2);
    expect(whoGot(routing.place(load, request("2"), 2))).toBe("c");
    load.setPresence("b", "online", 3);
    expect(whoGot(routing.place(load, request("3"), 3))).toBe("a");
    expect(whoGot(routing.place(load, request("4"), 3))).toBe("b");
  });

  it("is fair within one among any people who stay eligible", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 60 }), (size, count) => {
        const people = Array.from({ length: size }, (_, i) =>
          agent(`p${i}`, { capacity: { chat: 0, ticket: 99 } }),
        );
        const { routing, load } = desk(oneRoute({ group: "g", strategy: "round-robin" }), people);
        for (let i = 0; i < count; i += 1) routing.place(load, request(`t${i}`), i);
        const counts = people.map(({ id }) => load.agent(id)?.counts.ticket.open ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("round-robin while people come and go", () => {
  const turn = fc.record({ who: fc.nat(4), away: fc.boolean(), arrives: fc.boolean() });

  it("gives each ticket to the first eligible agent after the one chosen last", () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
        const people = Array.from({ length: 5 }, (_, i) =>
          agent(`p${i}`, { capacity: { chat: 0, ticket: 99 } }),
        );
        const { routing, load } = desk(
          oneRoute({ group: "g", strategy: "round-robin", timeout: "PT0S" }),
          people,
        );
        const away = new Set<number>();
        let last = -1;
        for (const [i, { who, away: leaves, arrives }] of turns.entries()) {
          load.setPresence(`p${who}`, leaves ? "break" : "online", i);
          if (leaves) away.add(who);
          else away.delete(who);
          const circle = [1, 2, 3, 4, 5].map((step) => (last + step) % 5).filter((p) => !away.has(p));
          if (!arrives) continue;
          const [expected] = circle;
          expect(whoGot(routing.place(load, request(`t${i}`), i))).toBe(
            expected === undefined ? "pooled" : `p${expected}`,
          );
          last = expected ?? last;
        }
      }),
    );
  });
});

describe("the others", () => {
  it("least-loaded: fewest tickets, then longest without one, then id", () => {
    expect(place("least-loaded", 8)).toEqual(["a", "b", "c", "a", "b", "c", "a", "c"]);
  });

  it("weighted: lowest share of the capacity in use", () => {
    // After one each a 1/4, b 1/2, c 1/10: c is given tickets until it is as full as a.
    expect(place("weighted", 7)).toEqual(["a", "b", "c", "c", "c", "a", "c"]);
  });

  it("skill-match: highest summed level of the skills asked for, ties by load", () => {
    const skills = [{ skill: "return" }, { skill: "refund" }];
    expect(place("skill-match", 5, { skills })).toEqual(["a", "a", "a", "a", "c"]);
    expect(place("skill-match", 3, { skills: [{ skill: "return", level: 3 }] })).toEqual(["b", "b", "c"]);
  });

  it("a plugin's strategy is used by its id; one that is gone gives way to least-loaded", () => {
    const last: RoutingStrategy = {
      definition: { id: "house.last", label: { zh: "末位", en: "Last" }, description: { zh: "", en: "" } },
      compare: (a, b) => b.order - a.order,
    };
    const spec = oneRoute({ group: "g", strategy: "house.last" });
    const withIt = desk(spec, team, { strategies: [last] });
    expect(whoGot(withIt.routing.place(withIt.load, request("t"), 1))).toBe("c");
    const without = desk(spec, team);
    const placed = without.routing.place(without.load, request("t"), 1);
    expect([whoGot(placed), placed.decision.strategy]).toEqual(["a", "least-loaded"]);
  });
});
