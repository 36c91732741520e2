/** The server and the browser app, built as they are shipped; brought up to date before a browser looks at them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Run from the sources by vitest, or from `dist` by a script: the root is where the workspace is declared. */
function workspaceRoot(folder: string): string {
  return existsSync(join(folder, "pnpm-workspace.yaml")) ? folder : workspaceRoot(dirname(folder));
}

export const root = workspaceRoot(dirname(fileURLToPath(import.meta.url)));

const lock = join(root, "node_modules", ".sluice-e2e-build");

/** Type errors are the type check's business; `tsc` says 2 when it built in spite of some. */
const built = [0, 2];

function run(from: string, packageName: string, bin: string, args: readonly string[], fine = [0]): void {
  const manifest = createRequire(join(root, from, "package.json")).resolve(`${packageName}/package.json`);
  const script = join(dirname(manifest), "bin", bin);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: join(root, from),
    encoding: "utf8",
  });
  if (!fine.includes(status ?? -1)) throw new Error(`${bin} ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

function newestBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestBelow(path) : statSync(path).mtimeMs);
  }, 0);
}

function isAppFresh(): boolean {
  try {
    const app = statSync(join(root, "designer/dist/app/index.html")).mtimeMs;
    return newestBelow(join(root, "designer/src")) <= app;
  } catch {
    // Not built yet.
    return false;
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // Another worker builds, or a worker died while it did.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 180_000) rmdirSync(lock);
    return false;
  }
}

/** Resolves once the build is of these sources; workers take turns, so that none reads a half-written build. */
export async function ensureAppBuilt(): Promise<void> {
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    run("", "typescript", "tsc", ["-b", "api"], built);
    if (!isAppFresh()) run("designer", "vite", "vite.js", ["build", "--logLevel", "error"]);
  } finally {
    rmdirSync(lock);
  }
}
