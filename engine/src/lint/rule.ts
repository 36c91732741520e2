/** What a piece of advice is: one file each, named in `rules.ts`. */
import type {
  AnyDocument,
  Condition,
  DocumentKind,
  Finding,
  HolidayDays,
  SluiceDocument,
} from "@sluice/schemas";
import { type CheckContext, type CheckOptions, createCheckContext } from "../check/check-context.ts";
import { builtInHolidays } from "../sla/calendar/statutory.ts";
import { knownVariables } from "../workflow/brought-variables.ts";
import { PropositionReader } from "./conditions/proposition.ts";
import { createWorkflowGraph, type WorkflowGraph } from "./workflow-graph.ts";

/** What surrounds the document; advice about what is over or ahead needs `now`, epoch ms, and is silent without. */
export interface LintOptions extends CheckOptions {
  readonly now?: number;
  /** What `cn-statutory` means; what this release knows when left out. */
  readonly holidays?: HolidayDays;
}

/** What rules look at. */
export interface LintContext extends CheckContext {
  readonly now: number | undefined;
  readonly holidays: HolidayDays;
  /** Every document that would be live, the linted one among them. */
  readonly documents: readonly AnyDocument[];
  readonly propositions: PropositionReader;
  /** The drawing; `null` for documents of other kinds. */
  readonly graph: WorkflowGraph | null;
}

/** Advice about documents of one kind; `id` is the file's name. */
export interface LintRule<K extends DocumentKind> {
  readonly id: string;
  check(document: SluiceDocument<K>, context: LintContext): readonly Finding[];
}

/** A condition somewhere in a document, with its JSON pointer. */
export interface ConditionPlace {
  readonly when: Condition;
  readonly path: string;
}

/** Advice about any condition of any document. */
export interface ConditionRule {
  readonly id: string;
  check(place: ConditionPlace, context: LintContext): readonly Finding[];
}

/** Prepares the look-ups for one document. */
export function createLintContext(document: AnyDocument, options: LintOptions): LintContext {
  const variables = document.kind === "workflow" ? knownVariables(document.spec) : undefined;
  const check = createCheckContext(document, options, variables);
  const others = options.documents.filter(({ kind, key }) => kind !== document.kind || key !== document.key);
  return {
    ...check,
    now: options.now,
    holidays: options.holidays ?? builtInHolidays,
    documents: [...others, document],
    propositions: check.recall(
      "propositions",
      options.documents,
      () => new PropositionReader(check.segments),
    ),
    graph: document.kind === "workflow" ? createWorkflowGraph(document.spec) : null,
  };
}
