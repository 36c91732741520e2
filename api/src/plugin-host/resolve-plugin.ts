/** From what an operator writes (a package name, a file or a folder) to the URL that the child process imports. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PluginHostError } from "./errors.ts";

const here = createRequire(import.meta.url);

const toPath = (specifier: string, baseDir: string): string | null => {
  if (specifier.startsWith("file:")) return fileURLToPath(specifier);
  return isAbsolute(specifier) || /^\.\.?[/\\]/.test(specifier) ? resolve(baseDir, specifier) : null;
};

/** A folder is a package: its own `exports` or `main` say what to import, else `index.js`. */
function folderEntry(folder: string): string {
  const inside = createRequire(join(folder, "package.json"));
  const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: string };
  try {
    return inside.resolve(name ?? folder);
  } catch {
    return inside.resolve(folder);
  }
}

/** A package is looked for beside the operator's folder first, then among the server's own. */
function packageEntry(specifier: string, baseDir: string): string {
  try {
    return createRequire(join(baseDir, "package.json")).resolve(specifier);
  } catch {
    return here.resolve(specifier);
  }
}

/**
 * The plugin's URL.
 * @throws PluginHostError `plugin.unresolvable` when nothing is there.
 */
export function resolvePlugin(specifier: string, baseDir: string): string {
  try {
    const path = toPath(specifier, baseDir);
    if (path === null) return pathToFileURL(packageEntry(specifier, baseDir)).href;
    return pathToFileURL(statSync(path).isDirectory() ? folderEntry(path) : path).href;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new PluginHostError(
      "plugin.unresolvable",
      `Cannot find the plugin ${specifier}: ${reason}`,
      specifier,
      cause,
    );
  }
}

/** The program that every child process runs. */
export const childProgram = (): string => here.resolve("@sluice/plugin-sdk/child");
