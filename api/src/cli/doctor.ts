/** `sluice doctor`: looks at what a server needs and says what is wrong with it. */
import { access, constants, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { type Config, parseConfig } from "../config.ts";
import { createDatabase } from "../database/database.ts";
import { schemaVersion } from "../database/migrations/all-migrations.ts";
import { ping } from "../database/repositories/ping.ts";
import type { Terminal } from "./terminal.ts";

interface Check {
  readonly name: string;
  /** Answers what it saw; throws when it is not good. */
  run(config: Config): Promise<string>;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A doctor does not operate: a folder that is not there yet is left so. */
async function checkFolder({ dataDir }: Config): Promise<string> {
  if (!(await exists(dataDir))) return `${dataDir} is not there yet; the first start makes it`;
  await access(dataDir, constants.R_OK | constants.W_OK);
  return dataDir;
}

async function checkDatabase({ dataDir, databaseUrl }: Config): Promise<string> {
  if (databaseUrl === undefined && !(await exists(`${dataDir}/sluice.db`))) return "none yet";
  const database = await createDatabase({ dataDir, url: databaseUrl });
  await ping(database.reader);
  await database.close();
  return `sound, tables of version ${schemaVersion}`;
}

function checkPort({ host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, host, () => server.close(() => resolve(`${host}:${port} is free`)));
  });
}

async function checkDesigner(): Promise<string> {
  const index = fileURLToPath(new URL("../../../designer/dist/app/index.html", import.meta.url));
  if (await exists(index)) return "built";
  throw new Error("not built: run pnpm build");
}

const checks: readonly Check[] = [
  { name: "Node.js", run: async () => process.version },
  { name: "Data folder", run: checkFolder },
  { name: "Database", run: checkDatabase },
  { name: "Port", run: checkPort },
  { name: "Designer", run: checkDesigner },
];

async function doctor(options: { readonly data?: string }, terminal: Terminal): Promise<void> {
  const config = parseConfig(terminal.env, { SLUICE_DATA: options.data });
  terminal.out("✓ Configuration\n");
  for (const { name, run } of checks) {
    try {
      terminal.out(`✓ ${name}: ${await run(config)}\n`);
    } catch (error) {
      terminal.out(`✗ ${name}: ${(error as Error).message}\n`);
      terminal.exitCode = 1;
    }
  }
}

export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command("doctor")
    .description("check the configuration, data folder, database, port and build")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .action((options: { data?: string }) => doctor(options, terminal));
}
