/**
 * The program of the reference's thread: json-rules-engine takes a thousand times as long as our evaluator, so it
 * never runs on the event loop. Rulesets are sent once; questions name theirs. Every answer also wakes a caller that
 * stands still for it.
 */
import { type MessagePort, workerData } from "node:worker_threads";
import { referenceDecision } from "@sluice/engine/reference";
import { type Question, type ReferenceAnswer, type RulesetRecipe, recipeOptions } from "./ruleset-recipe.ts";

/** What the thread is told. */
export type ThreadRequest =
  | { readonly type: "ruleset"; readonly id: number; readonly recipe: RulesetRecipe }
  | { readonly type: "forget"; readonly id: number }
  | ({ readonly type: "question"; readonly id: number; readonly ruleset: number } & Question);

/** What it answers. */
export type ThreadReply = ReferenceAnswer & { readonly id: number };

export interface ThreadData {
  readonly port: MessagePort;
  /** One counter of answers, on which a caller may wait. */
  readonly answered: SharedArrayBuffer;
}

interface Ruleset {
  readonly recipe: RulesetRecipe;
  readonly options: ReturnType<typeof recipeOptions>;
}

const { port, answered } = workerData as ThreadData;
const counter = new Int32Array(answered);
const rulesets = new Map<number, Ruleset>();

async function answer(request: Extract<ThreadRequest, { type: "question" }>): Promise<ReferenceAnswer> {
  const ruleset = rulesets.get(request.ruleset);
  if (!ruleset) return { error: "the ruleset is not known" };
  try {
    const { recipe, options } = ruleset;
    return { decision: await referenceDecision(recipe, request.facts, request.context, options) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function handle(request: ThreadRequest): Promise<void> {
  if (request.type === "forget") rulesets.delete(request.id);
  else if (request.type === "ruleset")
    rulesets.set(request.id, { recipe: request.recipe, options: recipeOptions(request.recipe) });
  else {
    const reply: ThreadReply = { id: request.id, ...(await answer(request)) };
    port.postMessage(reply);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  }
}

port.on("message", (request: ThreadRequest) => void handle(request));
