import { describe, expect, it } from "vitest";
import { agent, desk, minute, monday, oneRoute, request } from "./desk.fixture.ts";

const label = { zh: "", en: "" };
const shifts = [{ key: "evening", label, start: "18:00", end: "22:00", weekdays: [1, 2] }];
const full = agent("full", { skills: { return: 3 } });
const people = [
  full,
  agent("novice", { skills: { return: 1 } }),
  agent("resting", { skills: { return: 3 }, shops: ["s1"], shifts: ["evening"] }),
  agent("elsewhere", { groups: ["h"], shifts: ["never"] }),
  agent("good", { skills: { return: 3 } }),
  agent("better", { skills: { return: 5 } }),
];

const step = {
  group: "g",
  strategy: "skill-match",
  skills: [{ skill: "return", level: 3 }, { skill: "law" }],
};
const place = { route: "all", step: 0 };
const ticket = request("t", { shop: "s2", exclude: ["resting"] });

function opened(skills = step.skills) {
  const made = desk(oneRoute({ ...step, skills }), people, { shifts, presence: { resting: "break" } });
  for (const status of ["new", "open"] as const)
    made.load.addTicket("full", { kind: "ticket", status, claimedFrom: null }, monday);
  return made;
}

describe("why not me", () => {
  const ask = (who: string, skills = step.skills) => {
    const { routing, load } = opened(skills);
    return routing.explain(load, ticket, place, monday, { agent: who });
  };

  it("names everything that stands against an agent, with its value", () => {
    // Monday 10:00 in Shanghai: the evening shift begins eight hours later.
    expect(ask("resting")).toEqual([
      {
        ...{ agent: "resting", eligible: false, reason: "excluded", load: 0, capacity: 2 },
        grounds: [
          { reason: "excluded" },
          { reason: "presence", detail: "break" },
          { reason: "off-shift", until: monday + 8 * 60 * minute },
          { reason: "shop", detail: "s2" },
          { reason: "skill", detail: "law 0/1" },
        ],
      },
    ]);
    expect(ask("full")[0]?.grounds).toEqual([
      { reason: "at-capacity", detail: "2/2" },
      { reason: "skill", detail: "law 0/1" },
    ]);
    expect(ask("novice")[0]?.grounds).toEqual([
      { reason: "skill", detail: "return 1/3" },
      { reason: "skill", detail: "law 0/1" },
    ]);
  });

  it("says so to who is outside of the group, and that a shift never comes", () => {
    expect(ask("elsewhere")[0]?.grounds?.slice(0, 2)).toEqual([
      { reason: "not-in-group" },
      { reason: "off-shift" },
    ]);
    expect(ask("nobody")).toEqual([]);
  });

  it("says who came before those who could have had it", () => {
    const skills = [{ skill: "return", level: 3 }];
    expect(ask("better", skills)).toEqual([
      { agent: "better", eligible: true, load: 0, capacity: 2, rank: 1 },
    ]);
    expect(ask("good", skills)).toMatchObject([{ eligible: true, reason: "outranked", rank: 2 }]);
  });
});

describe("everybody", () => {
  const skills = [{ skill: "return", level: 3 }];
  it("is listed best first, outsiders last, no more than asked for; and counted", () => {
    const { routing, load } = opened(skills);
    const told = (limit?: number) =>
      routing
        .explain(load, ticket, place, monday, limit === undefined ? {} : { limit })
        .map((one) => one.agent);
    expect(told()).toEqual(["better", "good", "full", "novice", "resting", "elsewhere"]);
    expect(told(3)).toEqual(["better", "good", "full"]);
    expect(told(1)).toEqual(["better"]);
    expect(routing.countEligible(load, ticket, place, monday)).toBe(2);
  });

  it("has no grounds in a stored decision", () => {
    const { routing, load } = opened(skills);
    const { considered } = routing.place(load, ticket, monday).decision;
    expect(considered.every((one) => one.grounds === undefined && one.rank === undefined)).toBe(true);
  });
});
