import type { WorkflowNode } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn, linted, mended } from "../lint.fixture.ts";

type Link = readonly [source: string, port: string, target: string];
type Config = NonNullable<WorkflowNode["config"]>;

const drawing = (
  nodes: readonly (readonly [id: string, type: string, config?: Config])[],
  links: readonly Link[],
) =>
  documentOf("workflow", {
    nodes: nodes.map(([id, type, config]) => ({ id, type, ...(config ? { config } : {}) })),
    edges: links.map(([source, sourcePort, target], index) => ({
      id: `e${index}`,
      source,
      sourcePort,
      target,
    })),
  });

const start = ["start", "trigger", { on: "ticket.updated" }] as const;
const end = ["end", "end"] as const;
const reply = (id: string) => [id, "reply", { text: "您好" }] as const;
const large = { fact: "order.amount", operator: "greaterThan", value: 500 };
const branch = (id: string) =>
  [id, "branch", { branches: [{ id: "large", name: "大额", when: large }] }] as const;
const task = (config: Config = {}) =>
  [
    "ask",
    "task",
    {
      title: "审批",
      outcomes: [
        { id: "yes", name: "同意" },
        { id: "no", name: "驳回" },
      ],
      ...config,
    },
  ] as const;

describe("unreachable", () => {
  const document = drawing(
    [start, end, reply("lost"), reply("after")],
    [
      ["start", "out", "end"],
      ["lost", "out", "after"],
      ["after", "out", "end"],
    ],
  );

  it("marks nodes that no trigger leads to", () => {
    expect(adviceOn(document)).toEqual([
      "warning /spec/nodes/2 workflow.unreachable",
      "warning /spec/nodes/3 workflow.unreachable",
    ]);
  });

  it("removes a node with its edges", () => {
    expect(adviceOn(mended(mended(document, "workflow.unreachable"), "workflow.unreachable"))).toEqual([]);
  });

  it("leaves a drawing without a trigger to check", () => {
    expect(adviceOn(drawing([reply("a")], []))).not.toContain("warning /spec/nodes/0 workflow.unreachable");
  });
});

describe("unwired-ports", () => {
  it("warns of a branch whose ways are not all drawn, and names the port", () => {
    const document = drawing(
      [start, branch("big"), end],
      [
        ["start", "out", "big"],
        ["big", "large", "end"],
      ],
    );
    expect(adviceOn(document)).toEqual(["warning /spec/nodes/1 workflow.port-unwired"]);
    expect(linted(document)[0]?.message.zh).toContain("“否则”");
    expect(adviceOn(mended(document, "workflow.port-unwired"))).toEqual([]);
  });

  it("asks for the timeout of a task only when it has a due time", () => {
    const links: readonly Link[] = [
      ["start", "out", "ask"],
      ["ask", "yes", "end"],
      ["ask", "no", "end"],
    ];
    expect(adviceOn(drawing([start, task(), end], links))).toEqual([]);
    expect(adviceOn(drawing([start, task({ due: "PT4H" }), end], links))).toEqual([
      "warning /spec/nodes/1 workflow.port-unwired",
    ]);
  });

  it("asks for the timeout of a wait only when it waits for an event with a limit", () => {
    const waiting = (config: Config) =>
      adviceOn(
        drawing(
          [start, ["w", "wait", config], end],
          [
            ["start", "out", "w"],
            ["w", "done", "end"],
          ],
        ),
      );
    expect(waiting({ for: "PT1H" })).toEqual([]);
    expect(waiting({ event: "ticket.updated" })).toEqual([]);
    expect(waiting({ event: "ticket.updated", timeout: "PT1H" })).toEqual([
      "warning /spec/nodes/1 workflow.port-unwired",
    ]);
  });

  it("only mentions a single way that ends, and warns of a trigger that starts nothing", () => {
    const last = drawing([start, reply("bye"), end], [["start", "out", "bye"]]);
    expect(adviceOn(last)).toContain("info /spec/nodes/1 workflow.nothing-follows");
    expect(adviceOn(mended(last, "workflow.nothing-follows"))).toEqual([]);
    expect(adviceOn(drawing([start], []))).toEqual(["warning /spec/nodes/0 workflow.starts-nothing"]);
  });

  it("leads to one of several ends, and draws one where there is none", () => {
    const several = drawing(
      [start, reply("bye"), branch("big"), end, ["end2", "end"]],
      [
        ["start", "out", "big"],
        ["big", "large", "bye"],
        ["big", "else", "end2"],
      ],
    );
    const after = mended(several, "workflow.nothing-follows");
    expect(adviceOn(after)).toEqual([]);
    const none = drawing([start, reply("bye")], [["start", "out", "bye"]]);
    expect(adviceOn(mended(none, "workflow.nothing-follows"))).toEqual([]);
  });

  it("connects a trigger to what nothing leads to", () => {
    const document = drawing([start, reply("hello"), end], [["hello", "out", "end"]]);
    expect(adviceOn(document)).toContain("warning /spec/nodes/0 workflow.starts-nothing");
    expect(adviceOn(mended(document, "workflow.starts-nothing"))).toEqual([]);
  });
});

