/** Workflows for the browser to draw on, and what has become of them on the server. */
import type { PageServer } from "./server.ts";

export interface DrawnWorkflow {
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly name?: string;
    readonly position?: { readonly x: number; readonly y: number };
    readonly config: Readonly<Record<string, unknown>>;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly sourcePort: string;
    readonly target: string;
  }[];
  readonly notes?: readonly { readonly text: string }[];
  readonly groups?: readonly { readonly nodes: readonly string[] }[];
}

const fresh = (key: string) => ({
  kind: "workflow",
  key,
  name: key,
  formatVersion: 1,
  spec: {
    nodes: [
      {
        id: "n1",
        type: "trigger",
        name: "新工单",
        position: { x: 0, y: 0 },
        config: { on: "ticket.created" },
      },
      { id: "n2", type: "end", name: "结束", position: { x: 280, y: 0 }, config: {} },
    ],
    edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
  },
});

/** Stores a draft: a trigger and an end, joined. Answers with its key. */
export async function createWorkflow(server: PageServer, key: string): Promise<string> {
  await server.api("PUT", `/documents/workflow/${key}/draft`, fresh(key));
  return key;
}

/** What the server holds as the draft's drawing. */
export const draftOf = async (server: PageServer, key: string): Promise<DrawnWorkflow> =>
  (await server.api("GET", `/documents/workflow/${key}/draft`)).spec;
