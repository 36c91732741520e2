import { afterEach, describe, expect, it, vi } from "vitest";
import {
  createDraftSync,
  type DraftPort,
  type DraftSync,
  type StoredDraft,
  type UnsavedStore,
  type UnsavedText,
} from "./draft-sync.ts";
import { isSame } from "./is-same.ts";
import { resume } from "./open-document.ts";

interface Doc {
  readonly name: string;
}

class Refused extends Error {
  readonly kind: "conflict" | "offline" | "refused";
  constructor(kind: "conflict" | "offline" | "refused") {
    super(kind);
    this.kind = kind;
  }
}

/** A server that keeps one draft under versions, as the api does; its line can be cut before or after it has heard. */
class Server implements DraftPort<Doc> {
  draft: Doc = { name: "0" };
  version = 1;
  line: "up" | "down" | "deaf" = "up";
  refuses = false;
  saves = 0;
  loads = 0;
  /** Saves wait here until they are let through. */
  gate: Promise<void> = Promise.resolve();

  get stored(): StoredDraft<Doc> {
    return { document: this.draft, etag: `"${this.version}"` };
  }

  /** Somebody else stores a draft. */
  write(draft: Doc): void {
    this.draft = draft;
    this.version += 1;
  }

  async load(): Promise<StoredDraft<Doc>> {
    this.loads += 1;
    if (this.line !== "up") throw new Refused("offline");
    return this.stored;
  }

  async save(document: Doc, etag: string): Promise<string> {
    this.saves += 1;
    await this.gate;
    if (this.line === "down") throw new Refused("offline");
    if (this.refuses) throw new Refused("refused");
    if (etag !== this.stored.etag) throw new Refused("conflict");
    if (!isSame(document, this.draft)) this.write(document);
    if (this.line === "deaf") throw new Refused("offline");
    return this.stored.etag;
  }

  reasonOf(error: unknown) {
    if (error instanceof Refused) return error.kind;
    throw error;
  }
}

class Kept implements UnsavedStore<Doc> {
  text: UnsavedText<Doc> | null = null;
  write(text: UnsavedText<Doc>): void {
    this.text = structuredClone(text);
  }
  clear(): void {
    this.text = null;
  }
}

const pauses = { quiet: 5, retry: 5, longest: 20 };
const open: DraftSync<Doc>[] = [];

function start(server: Server, kept = new Kept()) {
  const shown: Doc[] = [];
  const { document, stored, conflict } = resume(server.stored, kept.text);
  const sync = createDraftSync<Doc>({
    port: server,
    unsaved: kept,
    stored,
    document,
    conflict,
    onTheirs: (theirs) => shown.push(theirs),
    now: () => 1_000,
    pauses,
  });
  open.push(sync);
  return { sync, kept, shown, server };
}

const status = (sync: DraftSync<Doc>) => sync.getState().status;
const until = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 2 });

/** Lets a save begin and holds it until the answer is called. */
function hold(server: Server): () => void {
  let release: () => void = () => undefined;
  server.gate = new Promise((resolve) => {
    release = resolve;
  });
  return release;
}

afterEach(async () => {
  for (const sync of open.splice(0)) sync.close();
});

