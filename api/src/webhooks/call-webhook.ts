/** What a proven call of a webhook comes to: a run of the workflow whose address it is, once for each call. */
import { createHash } from "node:crypto";
import type { Json } from "@sluice/schemas";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { ticketlessId } from "../runtime/ticketless.ts";

/** A live webhook. */
export interface Webhook {
  readonly path: string;
  readonly workflow: string;
  readonly name: string;
  readonly node: string;
}

/** Every webhook that may be called now, by address. */
export const liveWebhooks = (runtime: Runtime): readonly Webhook[] =>
  runtime.definitions.current
    .workflows(runtime.clock.now())
    .flatMap(({ ref, name, triggers }) =>
      triggers.flatMap(({ node, path }) => (path === null ? [] : [{ path, workflow: ref.key, name, node }])),
    );

/** @throws AppError `resource.not-found`. */
export function requireWebhook(runtime: Runtime, path: string): Webhook {
  const found = liveWebhooks(runtime).find((webhook) => webhook.path === path);
  if (!found) throw new AppError("resource.not-found", { values: { what: `webhook ${path}` } });
  return found;
}

export interface CallOutcome {
  /** The runs that the call has started, now or when it came the first time. */
  readonly runs: readonly string[];
  readonly repeated: boolean;
}

/** Starts the run; a call with the `identity` of an earlier one starts none. */
export async function callWebhook(
  runtime: Runtime,
  { workflow, node }: Webhook,
  data: Json,
  identity: string | undefined,
): Promise<CallOutcome> {
  const call =
    identity === undefined ? newId() : createHash("sha256").update(identity).digest("hex").slice(0, 40);
  const aggregate = ticketlessId(workflow, node, call);
  const { state, endedRuns, changed } = await runtime.submit({
    ticket: aggregate,
    body: { type: "run.triggered", aggregate, workflow, node, data },
    actor: { type: "system", id: `webhook:${workflow}` },
  });
  return { runs: [...state.runs, ...endedRuns].map(({ id }) => id), repeated: !changed };
}
