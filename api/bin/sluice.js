#!/usr/bin/env node
/** The command line `sluice`; builds first when the sources have changed. */
import { ensureBuilt, ensureInstalled, runToExit } from "./bootstrap.js";

await runToExit(async () => {
  ensureInstalled();
  ensureBuilt();
  const { main } = await import("../dist/cli/main.js");
  const { processTerminal } = await import("../dist/cli/terminal.js");
  return main(process.argv.slice(2), processTerminal());
});
