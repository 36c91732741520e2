/**
 * Keeps one plugin's child process alive and holds its jobs to their limits.
 *
 * A job that passes its time limit is answered at once and asked to stop; if its code is not back after a grace,
 * the child is killed. Its neighbours in that child are then answered with the retryable `plugin.restarted`,
 * and a new child is started, after a pause that doubles with every life that ends without a success.
 */
import {
  type ActionResult,
  type ChildMessage,
  type HostMessage,
  type PluginManifest,
  toProgress,
} from "@sluice/plugin-sdk";
import { ChannelListeners, type PluginProblem } from "./channel-listeners.ts";
import { type ChildExit, describeExit, exitFailure, type KillReason } from "./child-exit.ts";
import { manifestFault } from "./manifest-check.ts";
import type { PluginHostLogger } from "./options.ts";
import { type PluginChild, startPluginChild } from "./plugin-child.ts";
import { hostFailure, PluginJob, type RunReporter } from "./plugin-job.ts";
import { createRedactor } from "./redactor.ts";
import { WaitingRoom } from "./waiting-room.ts";

/** Everything one process needs; lengths in milliseconds. */
export interface PluginProcessOptions {
  readonly specifier: string;
  readonly url: string;
  readonly memoryMb: number;
  readonly env: Readonly<Record<string, string>>;
  readonly logger: PluginHostLogger;
  readonly startTimeoutMs: number;
  readonly graceMs: number;
  readonly backoff: { readonly initialMs: number; readonly maxMs: number };
  /** Known beforehand: the child is then started when it is needed. */
  readonly manifest?: PluginManifest | undefined;
  /** What to tell each new child once it is ready: the channels that it listens on. */
  readonly onReady?: (manifest: PluginManifest) => Promise<readonly ListenMessage[]>;
  /** Stores what a channel received; what it rejects with is told to the child. */
  readonly onDelivery?: (message: DeliverMessage) => Promise<void>;
}

export type ListenMessage = HostMessage & { type: "listen" };
export type DeliverMessage = ChildMessage & { type: "deliver" };

/** A call that has passed the gate. */
export interface ProcessCall {
  readonly action: string;
  readonly version: string;
  readonly input: unknown;
  readonly config: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly attempt: number;
  readonly timeoutMs: number;
  readonly maxOutputBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly report: RunReporter | undefined;
}

type JobMessage = Exclude<ChildMessage, { type: "ready" | "unloadable" | "listening" | "deliver" }>;

/** `idle`: there is no child, and the first job starts one. */
export type ProcessState = "idle" | "starting" | "ready" | "waiting" | "closed";

export class PluginProcess {
  readonly #options: PluginProcessOptions;
  readonly #redactor = createRedactor();
  readonly #jobs = new Map<number, PluginJob>();
  readonly #waiting = new WaitingRoom();
  #child: PluginChild | null = null;
  #state: ProcessState = "waiting";
  #nextJob = 1;
  #lives = 0;
  /** Lives that ended since the last success. */
  #failures = 0;
  #restartTimer: NodeJS.Timeout | undefined;
  #startTimer: NodeJS.Timeout | undefined;
  readonly #listeners: ChannelListeners;
  manifest: PluginManifest | null = null;
  restarts = 0;
  fault: string | null = null;

