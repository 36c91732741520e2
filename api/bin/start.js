/** `npm start`: from a fresh checkout to a running server; a second start finds everything done. */
import { ensureBuilt, ensureInstalled, runToExit } from "./bootstrap.js";

await runToExit(async () => {
  ensureInstalled();
  ensureBuilt();
  const { main } = await import("../dist/cli/main.js");
  const { processTerminal } = await import("../dist/cli/terminal.js");
  return main(["serve", ...process.argv.slice(2)], processTerminal());
});
