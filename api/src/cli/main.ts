/** `sluice`: the command line. Each command is a file beside this one. */
import { Command, CommanderError } from "commander";
import { addDoctor } from "./doctor.ts";
import { addExport } from "./export.ts";
import { addImport } from "./import.ts";
import { addInit } from "./init.ts";
import { addPluginCommands } from "./plugin.ts";
import { addServe } from "./serve.ts";
import { addSimulate } from "./simulate.ts";
import type { Terminal } from "./terminal.ts";
import { reportFailure } from "./terminal.ts";
import { addUserCommands } from "./user.ts";
import { addValidate } from "./validate.ts";

/** Adds one command, or a family of them, to the program. */
export type AddCommand = (program: Command, terminal: Terminal) => void;

const commands: readonly AddCommand[] = [
  addServe,
  addInit,
  addImport,
  addExport,
  addValidate,
  addSimulate,
  addUserCommands,
  addPluginCommands,
  addDoctor,
];

function createProgram(terminal: Terminal, more: readonly AddCommand[]): Command {
  const program = new Command("sluice").description("Sluice 水闸: ticket workflow engine").version("0.1.0");
  program.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.error });
  for (const add of [...commands, ...more]) add(program, terminal);
  return program;
}

/**
 * Runs one command line (`argv` without the program's name) and answers the exit code.
 * `serve` answers once the server has stopped.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  more: readonly AddCommand[] = [],
): Promise<number> {
  const program = createProgram(terminal, more);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...argv], { from: "user" });
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    return reportFailure(error, terminal);
  }
}
