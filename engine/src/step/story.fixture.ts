/**
 * A house with one ticket, told event by event. Every event is also a test of purity: its input is frozen to the
 * bottom, it is applied twice, once to a copy that went through JSON, and both must come to the same.
 */
import { type Agent, type AnyDocument, parseDocument, type Settings } from "@sluice/schemas";
import { expect } from "vitest";
import { compileDefinitions, type DefinitionsInput } from "../definitions/compile.ts";
import type { Definitions } from "../definitions/definitions.ts";
import { type ProcessResult, processEvent } from "../process/process-event.ts";
import { createLoadState, type LoadState } from "../routing/load-state.ts";
import type { EventBody, TicketEvent } from "../state/events.ts";
import type { RunState, TicketState } from "../state/ticket-state.ts";

export const minute = 60_000;
export const start = Date.parse("2026-11-10T10:00:00+08:00");

/** A document around a spec; one that would not parse fails the test that wrote it. */
export function toDocument(kind: AnyDocument["kind"], key: string, spec: object): AnyDocument {
  const document = { kind, key, name: key, formatVersion: 1, spec };
  expect(parseDocument(document)).toMatchObject({ ok: true });
  return document as unknown as AnyDocument;
}

type NodeConfig = { readonly [key: string]: unknown };

/** A workflow of nodes in a row, `id: [type, config]`; `wires` adds edges as `from.port>to`. */
export function toWorkflow(
  key: string,
  nodes: Readonly<Record<string, readonly [string, NodeConfig]>>,
  wires: readonly string[],
  rest: object = {},
): AnyDocument {
  const edges = wires.map((wire, index) => {
    const [from = "", target = ""] = wire.split(">");
    const [source = "", sourcePort = "out"] = from.split(".");
    return { id: `e${index}`, source, sourcePort, target };
  });
  const listed = Object.entries(nodes).map(([id, [type, config]]) => ({ id, type, config }));
  return toDocument("workflow", key, { nodes: listed, edges, ...rest });
}

const settings: Settings = {
  workspace: { name: "w", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [],
  categories: [],
  channels: [],
  shops: [],
};

const agent = (id: string): Agent => ({ id, name: id, groups: ["g"], capacity: { chat: 2, ticket: 2 } });
export const agentIds: readonly string[] = ["a", "b", "c"];

/** Three agents of one group, whose lead is `a`. */
export const houseOf = (live: readonly AnyDocument[], rest: Partial<DefinitionsInput> = {}): Definitions =>
  compileDefinitions({
    live: live.map((document) => ({ document, revision: 1 })),
    settings,
    people: {
      agents: agentIds.map(agent),
      groups: [{ key: "g", label: { zh: "g", en: "g" }, lead: "a" }],
      skills: [],
      shifts: [],
    },
    ...rest,
  });

/** The value with everything in it frozen: a write anywhere throws. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Processes an event twice from the same place and holds the engine to one answer. */
export function processTwice(
  definitions: Definitions,
  state: TicketState | null,
  load: LoadState,
  event: TicketEvent,
): ProcessResult {
  const mark = load.mark();
  const first = processEvent(definitions, { state: throughJson(state), load }, throughJson(event), event.at);
  const loadAfter = load.snapshot();
  load.rollbackTo(mark);
  const again = processEvent(definitions, { state: frozen(state), load }, frozen(event), event.at);
  expect(again).toEqual(first);
  expect(load.snapshot()).toEqual(loadAfter);
  expect(throughJson(again)).toEqual(again);
  return again;
}

/** One ticket's story so far. */
export class Story {
  readonly definitions: Definitions;
  readonly load: LoadState = createLoadState();
  state: TicketState | null = null;
  /** Every run that there was, as it was last. */
  readonly runs = new Map<string, RunState>();
  readonly results: ProcessResult[] = [];
  now = start;
  #count = 0;

  constructor(definitions: Definitions, online: readonly string[] = []) {
    this.definitions = definitions;
    this.load.begin();
    for (const id of online) this.load.setPresence(id, "online", start);
    this.load.commit();
  }

  /** The ticket comes in. */
  create(input: object = {}): ProcessResult {
    const ticket = { channel: "web", subject: "hello", customer: { id: "c" }, ...input };
    return this.tell(0, { type: "ticket.created", ticket: { id: "t", number: 1, input: ticket } });
  }

  /** `body` happens `at` minutes after the start. A refused event leaves everything as it was. */
  tell(
    at: number,
    body: EventBody,
    rest: Partial<Pick<TicketEvent, "actor" | "origin">> = {},
  ): ProcessResult {
    this.#count += 1;
    this.now = start + at * minute;
    const event = {
      ...body,
      id: `e${this.#count}`,
      at: this.now,
      actor: { type: "system" },
      ...rest,
    } as TicketEvent;
    this.load.begin();
    try {
      const result = processTwice(this.definitions, this.state, this.load, event);
      this.load.commit();
      this.state = result.ticketState;
      for (const run of result.runs) this.runs.set(run.id, run);
      this.results.push(result);
      return result;
    } catch (error) {
      this.load.rollback();
      throw error;
    }
  }

  get ticket(): TicketState["ticket"] {
    return this.current.ticket;
  }

  get current(): TicketState {
    if (!this.state) throw new Error("the story has not begun");
    return this.state;
  }

  /** The runs of a workflow, oldest first. */
  runsOf(workflow: string): readonly RunState[] {
    return [...this.runs.values()].filter((run) => run.workflow.key === workflow);
  }

  /** What the only token of a workflow's newest run waits for. */
  waitOf(workflow: string) {
    return this.runsOf(workflow).at(-1)?.tokens[0]?.wait ?? null;
  }
}

/** `node.port` of every node that a run passed. */
export const pathOf = (run: RunState | undefined): readonly string[] =>
  (run?.path ?? []).map(({ node, port }) => (port === null ? node : `${node}.${port}`));

/** An event of the house's own. */
export const custom = (name: string): EventBody => ({ type: "custom", name, data: null });
