/** `sluice import`: documents from files into a data folder, all or nothing. */
import type { Command } from "commander";
import { importBundle } from "../documents/import-bundle.ts";
import { withHouse } from "./data-folder.ts";
import { readDocuments } from "./read-documents.ts";
import type { Terminal } from "./terminal.ts";

interface ImportOptions {
  readonly data?: string;
  readonly publish: boolean;
  readonly comment: string;
}

async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const inputs = (await readDocuments(files)).map(({ input }) => input);
  await withHouse(terminal, { SLUICE_DATA: options.data }, async (context) => {
    const { publish, comment } = options;
    const { documents } = await importBundle(context, inputs, { publish, comment, actor: "cli" });
    for (const { kind, key, draft, published } of documents) {
      const live = published
        ? `, revision ${published.revision}${published.changed ? "" : " (unchanged)"}`
        : "";
      terminal.out(`${kind} ${key}: ${draft}${live}\n`);
    }
  });
}

export function addImport(program: Command, terminal: Terminal): void {
  program
    .command("import <files...>")
    .description("import documents from files, all or nothing")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .option("--publish", "publish them as well", false)
    .option("--comment <text>", "comment of the revisions", "")
    .action((files: string[], options: ImportOptions) => importFiles(files, options, terminal));
}
