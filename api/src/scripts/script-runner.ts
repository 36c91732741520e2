/**
 * Scripts run in threads that are kept warm. Whatever a script does, its thread is ended from here when its time is up:
 * QuickJS looks at the clock between its own steps and misses long native calls.
 */
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { ScriptOutcome, ScriptReply, ScriptRequest } from "./script-thread.ts";

export interface ScriptLimits {
  /** From the script's start to its end, ms. */
  readonly timeMs: number;
  readonly memoryBytes: number;
}

/** What the contract promises: 100 ms, 32 MB. */
export const scriptLimits: ScriptLimits = { timeMs: 100, memoryBytes: 32 * 1_048_576 };

/** The script is asked to end itself a little earlier: its thread then stays warm. */
const selfEndShare = 0.9;
/** A thread that has not begun by then never will, ms. */
const startMs = 10_000;

/** Tests run from the sources, the thread from the build beside them. */
function threadProgram(): URL {
  const here = new URL("./script-thread.js", import.meta.url);
  return new URL(here.href.replace("/src/scripts/", "/dist/scripts/"));
}

interface Task {
  readonly request: ScriptRequest;
  readonly resolve: (outcome: ScriptOutcome) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  task: Task | null;
  timer: NodeJS.Timeout | null;
}

export interface ScriptRunner {
  /** Runs a script on a JSON value; never rejects. */
  run(code: string, input: string): Promise<ScriptOutcome>;
  close(): Promise<void>;
}

const tookTooLong: ScriptOutcome = {
  ok: false,
  code: "script.timeout",
  message: "the script took too long",
  line: null,
};

const gone: ScriptOutcome = {
  ok: false,
  code: "script.memory",
  message: "the script's thread came to an end",
  line: null,
};

class ThreadPool implements ScriptRunner {
  readonly #size: number;
  readonly #limits: ScriptLimits;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #lastId = 0;
  #closed = false;

  constructor(size: number, limits: ScriptLimits) {
    this.#size = size;
    this.#limits = limits;
  }

  run(code: string, input: string): Promise<ScriptOutcome> {
    const { memoryBytes, timeMs } = this.#limits;
    this.#lastId += 1;
    const request = { id: this.#lastId, code, input, memoryBytes, timeMs: timeMs * selfEndShare };
    return new Promise((resolve) => {
      this.#waiting.push({ request, resolve });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const threads = [...this.#threads];
    for (const thread of threads) this.#retire(thread, gone);
    for (const { resolve } of this.#waiting.splice(0)) resolve(gone);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    if (this.#closed || this.#waiting.length === 0) return;
    const idle = [...this.#threads].find(({ task }) => task === null);
    const thread = idle ?? (this.#threads.size < this.#size ? this.#start() : undefined);
    const task = thread && this.#waiting.shift();
    if (!thread || !task) return;
    thread.task = task;
    thread.worker.ref();
    this.#endAfter(thread, startMs);
    thread.port.postMessage(task.request);
    this.#next();
  }

  #start(): Thread {
    const { port1: port, port2 } = new MessageChannel();
    const worker = new Worker(threadProgram(), {
      workerData: { port: port2 },
      transferList: [port2],
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    const thread: Thread = { worker, port, task: null, timer: null };
    this.#threads.add(thread);
    port.on("message", (reply: ScriptReply) => this.#hear(thread, reply));
    worker.on("error", () => this.#retire(thread, gone));
    worker.on("exit", () => this.#retire(thread, gone));
    port.unref();
    worker.unref();
    return thread;
  }

  #hear(thread: Thread, reply: ScriptReply): void {
    if (reply.type === "ready" || thread.task?.request.id !== reply.id) return;
    if (reply.type === "began") {
      this.#endAfter(thread, this.#limits.timeMs);
      return;
    }
    const { type: _, id: _id, ...outcome } = reply;
    // What memory a script has used up stays with its thread.
    if (!outcome.ok && outcome.code !== "script.failed") this.#retire(thread, outcome);
    else this.#finish(thread, outcome);
  }

  #endAfter(thread: Thread, ms: number): void {
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = setTimeout(() => this.#retire(thread, tookTooLong), ms);
  }

  #finish(thread: Thread, outcome: ScriptOutcome): void {
    if (thread.timer) clearTimeout(thread.timer);
    const { task } = thread;
    thread.task = null;
    thread.timer = null;
    thread.worker.unref();
    task?.resolve(outcome);
    this.#next();
  }

  #retire(thread: Thread, outcome: ScriptOutcome): void {
    if (!this.#threads.delete(thread)) return;
    thread.port.close();
    void thread.worker.terminate();
    this.#finish(thread, outcome);
  }
}

/** Threads start with the first script. */
export const createScriptRunner = (size = 2, limits: ScriptLimits = scriptLimits): ScriptRunner =>
  new ThreadPool(size, limits);
