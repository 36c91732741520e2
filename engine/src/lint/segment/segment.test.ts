import { describe, expect, it } from "vitest";
import { documentOf, starterDocument, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn } from "../lint.fixture.ts";

const when = { fact: "ticket.channel", operator: "equal", value: "jd" };

describe("unused", () => {
  it("mentions a segment that nothing refers to", () => {
    expect(adviceOn(documentOf("segment", { when }))).toEqual(["info /key segment.unused"]);
    expect(adviceOn(starterDocument("segment", "vip"))).toEqual([]);
  });

  it("sees references in rules, in other segments and in the nodes of workflows", () => {
    const uses = { any: [{ not: { condition: "mine" } }] };
    const users = [
      documentOf("segment", { when: uses }, "other"),
      documentOf("classification", { rules: [{ id: "a", when: uses, then: {} }] }, "other"),
      documentOf(
        "workflow",
        { nodes: [{ id: "t", type: "trigger", config: { on: "manual", when: uses } }], edges: [] },
        "other",
      ),
    ];
    for (const user of users)
      expect(
        adviceOn(documentOf("segment", { when }), { documents: [...starterOptions.documents, user] }),
      ).toEqual([]);
  });
});
