import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@sluice/schemas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compose } from "../compose.ts";
import { parseConfig } from "../config.ts";

const key = "a-bootstrap-key-for-tests";
let folder: string;
let server: Awaited<ReturnType<typeof compose>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-validate-"));
  server = await compose(
    parseConfig({
      SLUICE_DATA: folder,
      SLUICE_STARTER: "none",
      SLUICE_BOOTSTRAP_KEY: key,
      LOG_LEVEL: "silent",
    }),
  );
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(method: "POST" | "PUT", url: string, payload: object) {
  const headers = { authorization: `Bearer ${key}` };
  const { statusCode, body } = await server.app.inject({ method, url: `/api/v1${url}`, headers, payload });
  return { status: statusCode, body: JSON.parse(body) };
}

const segment = (when: object) => ({
  kind: "segment",
  key: "vip",
  name: "VIP",
  formatVersion: 1,
  spec: { when },
});
const at = "/documents/segment/vip";
const codes = (findings: readonly Finding[]) => findings.map(({ severity, code }) => `${severity} ${code}`);

test("a document that may be published is valid, whatever else is to be said of it", async () => {
  const when = { fact: "customer.tier", operator: "notEqual", value: "gold" };
  const { body } = await call("POST", `${at}/validate`, segment(when));
  expect([body.valid, body.problems]).toEqual([true, []]);
  expect(codes(body.findings)).toEqual(["info condition.missing-counts", "info segment.unused"]);
  expect(body.findings[0].fix.patch[0]).toMatchObject({ op: "replace", path: "/spec/when" });
  expect((await call("PUT", `${at}/draft`, segment(when))).status).toBe(201);
  expect((await call("POST", `${at}/publish`, {})).status).toBe(200);
});

test("what refuses a publish is a problem and a finding of severity error", async () => {
  const when = { all: [{ fact: "no.such", operator: "equal", value: 1 }, { condition: "nobody" }] };
  const { body } = await call("POST", `${at}/validate`, segment(when));
  expect(body.valid).toBe(false);
  expect(body.problems.map(({ code }: Finding) => code).sort()).toEqual([
    "condition.unknown-fact",
    "condition.unknown-segment",
  ]);
  expect(Object.keys(body.problems[0]).sort()).toEqual(["code", "message", "path"]);
  expect(codes(body.findings).filter((line) => line.startsWith("error"))).toHaveLength(2);
});

test("a document that does not parse has its faults as findings, too", async () => {
  const { body } = await call("POST", `${at}/validate`, segment({ all: [] }));
  expect([body.valid, codes(body.findings)]).toEqual([false, ["error condition.empty-list"]]);
  expect(body.problems).toHaveLength(1);
});
