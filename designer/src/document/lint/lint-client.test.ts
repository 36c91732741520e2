import { catalog } from "@sluice/engine";
import type { AnyDocument, Finding } from "@sluice/schemas";
import { expect, it } from "vitest";
import { applyDelta } from "./document-delta.ts";
import { createLintClient, type LintPort } from "./lint-client.ts";
import { createLintDesk } from "./lint-desk.ts";
import type { LintAnswer, LintRequest, LintSurroundings } from "./lint-message.ts";

const segment = (fact: string): AnyDocument => ({
  kind: "segment",
  key: "vip",
  name: fact,
  formatVersion: 1,
  spec: { when: { fact, operator: "equal", value: "vip" } },
});

const surroundings: LintSurroundings = {
  documents: [],
  settings: {
    workspace: { name: "", timezone: "Asia/Shanghai" },
    fields: [],
    categories: [],
    channels: [],
    shops: [],
  },
  people: { agents: [], groups: [], skills: [], shifts: [] },
  actions: catalog().actions,
} as unknown as LintSurroundings;

/** A line with the real checks at its other end; answers come when the test says so. */
class Line implements LintPort {
  readonly asked: string[] = [];
  readonly #desk = createLintDesk();
  readonly #waiting: LintAnswer[] = [];
  #document: unknown;
  #listener: (answer: LintAnswer) => void = () => undefined;

  send(request: LintRequest): void {
    const arrived = structuredClone(request);
    const answer = this.#desk(arrived);
    if (arrived.type === "surroundings") return;
    if (!answer) throw new Error("asked without surroundings");
    this.#document = applyDelta(this.#document, arrived.delta);
    this.asked.push((this.#document as AnyDocument).name);
    this.#waiting.push(answer);
  }

  onAnswer(listener: (answer: LintAnswer) => void): void {
    this.#listener = listener;
  }

  answer(): void {
    const next = this.#waiting.shift();
    if (next) this.#listener(next);
  }

  close(): void {
    this.#waiting.length = 0;
  }
}

function start() {
  const line = new Line();
  const heard: (readonly Finding[])[] = [];
  const client = createLintClient(
    line,
    (findings) => heard.push(findings),
    () => 0,
  );
  return { line, heard, client };
}

it("asks nothing before the surroundings are known, then about the latest document", () => {
  const { line, client, heard } = start();
  client.check(segment("no.such"));
  client.check(segment("customer.tier"));
  expect(line.asked).toEqual([]);
  client.surround(surroundings);
  expect(line.asked).toEqual(["customer.tier"]);
  line.answer();
  expect(heard).toHaveLength(1);
  expect(heard[0]?.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("checks one at a time, skips what is outdated and drops answers about it", () => {
  const { line, client, heard } = start();
  client.surround(surroundings);
  client.check(segment("customer.tier"));
  client.check(segment("ticket.subject"));
  client.check(segment("no.such"));
  expect(line.asked).toEqual(["customer.tier"]);
  line.answer();
  expect(heard).toEqual([]);
  expect(line.asked).toEqual(["customer.tier", "no.such"]);
  line.answer();
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContainEqual(expect.objectContaining({ severity: "error", path: "/spec/when/fact" }));
});

it("checks anew when the surroundings change", () => {
  const { line, client, heard } = start();
  client.surround(surroundings);
  client.check(segment("customer.tier"));
  line.answer();
  client.surround(surroundings);
  line.answer();
  expect(line.asked).toEqual(["customer.tier", "customer.tier"]);
  expect(heard).toHaveLength(2);
});
