/**
 * Every scenario runs through the pure engine, through `POST /simulate` and through the live server with a moved
 * clock; the three traces must be the one that the scenario's file expects.
 * `UPDATE_SCENARIOS=1` writes the engine's trace into the files: read the difference before committing it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInEngine } from "../support/run-in-engine.ts";
import { type Stage, setStage } from "../support/run-on-server.ts";
import { readScenarios, writeScenario } from "../support/scenario.ts";
import { toTrace } from "../support/trace.ts";

const folder = import.meta.dirname;
const files = readScenarios(folder);

if (process.env.UPDATE_SCENARIOS)
  for (const { file, scenario } of files)
    writeScenario(folder, file, { ...scenario, expect: toTrace(runInEngine(scenario)) });

describe.each(readScenarios(folder))("$file: $scenario.name", ({ scenario }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(scenario);
  });
  afterAll(() => stage.stop());

  it("engine", () => expect(toTrace(runInEngine(scenario))).toEqual(scenario.expect));
  it("POST /simulate", async () => expect(toTrace(await stage.simulate())).toEqual(scenario.expect));
  it("live", async () => expect(toTrace(await stage.live())).toEqual(scenario.expect));
  it("replay of what is stored", async () => {
    const { stored, replayed } = await stage.replay();
    expect(stored.events.length).toBeGreaterThan(0);
    expect(replayed.events).toEqual(stored.events);
    expect(replayed.state).toEqual(stored.state);
  });
});

it("has scenarios", () => expect(files.length).toBeGreaterThanOrEqual(14));
