/** A simulation as the API answers it: what each event did, node by node, and the ticket that came of it. */
import type { Definitions, NodeVisit, SimulatedStep, SimulateResult } from "@sluice/engine";
import { toIso } from "../clock.ts";
import { decisionView } from "./decision-view.ts";
import { runView, ticketView, waitView } from "./ticket-view.ts";

/** One time that a node was entered or woken; `decisions` are places in the step's own list. */
function nodeView(visit: NodeVisit, decisions: SimulatedStep["decisions"], definitions: Definitions) {
  const { workflow: ref, at, wait, decisions: made, ...rest } = visit;
  const workflow = definitions.workflow(ref);
  const source = workflow?.node(visit.node)?.source;
  return {
    ...rest,
    workflow: ref.key,
    revision: ref.revision,
    type: source?.type ?? null,
    name: source?.name ?? null,
    at: toIso(at),
    wait: wait && waitView(wait),
    decisions: made.map((decision) => decisions.indexOf(decision)),
  };
}

const stepView = (
  { event, decisions, messages, nodes, ...step }: SimulatedStep,
  definitions: Definitions,
) => ({
  type: event.type,
  at: toIso(event.at),
  actor: event.actor,
  decisions: decisions.map(decisionView),
  messages: messages.map((message) => ({ ...message, at: toIso(message.at) })),
  ...step,
  nodes: nodes.map((visit) => nodeView(visit, decisions, definitions)),
});

/** The whole answer. */
export const simulationView = (result: SimulateResult, definitions: Definitions) => ({
  at: toIso(result.endedAt),
  ticket: ticketView(result.ticketState, definitions, result.endedAt),
  runs: result.runs.map((run) => runView(run, definitions)),
  steps: result.steps.map((step) => stepView(step, definitions)),
});
