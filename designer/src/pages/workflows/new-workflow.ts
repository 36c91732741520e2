/** What a new workflow begins with: a trigger and an end, joined, so that it can be published and run as it is. */
import type { SluiceDocument } from "@sluice/schemas";
import type { TFunction } from "i18next";

export const newWorkflow =
  (t: TFunction) =>
  (key: string, name: string): SluiceDocument<"workflow"> => ({
    kind: "workflow",
    key,
    name,
    formatVersion: 1,
    spec: {
      concurrency: "skip",
      nodes: [
        {
          id: "n1",
          type: "trigger",
          name: t("workflow.start.newTicket"),
          position: { x: 0, y: 0 },
          config: { on: "ticket.created" },
        },
        {
          id: "n2",
          type: "end",
          name: t("workflow.start.end"),
          position: { x: 280, y: 0 },
          config: {},
        },
      ],
      edges: [{ id: "e1", source: "n1", sourcePort: "out", target: "n2" }],
    },
  });
