/** Whether a MySQL or MariaDB server can hold the tables: its version, character sets and limits. */
import type { EntityManager } from "typeorm";

/** A statement of the bulk writer is below this, with room for what the protocol adds and one heavy row. */
const leastPacketBytes = 16 * 1_048_576;

interface ServerFacts {
  readonly version: string;
  readonly packet: number;
}

const isMaria = (version: string): boolean => /mariadb/i.test(version);

const isAtLeast = (version: string, least: readonly number[]): boolean => {
  const found = version.split(/[.-]/, least.length).map(Number);
  for (const [at, wanted] of least.entries()) {
    const here = found[at] ?? 0;
    if (here !== wanted) return here > wanted;
  }
  return true;
};

/**
 * The collation of every text column: compares code points, so that `Abc` and `abc` are two, and does not pad, so
 * that `a` and `a ` are two.
 */
export const binaryCollation = (version: string): string =>
  isMaria(version) ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";

export const serverVersion = async (db: Pick<EntityManager, "query">): Promise<string> => {
  const [row] = await db.query<{ version: string }[]>("SELECT VERSION() AS version");
  return row?.version ?? "";
};

function unfitVersion(version: string): string | null {
  if (isMaria(version))
    return isAtLeast(version, [10, 6]) ? null : `it is MariaDB ${version}, and 10.6 or newer is needed`;
  return isAtLeast(version, [8, 0, 17]) ? null : `it is MySQL ${version}, and 8.0.17 or newer is needed`;
}

async function unfitCollation(db: EntityManager, version: string): Promise<string | null> {
  const collation = binaryCollation(version);
  const found = await db.query<unknown[]>(
    "SELECT collation_name FROM information_schema.collations WHERE collation_name = ?",
    [collation],
  );
  return found.length > 0 ? null : `it has no utf8mb4 with the collation ${collation}`;
}

const unfitPacket = ({ packet }: ServerFacts): string | null =>
  packet >= leastPacketBytes
    ? null
    : `its max_allowed_packet is ${packet} bytes; set it to ${leastPacketBytes} or more`;

/** Why the server cannot be used, in words that follow its name; `null` when it can. */
export async function unfitBecause(db: EntityManager): Promise<string | null> {
  const [row] = await db.query<{ packet: number }[]>("SELECT @@max_allowed_packet AS packet");
  const facts: ServerFacts = { version: await serverVersion(db), packet: Number(row?.packet ?? 0) };
  return unfitVersion(facts.version) ?? (await unfitCollation(db, facts.version)) ?? unfitPacket(facts);
}
