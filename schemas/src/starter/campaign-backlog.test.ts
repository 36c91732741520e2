import { describe, expect, it } from "vitest";
import { backlogCampaign } from "./campaign-backlog.ts";
import { starterRouting } from "./routing.ts";
import { backlogAutoreplyWorkflow } from "./workflows/backlog-autoreply.ts";

const { from, until, phases } = backlogCampaign.spec;
const [phase] = phases;

describe("the emergency campaign", () => {
  it("lies in the past, so that it rests until somebody starts it", () => {
    expect(Date.parse(until)).toBeLessThan(Date.parse("2026-01-01T00:00:00Z"));
    expect(Date.parse(until) - Date.parse(from)).toBe(4 * 3_600_000);
    expect(phases.map((one) => [one.from, one.until])).toEqual([[from, until]]);
  });

  it("sends ordinary tickets, and only those, to a pool of the policy", () => {
    const routes = phase?.routing?.flatMap(({ prepend }) => prepend ?? []) ?? [];
    expect(routes.map(({ steps }) => steps)).toEqual([[{ pool: "overflow" }]]);
    expect(Object.keys(starterRouting.spec.pools)).toContain("overflow");
    expect(JSON.stringify(routes)).not.toMatch(/P0|P1/);
  });

  it("shortens no promise", () => expect(phase?.sla).toBeUndefined());

  it("turns the auto-reply on, which asks for the campaign itself, and tells everybody in both languages", () => {
    expect(phase?.workflows).toEqual([backlogAutoreplyWorkflow.key]);
    expect(JSON.stringify(backlogAutoreplyWorkflow.spec.nodes[0]?.config)).toContain(
      `"${backlogCampaign.key}"`,
    );
    expect(phase?.announcement).toEqual({ "zh-CN": expect.any(String), en: expect.any(String) });
  });
});
