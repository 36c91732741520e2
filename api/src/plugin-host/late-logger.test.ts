import { expect, it } from "vitest";
import { createRecordingLogger } from "./fixtures/recording-logger.ts";
import { createLateLogger } from "./late-logger.ts";

it("says what it was told before there was a logger, in order, then goes on", () => {
  const late = createLateLogger();
  const real = createRecordingLogger();
  late.error({ plugin: "a" }, "not loaded");
  late.debug({}, "more");
  late.attach(real);
  late.info({}, "later");
  expect(real.text().split("\n")).toEqual(['not loaded {"plugin":"a"}', "more {}", "later {}"]);
});
