/** `sluice validate`: checks files: their shapes, what they name, and with a data folder everything that publishing checks. */
import { type AnyDocument, parseDocument } from "@sluice/schemas";
import type { Command } from "commander";
import { checkMeaning } from "../documents/check.ts";
import type { FieldError } from "../errors.ts";
import { idleRuntime, type RuntimePort } from "../runtime-port.ts";
import { withHouse } from "./data-folder.ts";
import { type FileDocument, readDocuments } from "./read-documents.ts";
import { faultLine, type Terminal } from "./terminal.ts";

const titleOf = ({ file, input }: FileDocument): string => {
  const { kind, key } = (input ?? {}) as { kind?: unknown; key?: unknown };
  return `${file}: ${String(kind)} ${String(key)}`;
};

function faultsOf(
  { input }: FileDocument,
  all: readonly AnyDocument[],
  checks: RuntimePort["checks"],
): readonly FieldError[] {
  const parsed = parseDocument(input);
  return parsed.ok ? checkMeaning(parsed.value, all, checks) : parsed.problems;
}

interface ValidateOptions {
  readonly data?: string;
}

async function validate(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.data === undefined) return report(files, terminal, [], idleRuntime.checks);
  await withHouse(terminal, { SLUICE_DATA: options.data }, (_context, runtime) => {
    const live = runtime.definitions.documents.map(({ document }) => document);
    return report(files, terminal, live, runtime.checks);
  });
}

async function report(
  files: readonly string[],
  terminal: Terminal,
  live: readonly AnyDocument[],
  checks: RuntimePort["checks"],
): Promise<void> {
  const found = await readDocuments(files);
  const well = found.flatMap(({ input }) => {
    const parsed = parseDocument(input);
    return parsed.ok ? [parsed.value] : [];
  });
  for (const item of found) {
    const faults = faultsOf(item, [...live, ...well], checks);
    terminal.out(`${titleOf(item)}: ${faults.length === 0 ? "valid" : `${faults.length} faults`}\n`);
    for (const fault of faults) terminal.out(faultLine(fault));
    if (faults.length > 0) terminal.exitCode = 1;
  }
}

export function addValidate(program: Command, terminal: Terminal): void {
  program
    .command("validate <files...>")
    .description("check documents in files; exit code 1 when one has faults")
    .option("--data <folder>", "check them as part of this house: its facts, people, actions and documents")
    .action((files: string[], options: ValidateOptions) => validate(files, options, terminal));
}
