import { describe, expect, it } from "vitest";
import { type Priority, priorities } from "../primitives.ts";
import { starterSla } from "./sla.ts";

const { tiers, reminders } = starterSla.spec;
const tier = (id: string) => tiers.find((item) => item.id === id);

describe("the starter SLA", () => {
  it.each<[Priority, string, string, string]>([
    ["P0", "PT5M", "PT5M", "PT4H"],
    ["P1", "PT15M", "PT10M", "PT12H"],
    ["P2", "PT30M", "PT30M", "PT24H"],
    ["P3", "PT2H", "PT2H", "PT48H"],
  ])("%s: first %s, next %s, resolution %s", (priority, firstResponse, nextResponse, resolution) => {
    const cells = tier("standard")?.targets?.[priority];
    expect(cells).toMatchObject({ firstResponse, nextResponse, resolution });
    expect(cells?.calendar).toBe(priority === "P0" ? "24x7" : undefined);
  });

  it("leaves no cell empty at the bottom", () => {
    const standard = tiers.at(-1);
    expect(standard?.when).toBeUndefined();
    for (const priority of priorities)
      expect(Object.keys(standard?.targets?.[priority] ?? {})).toEqual(
        expect.arrayContaining(["firstResponse", "nextResponse", "resolution"]),
      );
  });

  it("halves for VIP what stands below it, and nothing above", () => {
    const order = tiers.map(({ id }) => id);
    const vip = order.indexOf("vip");
    expect(tier("vip")?.scale).toMatchObject({ firstResponse: 0.5, nextResponse: 0.5, resolution: 0.5 });
    expect(order.slice(0, vip)).toEqual(["platform", "chat"]);
    expect(order.slice(vip + 1)).toEqual(["invoice", "phone", "mail", "standard"]);
  });

  it("keeps P0 and P1 out of the slow channels", () => {
    for (const id of ["mail", "phone", "invoice"])
      expect(Object.keys(tier(id)?.targets ?? {})).toEqual(["P2", "P3"]);
  });

  it("answers chats in 30 and 90 seconds at every priority", () => {
    const { P0, "*": all } = tier("chat")?.targets ?? {};
    for (const cells of [P0, all])
      expect(cells).toMatchObject({ firstResponse: "PT30S", nextResponse: "PT90S" });
  });

  it("takes the platform's deadline from its field", () => {
    expect(tier("platform")?.targets?.["*"]).toEqual({ platformDue: "ticket.fields.platformDue" });
  });

  it("warns before, cards at, and tells the director after the limit", () => {
    expect(reminders?.map(({ id, at }) => [id, at])).toEqual([
      ["yellow", "-PT30M"],
      ["red", "PT0S"],
      ["red-2", "PT2H"],
    ]);
  });
});
