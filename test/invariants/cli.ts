/** By hand: `node test/dist/invariants/cli.js <data folder> [--quiet]`. Exit code 1 when something does not hold. */
import { join } from "node:path";
import { checkInvariants } from "./check-invariants.ts";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: cli.js <data folder> [--quiet]   --quiet: nothing may be pending or overdue either");
  process.exitCode = 2;
} else {
  const violations = checkInvariants(join(folder, "sluice.db"), { quiet: flags.includes("--quiet") });
  for (const line of violations) console.log(line);
  console.log(`${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
