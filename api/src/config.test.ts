import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

test("has a default for everything", () => {
  expect(parseConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    clock: "system",
  });
});

test("a clock moved by hand stands where it is told to", () => {
  expect(parseConfig({ SLUICE_CLOCK: "manual@2026-03-02T10:00:00+08:00" })).toMatchObject({
    clock: "manual",
    clockAt: Date.UTC(2026, 2, 2, 2),
  });
  expect(parseConfig({ SLUICE_CLOCK: "manual" })).toMatchObject({ clock: "manual", clockAt: undefined });
});

test("options of the command line go before the environment; empty counts as absent", () => {
  expect(parseConfig({ PORT: "4000", HOST: "" }, { PORT: "5000", SLUICE_DATA: undefined })).toMatchObject({
    port: 5000,
    host: "127.0.0.1",
    dataDir: "./data",
  });
});

test.each([
  [{ PORT: "http" }, /PORT: must be a port from 0 to 65535/],
  [{ PORT: "70000" }, /PORT: must be/],
  [{ SLUICE_CLOCK: "wrong" }, /SLUICE_CLOCK: must be one of system, manual/],
  [{ SLUICE_CLOCK: "manual@noon" }, /SLUICE_CLOCK: what follows manual@ must be an instant/],
  [{ SLUICE_STARTER: "x" }, /SLUICE_STARTER: must be one of none, ecommerce/],
  [{ DATABASE_URL: "postgres://x" }, /DATABASE_URL: must be a URL such as mysql/],
  [{ SLUICE_BOOTSTRAP_KEY: "short" }, /SLUICE_BOOTSTRAP_KEY: must be at least 16 characters/],
  [{ SLUICE_CLOCK: "manual", NODE_ENV: "production" }, /refused while NODE_ENV=production/],
])("refuses %j in one line that names the variable and no value", (env, line) => {
  expect(() => parseConfig(env)).toThrow(line);
  try {
    parseConfig(env);
  } catch (error) {
    expect((error as Error).message).not.toContain("\n");
    expect((error as Error).message).not.toContain("short");
  }
});
