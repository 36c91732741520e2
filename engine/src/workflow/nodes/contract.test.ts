/** What every node kind promises, asked of all of them on a real house. */
import type { FormChoice, Json } from "@sluice/schemas";
import { parseValue } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { checkDocument } from "../../check/check-document.ts";
import { compileDefinitions } from "../../definitions/compile.ts";
import { type ProcessResult, processEvent } from "../../process/process-event.ts";
import { createLoadState, type LoadState } from "../../routing/load-state.ts";
import type { EventBody, TicketEvent } from "../../state/events.ts";
import type { RunState, TicketState } from "../../state/ticket-state.ts";
import { nextDueAt } from "../../step/due.ts";
import { compileTemplate } from "../../templates/template.ts";
import type { AnyNodeKind } from "../node-kind.ts";
import { isSaid, type PlainSchema, unlabelled } from "./form-labels.fixture.ts";
import { nodeKinds } from "./index.ts";

const globbed = (
  import.meta as unknown as { glob(pattern: string, options: { eager: false }): Record<string, unknown> }
).glob("./*/index.ts", { eager: false });
const folders = Object.keys(globbed).map((path) => path.split("/")[1]);
const kinds = [...nodeKinds.entries()];

const now = Date.parse("2026-03-02T10:00:00+08:00");
const toEvent = (body: EventBody, at: number): TicketEvent => ({
  ...body,
  id: `018f0000-0000-7000-8000-${String(at - now).padStart(12, "0")}`,
  at,
  actor: { type: "system" },
});
const created: EventBody = {
  type: "ticket.created",
  ticket: {
    id: "t1",
    number: 1,
    input: { channel: "taobao", subject: "还没发货", customer: { id: "c1" }, order: { id: "o1", amount: 9 } },
  },
};

/** A workflow of a trigger and, for every kind but the trigger itself, one node of the kind. */
function workflowOf(kind: AnyNodeKind) {
  const trigger = { id: "start", type: "trigger", config: { on: "ticket.created" } };
  if (kind.definition.kind === "trigger")
    return { nodes: [{ ...trigger, id: "n", config: kind.example }], edges: [] };
  const node = { id: "n", type: kind.definition.kind, config: kind.example };
  const first = { id: "e", source: "start", sourcePort: "out", target: "n" };
  if (kind.definition.kind !== "join") return { nodes: [trigger, node], edges: [first] };
  // A join has a fork to wait for.
  const fork = { id: "fork", type: "parallel", config: nodeKinds.get("parallel")?.example };
  const branch = { id: "b", source: "fork", sourcePort: "warehouse", target: "n" };
  return { nodes: [trigger, fork, node], edges: [{ ...first, target: "fork" }, branch] };
}

/** What a subflow calls: it waits, so that its caller does. */
const callee = documentOf(
  "workflow",
  {
    nodes: [
      { id: "start", type: "trigger", config: { on: "manual" } },
      { id: "nap", type: "wait", config: { for: "PT1H" } },
    ],
    edges: [{ id: "e", source: "start", sourcePort: "out", target: "nap" }],
  },
  (nodeKinds.get("subflow")?.example as { readonly workflow?: string } | undefined)?.workflow ?? "",
);

const documentFor = (kind: AnyNodeKind) => documentOf("workflow", workflowOf(kind), "contract");

function definitionsFor(kind: AnyNodeKind) {
  const surroundings = starterOptions.documents.filter(
    (item) => item.kind !== "workflow" && item.kind !== "campaign",
  );
  return compileDefinitions({
    live: [...surroundings, callee, documentFor(kind)].map((document) => ({ document, revision: 1 })),
    settings: starterOptions.settings,
    people: starterOptions.people,
    actions: starterOptions.actions,
  });
}

/** Everybody is at work. */
function staffedLoad(): LoadState {
  const load = createLoadState();
  load.begin();
  for (const { id } of starterOptions.people.agents) load.setPresence(id, "online", now);
  return load;
}

/** The node entered by a new ticket, and a way to go on. */
function enter(kind: AnyNodeKind) {
  const definitions = definitionsFor(kind);
  const load = staffedLoad();
  const first = processEvent(definitions, { state: null, load }, toEvent(created, now), now);
  const then = (state: TicketState, body: EventBody, at: number) =>
    processEvent(definitions, { state, load }, toEvent(body, at), at);
  return { first, then };
}

const runOf = ({ runs }: ProcessResult): RunState => {
  const run = runs.find(({ workflow }) => workflow.key === "contract");
  if (!run) throw new Error("the workflow did not run");
  return run;
};

/** Whatever could wake the node that waits. */
function wakeups(state: TicketState): readonly (readonly [EventBody, number])[] {
  const wait = state.runs[0]?.tokens[0]?.wait;
  const timer = nextDueAt(state);
  const atDue = timer === null ? [] : [[{ type: "timer" } as const, timer] as const];
  if (wait?.type === "job") {
    const failed = { code: "http.timeout", message: "no answer" };
    return [
      [{ type: "job.finished", job: wait.job, ok: true, output: { status: 200 } }, now + 1],
      [{ type: "job.finished", job: wait.job, ok: false, error: failed }, now + 1],
    ];
  }
  if (wait?.type === "task") {
    const outcomes = state.tasks.flatMap((task) =>
      task.outcomes.map(({ id }) => ({ task: task.id, outcome: id })),
    );
    return [
      ...outcomes.map(
        (answer) => [{ type: "task.completed", ...answer, form: {} } as const, now + 1] as const,
      ),
      ...atDue,
    ];
  }
  if (wait?.type === "survey") {
    const answer = { type: "survey.answered", survey: wait.survey, score: 4, comment: null } as const;
    return [[answer, now + 1], ...atDue];
  }
  if (wait?.type === "event") return [[{ type: "custom", name: wait.on, data: null }, now + 1], ...atDue];
  return atDue;
}

