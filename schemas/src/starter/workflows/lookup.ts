/**
 * Calls to the house's own systems. Nothing is configured on the first evening, so every call stands
 * behind a branch on a variable that holds its URL: empty = the call is left out, no incident.
 * To switch one on, put the URL into the variable's default and publish.
 */
import type { WorkflowNode } from "../../documents/workflow.ts";
import type { Json } from "../../primitives.ts";
import { type Link, node } from "./graph.ts";

interface Lookup {
  /** Prefix of the two node ids. */
  readonly id: string;
  readonly name: string;
  /** The variable with the URL, and the one that takes the answer. */
  readonly urlVariable: string;
  readonly saveAs: string;
  readonly method: "GET" | "POST";
  readonly data: { readonly [name: string]: Json };
  readonly cell: readonly [column: number, row: number];
  /** Where to go on, with or without an answer. */
  readonly next: string;
}

const retry = { maxAttempts: 5, backoff: "exponential", initial: "PT1S", max: "PT5M" };

/** The branch and the call, as nodes. A failed call goes on too: the people after it can still decide. */
export const lookupNodes = (lookup: Lookup): WorkflowNode[] => {
  const { id, name, urlVariable, saveAs, method, data, cell } = lookup;
  const [column, row] = cell;
  return [
    node(`${id}-ready`, "branch", `${name}：已配置？`, cell, {
      branches: [
        {
          id: "ready",
          name: "已配置地址",
          when: { fact: `vars.${urlVariable}`, operator: "isPresent", value: true },
        },
      ],
    }),
    node(id, "action", name, [column + 1, row + 1], {
      action: "http.request",
      version: "1",
      input: {
        method,
        url: `{{ vars.${urlVariable} }}`,
        ...(method === "GET" ? { query: { ...data } } : { body: { ...data } }),
      },
      saveAs,
      timeout: "PT10S",
      retry,
    }),
  ];
};

/** The edges of the branch and the call. */
export const lookupLinks = ({ id, next }: Lookup): readonly Link[] => [
  [`${id}-ready`, "ready", id],
  [`${id}-ready`, "else", next],
  [id, "ok", next],
  [id, "error", next],
];

export type { Lookup };
