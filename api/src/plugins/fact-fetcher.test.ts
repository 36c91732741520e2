import type { FactManifest } from "@sluice/plugin-sdk";
import { beforeEach, describe, expect, it } from "vitest";
import { createManualClock } from "../clock.ts";
import type { ActionResult, RunRequest } from "../plugin-host/plugin-host.ts";
import { createFactFetcher } from "./fact-fetcher.ts";

const fact = (part: Partial<FactManifest> = {}): FactManifest => ({
  id: "shop.late",
  label: { zh: "延误", en: "Late" },
  type: "boolean",
  group: "shop",
  fetched: true,
  from: ["order.trackingNo", "ticket.shop"],
  ...part,
});

const asked: RunRequest[] = [];
const faults: string[] = [];
let answer: (request: RunRequest) => ActionResult;
const clock = createManualClock(1_000_000);
const good = (output: boolean): ActionResult => ({ ok: true, output, durationMs: 1 });

beforeEach(() => {
  asked.length = 0;
  faults.length = 0;
  answer = () => good(true);
});

const create = (...facts: readonly FactManifest[]) =>
  createFactFetcher({
    plugins: {
      facts: () => facts,
      run: async (request) => {
        asked.push(request);
        await Promise.resolve();
        return answer(request);
      },
    },
    clock,
    onFault: (id, { code }) => faults.push(`${id} ${code}`),
  });

describe("fetching a fact", () => {
  it("asks its plugin with the sources that are there", async () => {
    const fetcher = create(fact());
    const known = { "order.trackingNo": "SF1", "ticket.shop": null, "ticket.subject": "x" };
    expect(await fetcher.fetch(["shop.late"], known)).toEqual({ "shop.late": true });
    expect(asked).toMatchObject([{ action: "fact.shop.late", input: { "order.trackingNo": "SF1" } }]);
  });

  it("asks nobody where every source is missing, or nobody offers it", async () => {
    const fetcher = create(fact());
    expect(await fetcher.fetch(["shop.late", "shop.other"], {})).toEqual({
      "shop.late": null,
      "shop.other": null,
    });
    expect(asked).toEqual([]);
  });

  it("asks once for the same sources at a time", async () => {
    const fetcher = create(fact());
    const known = { "order.trackingNo": "SF1" };
    await Promise.all(Array.from({ length: 50 }, () => fetcher.fetch(["shop.late"], known)));
    expect(asked).toHaveLength(1);
    await fetcher.fetch(["shop.late"], known);
    expect(asked).toHaveLength(2);
  });

  it("keeps an answer for as long as its plugin allows, per sources", async () => {
    const fetcher = create(fact({ cacheFor: "PT10M" }));
    const fetch = (no: string) => fetcher.fetch(["shop.late"], { "order.trackingNo": no });
    await fetch("A");
    clock.set(clock.now() + 599_999);
    await fetch("A");
    expect(asked).toHaveLength(1);
    await fetch("B");
    expect(asked).toHaveLength(2);
    clock.set(clock.now() + 1);
    await fetch("A");
    expect(asked).toHaveLength(3);
  });

  it("that fails is null, is told of, and is not kept", async () => {
    const fetcher = create(fact({ cacheFor: "PT10M" }));
    answer = () => ({ ok: false, code: "action.timeout", message: "", retryable: true, durationMs: 1 });
    const known = { "order.trackingNo": "SF1" };
    expect(await fetcher.fetch(["shop.late"], known)).toEqual({ "shop.late": null });
    expect(faults).toEqual(["shop.late action.timeout"]);
    answer = () => good(false);
    expect(await fetcher.fetch(["shop.late"], known)).toEqual({ "shop.late": false });
  });
});
