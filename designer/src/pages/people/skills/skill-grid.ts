/** The grid of people and skills: what a key does in it, how a cell changes an agent, and which skills are wanting. */
import type { Agent, AnyDocument } from "@sluice/schemas";

export interface GridPlace {
  readonly row: number;
  readonly col: number;
}

/** What a key means in a cell: another place, a level (0 = none), or nothing. */
export type KeyMeaning =
  | { readonly type: "go"; readonly to: GridPlace }
  | { readonly type: "level"; readonly level: number }
  | undefined;

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
}

const steps: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Reads a key press; the edge of the grid stops it. */
export function keyMeaning({ key, ctrl }: KeyPress, at: GridPlace, rows: number, cols: number): KeyMeaning {
  if (/^[1-5]$/.test(key) && !ctrl) return { type: "level", level: Number(key) };
  if (key === "Delete" || key === "Backspace" || (key === "0" && !ctrl)) return { type: "level", level: 0 };
  if (key === "Home") return { type: "go", to: { row: ctrl ? 0 : at.row, col: 0 } };
  if (key === "End") return { type: "go", to: { row: ctrl ? rows - 1 : at.row, col: cols - 1 } };
  const step = steps[key];
  if (!step) return undefined;
  const to = { row: within(at.row + step[0], rows), col: within(at.col + step[1], cols) };
  return { type: "go", to };
}

/** The level of a skill; 0 = none. */
export const levelOf = ({ skills }: Pick<Agent, "skills">, skill: string): number => skills?.[skill] ?? 0;

/** The agent with the level; 0 takes the skill away. */
export function withLevel(agent: Agent, skill: string, level: number): Agent {
  const { [skill]: _, ...rest } = agent.skills ?? {};
  return { ...agent, skills: level === 0 ? rest : { ...rest, [skill]: level } };
}

/** What a live policy asks for and nobody of the group has. */
export interface Want {
  readonly group: string;
  readonly level: number;
}

/** By skill, the first need of a policy that nobody of its group can meet. */
export function wantedSkills(
  documents: readonly AnyDocument[],
  agents: readonly Pick<Agent, "groups" | "skills">[],
): ReadonlyMap<string, Want> {
  const wanted = new Map<string, Want>();
  const steps = documents.flatMap((document) =>
    document.kind === "routing" ? document.spec.routes.flatMap((route) => route.steps) : [],
  );
  for (const step of steps) {
    if (!("group" in step)) continue;
    for (const { skill, level = 1 } of step.skills ?? []) {
      const met = agents.some((agent) => agent.groups.includes(step.group) && levelOf(agent, skill) >= level);
      if (!met && !wanted.has(skill)) wanted.set(skill, { group: step.group, level });
    }
  }
  return wanted;
}
