/** `sluice validate`: checks files without a data folder: shapes, and that what they name is among them. */
import { type AnyDocument, parseDocument } from "@sluice/schemas";
import type { Command } from "commander";
import { checkMeaning } from "../documents/check.ts";
import type { FieldError } from "../errors.ts";
import { idleRuntime } from "../runtime-port.ts";
import { type FileDocument, readDocuments } from "./read-documents.ts";
import { faultLine, type Terminal } from "./terminal.ts";

const titleOf = ({ file, input }: FileDocument): string => {
  const { kind, key } = (input ?? {}) as { kind?: unknown; key?: unknown };
  return `${file}: ${String(kind)} ${String(key)}`;
};

function faultsOf({ input }: FileDocument, all: readonly AnyDocument[]): readonly FieldError[] {
  const parsed = parseDocument(input);
  return parsed.ok ? checkMeaning(parsed.value, all, idleRuntime.checks) : parsed.problems;
}

async function validate(files: readonly string[], terminal: Terminal): Promise<void> {
  const found = await readDocuments(files);
  const well = found.flatMap(({ input }) => {
    const parsed = parseDocument(input);
    return parsed.ok ? [parsed.value] : [];
  });
  for (const item of found) {
    const faults = faultsOf(item, well);
    terminal.out(`${titleOf(item)}: ${faults.length === 0 ? "valid" : `${faults.length} faults`}\n`);
    for (const fault of faults) terminal.out(faultLine(fault));
    if (faults.length > 0) terminal.exitCode = 1;
  }
}

export function addValidate(program: Command, terminal: Terminal): void {
  program
    .command("validate <files...>")
    .description("check documents in files; exit code 1 when one has faults")
    .action((files: string[]) => validate(files, terminal));
}
