/** A house's own plugin, as its author would save it into the data folder, and a workflow that calls it. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnyDocument } from "@sluice/schemas";
import { vi } from "vitest";
import type { TestServer } from "./server.ts";

/** Writes `<data>/plugins/<name>/`; `source` is its `index.js`. */
export async function writePlugin(dataDir: string, name: string, source: string): Promise<void> {
  const folder = join(dataDir, "plugins", name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name, type: "module", exports: "./index.js" }),
  );
  await writeFile(join(folder, "index.js"), source);
}

/** Resolves once the action is in the palette. */
export const untilOffered = (server: TestServer, action: string): Promise<unknown> =>
  vi.waitUntil(
    async () => {
      const { actions } = await server.must("GET", "/catalog");
      return actions.some(({ id }: { id: string }) => id === action);
    },
    { timeout: 60_000, interval: 100 },
  );

const start = { x: 0, y: 0 };

/** A workflow that calls an action for every new ticket that `when` fits. */
export const callingWorkflow = (key: string, config: object, when?: object): AnyDocument =>
  ({
    kind: "workflow",
    key,
    name: key,
    formatVersion: 1,
    spec: {
      nodes: [
        {
          ...{ id: "n1", type: "trigger", position: start },
          config: { on: "ticket.created", ...(when ? { when } : {}) },
        },
        { id: "n2", type: "action", position: start, config },
      ],
      edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
    },
  }) as unknown as AnyDocument;
