/** What a new agent begins with: nothing, or what a peer has. */
import type { Agent } from "@sluice/schemas";
import { agentOnly } from "../../../client/people.ts";

const numbered = /^(.*?)(\d+)$/;

/**
 * The next id in the manner of `like`: its letters with the highest number there is and one more, as wide as the
 * widest. An id without a number gets one.
 */
export function nextId(like: string, taken: readonly string[]): string {
  const [, stem = `${like}-`, digits = ""] = numbered.exec(like) ?? [];
  const numbers = taken.flatMap((id) => {
    const [, own, number] = numbered.exec(id) ?? [];
    return own === stem && number !== undefined ? [number] : [];
  });
  const highest = Math.max(0, ...numbers.map(Number));
  const width = Math.max(digits.length, ...numbers.map((number) => number.length), 1);
  return `${stem}${String(highest + 1).padStart(width, "0")}`;
}

/** An agent of no group yet, with the capacity of a usual desk. */
export const emptyAgent = (taken: readonly string[]): Agent => ({
  id: nextId(taken.at(-1) ?? "a00", taken),
  name: "",
  groups: [],
  skills: {},
  capacity: { chat: 8, ticket: 25 },
  shops: [],
  shifts: [],
});

/** The peer without their name, under the next id. */
export const copyOfAgent = (peer: Agent, taken: readonly string[]): Agent => ({
  ...structuredClone(agentOnly(peer)),
  id: nextId(peer.id, taken),
  name: "",
});
