/** What an action says of its own tries holds, as far as the node says nothing else. */
import type { Json } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { houseOf, Story, toWorkflow } from "../../../step/story.fixture.ts";

const label = { zh: "评级", en: "Grade" };
const declared = {
  timeout: "PT3S",
  retry: { maxAttempts: 3, backoff: "fixed", initial: "PT2S", max: "PT2S" },
} as const;
const grade = { id: "mine.grade", version: "1", label, input: {}, output: {} };

/** The limits of the job of one action node. */
function limitsOf(action: object, config: { readonly [key: string]: Json } = {}) {
  const call = ["action", { action: "mine.grade", version: "1", ...config }] as const;
  const house = houseOf([
    toWorkflow("w", { start: ["trigger", { on: "ticket.created" }], call }, ["start>call"]),
  ]);
  const story = new Story({ ...house, actions: [{ ...grade, ...action }] });
  story.create();
  const job = story.results.flatMap(({ effects }) => effects).find((effect) => effect.type === "job");
  return job?.type === "job" ? { timeout: job.timeout, retry: job.retry } : null;
}

describe("the tries of an action", () => {
  it("are as the action declares them", () => {
    expect(limitsOf(declared)).toEqual(declared);
  });

  it("are as the node says, word by word", () => {
    expect(limitsOf(declared, { timeout: "PT1M", retry: { maxAttempts: 9 } })).toEqual({
      timeout: "PT1M",
      retry: { ...declared.retry, maxAttempts: 9 },
    });
  });

  it("are the usual ones where nobody says anything, or another version does", () => {
    const usual = {
      timeout: "PT10S",
      retry: { maxAttempts: 5, backoff: "exponential", initial: "PT1S", max: "PT5M" },
    };
    expect(limitsOf({})).toEqual(usual);
    expect(limitsOf({ ...declared, version: "2" })).toEqual(usual);
  });
});
