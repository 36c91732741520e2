/**
 * Turns what would end or flood the process into the failure of the one job that did it.
 * A convenience for the neighbours: the host enforces its limits from outside whatever happens here.
 */
import { format } from "node:util";
import { ActionError } from "../errors.ts";
import { currentJob, type Send } from "./job.ts";

function blame(code: string, message: string, error: unknown, send: Send): void {
  const job = currentJob.getStore();
  const text = `${message}: ${format("%s", error instanceof Error ? error.message : error)}`;
  if (job && !job.isAnswered) job.fail(new ActionError({ code, message: text, retryable: true }));
  else
    send({
      type: "log",
      job: job?.id ?? null,
      level: "error",
      message: `${code} after the job had ended: ${text}`,
    });
}

/** Rejections nobody handles and exceptions nobody catches fail the job they come from. */
export function guardErrors(send: Send): void {
  process.on("unhandledRejection", (error) =>
    blame("plugin.unhandled-rejection", "A promise was rejected and nobody handled it", error, send),
  );
  process.on("uncaughtException", (error) =>
    blame("plugin.uncaught", "An exception was thrown and nobody caught it", error, send),
  );
}

/** `process.exit` in a job fails that job; the way out for this program itself is returned. */
export function guardExit(send: Send): (code: number) => never {
  const exit = process.exit.bind(process);
  process.exit = ((code?: number) => {
    const error = new ActionError({
      code: "plugin.exited",
      message: `The plugin called process.exit(${code ?? ""})`,
      retryable: false,
    });
    const job = currentJob.getStore();
    if (job) job.fail(error);
    else send({ type: "log", job: null, level: "error", message: error.message });
    throw error;
  }) as typeof process.exit;
  return exit;
}

/** What a job prints becomes its log, within its output limit. */
export function guardOutput(): void {
  for (const [stream, level] of [
    [process.stdout, "info"],
    [process.stderr, "warn"],
  ] as const) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      const job = currentJob.getStore();
      if (!job) return Reflect.apply(write, stream, [chunk, ...rest]);
      job.log(
        level,
        typeof chunk === "string" ? chunk.trimEnd() : Buffer.from(chunk).toString("utf8").trimEnd(),
      );
      const done = rest.find((item) => typeof item === "function") as (() => void) | undefined;
      if (done) queueMicrotask(done);
      return true;
    }) as typeof stream.write;
  }
}
