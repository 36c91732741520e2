/**
 * Trying a ticket on the drawn ruleset: the engine's own definitions with the draft in the place of what is live,
 * and the facts of a new ticket as the engine makes them. What is answered here is what happens once it is live.
 */
import {
  type CompiledClassification,
  compileDefinitions,
  type Definitions,
  EngineError,
  incomingFacts,
} from "@sluice/engine";
import type { AnyDocument, Json, SluiceDocument } from "@sluice/schemas";
import type {
  CampaignRule,
  TriedState,
  TriedTicket,
  TryAnswer,
  TryFault,
  TryReply,
  TryRequest,
  TrySurroundings,
} from "./try-message.ts";

type Document = SluiceDocument<"classification">;
type Trace = ReturnType<CompiledClassification["explain"]>;

/** The live documents with the draft in its place; a draft is revision 0. */
function definitionsOf(surroundings: TrySurroundings, draft: Document): Definitions {
  const { documents, settings, people } = surroundings;
  const fetched = new Set(surroundings.fetched);
  const others = documents.filter(({ kind, key }) => kind !== draft.kind || key !== draft.key);
  return compileDefinitions({
    live: [
      ...others.map((document) => ({ document, revision: 1 })),
      { document: draft as AnyDocument, revision: 0 },
    ],
    settings,
    people,
    fetched: (fact) => fetched.has(fact),
  });
}

const newTicket = ({ input, known }: TriedTicket) => ({ id: "tried", number: 0, input, known });

interface Tried {
  readonly answer: TryAnswer;
  /** Of the document's own rules. */
  readonly traces: Trace["rules"];
}

function tryTicket(
  definitions: Definitions,
  { documents }: TrySurroundings,
  draft: Document,
  ticket: TriedTicket,
): Tried | null {
  const { at, input } = ticket;
  const compiled = definitions.classification(draft.key, at);
  if (!compiled) return null;
  const facts = incomingFacts(definitions, newTicket(ticket), at, ticket.facts);
  const context = { now: at, ...(input.priority ? { explicitPriority: input.priority } : {}) };
  const decision = compiled.decision(facts, context);
  const { rules } = compiled.explain(facts, context);
  // A campaign's rules come first and say so.
  const own = rules.filter(({ campaign }) => campaign === undefined);
  const states: TriedState[] = own.map(({ state }) => state);
  const layers = definitions.campaigns(at).classification(draft.key);
  const answer: TryAnswer = {
    at,
    text: String(facts["ticket.text"] ?? ""),
    decision,
    states,
    campaignRules: campaignRules(layers, documents, rules),
    ender: enderOf(draft, states),
    fetched: compiled.facts.filter((fact) => definitions.isFetched?.(fact) ?? false),
    reads: compiled.facts,
  };
  return { answer, traces: own };
}

/** The rule that ended the list: the last that matched, if it ends and something stands below it. */
function enderOf({ spec }: Document, states: readonly TriedState[]): number | null {
  const last = states.lastIndexOf("matched");
  const rule = spec.rules[last];
  if (rule === undefined || last === spec.rules.length - 1) return null;
  return spec.mode === "first" || rule.then.stop === true ? last : null;
}

type Layers = ReturnType<ReturnType<Definitions["campaigns"]>["classification"]>;

/** The rules of campaigns in force: their traces come first, in the order of the layers. */
function campaignRules(
  layers: Layers,
  documents: readonly AnyDocument[],
  traces: Trace["rules"],
): readonly CampaignRule[] {
  const nameOf = (wanted: string) =>
    documents.find(({ kind, key }) => kind === "campaign" && key === wanted)?.name || wanted;
  const placed = layers.flatMap(({ campaign, phase, overlay }) =>
    overlay.prepend.map(({ id, name = "" }) => ({ campaign: nameOf(campaign), phase, id, name })),
  );
  return placed.map((rule, index) => ({ ...rule, state: traces[index]?.state ?? "not-matched" }));
}

const faultOf = (error: unknown): TryFault => {
  if (error instanceof EngineError)
    return { message: error.message, details: (error.details ?? null) as Json };
  throw error;
};

/** Keeps what it was told last and answers each request from all of it; compiles only what changed. */
export function createTrial(): (request: TryRequest) => TryReply {
  let surroundings: TrySurroundings | undefined;
  let document: Document | undefined;
  let ticket: TriedTicket | null = null;
  let look: readonly number[] = [];
  let definitions: Definitions | undefined;
  let tried: Tried | null = null;

  function evaluate(): void {
    tried = null;
    if (!surroundings || !document) return;
    definitions ??= definitionsOf(surroundings, document);
    if (ticket) tried = tryTicket(definitions, surroundings, document, ticket);
  }

  function take(request: TryRequest): boolean {
    surroundings = request.surroundings ?? surroundings;
    document = request.document ?? document;
    if (request.ticket !== undefined) ticket = request.ticket;
    look = request.look ?? look;
    if (request.surroundings || request.document) definitions = undefined;
    return (
      request.surroundings !== undefined || request.document !== undefined || request.ticket !== undefined
    );
  }

  return (request) => {
    let fault: TryFault | null = null;
    const fresh = take(request);
    if (fresh) {
      try {
        evaluate();
      } catch (error) {
        fault = faultOf(error);
      }
    }
    const traces = look.flatMap((place) => {
      const trace = tried?.traces[place]?.condition;
      return trace ? [[place, trace] as const] : [];
    });
    return { id: request.id, fresh, answer: fresh ? (tried?.answer ?? null) : null, fault, traces };
  };
}
