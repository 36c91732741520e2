/** `sluice serve`: runs the server until it is told to stop. */
import { type Command, Option } from "commander";
import { compose, type ProcessRole, type Server } from "../compose.ts";
import { parseConfig } from "../config.ts";
import type { FirstRun } from "../setup/first-run.ts";
import type { Terminal } from "./terminal.ts";

interface ServeOptions {
  readonly role: ProcessRole;
  readonly port?: string;
  readonly data?: string;
}

function welcome(url: string, { admin, starterLoaded }: FirstRun): string {
  const lines = [`Sluice is ready at ${url}  (API documentation: ${url}/docs)`];
  if (starterLoaded)
    lines.push("The starter pack was loaded: documents, people and settings of a sample house.");
  if (admin)
    lines.push(`First start. Sign in as ${admin.name} with the password ${admin.password}  (shown only now)`);
  return `${lines.join("\n")}\n`;
}

/** Resolves when the process is told to end; a second signal ends it at once. */
const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

async function listen(server: Server, host: string, port: number): Promise<string> {
  try {
    return await server.app.listen({ host, port });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function serve(options: ServeOptions, terminal: Terminal): Promise<void> {
  const config = parseConfig(terminal.env, { PORT: options.port, SLUICE_DATA: options.data });
  const server = await compose(config, options.role);
  const url = await listen(server, config.host, config.port);
  terminal.out(welcome(url, server.firstRun));
  await untilSignal();
  await server.stop();
}

export function addServe(program: Command, terminal: Terminal): void {
  program
    .command("serve")
    .description("run the server")
    .addOption(
      new Option("--role <role>", "what this process does").choices(["api", "worker", "all"]).default("all"),
    )
    .option("--port <port>", "port to listen on (PORT)")
    .option("--data <folder>", "data folder (SLUICE_DATA)")
    .action((options: ServeOptions) => serve(options, terminal));
}
