import type { Json, WorkflowSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf, starterDocument, starterOptions } from "./check.fixture.ts";
import { checkDocument } from "./check-document.ts";

type Node = readonly [id: string, type: string, config?: { readonly [key: string]: Json }];
type Edge = readonly [source: string, port: string, target: string];

const start: Node = ["start", "trigger", { on: "ticket.created" }];
const problems = (nodes: readonly Node[], edges: readonly Edge[] = [], more: Partial<WorkflowSpec> = {}) =>
  problemsOf(
    documentOf("workflow", {
      nodes: nodes.map(([id, type, config]) => ({ id, type, ...(config ? { config } : {}) })),
      edges: edges.map(([source, sourcePort, target], index) => ({
        id: `e${index}`,
        source,
        sourcePort,
        target,
      })),
      ...more,
    }),
  );
const ofNode = (type: string, config: { readonly [key: string]: Json }, more: Partial<WorkflowSpec> = {}) =>
  problems([start, ["n", type, config]], [], more);
const at = "/spec/nodes/1/config";

describe("nodes of a workflow", () => {
  it("must be of known kinds, with one trigger at least", () => {
    expect(problems([["a", "teleport"]])).toEqual([
      "/spec/nodes workflow.no-trigger",
      "/spec/nodes/0/type workflow.unknown-kind",
    ]);
  });

  it("have ids of their own, as have edges", () => {
    expect(problems([start, ["start", "end"]])).toEqual(["/spec/nodes/1/id schema.duplicate"]);
    const edge = { id: "e", sourcePort: "out", target: "end" };
    const nodes = [
      { id: "a", type: "trigger", config: { on: "manual" } },
      { id: "b", type: "trigger", config: { on: "manual" } },
      { id: "end", type: "end" },
    ];
    const edges = [
      { ...edge, source: "a" },
      { ...edge, source: "b" },
    ];
    expect(problemsOf(documentOf("workflow", { nodes, edges }))).toEqual([
      "/spec/edges/1/id schema.duplicate",
    ]);
  });

  it("fit their kind's schema, and what the kind itself asks", () => {
    expect(ofNode("reply", { text: "", colour: "red" })).toEqual([
      `${at}/colour schema.unknown-property`,
      `${at}/text schema.length`,
    ]);
    expect(ofNode("classify", {})).toEqual([`${at} schema.required`]);
    expect(ofNode("wait", { for: "PT1H", event: "ticket.updated" })).toEqual([`${at} workflow.wait-one`]);
  });

  it("have ports of their own: no two branches or outcomes alike, none with a fixed port's name", () => {
    const when = { fact: "ticket.priority", operator: "equal", value: "P0" };
    const branches = ["a", "a", "else"].map((id) => ({ id, name: id, when }));
    expect(ofNode("branch", { branches })).toEqual([
      `${at}/branches/1/id schema.duplicate`,
      `${at}/branches/2/id schema.duplicate`,
    ]);
  });

  it("refer to what there is", () => {
    for (const [type, config, path] of [
      ["classify", { ruleset: "x" }, "ruleset"],
      ["sla", { policy: "x" }, "policy"],
      ["route", { policy: "x" }, "policy"],
      ["wait", { for: "PT1H", calendar: "x" }, "calendar"],
      ["update", { category: "no.such" }, "category"],
    ] as const)
      expect(ofNode(type, config)).toEqual([`${at}/${path} reference.missing`]);
    const outcomes = [{ id: "ok", name: "好" }];
    expect(
      ofNode("task", { title: "t", outcomes, group: "nobody", assignee: "x", calendar: "moon" }),
    ).toEqual([
      `${at}/group reference.missing`,
      `${at}/assignee reference.missing`,
      `${at}/calendar reference.missing`,
    ]);
    expect(ofNode("wait", { for: "PT1H", calendar: "24x7" })).toEqual([]);
  });

  it("name references in both languages", () => {
    const document = starterDocument("workflow", "intake");
    const found = checkDocument(document, { ...starterOptions, documents: [document] });
    expect(found.map(({ message }) => message)).toEqual([
      { zh: "引用的分类规则“default”不存在", en: 'refers to ruleset "default", which does not exist' },
      { zh: "引用的SLA 策略“default”不存在", en: 'refers to SLA policy "default", which does not exist' },
      { zh: "引用的分配策略“default”不存在", en: 'refers to routing policy "default", which does not exist' },
    ]);
  });

  it("call actions that a plugin has, in a version that it has", () => {
    expect(ofNode("action", { action: "http.request", version: "1" })).toEqual([]);
    expect(ofNode("action", { action: "http.request", version: "2" })).toEqual([
      `${at}/action workflow.unknown-action`,
    ]);
    expect(ofNode("action", { action: "http.delete", version: "1" })).toEqual([
      `${at}/action workflow.unknown-action`,
    ]);
  });

  it("wait for times that are some", () => {
    expect(ofNode("wait", { for: "PT0S" })).toEqual([`${at}/for sla.zero-target`]);
    expect(ofNode("wait", { event: "x", timeout: "P1DT1H" })).toEqual([`${at}/timeout sla.mixed-target`]);
    expect(ofNode("action", { action: "http.request", version: "1", retry: { max: "PT0S" } })).toEqual([
      `${at}/retry/max sla.zero-target`,
    ]);
  });
});

