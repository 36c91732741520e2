/** `sluice plugin new|test|list`: the way of a plugin's author. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { parseConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { createPluginHost } from "../plugin-host/plugin-host.ts";
import { silentLogger } from "../plugin-host/silent-logger.ts";
import { findPlugins, linkPluginSdk } from "../plugins/plugin-folder.ts";
import { writePlugin } from "../plugins/scaffold.ts";
import type { Terminal } from "./terminal.ts";

interface DataOption {
  readonly data?: string;
}

const folderOf = ({ data }: DataOption, { env }: Terminal): string =>
  join(parseConfig(env, { SLUICE_DATA: data }).dataDir, "plugins");

async function create(name: string, options: DataOption, terminal: Terminal): Promise<void> {
  for (const file of await writePlugin(folderOf(options, terminal), name)) terminal.out(`wrote ${file}\n`);
  terminal.out(`Next: sluice plugin test ${name}\n`);
}

/** Node's own test runner, in the plugin's folder; its words are passed on. */
async function test(name: string, options: DataOption, terminal: Terminal): Promise<void> {
  const folder = folderOf(options, terminal);
  const found = (await findPlugins(folder)).find((path) => path === resolve(folder, name));
  if (!found) throw new AppError("resource.not-found", { values: { what: `plugin ${join(folder, name)}` } });
  await linkPluginSdk(folder);
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const child = spawn(process.execPath, ["--test"], { cwd: found, env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (text: Buffer) => terminal.out(text.toString("utf8")));
  child.stderr.on("data", (text: Buffer) => terminal.error(text.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  if (code !== 0) terminal.exitCode = 1;
}

async function list(options: DataOption, terminal: Terminal): Promise<void> {
  const folder = folderOf(options, terminal);
  const own = await findPlugins(folder);
  if (own.length === 0) return terminal.out(`No plugins in ${folder}\n`);
  await linkPluginSdk(folder);
  const host = await createPluginHost({
    plugins: own.map((specifier) => ({ specifier, optional: true })),
    logger: silentLogger,
  });
  try {
    for (const { specifier, plugin, fault } of host.stats()) {
      terminal.out(fault === null ? `${plugin}  ${specifier}\n` : `not loaded  ${specifier}: ${fault}\n`);
      if (fault !== null) terminal.exitCode = 1;
    }
    for (const { id, version } of host.actions()) terminal.out(`  ${id}@${version}\n`);
  } finally {
    await host.close(0);
  }
}

export function addPluginCommands(program: Command, terminal: Terminal): void {
  const plugin = program.command("plugin").description("plugins of this house");
  const data = ["--data <folder>", "data folder (SLUICE_DATA)"] as const;
  plugin
    .command("new <name>")
    .description("write a plugin that works, with its test, into the data folder")
    .option(...data)
    .action((name: string, options: DataOption) => create(name, options, terminal));
  plugin
    .command("test <name>")
    .description("run the plugin's tests")
    .option(...data)
    .action((name: string, options: DataOption) => test(name, options, terminal));
  plugin
    .command("list")
    .description("what is in the data folder, and whether it can be loaded")
    .option(...data)
    .action((options: DataOption) => list(options, terminal));
}
