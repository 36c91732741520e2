/** Documents of the crash house in few words. */
import type { AnyDocument, Json } from "@sluice/schemas";

/** A document whose name is its key. */
export const document = (kind: AnyDocument["kind"], key: string, spec: object): AnyDocument =>
  ({ kind, key, name: key, description: "", formatVersion: 1, spec }) as AnyDocument;

type Node = { readonly id: string; readonly type: string; readonly config: Json };
type Edge = {
  readonly id: string;
  readonly source: string;
  readonly sourcePort: string;
  readonly target: string;
};

/** One node, by its kind. */
export const node = (id: string, type: string, config: Json): Node => ({ id, type, config });

const edge = (source: string, sourcePort: string, target: string): Edge => ({
  id: `${source}.${sourcePort}`,
  source,
  sourcePort,
  target,
});

/** Edges from lines of `source.port>target`. */
export const edges = (...lines: readonly string[]): readonly Edge[] =>
  lines.map((line) => {
    const [, source = "", port = "", target = ""] = /^(.+)\.(.+)>(.+)$/.exec(line) ?? [];
    return edge(source, port, target);
  });

/** An action that tells the sink at `url` which node of what it is; `about` is the same for one effect only. */
export const call = (id: string, url: string, about = "{{ ticket.id }}"): Node =>
  node(id, "action", {
    action: "http.request",
    version: "1",
    input: { method: "POST", url, body: { about, node: id } },
    timeout: "PT5S",
    retry: { maxAttempts: 50, backoff: "exponential", initial: "PT0.1S", max: "PT1S" },
  });

/** A workflow; nodes that nothing leads away from end their token. */
export const workflow = (
  key: string,
  nodes: readonly Node[],
  lines: readonly string[],
  more: object = {},
): AnyDocument => document("workflow", key, { ...more, nodes, edges: edges(...lines) });
