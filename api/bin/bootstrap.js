/**
 * What stands between a fresh checkout and running code: dependencies and build.
 * Plain JavaScript without dependencies, as it runs before any are there. Also used by the test command.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const at = (path) => join(root, path);
const manifest = () => JSON.parse(readFileSync(at("package.json"), "utf8"));

/** A failure that is told in one line, without a stack. */
export class BootstrapError extends Error {}

/** Throws unless this Node.js is one that the project runs on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits)
    throw new BootstrapError(`Node.js ${manifest().engines.node} is needed; this is ${process.version}.`);
}

/** Runs the pnpm that the project names, fetched by npx if need be. Throws when it fails. */
export function pnpm(args, options = {}) {
  const version = manifest().packageManager.replace("pnpm@", "");
  const command = process.platform === "win32" ? "npx.cmd" : "npx";
  const result = spawnSync(command, ["-y", `pnpm@${version}`, ...args], {
    cwd: root,
    // Standard output belongs to the command that is being prepared.
    stdio: ["inherit", 2, 2],
    shell: process.platform === "win32",
    ...options,
  });
  if (result.error) throw new BootstrapError(`npx cannot be run (${result.error.message}): install npm.`);
  if (result.status !== 0)
    throw new BootstrapError(`pnpm ${args.join(" ")} failed; its own message is above.`);
}

const hashOf = (texts) =>
  texts.reduce((hash, text) => hash.update(text).update("\0"), createHash("sha256")).digest("hex");

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** True when the native database driver loads; a prebuilt binary is fetched where there is one, else it is compiled. */
function driverLoads() {
  const script = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ["-e", script], { cwd: at("api"), stdio: "ignore" }).status === 0;
}

const installStamp = () => at("node_modules/.sluice-installed");

/** The stamp holds for this lockfile and this Node.js: native modules belong to one of its versions. */
const wantedInstall = () => hashOf([read(at("pnpm-lock.yaml")), process.versions.modules, process.arch]);

/** Installs the dependencies unless those of this lockfile are there. */
export function ensureInstalled() {
  requireNode();
  const wanted = wantedInstall();
  if (read(installStamp()) === wanted) return;
  console.error("Installing dependencies …");
  pnpm(["install", "--frozen-lockfile"]);
  if (!driverLoads()) pnpm(["rebuild", "better-sqlite3"]);
  if (!driverLoads())
    throw new BootstrapError(
      "The database driver better-sqlite3 could not be built: install Python 3 and a C++ compiler " +
        "(Debian: apt-get install python3 make g++; macOS: xcode-select --install), then start again.",
    );
  writeFileSync(installStamp(), wanted);
}

const packages = () => [
  "schemas",
  "engine",
  ...readdirSync(at("plugins")).map((name) => `plugins/${name}`),
  "api",
  "designer",
];

const skipped = new Set(["node_modules", "dist", "bin"]);
const isSource = (name) => /\.(?:[cm]?[jt]sx?|json|css|html|svg)$/.test(name) && !/\.test\.tsx?$/.test(name);

function sourcesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesBelow(path);
      return isSource(entry.name) ? [path] : [];
    });
}

/** Contents, not times: a checkout that touches files does not mean a build. */
function wantedBuild() {
  const files = [
    ...packages().flatMap((name) => sourcesBelow(at(name))),
    at("tsconfig.json"),
    at("pnpm-lock.yaml"),
  ];
  return hashOf(files.flatMap((file) => [relative(root, file), read(file)]));
}

const buildStamp = () => at("api/dist/.sluice-built");
const outputs = [
  "schemas/dist/index.js",
  "engine/dist/index.js",
  "api/dist/cli/main.js",
  "designer/dist/app/index.html",
];

/** Builds every package unless the build is of these sources. */
export function ensureBuilt() {
  const wanted = wantedBuild();
  if (read(buildStamp()) === wanted && outputs.every((path) => existsSync(at(path)))) return;
  console.error("Building …");
  pnpm(["run", "build"]);
  mkdirSync(dirname(buildStamp()), { recursive: true });
  writeFileSync(buildStamp(), wanted);
}

/** Runs `work` and ends the process: with its answer as exit code, or with one line and 1. */
export async function runToExit(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof BootstrapError ? `sluice: ${error.message}` : error);
    process.exitCode = 1;
  }
}