describe("autosave", () => {
  it("saves once things are quiet, and says when", async () => {
    const { sync, server, kept } = start(new Server());
    for (const name of ["a", "ab", "abc"]) sync.edited({ name });
    expect(status(sync)).toBe("waiting");
    await until(() => expect(sync.getState()).toEqual({ status: "saved", at: 1_000 }));
    expect(server.draft).toEqual({ name: "abc" });
    expect(server.saves).toBe(1);
    expect(kept.text).toBeNull();
  });

  it("keeps every change on this side at once, until it is acknowledged", async () => {
    const server = new Server();
    const release = hold(server);
    const { sync, kept } = start(server);
    sync.edited({ name: "a" });
    expect(kept.text?.document).toEqual({ name: "a" });
    void sync.flush();
    await until(() => expect(server.saves).toBe(1));
    sync.edited({ name: "ab" });
    expect(kept.text).toMatchObject({ document: { name: "ab" }, sent: { name: "a" }, base: { name: "0" } });
    release();
    await until(() => expect(server.draft).toEqual({ name: "ab" }));
    await until(() => expect(kept.text).toBeNull());
  });

  it("has one save under way at a time", async () => {
    const server = new Server();
    const release = hold(server);
    const { sync } = start(server);
    sync.edited({ name: "a" });
    void sync.flush();
    await until(() => expect(server.saves).toBe(1));
    sync.edited({ name: "b" });
    sync.leave();
    void sync.flush();
    expect(server.saves).toBe(1);
    release();
    await until(() => expect(status(sync)).toBe("saved"));
    expect(server.draft).toEqual({ name: "b" });
    expect(server.saves).toBe(2);
  });

  it("saves nothing where the drawing came back to what is stored", async () => {
    const { sync, server, kept } = start(new Server());
    sync.edited({ name: "a" });
    sync.edited({ name: "0" });
    expect(status(sync)).toBe("saved");
    expect(kept.text).toBeNull();
    expect(await sync.flush()).toBe(true);
    expect(server.saves).toBe(0);
  });

  it("flushes what was drawn during the flush too", async () => {
    const server = new Server();
    const release = hold(server);
    const { sync } = start(server);
    sync.edited({ name: "a" });
    const flushed = sync.flush();
    await until(() => expect(server.saves).toBe(1));
    sync.edited({ name: "b" });
    const again = sync.flush();
    release();
    await flushed;
    expect(await again).toBe(true);
    expect(server.draft).toEqual({ name: "b" });
  });
});

describe("a line that breaks", () => {
  it("tries again until the server answers", async () => {
    const { sync, server, kept } = start(new Server());
    server.line = "down";
    sync.edited({ name: "a" });
    await until(() => expect(server.saves + server.loads).toBeGreaterThan(3));
    expect(status(sync)).toBe("offline");
    expect(kept.text?.document).toEqual({ name: "a" });
    server.line = "up";
    await until(() => expect(status(sync)).toBe("saved"));
    expect(server.draft).toEqual({ name: "a" });
  });

  it("does not take its own save for somebody else's when only the answer was lost", async () => {
    const { sync, server } = start(new Server());
    server.line = "deaf";
    sync.edited({ name: "a" });
    await until(() => expect(server.draft).toEqual({ name: "a" }));
    sync.edited({ name: "ab" });
    server.line = "up";
    await until(() => expect(status(sync)).toBe("saved"));
    expect(server.draft).toEqual({ name: "ab" });
  });

  it("says what the server refuses, keeps the text, and tries again with the next change", async () => {
    const { sync, server, kept } = start(new Server());
    server.refuses = true;
    sync.edited({ name: "a" });
    await until(() => expect(status(sync)).toBe("refused"));
    expect(kept.text?.document).toEqual({ name: "a" });
    server.refuses = false;
    sync.edited({ name: "ab" });
    await until(() => expect(server.draft).toEqual({ name: "ab" }));
  });
});

