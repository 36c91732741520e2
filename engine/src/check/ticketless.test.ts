import type { Json } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf, starterOptions } from "./check.fixture.ts";

type Config = { readonly [key: string]: Json };
const workflow = (trigger: Config, nodes: readonly (readonly [string, Config])[], key = "mine") => {
  const all = [["trigger", trigger] as const, ...nodes].map(([type, config], index) => ({
    id: `n${index}`,
    type,
    config,
  }));
  const edges = all
    .slice(1)
    .map(({ id }, index) => ({ id: `e${index}`, source: `n${index}`, sourcePort: "out", target: id }));
  return documentOf("workflow", { nodes: all, edges }, key);
};
const hook: Config = { on: "webhook", path: "shipped" };

describe("schedules and webhooks", () => {
  it("say when and where", () => {
    expect(problemsOf(workflow({ on: "schedule" }, []))).toEqual([
      "/spec/nodes/0/config/cron workflow.schedule-cron",
    ]);
    expect(problemsOf(workflow({ on: "schedule", cron: "99 * * * *" }, []))).toEqual([
      "/spec/nodes/0/config/cron workflow.schedule-invalid",
    ]);
    expect(
      problemsOf(workflow({ on: "schedule", cron: "0 9 * * 1-5", timezone: "Asia/Shanghai" }, [])),
    ).toEqual([]);
    expect(problemsOf(workflow({ on: "webhook" }, []))).toEqual([
      "/spec/nodes/0/config/path workflow.webhook-path",
    ]);
  });

  it("come to no node that needs a ticket, neither here nor in what they call", () => {
    expect(problemsOf(workflow(hook, [["update", { stage: "x" }]]))).toEqual([
      "/spec/nodes/1 workflow.needs-ticket",
    ]);
    expect(
      problemsOf(
        workflow(hook, [
          ["update", { variables: { a: 1 } }],
          ["reply", { text: "x" }],
        ]),
      ),
    ).toEqual(["/spec/nodes/2 workflow.needs-ticket"]);
    const documents = [
      ...starterOptions.documents,
      workflow({ on: "manual" }, [["reply", { text: "x" }]], "other"),
    ];
    expect(problemsOf(workflow(hook, [["subflow", { workflow: "other" }]]), { documents })).toEqual([
      "/spec/nodes/1 workflow.needs-ticket",
    ]);
    expect(problemsOf(workflow({ on: "ticket.created" }, [["reply", { text: "x" }]]))).toEqual([]);
  });

  it("have an address of their own", () => {
    const documents = [...starterOptions.documents, workflow(hook, [], "other")];
    expect(problemsOf(workflow(hook, []), { documents })).toEqual([
      "/spec/nodes/0/config/path workflow.webhook-path-taken",
    ]);
    expect(problemsOf(workflow({ ...hook, path: "else" }, []), { documents })).toEqual([]);
  });
});
