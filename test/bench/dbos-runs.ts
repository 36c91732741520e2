/**
 * A program of its own: workflows of three durable steps with DBOS, as its manual writes them. Each step does nothing
 * and its result is stored before the next begins. Arguments: the database, then for each measurement `runs@atOnce`.
 * Prints one line of JSON with the rates.
 */
import { DBOS } from "@dbos-inc/dbos-sdk";

const [url = "", ...measurements] = process.argv.slice(2);

const step = async (name: string): Promise<string> => DBOS.runStep(async () => name, { name });

const threeSteps = DBOS.registerWorkflow(
  async () => [await step("first"), await step("second"), await step("third")].length,
  { name: "threeSteps" },
);

/** Workflows per second, `atOnce` of them under way. */
async function measure(runs: number, atOnce: number): Promise<number> {
  let left = runs;
  const begin = performance.now();
  const worker = async () => {
    while (left-- > 0) if ((await threeSteps()) !== 3) throw new Error("a workflow did not end");
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return runs / ((performance.now() - begin) / 1000);
}

DBOS.setConfig({ name: "bench", systemDatabaseUrl: url, logLevel: "error", runAdminServer: false });
await DBOS.launch();
await measure(50, 4);
const rates: number[] = [];
for (const each of measurements) {
  const [runs = 0, atOnce = 1] = each.split("@").map(Number);
  rates.push(Math.round((await measure(runs, atOnce)) * 10) / 10);
}
await DBOS.shutdown();
process.stdout.write(`${JSON.stringify({ rates })}\n`);
process.exit(0);