describe("somebody else at the same draft", () => {
  it("is shown where nothing here is unsaved", async () => {
    const { sync, server, shown } = start(new Server());
    server.write({ name: "theirs" });
    await sync.look();
    expect(shown).toEqual([{ name: "theirs" }]);
    sync.edited({ name: "theirs and mine" });
    await until(() => expect(server.draft).toEqual({ name: "theirs and mine" }));
    expect(status(sync)).toBe("saved");
  });

  it("is a conflict where something is: both texts stay until one decides", async () => {
    const { sync, server, kept, shown } = start(new Server());
    server.write({ name: "theirs" });
    sync.edited({ name: "mine" });
    await until(() => expect(status(sync)).toBe("conflict"));
    expect(sync.getState()).toMatchObject({
      conflict: { base: { name: "0" }, theirs: { document: { name: "theirs" } } },
    });
    expect(server.draft).toEqual({ name: "theirs" });
    sync.edited({ name: "mine, more" });
    expect(await sync.flush()).toBe(false);
    expect(server.draft).toEqual({ name: "theirs" });
    expect(kept.text?.document).toEqual({ name: "mine, more" });
    expect(shown).toEqual([]);
    sync.rebase(server.stored);
    await until(() => expect(server.draft).toEqual({ name: "mine, more" }));
    expect(status(sync)).toBe("saved");
  });

  it("shows the newest of theirs while the conflict lasts", async () => {
    const { sync, server } = start(new Server());
    server.write({ name: "theirs" });
    sync.edited({ name: "mine" });
    await until(() => expect(status(sync)).toBe("conflict"));
    server.write({ name: "theirs, later" });
    await sync.look();
    expect(sync.getState()).toMatchObject({
      conflict: { base: { name: "0" }, theirs: { document: { name: "theirs, later" } } },
    });
  });

  it("is none where only the tag has moved, or both wrote the same", async () => {
    const { sync, server } = start(new Server());
    server.version += 1;
    sync.edited({ name: "mine" });
    await until(() => expect(server.draft).toEqual({ name: "mine" }));
    server.write({ name: "same" });
    sync.edited({ name: "same" });
    await until(() => expect(status(sync)).toBe("saved"));
    expect(sync.etag()).toBe(server.stored.etag);
  });

  it("is not told from an answer that is older than a save of one's own", async () => {
    const server = new Server();
    const { sync, shown } = start(server);
    server.version += 1;
    const old = server.stored;
    let answer: (stored: StoredDraft<Doc>) => void = () => undefined;
    server.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const looked = sync.look();
    server.version -= 1;
    sync.edited({ name: "mine" });
    await sync.flush();
    answer(old);
    await looked;
    expect(shown).toEqual([]);
    expect(sync.stored()).toEqual({ name: "mine" });
  });

  it("asks nothing when the news is of its own save", async () => {
    const server = new Server();
    const release = hold(server);
    const { sync } = start(server);
    sync.edited({ name: "a" });
    const flushed = sync.flush();
    await until(() => expect(server.saves).toBe(1));
    // The event overtakes the answer.
    await sync.look('"2"');
    release();
    await flushed;
    await sync.look('"2"');
    expect(server.loads).toBe(0);
  });
});

describe("what is left over a reload", () => {
  it("goes on where the page was closed, and is saved", async () => {
    const server = new Server();
    const first = start(server);
    server.line = "down";
    first.sync.edited({ name: "a" });
    await until(() => expect(server.saves).toBeGreaterThan(0));
    first.sync.close();
    server.line = "up";
    const second = start(server, first.kept);
    await until(() => expect(status(second.sync)).toBe("saved"));
    expect(server.draft).toEqual({ name: "a" });
    expect(first.kept.text).toBeNull();
  });

  it("knows a save that arrived after the page was gone as its own", async () => {
    const server = new Server();
    const first = start(server);
    server.line = "deaf";
    first.sync.edited({ name: "a" });
    await until(() => expect(server.version).toBe(2));
    first.sync.edited({ name: "ab" });
    first.sync.close();
    server.line = "up";
    const second = start(server, first.kept);
    await until(() => expect(server.draft).toEqual({ name: "ab" }));
    expect(status(second.sync)).toBe("saved");
  });

  it("is a conflict from the start where somebody else wrote meanwhile", async () => {
    const server = new Server();
    const first = start(server);
    server.line = "down";
    first.sync.edited({ name: "mine" });
    first.sync.close();
    server.line = "up";
    server.write({ name: "theirs" });
    const second = start(server, first.kept);
    expect(second.sync.getState()).toMatchObject({
      status: "conflict",
      conflict: { base: { name: "0" }, theirs: { document: { name: "theirs" } } },
    });
    expect(server.draft).toEqual({ name: "theirs" });
  });
});
