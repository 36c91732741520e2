import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { takeUnsaved, unsavedStore } from "./unsaved-text.ts";

/** Local storage with room for so many characters. */
class RoomyStorage {
  room = Number.POSITIVE_INFINITY;
  readonly #kept = new Map<string, string>();
  get length() {
    return this.#kept.size;
  }
  key = (at: number) => [...this.#kept.keys()][at] ?? null;
  getItem = (name: string) => this.#kept.get(name) ?? null;
  removeItem = (name: string) => void this.#kept.delete(name);
  setItem(name: string, value: string) {
    const others = [...this.#kept].filter(([it]) => it !== name);
    const used = others.reduce((sum, [, text]) => sum + text.length, 0);
    if (used + value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.#kept.set(name, value);
  }
}

let storage: RoomyStorage;
beforeEach(() => {
  storage = new RoomyStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const text = (etag: string, name: string) => ({ etag, base: { name: "a" }, document: { name }, sent: null });

it("gives an unsaved text back", async () => {
  unsavedStore("ann", "workflow", "k").write(text('"1"', "b"));
  expect(await takeUnsaved("ann", "workflow", "k")).toEqual(text('"1"', "b"));
});

it("gives nobody the unsaved text of somebody else", async () => {
  unsavedStore("ann", "workflow", "k").write(text('"1"', "b"));
  expect(await takeUnsaved("bob", "workflow", "k")).toBeNull();
  expect(await takeUnsaved("ann", "workflow", "k")).not.toBeNull();
});

it("keeps nothing rather than an old document under a new tag, and all of it once there is room", async () => {
  const store = unsavedStore("ann", "workflow", "k");
  store.write(text('"1"', "b"));
  storage.room = 60;
  store.write(text('"2"', "b".repeat(100)));
  expect(await takeUnsaved("ann", "workflow", "k")).toBeNull();
  expect(storage.length).toBe(0);
  storage.room = 1_000;
  store.write(text('"2"', "b".repeat(100)));
  expect(await takeUnsaved("ann", "workflow", "k")).toEqual(text('"2"', "b".repeat(100)));
});
