/** Facts of SLA arithmetic from the published tests of other ticket systems, asked of `POST /preview/sla-clock`. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

interface CalendarCase {
  readonly id: string;
  readonly kind: "due" | "elapsed";
  readonly calendar: string;
  readonly input: {
    readonly start: string;
    readonly seconds?: number;
    readonly end?: string;
    readonly pauses?: readonly (readonly [string, string])[];
  };
  readonly expected: { readonly due?: string; readonly seconds?: number };
}

const fixture = new URL("../../engine/src/sla/fixtures/calendar-cases.json", import.meta.url);
const { calendars, cases } = JSON.parse(readFileSync(fixture, "utf8")) as {
  readonly calendars: Record<string, unknown>;
  readonly cases: readonly CalendarCase[];
};

describe("calendar cases", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each(cases.map((each) => [each.id, each] as const))(
    "%s",
    async (_, { kind, calendar, input, expected }) => {
      const { start, seconds, end, pauses } = input;
      const answer = await server.must("POST", "/preview/sla-clock", {
        calendar: calendars[calendar],
        start,
        target: `PT${seconds ?? 1}S`,
        ...(pauses ? { pauses } : {}),
        ...(kind === "elapsed" ? { at: end } : {}),
      });
      if (kind === "due") expect(answer.due).toBe(new Date(expected.due ?? "").toISOString());
      else expect(answer.elapsedMs).toBe((expected.seconds ?? 0) * 1000);
    },
  );

  it("are all there", () => expect(cases.length).toBeGreaterThan(35));
});
