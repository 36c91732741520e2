/**
 * What templates may cost, counted in steps and sizes instead of time: the same template ends at the same place on every
 * machine. One rendering has its own limits; all renderings of a run in one burst have a budget together, and all runs of
 * the burst another, so that a loop around a costly template ends as well.
 */
import { maxJsonDepth } from "@sluice/schemas";
import type { Context } from "liquidjs";

/** Bounds of one template and one rendering. */
export const templateLimits = {
  /** Characters of a template. */
  source: 100_000,
  /** Rendered parts: texts, outputs, tags, turns of a loop, items that an expression is evaluated for. */
  steps: 20_000,
  /** Characters and list items that filters, ranges and the result may make. */
  memory: 2_000_000,
  /** Characters of the result. */
  output: 1_000_000,
  /** Levels of a value that a lone `{{ x }}` gives: what JSON that comes in may have. */
  depth: maxJsonDepth,
} as const;

/** What is left for several renderings together; counted down by them. */
export interface RenderingBudget {
  steps: number;
  memory: number;
  /** What this one is a part of. */
  readonly whole?: RenderingBudget;
}

/** As much as so many renderings take that go to their limits; thousands of ordinary ones. */
const newBudget = (renderings: number): RenderingBudget => ({
  steps: renderings * templateLimits.steps,
  memory: renderings * templateLimits.memory,
});

/** For all runs of one burst. */
export const newBurstBudget = (): RenderingBudget => newBudget(25);

/** For one run of it: a run that loops sinks no other one. */
export const newRunBudget = (whole: RenderingBudget): RenderingBudget => ({ ...newBudget(5), whole });

function take(budget: RenderingBudget, kind: "steps" | "memory", used: number): void {
  if (budget[kind] < used) throw new Error(`more ${kind} than all templates of one burst may take together`);
  budget[kind] -= used;
  if (budget.whole) take(budget.whole, kind, used);
}

function createLimiter(kind: "steps" | "memory", budget: RenderingBudget | undefined) {
  let left: number = templateLimits[kind];
  const use = (count: unknown) => {
    const used = Number(count);
    if (!(used > 0)) return;
    left -= used;
    if (left < 0) throw new Error(`more than ${templateLimits[kind]} ${kind}`);
    if (budget) take(budget, kind, used);
  };
  return { use };
}

/** Counts what liquidjs would time: its renderer asks this limiter before every part. */
export function createStepLimiter(budget: RenderingBudget | undefined): Context["renderLimit"] {
  const { use } = createLimiter("steps", budget);
  return { use, check: () => use(1) } as unknown as Context["renderLimit"];
}

/** Counts what filters, ranges and results take. */
export function createMemoryLimiter(budget: RenderingBudget | undefined): Context["memoryLimit"] {
  const { use } = createLimiter("memory", budget);
  return { use, check: use } as unknown as Context["memoryLimit"];
}
