/** `sluice init`: prepares a data folder without starting a server. */
import type { Command } from "commander";
import { firstRun } from "../setup/first-run.ts";
import { loadStarter } from "../setup/starter.ts";
import { withHouse } from "./data-folder.ts";
import type { Terminal } from "./terminal.ts";

interface InitOptions {
  readonly data?: string;
  readonly starter?: string;
}

async function init(options: InitOptions, terminal: Terminal): Promise<void> {
  const overrides = { SLUICE_DATA: options.data, SLUICE_STARTER: options.starter };
  await withHouse(terminal, overrides, async (context) => {
    const { admin, starterLoaded } = await firstRun(context, await loadStarter(context.config));
    terminal.out(`${context.config.dataDir} is ready${starterLoaded ? ", with the starter pack" : ""}.\n`);
    if (admin)
      terminal.out(`Sign in as ${admin.name} with the password ${admin.password}  (shown only now)\n`);
  });
}

export function addInit(program: Command, terminal: Terminal): void {
  program
    .command("init")
    .description("prepare a data folder: tables, administrator, starter pack")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .option("--starter <pack>", "none or ecommerce (SLUICE_STARTER)")
    .action((options: InitOptions) => init(options, terminal));
}
