/** Stores a new version of a run and remembers that this step touched it. */
export function setRun(burst, run) {
  burst.runs.set(run.id, run);
  burst.touchedRuns.add(run.id);
  return run;
}
/** What the changes that a run makes are marked with. */
export const originOf = (run) => ({ workflow: run.workflow.key, level: run.level + 1 });
//# sourceMappingURL=run-store.js.map
