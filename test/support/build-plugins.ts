/** Plugins run in child processes and the reference in a thread, both from built code: a test that starts a server brings the build up to date first. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Type errors are the type check's business; `tsc` says 2 when it built in spite of some. */
const built = [0, 2];

let done = false;

/** Builds the server with the plugins that come with it, once per process; fast when nothing has changed. */
export function buildPlugins(): void {
  if (done) return;
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const compiler = createRequire(join(root, "package.json")).resolve("typescript/package.json");
  const tsc = join(dirname(compiler), "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-b", "plugins/http", "api"], {
    cwd: root,
    encoding: "utf8",
  });
  if (!built.includes(status ?? -1)) throw new Error(`the server cannot be built: ${stdout}`);
  done = true;
}
