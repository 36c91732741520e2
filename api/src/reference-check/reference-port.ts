/**
 * The reference, asked from the event loop: `ask` for checks in the background, `askNow` where a live decision has to
 * be the reference's. The thread starts with the first question and ends when nobody has asked for a while.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { AppError } from "../errors.ts";
import type { ThreadData, ThreadReply, ThreadRequest } from "./reference-thread.ts";
import type { Question, ReferenceAnswer, RulesetRecipe } from "./ruleset-recipe.ts";

/** Longest that a live decision waits, ms; json-rules-engine decides by 10,000 rules in about a third of a second. */
const maxWaitMs = 20_000;
/** An idle thread is ended after this long, ms. */
const idleMs = 30_000;
/** Most rulesets that the thread keeps. */
const maxRulesets = 20;

export interface ReferencePort {
  /** The reference's answer; never rejects. */
  ask(recipe: RulesetRecipe, question: Question): Promise<ReferenceAnswer>;
  /** The same, standing still until it is there. @throws AppError `service.unavailable` when it takes too long. */
  askNow(recipe: RulesetRecipe, question: Question): ReferenceAnswer;
  /** Ends the thread; what was asked is answered with an error. */
  close(): Promise<void>;
}

/** Tests run from the sources, the thread from the build beside them. */
function threadProgram(): URL {
  const here = new URL("./reference-thread.js", import.meta.url);
  return new URL(here.href.replace("/src/reference-check/", "/dist/reference-check/"));
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly counter: Int32Array;
}

class ThreadPort implements ReferencePort {
  #thread: Thread | null = null;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  readonly #rulesets = new Map<RulesetRecipe, number>();
  readonly #waiting = new Map<number, (answer: ReferenceAnswer) => void>();
  /** Answers that came in while somebody stood still for another. */
  readonly #early = new Map<number, ReferenceAnswer>();

  ask(recipe: RulesetRecipe, question: Question): Promise<ReferenceAnswer> {
    const thread = this.#started();
    return new Promise((resolve) => {
      this.#waiting.set(this.#send(thread, recipe, question), resolve);
      // Whoever waits is answered, even where nothing else keeps the process: a first start that publishes.
      thread.port.ref();
    });
  }

  askNow(recipe: RulesetRecipe, question: Question): ReferenceAnswer {
    const thread = this.#started();
    const id = this.#send(thread, recipe, question);
    const until = performance.now() + maxWaitMs;
    for (;;) {
      const seen = Atomics.load(thread.counter, 0);
      this.#receive(thread);
      const answer = this.#early.get(id);
      this.#early.delete(id);
      if (answer) return answer;
      const left = until - performance.now();
      if (left <= 0) throw this.#late();
      Atomics.wait(thread.counter, 0, seen, left);
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#end("the server is stopping");
    await thread?.worker.terminate();
  }

  #late(): AppError {
    void this.#thread?.worker.terminate();
    this.#end("the reference took too long");
    return new AppError("service.unavailable", { values: { seconds: 5 }, retryAfter: 5 });
  }

  #started(): Thread {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#rest(), idleMs);
    this.#idle.unref();
    this.#thread ??= this.#start();
    return this.#thread;
  }

  async #rest(): Promise<void> {
    if (this.#waiting.size === 0) await this.close();
  }

  #start(): Thread {
    const { port1: port, port2 } = new MessageChannel();
    const answered = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const worker = new Worker(threadProgram(), {
      // What this process was started with (a program given as text, a profiler) is not the thread's.
      execArgv: [],
      workerData: { port: port2, answered } satisfies ThreadData,
      transferList: [port2],
    });
    const thread = { worker, port, counter: new Int32Array(answered) };
    port.on("message", (reply: ThreadReply) => this.#settle(reply));
    worker.on("error", (error) => this.#end(error.message, thread));
    worker.on("exit", () => this.#end("the thread ended", thread));
    port.unref();
    worker.unref();
    return thread;
  }

  /** Forgets the thread; whoever waits for it is told why. */
  #end(reason: string, thread = this.#thread): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    this.#rulesets.clear();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve({ error: reason });
  }

  #send({ port }: Thread, recipe: RulesetRecipe, question: Question): number {
    const ruleset = this.#rulesetId(port, recipe);
    this.#lastId += 1;
    port.postMessage({
      type: "question",
      id: this.#lastId,
      ruleset,
      ...question,
    } satisfies ThreadRequest);
    return this.#lastId;
  }

  #rulesetId(port: MessagePort, recipe: RulesetRecipe): number {
    const known = this.#rulesets.get(recipe);
    if (known !== undefined) return known;
    this.#lastId += 1;
    this.#rulesets.set(recipe, this.#lastId);
    port.postMessage({ type: "ruleset", id: this.#lastId, recipe } satisfies ThreadRequest);
    const [oldest] = this.#rulesets;
    if (oldest && this.#rulesets.size > maxRulesets) {
      this.#rulesets.delete(oldest[0]);
      port.postMessage({ type: "forget", id: oldest[1] } satisfies ThreadRequest);
    }
    return this.#lastId;
  }

  #receive({ port }: Thread): void {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      this.#settle(next.message as ThreadReply, true);
  }

  #settle({ id, ...answer }: ThreadReply, standing = false): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#thread?.port.unref();
    if (resolve) resolve(answer);
    else if (standing) this.#early.set(id, answer);
  }
}

/** Nothing starts before the first question. */
export const createReferencePort = (): ReferencePort => new ThreadPort();
