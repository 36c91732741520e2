/** A node that failed for good becomes an incident: its token stays on it until a person retries or skips it. */
import type { RunState, RunToken } from "../state/ticket-state.ts";
import type { NodeFailure } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { hold } from "./run-store.ts";

/** Holds the token and says what went wrong. */
export function raiseIncident(burst: Burst, run: RunState, token: RunToken, failure: NodeFailure): void {
  const id = burst.newId();
  hold(burst, run.id, token.id, { type: "incident", incident: id });
  burst.effects.push({
    type: "incident",
    id,
    run: run.id,
    node: token.node,
    job: failure.job ?? null,
    code: failure.code,
    message: failure.message,
    details: failure.details ?? null,
  });
  burst.log.push({
    type: "incident",
    incident: id,
    run: run.id,
    node: token.node,
    code: failure.code,
    message: failure.message,
  });
}
