/**
 * json-rules-engine beside our evaluator on a whole server. The evaluator that is broken here is ours: it stands in
 * the place of the engine's own and overlooks a rule whenever the test says so. The reference is the real one.
 */
import { compose, type Evaluator, parseConfig } from "@sluice/api";
import { compileClassification } from "@sluice/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish, publish } from "../support/house.ts";
import { bootstrapKey, type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

/** While `broken`, the rule `refund` never matches. */
const fault = { broken: false };

const evaluate: Evaluator = (document, options) => {
  const sound = compileClassification(document, options);
  const isRefund = (rule: { readonly id: string; readonly when: object }) =>
    rule.id === "refund" || JSON.stringify(rule.when).includes("退款");
  const rules = document.spec.rules.filter((rule) => !isRefund(rule));
  const deaf = compileClassification({ spec: { ...document.spec, rules } }, options);
  const now = () => (fault.broken ? deaf : sound);
  return {
    ...sound,
    classify: (...question) => now().classify(...question),
    decision: (...question) => now().decision(...question),
  };
};

const auth = { authorization: `Bearer ${bootstrapKey}` };

describe("a difference between the evaluators", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ evaluate });
    await furnish(server, smallHouse);
    await server.must("PUT", "/settings/workspace", { ...smallHouse.settings.workspace, referenceShare: 1 });
  });
  afterAll(() => server.stop());

  const said = async (subject: string): Promise<Body> => {
    const ticket = await server.must("POST", "/tickets", {
      ...{ channel: "web", subject },
      customer: { id: "c1" },
    });
    await server.server.runtime.reference.idle();
    const { items } = await server.must("GET", `/tickets/${ticket.id}/decisions`);
    const decided = items.find(({ decision }: Body) => decision.kind === "classification").decision;
    return { id: ticket.id, category: ticket.category, evaluator: decided.evaluator };
  };
  const incidents = async (status = "open"): Promise<Body[]> =>
    (await server.must("GET", `/incidents?status=${status}`)).items;
  const onReference = async (): Promise<string[]> =>
    (await server.must("GET", "/overview")).classification.onReference;
  const checks = async (): Promise<string> =>
    (await server.raw("GET", "/metrics")).text
      .split("\n")
      .filter((line) => line.startsWith("sluice_reference_checks_total"))
      .join("\n");

  it("refuses a publish without a single ticket, on facts made up around the leaves; segments, too", async () => {
    fault.broken = true;
    const [ruleset] = smallHouse.documents.filter(({ kind }) => kind === "classification");
    const when = { any: [{ fact: "ticket.text", operator: "containsAnyText", value: ["退款"] }] };
    const segment = { kind: "segment", key: "refunds", name: "退款", formatVersion: 1, spec: { when } };
    const refusals = [
      { document: { ...ruleset, description: "changed" }, path: "/documents/0/spec/rules/0/when" },
      { document: segment, path: "/documents/0/spec/when" },
    ];
    for (const { document, path } of refusals) {
      const refused = await server.call("POST", "/documents/import?publish=true", { documents: [document] });
      expect([refused.status, refused.body.errors[0].path]).toEqual([422, path]);
      expect(refused.body.errors[0].details.facts["ticket.text"]).toContain("退款");
    }
    fault.broken = false;
    await publish(server, [segment as never]);
  });

  it("is none where both agree: tickets are checked, nothing is raised", async () => {
    expect(await said("我要退款")).toMatchObject({ category: "aftersales.return" });
    expect(await said("你好")).toMatchObject({ category: "other" });
    expect(await checks()).toContain('{result="same"} 2');
    expect([await incidents(), await onReference()]).toEqual([[], []]);
  });

  it("raises one incident with the rule, the facts and both answers, after the ticket is committed", async () => {
    fault.broken = true;
    const wrong = await said("我要退款");
    expect(wrong.category).toBe("other");
    const found = await incidents();
    expect(found).toMatchObject([
      {
        ticket: wrong.id,
        code: "rules.reference-difference",
        kind: "reference",
        details: {
          ...{ ruleset: "default", revision: 1, rule: "refund" },
          facts: { "ticket.text": "我要退款" },
          ours: { matched: [], outcome: { category: "other" } },
          reference: { matched: ["refund"], outcome: { category: "aftersales.return" } },
        },
      },
    ]);
    expect(await checks()).toContain('{result="different"} 1');
  });

  it("moves the ruleset to the reference: tickets are classified rightly, and their decisions say by whom", async () => {
    expect(await onReference()).toEqual(["default"]);
    const right = await said("我要退款，还要投诉");
    expect(right).toMatchObject({ category: "aftersales.return", evaluator: "reference" });
    const { items } = await server.must("GET", `/tickets/${right.id}/decisions`);
    const [{ decision }] = items;
    expect(decision.matched.map(({ id }: Body) => id)).toEqual(["refund", "complaint"]);
    expect(decision.matched[0].because[0]).toMatchObject({ actual: "我要退款，还要投诉", result: true });
    expect(await incidents()).toHaveLength(1);
  });

  it("is not settled by asking again as long as they differ", async () => {
    const [{ id }] = await incidents();
    const refused = await server.call("POST", `/incidents/${id}/retry`);
    expect([refused.status, refused.body.code]).toEqual([409, "rules.unsettled"]);
    expect(await onReference()).toEqual(["default"]);
  });

  it("refuses to publish what differs, with the path of the rule, the facts and both answers", async () => {
    const next = structuredClone(smallHouse.documents.filter(({ kind }) => kind === "classification"));
    const document = { ...next[0], description: "changed" };
    const refused = await server.call("POST", "/documents/import?publish=true", { documents: [document] });
    expect([refused.status, refused.body.code]).toEqual([422, "rules.reference-difference"]);
    expect(refused.body.errors).toMatchObject([
      {
        path: "/documents/0/spec/rules/0/when",
        code: "rules.reference-difference",
        details: { reference: { matched: expect.arrayContaining(["refund"]) } },
      },
    ]);
    expect(refused.body.errors[0].details.facts["ticket.text"]).toContain("退");
    expect(refused.headers["content-type"]).toContain("application/problem+json");
    const { items } = await server.must("GET", "/documents/classification/default/revisions");
    expect(items).toHaveLength(1);
  });

  it("is settled by asking again once they agree; then our evaluator decides", async () => {
    fault.broken = false;
    const [{ id }] = await incidents();
    const settled = await server.must("POST", `/incidents/${id}/retry`);
    expect(settled).toMatchObject({ id, status: "retried" });
    expect([await incidents(), await onReference()]).toEqual([[], []]);
    expect(await said("退款")).toMatchObject({ category: "aftersales.return", evaluator: undefined });
    expect((await server.call("POST", `/incidents/${id}/retry`)).body.code).toBe("incident.closed");
  });

  it("is settled by a new revision", async () => {
    fault.broken = true;
    await said("退货退款");
    expect(await onReference()).toEqual(["default"]);
    fault.broken = false;
    const [ruleset] = smallHouse.documents.filter(({ kind }) => kind === "classification");
    await publish(server, [{ ...ruleset, description: "again" } as never]);
    expect([await incidents(), await onReference()]).toEqual([[], []]);
    expect(await incidents("skipped")).toHaveLength(1);
    expect(await said("退款")).toMatchObject({ evaluator: undefined });
  });

  it("survives a restart", async () => {
    fault.broken = true;
    await said("退款退款");
    expect(await onReference()).toEqual(["default"]);
    await server.server.stop();
    const again = await compose(
      parseConfig({
        ...{ LOG_LEVEL: "silent", PORT: "0", SLUICE_CLOCK: "manual", SLUICE_STARTER: "none" },
        ...{ SLUICE_BOOTSTRAP_KEY: bootstrapKey, SLUICE_DATA: server.dataDir },
        DATABASE_URL: server.databaseUrl,
      }),
      "all",
      evaluate,
    );
    try {
      const body = { channel: "web", subject: "退款", customer: { id: "c2" } };
      const answer = await again.app.inject({
        ...{ method: "POST", url: "/api/v1/tickets" },
        ...{ headers: auth, payload: body },
      });
      expect(answer.json()).toMatchObject({ category: "aftersales.return" });
      expect(again.runtime.reference.onReference).toEqual(["default"]);
    } finally {
      await again.stop();
    }
  });
});

describe("the share of decisions that is checked", () => {
  it("is one in a hundred by default, chosen by the ticket's id", async () => {
    const server = await startTestServer();
    try {
      await furnish(server, smallHouse);
      const input = (at: number) => ({ channel: "web", subject: `退款 ${at}`, customer: { id: `c${at}` } });
      const lines = Array.from({ length: 1_000 }, (_, at) => JSON.stringify(input(at))).join("\n");
      const reply = await server.raw("POST", "/api/v1/tickets/batch", lines, {
        ...auth,
        "content-type": "application/x-ndjson",
      });
      expect(reply.status).toBe(200);
      await server.server.runtime.reference.idle();
      const text = (await server.raw("GET", "/metrics")).text;
      const checked = Number(/sluice_reference_checks_total\{result="same"\} (\d+)/.exec(text)?.[1]);
      expect(checked).toBeGreaterThan(0);
      expect(checked).toBeLessThan(40);
      expect(text).not.toContain('result="different"');
    } finally {
      await server.stop();
    }
  });
});
