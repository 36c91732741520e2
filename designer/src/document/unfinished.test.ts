import type { DocumentKind } from "@sluice/schemas";
import { afterEach, expect, it } from "vitest";
import { createDraftSync } from "./draft-sync.ts";
import { flushDocuments, forgetDocuments, leaveDocument, showDocument, takeUp } from "./unfinished.ts";

const document = { kind: "workflow" as DocumentKind, key: "k", name: "a" };
const edited = { ...document, name: "b" };

/** A document with an unsaved change, on a line that answers, breaks or stays silent. */
function drawnBy(owner: string, line: "up" | "down" | "silent") {
  const saves: string[] = [];
  const sync = createDraftSync({
    port: {
      load: () => Promise.resolve({ document, etag: "1" }),
      save: ({ name }) => {
        saves.push(name);
        if (line === "silent") return new Promise<string>(() => undefined);
        return line === "up" ? Promise.resolve("2") : Promise.reject(new Error("down"));
      },
      reasonOf: () => "offline",
    },
    unsaved: { write: () => undefined, clear: () => undefined },
    stored: { document, etag: "1" },
    document,
    onTheirs: () => undefined,
    now: () => 0,
    pauses: { quiet: 3_600_000, retry: 3_600_000, longest: 3_600_000 },
  });
  sync.edited(edited);
  return { open: { owner, session: { getState: () => ({ document }) }, sync }, saves };
}

afterEach(() => forgetDocuments(null));

it("is taken up again by the person who drew it alone, once", () => {
  const { open } = drawnBy("ann", "silent");
  leaveDocument(open);
  expect(takeUp("bob", "workflow", "k")).toBeUndefined();
  expect(takeUp("ann", "workflow", "k")).toBe(open);
  expect(takeUp("ann", "workflow", "k")).toBeUndefined();
});

it("saves what is on a page and what was left, before the session ends", async () => {
  const [here, left] = [drawnBy("ann", "up"), drawnBy("ann", "up")];
  showDocument(here.open);
  leaveDocument(left.open);
  await flushDocuments(60_000);
  expect([here.saves, left.saves]).toEqual([["b"], ["b"]]);
  expect(takeUp("ann", "workflow", "k")).toBeUndefined();
});

it("does not wait for ever for a server that is silent", async () => {
  showDocument(drawnBy("ann", "silent").open);
  await expect(flushDocuments(1)).resolves.toBeUndefined();
});

it("never saves again what is forgotten, neither when its page goes nor when it is edited", async () => {
  const { open, saves } = drawnBy("ann", "down");
  showDocument(open);
  await flushDocuments(60_000);
  expect(saves).toEqual(["b"]);
  forgetDocuments(null);
  leaveDocument(open);
  expect(await open.sync.flush()).toBe(false);
  expect(saves).toEqual(["b"]);
  expect(takeUp("ann", "workflow", "k")).toBeUndefined();
});

it("forgets what others left when somebody else opens a document, and keeps one's own", async () => {
  const [ann, bob] = [drawnBy("ann", "down"), drawnBy("bob", "down")];
  leaveDocument(ann.open);
  leaveDocument(bob.open);
  await flushDocuments(60_000);
  forgetDocuments("bob");
  expect(takeUp("ann", "workflow", "k")).toBeUndefined();
  expect(takeUp("bob", "workflow", "k")).toBe(bob.open);
});
