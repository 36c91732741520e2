import type { SluiceDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { Command } from "./command.ts";
import { createEditSession } from "./edit-session.ts";

type Segment = SluiceDocument<"segment">;

const vip: Segment = {
  kind: "segment",
  key: "vip",
  name: "VIP",
  formatVersion: 1,
  spec: { when: { fact: "customer.tier", operator: "equal", value: "vip" } },
};

const label = { key: "editor.commands.rename" } as const;
const rename = (name: string, mergeKey?: string): Command<"segment"> => ({
  label,
  ...(mergeKey === undefined ? {} : { mergeKey }),
  apply(draft) {
    draft.name = name;
  },
});
const locked: Command<"segment"> = {
  label,
  refuse: () => ({ reason: { key: "editor.refusals.otherDocument" }, path: "/key" }),
  apply() {
    throw new Error("a refused command was applied");
  },
};

describe("an edit session", () => {
  it("carries a command out, tells its listeners once, and takes it back", () => {
    const session = createEditSession(vip);
    let told = 0;
    const stop = session.subscribe(() => {
      told += 1;
    });
    expect(session.execute(rename("贵宾"))).toEqual({ done: true });
    expect(session.getState().document.name).toBe("贵宾");
    expect(told).toBe(1);
    session.undo();
    expect(session.getState().document).toEqual(vip);
    session.redo();
    expect(session.getState().document.name).toBe("贵宾");
    stop();
    session.undo();
    expect(told).toBe(3);
  });

  it("never changes the document it was given", () => {
    const session = createEditSession(vip);
    session.execute(rename("贵宾"));
    expect(vip.name).toBe("VIP");
  });

  it("says why not, and leaves everything as it was", () => {
    const session = createEditSession(vip);
    const before = session.getState();
    const outcome = session.execute(locked);
    expect(outcome).toMatchObject({ done: false, refusal: { path: "/key" } });
    expect(session.refusalOf(locked)).toMatchObject({ path: "/key" });
    expect(session.getState()).toBe(before);
  });

  it("refuses what would not be well-formed, with the place", () => {
    const session = createEditSession(vip);
    const outcome = session.execute(rename(""));
    expect(outcome).toMatchObject({ done: false, refusal: { path: "/name" } });
    expect(session.getState().document.name).toBe("VIP");
  });

  it("keeps no entry for a command that changes nothing", () => {
    const session = createEditSession(vip);
    expect(session.execute(rename("VIP"))).toEqual({ done: true });
    expect(session.getState().history.entries).toEqual([]);
  });

  it("joins a gesture into one entry until it is sealed", () => {
    const session = createEditSession(vip);
    session.execute(rename("V", "name"));
    session.execute(rename("VI", "name"));
    session.execute(rename("VIPs", "name"));
    expect(session.getState().history.entries).toHaveLength(1);
    session.seal();
    session.execute(rename("VIPs of the house", "name"));
    expect(session.getState().history.entries).toHaveLength(2);
    session.goTo(0);
    expect(session.getState().document).toEqual(vip);
  });

  it("forgets what was undone once something new is done", () => {
    const session = createEditSession(vip);
    session.execute(rename("a"));
    session.execute(rename("b"));
    session.undo();
    session.execute(rename("c"));
    session.redo();
    expect(session.getState().document.name).toBe("c");
    expect(session.getState().history.entries).toHaveLength(2);
  });

  it("replaces the whole as one entry, but never by another document", () => {
    const session = createEditSession({ ...vip, description: "of the house" });
    expect(session.replace({ ...vip, name: "new" }, label)).toEqual({ done: true });
    expect(session.getState().document).toEqual({ ...vip, name: "new" });
    session.undo();
    expect(session.getState().document).toEqual({ ...vip, description: "of the house" });
    expect(session.replace({ ...vip, key: "other" }, label)).toMatchObject({ done: false });
  });

  it("replaces only what differs, and joins replacements of one text being typed", () => {
    const session = createEditSession(vip);
    const typed = (value: string) => ({
      ...vip,
      spec: { when: { fact: "customer.tier", operator: "equal", value } },
    });
    session.replace(typed("v"), label, "json");
    session.replace(typed("vi"), label, "json");
    const { entries } = session.getState().history;
    expect(entries).toHaveLength(1);
    expect(entries[0]?.forward.map(({ path }) => path)).toEqual([
      ["spec", "when", "value"],
      ["spec", "when", "value"],
    ]);
    session.undo();
    expect(session.getState().document).toEqual(vip);
  });

  it("replaces lists of any length, exactly both ways", () => {
    const leaf = (value: string) => ({ fact: "customer.tier", operator: "equal", value });
    const listed = (...values: string[]): Segment => ({ ...vip, spec: { when: { any: values.map(leaf) } } });
    const session = createEditSession(listed("a", "b", "c"));
    for (const next of [listed("a", "c"), listed("x", "a", "c", "d"), vip]) {
      session.replace(next, label);
      expect(session.getState().document).toEqual(next);
    }
    session.goTo(0);
    expect(session.getState().document).toEqual(listed("a", "b", "c"));
  });
});
