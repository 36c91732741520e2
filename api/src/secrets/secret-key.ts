/** The key that seals secrets at rest: from the environment, or made once and kept in the data folder. */
import { randomBytes, scryptSync } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";

/** AES-256. */
const keyBytes = 32;
/** A passphrase of any length becomes a key; the salt is fixed as the same passphrase must give the same key again. */
const salt = "sluice.secrets.v1";
const fileName = "secret.key";

/** Makes the file unless it is there; of processes that start at once, all read the one that was there first. */
async function readOrMake(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  return Buffer.from((await readFile(file, "utf8")).trim(), "base64");
}

/**
 * The key. Without `SLUICE_SECRET_KEY` it lies beside the database, readable by its owner alone: keep the two apart
 * in backups. Throws `config.invalid` when the kept file is damaged.
 */
export async function loadSecretKey(config: Pick<Config, "secretKey" | "dataDir">): Promise<Buffer> {
  if (config.secretKey !== undefined) return scryptSync(config.secretKey, salt, keyBytes);
  await mkdir(config.dataDir, { recursive: true });
  const key = await readOrMake(join(config.dataDir, fileName));
  if (key.length === keyBytes) return key;
  const reason = `${fileName} in the data folder is damaged; restore it from a backup, or delete it and enter all secrets again`;
  throw new AppError("config.invalid", { values: { name: "SLUICE_SECRET_KEY", reason } });
}
