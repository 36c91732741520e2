/** Scripts of workflows as jobs: they run here in place of a plugin's action, and their result is recorded like any job's. */
import { scriptAction } from "@sluice/engine";
import type { Json } from "@sluice/schemas";
import type { ActionResult, PluginHost } from "../plugin-host/plugin-host.ts";
import type { ScriptRunner } from "./script-runner.ts";

type Runner = Pick<PluginHost, "run">;

interface ScriptInput {
  readonly code: string;
  readonly input: Json;
}

async function runScript(scripts: ScriptRunner, { code, input }: ScriptInput): Promise<ActionResult> {
  const began = performance.now();
  const outcome = await scripts.run(code, JSON.stringify(input));
  const durationMs = performance.now() - began;
  if (outcome.ok) return { ok: true, output: JSON.parse(outcome.output), durationMs };
  const { code: fault, message, line } = outcome;
  const where = line === null ? "" : ` (line ${line})`;
  // A busy machine may be at fault: once more.
  return {
    ok: false,
    code: fault,
    message: `${message}${where}`,
    durationMs,
    retryable: fault === "script.timeout",
    ...(line === null ? {} : { details: { line } }),
  };
}

/** What runs a job: a script here, anything else the plugins. */
export const withScripts = (plugins: Runner, scripts: ScriptRunner): Runner => ({
  run: (job) =>
    job.action === scriptAction ? runScript(scripts, job.input as unknown as ScriptInput) : plugins.run(job),
});