const leftBy = (result: ProcessResult): readonly (string | null)[] =>
  runOf(result)
    .path.filter(({ node }) => node === "n")
    .map(({ port }) => port);

describe("the list of node kinds", () => {
  it("is the folder", () => {
    expect(folders.sort()).toEqual([...nodeKinds.keys()].sort());
  });
});

describe.each(kinds)("%s", (id, kind) => {
  const { definition } = kind;
  const declared = new Set([
    ...definition.ports.map((port) => port.id),
    ...kind.ports(kind.example).map((port) => port.id),
  ]);

  it("is called as its folder is", () => {
    expect(definition.kind).toBe(id);
  });

  it("is plain JSON with labels in both languages", () => {
    const json = JSON.parse(JSON.stringify(definition));
    expect(json).toEqual(definition);
    for (const { zh, en } of [
      definition.label,
      definition.description,
      ...definition.ports.map((port) => port.label),
    ])
      expect(zh.trim() && en.trim()).toBeTruthy();
    expect(definition.icon).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it("has a JSON Schema that takes its example", () => {
    const schema = JSON.parse(JSON.stringify(definition.config));
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(parseValue(definition.config, kind.example)).toEqual({ ok: true, value: kind.example });
    expect(parseValue(schema, kind.example).ok).toBe(true);
    expect(kind.check?.(kind.example) ?? []).toEqual([]);
  });

  it("says every property, choice and value of its config in both languages", () => {
    expect(unlabelled(JSON.parse(JSON.stringify(definition.config)))).toEqual([]);
  });

  it("names only properties of its own where it says what is shown when", () => {
    const { properties = {}, "x-choices": ways = [] } = JSON.parse(JSON.stringify(definition.config));
    const shownIf = Object.values(properties as Record<string, PlainSchema>).flatMap(
      (property) => (property["x-shown-if"] as { property: string } | undefined)?.property ?? [],
    );
    const named = (ways as FormChoice[]).flatMap((way) => [way.key, ...way.properties]);
    for (const name of [...shownIf, ...named]) expect(Object.keys(properties)).toContain(name);
    for (const way of ways as FormChoice[]) {
      expect(way.properties).toContain(way.key);
      expect(isSaid(way.label)).toBe(true);
    }
  });

  it("has an example that may be published", () => {
    const others = starterOptions.documents.filter(({ key }) => key !== callee.key);
    const options = { ...starterOptions, documents: [...others, callee] };
    expect(checkDocument(documentFor(kind), options)).toEqual([]);
  });

  it("has its fixed ports in every node, and others only where it declares a list for them", () => {
    const ports = kind.ports(kind.example).map((port) => port.id);
    expect(new Set(ports).size).toBe(ports.length);
    for (const { id: fixed } of definition.ports) expect(ports).toContain(fixed);
    const items = (kind.example as Readonly<Record<string, Json>>)[definition.dynamicPorts ?? ""];
    const dynamic = Array.isArray(items) ? items.map((item) => (item as { readonly id: string }).id) : [];
    expect([...ports].sort()).toEqual([...definition.ports.map((port) => port.id), ...dynamic].sort());
  });

  it("runs on a new ticket, and gives JSON", () => {
    const { first } = enter(kind);
    expect(first.effects.filter(({ type }) => type === "incident")).toEqual([]);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(leftBy(first)).toHaveLength(1);
  });

  it("leaves by declared ports only, however it is woken", () => {
    const { first } = enter(kind);
    const waits = first.ticketState.runs.length > 0;
    const results = waits
      ? wakeups(first.ticketState).map(([body, at]) => enter(kind).then(first.ticketState, body, at))
      : [first];
    expect(results.length).toBeGreaterThan(0);
    for (const port of results.flatMap(leftBy)) if (port !== null) expect(declared).toContain(port);
  });

  it("does the same each time", () => {
    const once = enter(kind).first;
    expect(JSON.stringify(enter(kind).first)).toBe(JSON.stringify(once));
    for (const [body, at] of wakeups(once.ticketState)) {
      const again = () => JSON.stringify(enter(kind).then(once.ticketState, body, at));
      expect(again()).toBe(again());
    }
  });

  it("does not change what it is given", () => {
    const { first, then } = enter(kind);
    const before = JSON.stringify(first.ticketState);
    for (const [body, at] of wakeups(first.ticketState).slice(0, 1)) then(first.ticketState, body, at);
    expect(JSON.stringify(first.ticketState)).toBe(before);
    expect(JSON.stringify(kind.example)).toBe(JSON.stringify(nodeKinds.get(id)?.example));
  });
});

describe("labels of configs", () => {
  it("would be missed", () => {
    const label = { zh: "一", en: "One" };
    const bare = {
      type: "object",
      properties: { a: { enum: ["x"] }, b: { "x-label": { zh: "二", en: "" } } },
    };
    expect(unlabelled(bare)).toEqual(["/a", "/b", "/a=x"]);
    const choice = { anyOf: [{ type: "string" }, { type: "number", "x-label": label }, { type: "null" }] };
    expect(unlabelled({ items: { properties: { c: { "x-label": label, ...choice } } } })).toEqual(["/*/c|0"]);
  });
});

describe("templates in node examples", () => {
  it("compile", () => {
    for (const [, kind] of kinds) expect(() => compileTemplate(JSON.stringify(kind.example))).not.toThrow();
  });
});
