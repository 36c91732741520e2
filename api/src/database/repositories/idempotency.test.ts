import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDatabase } from "../database.ts";
import { findAnswer, forgetAnswers, saveAnswers } from "./idempotency.ts";

test("answers are forgotten oldest first, a few at a time", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "sluice-answers-"));
  const { writer, reader, close } = await createDatabase({ dataDir });
  const row = (at: number) => ({
    key: `k${at}`,
    route: "POST /x",
    body_hash: "h",
    response: "{}",
    status: 201,
    created_at: at,
  });
  await writer.run((tx) => saveAnswers(tx, [3, 1, 2, 4].map(row)));
  await writer.run((tx) => forgetAnswers(tx, 3, 2));
  const kept = await Promise.all([1, 2, 3, 4].map((at) => findAnswer(reader, `k${at}`, 0)));
  expect(kept.map((answer) => answer?.key)).toEqual([undefined, undefined, "k3", "k4"]);
  expect(await findAnswer(reader, "k3", 3)).toBeNull();
  await close();
  rmSync(dataDir, { recursive: true });
});
