/**
 * A job inside the child process. It is told apart from its neighbours by the asynchronous context it runs in,
 * so that whatever goes astray (a late rejection, an exit, a flood of output) is charged to the right one.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Progress, toProgress } from "../context.ts";
import { ActionError } from "../errors.ts";
import type { ChildMessage, LogLevel } from "../protocol.ts";
import { type ActionResult, toFailure } from "../run-action.ts";

/** Sends one message to the host. */
export type Send = (message: ChildMessage) => void;

/** What a job may write to log, console and progress together, in characters. */
const maxJobOutput = 256 * 1024;

export class Job {
  readonly controller = new AbortController();
  readonly #started = performance.now();
  #answered = false;
  #written = 0;
  readonly id: number;
  readonly #send: Send;

  constructor(id: number, send: Send) {
    this.id = id;
    this.#send = send;
  }

  /** The action came back. */
  settle(result: ActionResult): void {
    if (this.#answered) this.#send({ type: "settled", job: this.id });
    else this.#answer(result, false);
  }

  /** Fails the job from outside its own code, and asks that code to stop. */
  fail(error: ActionError): void {
    if (this.#answered) return;
    this.#answer(toFailure(error, Math.round(performance.now() - this.#started)), true);
    this.controller.abort(error);
  }

  get isAnswered(): boolean {
    return this.#answered;
  }

  log(level: LogLevel, message: string, data?: unknown): void {
    const text = String(message);
    const json = data === undefined ? undefined : safeJson(data);
    if (!this.#mayWrite(text.length + JSON.stringify(json ?? "").length)) return;
    this.#send({
      type: "log",
      job: this.id,
      level,
      message: text,
      ...(json === undefined ? {} : { data: json }),
    });
  }

  progress(said: number | Progress, note?: string): void {
    const progress = toProgress(said, note);
    if (!this.#mayWrite(32 + (progress.text?.length ?? 0))) return;
    this.#send({ type: "progress", job: this.id, ...progress });
  }

  #answer(result: ActionResult, running: boolean): void {
    this.#answered = true;
    this.#send({ type: "result", job: this.id, result, running });
  }

  /** Counts output; the piece that goes over the limit fails the job, and later ones are dropped. */
  #mayWrite(length: number): boolean {
    this.#written += length;
    if (this.#written <= maxJobOutput) return true;
    const message = `More than ${maxJobOutput} characters of output`;
    this.fail(new ActionError({ code: "plugin.output-flood", message, retryable: false }));
    return false;
  }
}

function safeJson(data: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(data) ?? "null");
  } catch {
    return "[not JSON]";
  }
}

/** The job whose code is running now. */
export const currentJob = new AsyncLocalStorage<Job>();