describe("a loop over items", () => {
  it("may end its body with any node: that is the end of an item", () => {
    const each = ["each", "foreach", { items: "{{ ticket.tags }}" }] as const;
    const links: readonly Link[] = [
      ["start", "out", "each"],
      ["each", "body", "bye"],
      ["each", "done", "end"],
    ];
    expect(adviceOn(drawing([start, each, reply("bye"), end], links))).toEqual([]);
  });
});

describe("error-unwired", () => {
  const action = ["call", "action", { action: "http.request", version: "1", input: {} }] as const;
  const links: readonly Link[] = [
    ["start", "out", "call"],
    ["call", "ok", "end"],
  ];

  it("mentions an action whose failure nothing handles", () => {
    expect(adviceOn(drawing([start, action, end], links))).toEqual([
      "info /spec/nodes/1 workflow.error-unwired",
    ]);
    expect(adviceOn(drawing([start, action, end], [...links, ["call", "error", "end"]]))).toEqual([]);
  });
});

describe("task-nobody", () => {
  it("warns of a task for a group without members", () => {
    const { people } = starterOptions;
    const groups = [...people.groups, { key: "empty", label: { zh: "空组", en: "Empty" } }];
    const asking = (group: string) =>
      drawing(
        [start, task({ group }), end],
        [
          ["start", "out", "ask"],
          ["ask", "yes", "end"],
          ["ask", "no", "end"],
        ],
      );
    expect(adviceOn(asking("empty"), { people: { ...people, groups } })).toEqual([
      "warning /spec/nodes/1/config/group workflow.task-nobody",
    ]);
    expect(adviceOn(asking("finance"))).toEqual([]);
  });
});

describe("loop", () => {
  const round = (middle: readonly [string, string, Config?], port: string) =>
    adviceOn(
      drawing(
        [start, branch("again"), middle, end],
        [
          ["start", "out", "again"],
          ["again", "large", middle[0]],
          ["again", "else", "end"],
          [middle[0], port, "again"],
        ],
      ),
    );

  it("warns of a loop in which nothing waits", () => {
    expect(round(reply("hello"), "out")).toEqual(["warning /spec/nodes/1 workflow.loop"]);
  });

  it("offers a wait on each way back", () => {
    const knot = drawing(
      [start, branch("a"), reply("b"), branch("c"), end],
      [
        ["start", "out", "a"],
        ["a", "large", "b"],
        ["a", "else", "end"],
        ["b", "out", "c"],
        ["c", "large", "a"],
        ["c", "else", "b"],
      ],
    );
    expect(adviceOn(knot)).toEqual(["warning /spec/nodes/1 workflow.loop"]);
    expect(adviceOn(mended(knot, "workflow.loop"))).toEqual([]);
  });

  it("is content with a loop that waits", () => {
    expect(round(["later", "wait", { for: "PT1H" }], "done")).toEqual([]);
  });

  it("sees a node that leads to itself, and survives a chain of thousands", () => {
    expect(
      adviceOn(
        drawing(
          [start, branch("self"), end],
          [
            ["start", "out", "self"],
            ["self", "large", "self"],
            ["self", "else", "end"],
          ],
        ),
      ),
    ).toEqual(["warning /spec/nodes/1 workflow.loop"]);
    const ids = Array.from({ length: 3_000 }, (_, index) => `n${index}`);
    const links = ids.map((id, index): Link => [id, "out", ids[index + 1] ?? "end"]);
    expect(adviceOn(drawing([start, end, ...ids.map(reply)], [["start", "out", "n0"], ...links]))).toEqual(
      [],
    );
  });
});

describe("no-intake", () => {
  const without = starterOptions.documents.filter(({ key }) => key !== "intake");
  const document = drawing(
    [start, reply("a"), end],
    [
      ["start", "out", "a"],
      ["a", "out", "end"],
    ],
  );

  it("warns when no workflow takes every new ticket", () => {
    expect(adviceOn(document)).toEqual([]);
    expect(adviceOn(document, { documents: without })).toEqual(["warning /spec/nodes workflow.no-intake"]);
  });

  it("offers to take the condition off a trigger for new tickets", () => {
    const some = drawing(
      [["start", "trigger", { on: "ticket.created", when: large }], end],
      [["start", "out", "end"]],
    );
    expect(
      adviceOn(mended(some, "workflow.no-intake", { documents: without }), { documents: without }),
    ).toEqual([]);
  });

  it("is content when the drawing itself does", () => {
    const intake = drawing([["start", "trigger", { on: "ticket.created" }], end], [["start", "out", "end"]]);
    expect(adviceOn(intake, { documents: without })).toEqual([]);
  });
});

it("judges what it can of a node whose config is wrong", () => {
  const found = adviceOn(drawing([start, ["x", "task", {}], ["y", "nonsense"]], [["start", "out", "x"]]));
  expect(found.filter((line) => line.startsWith("error")).length).toBeGreaterThan(0);
  expect(found).toContain("warning /spec/nodes/2 workflow.unreachable");
});
