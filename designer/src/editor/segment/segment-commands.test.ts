import type { SluiceDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { setWhen } from "./segment-commands.ts";

const vip: SluiceDocument<"segment"> = {
  kind: "segment",
  key: "vip",
  name: "VIP",
  formatVersion: 1,
  spec: { when: { fact: "customer.tier", operator: "equal", value: "vip" } },
};

describe("setWhen", () => {
  it("takes the condition's place, and gestures in a row are one entry", () => {
    const session = createEditSession(vip);
    session.execute(setWhen({ fact: "customer.tier", operator: "equal", value: "v" }));
    session.execute(setWhen({ fact: "customer.tier", operator: "equal", value: "svip" }));
    expect(session.getState().document.spec.when).toMatchObject({ value: "svip" });
    expect(session.getState().history.entries).toHaveLength(1);
    session.undo();
    expect(session.getState().document).toEqual(vip);
  });

  it("refuses to leave a segment without a condition, and an empty list", () => {
    const session = createEditSession(vip);
    expect(session.execute(setWhen(undefined))).toMatchObject({ done: false });
    expect(session.execute(setWhen({ all: [] }))).toMatchObject({ done: false });
    expect(session.getState().document).toBe(vip);
  });
});