describe("conditions of a workflow", () => {
  const score = { fact: "vars.score", operator: "greaterThan", value: 3 };
  const variables = { score: { type: "number" } } as const;

  it("know its variables, wherever they stand", () => {
    const trigger: Node = ["start", "trigger", { on: "manual", when: score }];
    const nodes: Node[] = [
      trigger,
      ["b", "branch", { branches: [{ id: "x", name: "x", when: { all: [score] } }] }],
      ["w", "wait", { event: "x", when: score }],
    ];
    expect(problems(nodes, [], { variables })).toEqual([]);
    expect(problems(nodes)).toEqual([
      "/spec/nodes/0/config/when/fact condition.unknown-fact",
      "/spec/nodes/1/config/branches/0/when/all/0/fact condition.unknown-fact",
      "/spec/nodes/2/config/when/fact condition.unknown-fact",
    ]);
  });

  it("may be left out, as null too, but not where a way depends on one", () => {
    expect(problems([["start", "trigger", { on: "manual", when: null }]])).toEqual([]);
    expect(ofNode("branch", { branches: [{ id: "x", name: "x", when: null }] })).toEqual([
      `${at}/branches/0/when schema.type`,
    ]);
  });
});

describe("edges of a workflow", () => {
  const nodes: Node[] = [start, ["route", "route", { policy: "default" }], ["end", "end"]];

  it("lead from ports that there are to nodes that there are", () => {
    expect(
      problems(nodes, [
        ["start", "out", "route"],
        ["route", "assigned", "end"],
        ["route", "pooled", "end"],
      ]),
    ).toEqual([]);
    expect(
      problems(nodes, [
        ["start", "in", "route"],
        ["route", "assigned", "x"],
        ["y", "out", "end"],
      ]),
    ).toEqual([
      "/spec/edges/0/sourcePort workflow.unknown-port",
      "/spec/edges/1/target workflow.unknown-node",
      "/spec/edges/2/source workflow.unknown-node",
    ]);
    expect(problems(nodes, [["end", "out", "route"]])).toEqual([
      "/spec/edges/0/sourcePort workflow.unknown-port",
    ]);
  });

  it("are one for each port, and never lead into a trigger", () => {
    expect(
      problems(nodes, [
        ["start", "out", "route"],
        ["start", "out", "end"],
      ]),
    ).toEqual(["/spec/edges/1/sourcePort workflow.port-taken"]);
    expect(problems(nodes, [["route", "pooled", "start"]])).toEqual([
      "/spec/edges/0/target workflow.into-trigger",
    ]);
  });

  it("take the ports that a config makes", () => {
    const outcomes = [{ id: "paid", name: "已付" }];
    const task: Node = ["pay", "task", { title: "付款", outcomes }];
    expect(
      problems(
        [start, task],
        [
          ["pay", "paid", "pay"],
          ["pay", "timeout", "pay"],
          ["pay", "refused", "pay"],
        ],
      ),
    ).toEqual(["/spec/edges/2/sourcePort workflow.unknown-port"]);
  });

  it("are not blamed for a node whose config is wrong already", () => {
    expect(problems([start, ["pay", "task", { title: "付款" }]], [["pay", "paid", "pay"]])).toEqual([
      "/spec/nodes/1/config schema.required",
    ]);
  });
});

describe("templates of a workflow", () => {
  const variables = { track: { type: "object" } } as const;

  it.each<[string, { readonly [key: string]: Json }, string]>([
    ["reply", { text: "{{ order.colour }}" }, "text"],
    ["reply", { text: "{% if %}" }, "text"],
    ["task", { title: "{{ x }}", outcomes: [{ id: "a", name: "a" }] }, "title"],
    ["wait", { until: "{{ vars.nothing }}" }, "until"],
    ["update", { stage: "{{ x }}" }, "stage"],
    ["update", { fields: { a: ["{{ x }}"] } }, "fields/a/0"],
    ["update", { variables: { a: "{{ x }}" } }, "variables/a"],
    [
      "action",
      { action: "http.request", version: "1", input: { body: { "a/b": "{{ x }}" } } },
      "input/body/a~1b",
    ],
  ])("of %s %j are refused", (type, config, path) => {
    expect(ofNode(type, config)).toEqual([`${at}/${path} workflow.template`]);
  });

  it("know facts, variables, the announcement, the event's data and the time", () => {
    const text =
      "{{ order.trackingNo }}{{ vars.track.status }}{{ campaign.announcement }}{{ data.id }}{{ now }}{{ ticket.fields.refundAmount }}";
    expect(ofNode("reply", { text }, { variables })).toEqual([]);
    expect(ofNode("update", { category: "{{ vars.track.category }}" }, { variables })).toEqual([]);
  });
});
