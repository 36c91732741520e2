/** Where a command's words go, and how its failure reads. */
import { AppError, type FieldError } from "../errors.ts";

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Set by a command that ended in order but found faults. */
  exitCode: number;
}

/** The process's own terminal. */
export const processTerminal = (): Terminal => ({
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  env: process.env,
  exitCode: 0,
});

const textOf = ({ message }: FieldError): string => (typeof message === "string" ? message : message.en);

/** One fault as a line: `  /spec/rules/0  schema.required  name is required`. */
export const faultLine = (fault: FieldError): string =>
  `  ${fault.path || "/"}  ${fault.code}  ${textOf(fault)}\n`;

/** Writes one clear line (and a line for each fault) and answers the exit code. */
export function reportFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof AppError) {
    terminal.error(`sluice: ${error.message} [${error.code}]\n`);
    for (const fault of error.errors) terminal.error(faultLine(fault));
    return 1;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  const known = typeof code === "string" && /^E[A-Z]+$/.test(code);
  // A fault of ours: the stack is what a report needs.
  terminal.error(known ? `sluice: ${message}\n` : `sluice: ${(error as Error).stack ?? String(error)}\n`);
  return 1;
}
