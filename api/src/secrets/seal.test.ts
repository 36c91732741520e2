import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, property, string } from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";
import { loadSecretKey } from "./secret-key.ts";

const key = randomBytes(32);

describe("a sealed secret", () => {
  it("opens with its key at its place, whatever it says", () => {
    assert(
      property(string({ unit: "binary" }), (text) => unseal(key, "p/n", seal(key, "p/n", text)) === text),
    );
  });

  it("says nothing of its text, and is another each time", () => {
    const sealed = seal(key, "p/n", "hunter2-hunter2");
    expect(Buffer.from(sealed, "base64").toString("latin1")).not.toContain("hunter2");
    expect(seal(key, "p/n", "hunter2-hunter2")).not.toBe(sealed);
  });

  it("does not open with another key, at another place, or when touched", () => {
    const sealed = seal(key, "p/n", "text");
    const bytes = Buffer.from(sealed, "base64");
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    expect(unseal(randomBytes(32), "p/n", sealed)).toBeNull();
    expect(unseal(key, "p/other", sealed)).toBeNull();
    expect(unseal(key, "p/n", bytes.toString("base64"))).toBeNull();
    expect(unseal(key, "p/n", "")).toBeNull();
  });
});

describe("the key", () => {
  const folders: string[] = [];
  afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), "sluice-key-"));
    folders.push(made);
    return made;
  };

  it("is made once, for its owner's eyes only", async () => {
    const dataDir = await folder();
    const [first, second] = await Promise.all(
      [1, 2].map(() => loadSecretKey({ dataDir, secretKey: undefined })),
    );
    expect(first).toEqual(second);
    expect(first).toHaveLength(32);
    expect((await stat(join(dataDir, "secret.key"))).mode & 0o077).toBe(0);
    expect(await readFile(join(dataDir, "secret.key"), "utf8")).toContain(first?.toString("base64"));
  });

  it("comes from the environment without touching the folder, and is the same again", async () => {
    const dataDir = await folder();
    const config = { dataDir, secretKey: "a passphrase of some length" };
    expect(await loadSecretKey(config)).toEqual(await loadSecretKey(config));
    await expect(stat(join(dataDir, "secret.key"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("that is damaged says what to do", async () => {
    const dataDir = await folder();
    await writeFile(join(dataDir, "secret.key"), "short\n");
    await expect(loadSecretKey({ dataDir, secretKey: undefined })).rejects.toMatchObject({
      code: "config.invalid",
    });
  });
});