  constructor(options: PluginProcessOptions) {
    this.#options = options;
    this.#listeners = new ChannelListeners({
      backoff: options.backoff,
      again: (channel) => this.manifest && void this.#tellListeners(this.manifest, channel),
    });
    this.manifest = options.manifest ?? null;
    if (this.manifest) this.#state = "idle";
    else this.#start();
  }

  get state(): ProcessState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What stands against it doing all that it should. */
  get problem(): PluginProblem | null {
    return this.fault === null
      ? this.#listeners.problem
      : { code: "plugin.unloadable", message: `The plugin cannot be loaded: ${this.fault}` };
  }

  /** Also those whose caller has its answer already. */
  get running(): number {
    return this.#jobs.size;
  }

  /** Starts a child that is not there yet. */
  wake(): void {
    if (this.#state !== "idle") return;
    // One that was told to end may still be there: its exit starts the next.
    if (this.#child) this.#state = "waiting";
    else this.#start();
  }

  /** Ends the child until it is needed again; its running jobs are answered `plugin.restarted`. */
  rest(): void {
    if (this.#state === "closed") return;
    clearTimeout(this.#restartTimer);
    if (this.#child) this.#kill("restart");
    this.#state = "idle";
  }

  /** Resolves when the child is ready or not wanted yet, when it cannot be loaded, or at the start's time limit. */
  async started(): Promise<void> {
    await this.#waiting.until(
      () => ["idle", "ready", "closed"].includes(this.#state) || this.fault !== null,
      this.#options.startTimeoutMs,
    );
  }

  /** Runs one call; never rejects. */
  async run(call: ProcessCall): Promise<ActionResult> {
    this.wake();
    const isFree = () => this.#state === "ready" && ![...this.#jobs.values()].some((job) => job.isAnswered);
    await this.#waiting.until(
      () => isFree() || this.#state === "closed",
      this.#options.startTimeoutMs,
      call.signal,
    );
    if (call.signal?.aborted) return hostFailure("action.cancelled", "Cancelled before it started", true);
    if (this.#state === "closed") return hostFailure("plugin.closed", "The server is stopping", true);
    const child = this.#child;
    if (!child || !isFree())
      return hostFailure("plugin.unavailable", this.fault ?? "The plugin is being restarted", true);
    return this.#send(child, call);
  }

  /** Ends the child and starts a new one at once, for instance after its files have changed. */
  restart(): void {
    if (this.#state === "closed") return;
    this.#failures = 0;
    clearTimeout(this.#restartTimer);
    if (this.#child) this.#kill("restart");
    else this.#start();
  }

  /** As `restart`, and waits until the new child is ready or has said why not. */
  async reload(): Promise<void> {
    this.fault = null;
    const before = this.#lives;
    this.restart();
    await this.#waiting.until(
      () =>
        this.#state === "closed" ||
        (this.#lives > before && (this.#state === "ready" || this.fault !== null)),
      this.#options.startTimeoutMs,
    );
  }

  /** Waits up to `graceMs` for running jobs, then ends the child for good. */
  async close(graceMs: number): Promise<void> {
    this.#state = "closed";
    clearTimeout(this.#restartTimer);
    this.#waiting.wake();
    await this.#waiting.until(() => this.#jobs.size === 0, graceMs);
    if (!this.#child) return;
    this.#child.kill("shutdown");
    await this.#waiting.until(() => this.#child === null, this.#options.startTimeoutMs);
  }

  #start(): void {
    const { url, memoryMb, env, startTimeoutMs } = this.#options;
    this.#state = "starting";
    this.#lives += 1;
    const child = startPluginChild(
      { url, memoryMb, env },
      {
        onMessage: (message) => this.#onMessage(message),
        onOutput: (text) => this.#onOutput(text),
        onExit: (exit) => this.#onExit(exit),
      },
    );
    this.#child = child;
    this.#startTimer = setTimeout(() => child.kill("start-timeout"), startTimeoutMs);
  }

  /** From now on nothing is sent to this child; its exit starts the next. */
  #kill(reason: KillReason): void {
    if (this.#state !== "closed") this.#state = "waiting";
    this.#child?.kill(reason);
  }

  #send(child: PluginChild, call: ProcessCall): Promise<ActionResult> {
    const { signal, timeoutMs, report, ...message } = call;
    const { action, idempotencyKey: key } = call;
    const job = new PluginJob(this.#nextJob++, { action, key, report });
    this.#jobs.set(job.id, job);
    this.#redactor.learn(Object.values(call.secrets));
    const giveUp = (reason: "timeout" | "cancelled") => this.#giveUp(child, job, reason, timeoutMs);
    job.after(timeoutMs, () => giveUp("timeout"));
    job.onAbort(signal, () => giveUp("cancelled"));
    child.send({ type: "run", job: job.id, ...message });
    return job.answer;
  }

  #giveUp(child: PluginChild, job: PluginJob, reason: "timeout" | "cancelled", timeoutMs: number): void {
    if (job.isAnswered) return;
    const { durationMs } = job;
    const timeout = hostFailure("action.timeout", `Time limit of ${timeoutMs} ms reached`, true, {
      durationMs,
    });
    job.finish(
      reason === "timeout" ? timeout : hostFailure("action.cancelled", "Cancelled", true, { durationMs }),
    );
    child.send({ type: "cancel", job: job.id, reason });
    this.#expectBack(child, job);
  }

  /** The caller has its answer, but the job's code may still run: it has the grace to come back. */
  #expectBack(child: PluginChild, job: PluginJob): void {
    job.after(this.#options.graceMs, () => child.kill("unresponsive"));
  }

  #onMessage(message: ChildMessage): void {
    switch (message.type) {
      case "ready":
        this.#onReady(message.plugin);
        break;
      case "unloadable":
        this.#fail(message.message);
        this.#kill("unloadable");
        break;
      case "listening":
        this.#onListening(message);
        break;
      case "deliver":
        void this.#onDelivery(message);
        break;
      default:
        this.#onJobMessage(message);
    }
  }

  #onJobMessage(message: JobMessage): void {
    const job = message.job === null ? undefined : this.#jobs.get(message.job);
    if (message.type === "log") this.#onJobLog(job, message);
    if (!job) return;
    if (message.type === "progress") this.#onProgress(job, message);
    if (message.type === "settled") this.#remove(job);
    if (message.type === "result") this.#onResult(job, message.result, message.running);
  }

  /** To the server's log, and to whoever asked for the job. */
  #onJobLog(job: PluginJob | undefined, { level, message, data }: JobMessage & { type: "log" }): void {
    this.#log(level, job, { data }, message);
    job?.call.report?.log({
      level,
      message: this.#redactor.text(message),
      ...(data === undefined ? {} : { data: this.#redactor.json(data) }),
    });
  }

  #onProgress(job: PluginJob, message: JobMessage & { type: "progress" }): void {
    const { done, total, text } = toProgress(message);
    this.#log("debug", job, { done, total }, text ?? "progress");
    job.call.report?.progress({
      ...{ done, total },
      ...(text === undefined ? {} : { text: this.#redactor.text(text) }),
    });
  }

  #onListening({ channel, error, code }: ChildMessage & { type: "listening" }): void {
    if (error === null) {
      this.#log("info", undefined, { channel }, "channel listens");
      this.#listeners.opened(channel);
    } else {
      this.#log("error", undefined, { channel, error }, "channel cannot listen");
      this.#listeners.failed(channel, this.#redactor.text(error), code);
    }
  }

  async #onDelivery(message: DeliverMessage): Promise<void> {
    const child = this.#child;
    const error = await (this.#options.onDelivery?.(message) ?? Promise.reject(new Error("nobody receives")))
      .then(() => null)
      .catch((reason: unknown) => (reason instanceof Error ? reason.message : String(reason)));
    child?.send({ type: "delivered", delivery: message.delivery, error });
  }

  /** A new life of the child listens anew; `only` one channel is tried again. */
  async #tellListeners(manifest: PluginManifest, only?: string): Promise<void> {
    const child = this.#child;
    try {
      const all = (await this.#options.onReady?.(manifest)) ?? [];
      for (const message of all.filter(({ channel }) => only === undefined || channel === only)) {
        this.#redactor.learn(Object.values(message.secrets));
        child?.send(message);
      }
    } catch (error) {
      this.#log("error", undefined, { error: String(error) }, "channels cannot be opened");
    }
  }

  /** Once a life: a child that says later that it is another would be sent the other's secrets. */
  #onReady(manifest: PluginManifest): void {
    const isSaidAgain = this.#state === "ready";
    const wrong = manifestFault(manifest);
    if (wrong !== null && !isSaidAgain) this.#fail(`What it says it offers is not in order: ${wrong}`);
    if (wrong !== null || isSaidAgain) return void this.#kill(isSaidAgain ? "protocol" : "unloadable");
    clearTimeout(this.#startTimer);
    this.manifest = manifest;
    this.fault = null;
    if (this.#state === "starting") this.#state = "ready";
    this.#waiting.wake();
    if (manifest.channels.some(({ listens }) => listens)) void this.#tellListeners(manifest);
  }

  #onResult(job: PluginJob, result: ActionResult, running: boolean): void {
    if (result.ok) this.#failures = 0;
    else if (result.code === "plugin.out-of-memory") this.#kill("memory");
    if (!job.isAnswered) job.finish(result.ok ? result : this.#redactor.json(result));
    if (!running) this.#remove(job);
    else if (this.#child) this.#expectBack(this.#child, job);
  }

  #remove(job: PluginJob): void {
    job.leave();
    this.#jobs.delete(job.id);
    this.#waiting.wake();
  }

  #onExit(exit: ChildExit): void {
    clearTimeout(this.#startTimer);
    this.#listeners.reset();
    this.#child = null;
    const jobs = [...this.#jobs.values()];
    const isAlone = jobs.length === 1;
    for (const job of jobs) {
      job.finish(exitFailure(exit, isAlone, job.durationMs));
      this.#remove(job);
    }
    if (this.#state === "closed" || this.#state === "idle") {
      this.#waiting.wake();
      return;
    }
    if (!this.manifest && this.fault === null)
      this.#fail(`It ended before it was ready: ${describeExit(exit)}`);
    this.#scheduleRestart(exit);
  }

  /** Said once, however often it is tried again meanwhile. */
  #fail(fault: string): void {
    if (fault !== this.fault) this.#log("error", undefined, { fault }, "plugin not loaded");
    this.fault = fault;
  }

  #scheduleRestart(exit: ChildExit): void {
    const { initialMs, maxMs } = this.#options.backoff;
    const pauseMs = Math.min(maxMs, initialMs * 2 ** Math.min(this.#failures, 20));
    this.#failures += 1;
    this.restarts += 1;
    this.#state = "waiting";
    const level = exit.killedFor === "restart" ? "info" : "warn";
    this.#log(level, undefined, { ...exit, pauseMs }, `plugin process ended: ${describeExit(exit)}`);
    this.#restartTimer = setTimeout(() => this.#start(), pauseMs);
    this.#waiting.wake();
  }

  #onOutput(text: string): void {
    this.#log("info", undefined, {}, text.trimEnd());
  }

  #log(
    level: "debug" | "info" | "warn" | "error",
    job: PluginJob | undefined,
    data: object,
    message: string,
  ): void {
    const plugin = this.manifest?.id ?? this.#options.specifier;
    const fields = { plugin, action: job?.call.action, job: job?.call.key, ...data };
    this.#options.logger[level](this.#redactor.json(fields), this.#redactor.text(message));
  }
}
