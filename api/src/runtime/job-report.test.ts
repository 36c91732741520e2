import fc from "fast-check";
import { expect, it } from "vitest";
import { JobReport, maxBytes, maxLines, toStoredReport } from "./job-report.ts";

const line = (message: string, more: object = {}) => ({
  at: 1,
  attempt: 1,
  level: "info" as const,
  message,
  ...more,
});

const stored = (report: JobReport) => toStoredReport(report.toRow("r:n:1", 5));

it("keeps the last lines within a number and a size, and counts what fell out", () => {
  const text = fc.oneof(fc.string({ maxLength: 50 }), fc.string({ minLength: 500, maxLength: 6_000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.option(text)), { maxLength: 260 }), (said) => {
      const report = new JobReport();
      for (const [message, data] of said) report.addLine(line(message, data === null ? {} : { data }));
      const row = report.toRow("r:n:1", 5);
      const { log, dropped } = toStoredReport(row);
      expect(log.length).toBeLessThanOrEqual(maxLines);
      expect(Buffer.byteLength(row.log)).toBeLessThanOrEqual(maxBytes + 2);
      expect(log.length + dropped).toBe(said.length);
      const last = said.slice(said.length - log.length).map(([message]) => message.slice(0, 1_999));
      expect(log.map(({ message }) => message.slice(0, 1_999))).toEqual(last);
    }),
    { numRuns: 60 },
  );
});

it("never drops the last line, however long it is", () => {
  const report = new JobReport();
  report.addLine(line("巨".repeat(100_000), { data: { blob: "x".repeat(100_000) } }));
  const { log, dropped } = stored(report);
  expect([log.length, dropped]).toEqual([1, 0]);
  expect(log[0]?.message).toHaveLength(2_000);
  expect(log[0]?.data).toMatch(/^\{"blob":"x+…$/);
});

it("goes on from what earlier tries have said", () => {
  const first = new JobReport();
  first.addLine(line("one"));
  first.addError({ at: 2, attempt: 1, code: "http.timeout", message: "slow" });
  first.setProgress({ at: 2, attempt: 1, done: 1, total: 4 });
  const second = new JobReport();
  second.addLine(line("two", { attempt: 2 }));
  second.continueFrom(stored(first));
  expect(stored(second)).toMatchObject({
    log: [
      { message: "one", attempt: 1 },
      { message: "two", attempt: 2 },
    ],
    errors: [{ attempt: 1, code: "http.timeout" }],
    progress: { done: 1, total: 4 },
  });
  second.setProgress({ at: 3, attempt: 2, done: 2, total: 4, text: "z".repeat(900) });
  expect(stored(second).progress).toMatchObject({ attempt: 2, done: 2 });
  expect(stored(second).progress?.text).toHaveLength(200);
});
