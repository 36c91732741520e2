/** `sluice export`: the documents of a data folder as one bundle, the same text for the same documents. */
import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { parseConfig } from "../config.ts";
import { type ExportState, exportBundle } from "../documents/export-bundle.ts";
import { openContext } from "../setup/open-context.ts";
import type { Terminal } from "./terminal.ts";

interface ExportOptions {
  readonly data?: string;
  readonly out?: string;
  readonly state: ExportState;
}

/** Only reads, so a running server does not mind. */
async function exportFile(options: ExportOptions, terminal: Terminal): Promise<void> {
  const { context, close } = await openContext(parseConfig(terminal.env, { SLUICE_DATA: options.data }));
  try {
    const text = await exportBundle(context.database.reader, options.state);
    if (options.out === undefined) terminal.out(text);
    else await writeFile(options.out, text);
  } finally {
    await close();
  }
}

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command("export")
    .description("write the documents as one bundle")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .option("--out <file>", "file to write; standard output without it")
    .addOption(
      new Option("--state <state>", "which text").choices(["current", "live", "draft"]).default("current"),
    )
    .action((options: ExportOptions) => exportFile(options, terminal));
}
