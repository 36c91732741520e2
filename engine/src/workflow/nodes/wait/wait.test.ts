import type { Json } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../check/check.fixture.ts";
import { compileDefinitions } from "../../../definitions/compile.ts";
import { step } from "../../../step/step.ts";

const now = Date.parse("2026-03-02T10:00:00+08:00");

/** Where a new ticket's token stands after a wait with this config. */
function waitFor(config: { readonly [key: string]: Json }, fields: { readonly [key: string]: Json } = {}) {
  const nodes = [
    { id: "start", type: "trigger", config: { on: "ticket.created" } },
    { id: "wait", type: "wait", config },
  ];
  const edges = [{ id: "e", source: "start", sourcePort: "out", target: "wait" }];
  const { settings, people } = ecommerceStarter;
  const definitions = compileDefinitions({
    live: [{ document: documentOf("workflow", { nodes, edges }), revision: 1 }],
    settings,
    people,
  });
  const input = { channel: "taobao", subject: "x", customer: { id: "c" }, fields };
  const result = step(
    definitions,
    null,
    {
      type: "ticket.created",
      ticket: { id: "t", number: 1, input },
      id: "e1",
      at: now,
      actor: { type: "system" },
    },
    now,
  );
  const run = result.runs[0];
  const failed = result.effects.find((effect) => effect.type === "incident");
  return { wait: run?.tokens[0]?.wait ?? null, port: run?.path.at(-1)?.port ?? null, failed: failed?.code };
}

const until = "{{ ticket.fields.at }}";

describe("wait until an instant", () => {
  it.each<[string, Json, number]>([
    ["ISO with an offset", "2026-03-02T12:00:00+08:00", now + 7_200_000],
    ["ISO in UTC", " 2026-03-02T04:00:00Z ", now + 7_200_000],
    ["as the date filter writes %z", "2026-03-02T12:00:00+0800", now + 7_200_000],
    ["epoch ms", now + 5, now + 5],
  ])("takes %s", (_, at, expected) => {
    expect(waitFor({ until }, { at }).wait).toEqual({ type: "until", at: expected, port: "done" });
  });

  it("goes on at once when it is past", () => {
    expect(waitFor({ until }, { at: now }).port).toBe("done");
  });

  it.each<Json>(["2026-03-02T12:00:00", "2026-03-02", "tomorrow", "", null, [1], 1e300, 8.64e15 + 1])(
    "fails on %j: it is no instant that is the same everywhere",
    (at) => {
      expect(waitFor({ until }, { at }).failed).toBe("wait.instant");
    },
  );
});

describe("wait for a time", () => {
  it("counts wall-clock time, or a calendar's", () => {
    expect(waitFor({ for: "PT2H" }).wait).toMatchObject({ at: now + 7_200_000 });
    expect(waitFor({ for: "PT2H", calendar: "24x7" }).wait).toMatchObject({ at: now + 7_200_000 });
  });

  it("waits for an event without end, or until its timeout", () => {
    expect(waitFor({ event: "order.paid" }).wait).toMatchObject({ type: "event", since: now, until: null });
    expect(waitFor({ event: "order.paid", timeout: "PT1M" }).wait).toMatchObject({ until: now + 60_000 });
  });
});
