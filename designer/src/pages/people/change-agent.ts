/**
 * A small change of an agent that takes effect at once: read, changed and put under the tag it was read with, again
 * when somebody else was faster. Changes of one agent wait for each other.
 */
import type { Agent } from "@sluice/schemas";
import { isConflict } from "../../client/errors.ts";
import { fetchAgent, putPerson } from "../../client/people.ts";

/** The agent changed; `null` where what is stored makes it wrong, and nothing is put. */
export type AgentChange = (stored: Agent) => Agent | null;

/** Tries at a change that others keep overtaking. */
const mostTries = 4;

const queues = new Map<string, Promise<unknown>>();

async function attempt(id: string, change: AgentChange, tries: number): Promise<Agent | null> {
  const { value, etag } = await fetchAgent(id);
  const next = change(value);
  if (next === null) return null;
  try {
    await putPerson("agents", id, next, etag);
    return next;
  } catch (error) {
    if (!isConflict(error) || tries <= 1) throw error;
    return attempt(id, change, tries - 1);
  }
}

/** @returns what is stored now, or `null` where the change did not want to be made. */
export function changeAgent(id: string, change: AgentChange): Promise<Agent | null> {
  const turn = (queues.get(id) ?? Promise.resolve()).then(() => attempt(id, change, mostTries));
  queues.set(
    id,
    turn.catch(() => undefined),
  );
  return turn;
}
