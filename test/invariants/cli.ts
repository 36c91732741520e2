/**
 * By hand: `node test/dist/invariants/cli.js <data folder or mysql://… > [--quiet]`. Exit code 1 when something does
 * not hold.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkInvariants } from "./check-invariants.ts";
import { copyToSqlite } from "./copy-to-sqlite.ts";

const [place, ...flags] = process.argv.slice(2);
const options = { quiet: flags.includes("--quiet") };

async function check(where: string): Promise<readonly string[]> {
  if (!/^(mysql|mariadb):/.test(where)) return checkInvariants(join(where, "sluice.db"), options);
  const folder = mkdtempSync(join(tmpdir(), "sluice-invariants-"));
  try {
    await copyToSqlite(where, join(folder, "copy.db"));
    return checkInvariants(join(folder, "copy.db"), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (place === undefined) {
  console.error(
    "usage: cli.js <data folder or mysql://…> [--quiet]   --quiet: nothing may be pending or overdue either",
  );
  process.exitCode = 2;
} else {
  const violations = await check(place);
  for (const line of violations) console.log(line);
  console.log(`${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
