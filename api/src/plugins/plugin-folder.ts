/**
 * The folder of a house's own plugins: each subfolder with a `package.json` is one. They import the SDK and its schema
 * library by name although nothing is installed there: links beside them lead to the ones that this server runs.
 */
import { mkdir, readdir, readlink, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const here = createRequire(import.meta.url);

/** Where a package's own folder is, from the path of its entry. */
async function packageFolder(entry: string, name: string): Promise<string> {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if ((await exists(manifest)) && (here(manifest) as { name?: string }).name === name) return folder;
  }
  throw new Error(`no package.json of ${name} above ${entry}`);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function link(from: string, to: string): Promise<void> {
  if ((await readlink(from).catch(() => null)) === to) return;
  await mkdir(dirname(from), { recursive: true });
  await rm(from, { recursive: true, force: true });
  await symlink(to, from, "junction").catch(async (error: unknown) => {
    // Another plugin was saved, or a command run, at the same moment: what it has made is as good.
    if ((await readlink(from).catch(() => null)) !== to) throw error;
  });
}

/** Makes `@sluice/plugin-sdk` and `typebox` importable for everything below `folder`. */
export async function linkPluginSdk(folder: string): Promise<void> {
  const sdkEntry = here.resolve("@sluice/plugin-sdk");
  const sdk = await packageFolder(sdkEntry, "@sluice/plugin-sdk");
  const typebox = await packageFolder(createRequire(sdkEntry).resolve("typebox"), "typebox");
  await link(join(folder, "node_modules", "@sluice", "plugin-sdk"), sdk);
  await link(join(folder, "node_modules", "typebox"), typebox);
}

/** The whole paths of the plugins in `folder`, by name; none when there is no such folder. */
export async function findPlugins(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
  const found: string[] = [];
  for (const { name } of folders)
    if (await exists(join(folder, name, "package.json"))) found.push(resolve(folder, name));
  return found.sort();
}
