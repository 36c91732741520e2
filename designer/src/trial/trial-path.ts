/** A trial's answer as a path through one drawing: which nodes, by which edges, with which values. */
import type { Json, SluiceDocument } from "@sluice/schemas";
import type { TrialAnswer, TrialStep, TrialVisit } from "../client/trials.ts";

export type NodeState = "passed" | "waiting" | "failed";

/** A visit with the step it belongs to. */
export interface PathVisit {
  readonly visit: TrialVisit;
  readonly step: TrialStep;
}

export interface TrialPath {
  /** Every visit of the ticket's runs, in order, of every workflow. */
  readonly visits: readonly PathVisit[];
  /** Of the drawn workflow: node id → how it came out. */
  readonly states: ReadonlyMap<string, NodeState>;
  /** Of the drawn workflow: edges in the order in which they were taken. */
  readonly edges: readonly string[];
  /** Of the drawn workflow: node id → what was set there last. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, Json>>>;
}

const valuesOf = ({ changes, variables }: TrialVisit): Readonly<Record<string, Json>> => ({
  ...Object.fromEntries(Object.entries(changes).map(([name, [, after]]) => [`ticket.${name}`, after])),
  ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`vars.${name}`, value])),
});

const stateOf = (visit: TrialVisit, failed: boolean): NodeState => {
  if (visit.wait !== null) return visit.wait.type === "incident" ? "failed" : "waiting";
  return failed && visit.port === null ? "failed" : "passed";
};

const isUntouched = (values: object): boolean => Object.keys(values).length === 0;

/** The path of `answer` through `document`. */
export function trialPath(answer: TrialAnswer, document: SluiceDocument<"workflow">): TrialPath {
  const visits = answer.steps.flatMap((step) => step.nodes.map((visit) => ({ visit, step })));
  const failed = new Set(answer.runs.filter(({ status }) => status === "failed").map(({ id }) => id));
  const edgeAt = new Map(
    document.spec.edges.map(({ id, source, sourcePort }) => [`${source} ${sourcePort}`, id]),
  );
  const states = new Map<string, NodeState>();
  const values = new Map<string, Readonly<Record<string, Json>>>();
  const edges: string[] = [];
  for (const { visit } of visits.filter((item) => item.visit.workflow === document.key)) {
    states.set(visit.node, stateOf(visit, failed.has(visit.run)));
    const set = valuesOf(visit);
    if (!isUntouched(set)) values.set(visit.node, { ...values.get(visit.node), ...set });
    const edge = visit.port === null ? undefined : edgeAt.get(`${visit.node} ${visit.port}`);
    if (edge !== undefined) edges.push(edge);
  }
  return { visits, states, edges, values };
}
