/** What `sluice plugin new` writes: a plugin that works, with its test, ready to be changed. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import { linkPluginSdk } from "./plugin-folder.ts";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const index = (name: string): string => `// @ts-check
import { ActionError, defineAction, definePlugin } from "@sluice/plugin-sdk";
import { Type } from "typebox";

/** Where the service is; an operator may name another one in the plugin's configuration. */
const service = "https://api.example.com";

export const lookUp = defineAction({
  id: "${name}.look-up",
  version: "1",
  label: { zh: "查询", en: "Look up" },
  description: { zh: "按编号查询状态", en: "Ask for the state of a number" },
  input: Type.Object({ no: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
  output: Type.Object({ state: Type.String() }),
  config: Type.Object({ service: Type.Optional(Type.String()) }, { additionalProperties: false }),
  secrets: ["API_KEY"],
  hosts: ["*"],
  timeout: "PT10S",
  samples: [{ name: "a number that is known", input: { no: "A-1" }, output: { state: "sent" } }],
  async run({ input, config, secrets, http, idempotencyKey }) {
    const url = new URL(\`/things/\${encodeURIComponent(input.no)}\`, config.service ?? service);
    const response = await http(url, {
      headers: { authorization: \`Bearer \${secrets.API_KEY ?? ""}\`, "idempotency-key": idempotencyKey },
    });
    if (response.status === 404)
      throw new ActionError({ code: "${name}.unknown", message: "No such number", retryable: false });
    if (!response.ok)
      throw new ActionError({ code: "${name}.down", message: \`Answered \${response.status}\`, retryable: true });
    const { state } = /** @type {{ state: string }} */ (await response.json());
    return { state };
  },
});

export default definePlugin({
  id: "${name}",
  label: { zh: "${name}", en: "${name}" },
  actions: [lookUp],
});
`;

const test = (name: string): string => `import assert from "node:assert/strict";
import { test } from "node:test";
import { testAction } from "@sluice/plugin-sdk";
import { lookUp } from "./index.js";

/** Stands in for the service. */
const service = async () => Response.json({ state: "sent" });

test("${name}.look-up", async () => {
  const report = await testAction(lookUp, { config: {}, secrets: { API_KEY: "test" }, fetch: service });
  assert.ok(report.passed, JSON.stringify(report.checks, null, 2));
});
`;

const readme = (name: string): string => `# ${name}

\`index.js\` declares what this plugin offers, \`index.test.js\` tries it.

    sluice plugin test ${name}

While a server runs on this data folder (outside production), saving a file loads the plugin again; it is then in the
palette of the workflow designer. What each declaration may say is in the manual of \`@sluice/plugin-sdk\`.
`;

const editor = { compilerOptions: { module: "nodenext", target: "es2023", checkJs: true, strict: true } };

const files = (name: string): Readonly<Record<string, string>> => ({
  "package.json": json({ name, version: "1.0.0", private: true, type: "module", exports: "./index.js" }),
  "index.js": index(name),
  "index.test.js": test(name),
  "jsconfig.json": json(editor),
  "README.md": readme(name),
});

/**
 * Writes a new plugin into `<folder>/<name>` and answers the files written.
 * Throws `request.invalid` for a name that cannot be a plugin's id, `resource.exists` when something is there already.
 */
export async function writePlugin(folder: string, name: string): Promise<readonly string[]> {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(name))
    throw new AppError("request.invalid", { detail: "A plugin's name is lower case, digits and hyphens." });
  const target = join(folder, name);
  await mkdir(folder, { recursive: true });
  await mkdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST")
      throw new AppError("resource.exists", { values: { what: `plugin ${name}` } });
    throw error;
  });
  await linkPluginSdk(folder);
  const written = Object.entries(files(name));
  for (const [file, text] of written) await writeFile(join(target, file), text);
  return written.map(([file]) => join(target, file));
}
