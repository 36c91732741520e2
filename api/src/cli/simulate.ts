/** `sluice simulate`: what would happen to a ticket in a house, with drafts from files. Nothing is stored. */
import { readFile } from "node:fs/promises";
import { parseValue } from "@sluice/schemas";
import type { Command } from "commander";
import { AppError } from "../errors.ts";
import { parseJson } from "../infra/parse-json.ts";
import { runSimulation, Simulation } from "../tickets/run-simulation.ts";
import { withHouse } from "./data-folder.ts";
import { readDocuments } from "./read-documents.ts";
import type { Terminal } from "./terminal.ts";

interface SimulateOptions {
  readonly data?: string;
  readonly documents: readonly string[];
}

async function readSimulation(file: string): Promise<Simulation> {
  const parsed = parseValue(Simulation, parseJson(await readFile(file, "utf8")));
  if (parsed.ok) return parsed.value;
  throw new AppError("request.invalid", { errors: parsed.problems });
}

async function simulateFile(file: string, options: SimulateOptions, terminal: Terminal): Promise<void> {
  const simulation = await readSimulation(file);
  const drafts = await readDocuments(options.documents);
  const documents = [...(simulation.documents ?? []), ...drafts.map(({ input }) => input as never)];
  await withHouse(terminal, { SLUICE_DATA: options.data }, async (context, runtime) => {
    const result = await runSimulation(runtime, context.database.reader, { ...simulation, documents });
    terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  });
}

export function addSimulate(program: Command, terminal: Terminal): void {
  program
    .command("simulate <file>")
    .description("show what would happen to a ticket; the file is a body of POST /api/v1/simulate")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .option("--documents <files...>", "drafts that take the place of what is live", [])
    .action((file: string, options: SimulateOptions) => simulateFile(file, options, terminal));
}
