/** route: asks a routing policy for an agent; goes on at once, by whether somebody or a pool has the ticket. */
import { Key, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { defineNodeKind, type NodeFailure } from "../../node-kind.ts";

const assignedPort = { id: "assigned", label: { zh: "已分配", en: "Assigned" } };
const pooledPort = { id: "pooled", label: { zh: "进入领取池", en: "Pooled" } };

const Config = Type.Object(
  {
    policy: Type.String({
      ...Key,
      ...labelled("分配策略", "Routing policy", { widget: "document:routing" }),
    }),
  },
  strict,
);

/** A route node that has nowhere to go holds its own run; the ticket and its other workflows go on. */
const notPublished = (policy: string): NodeFailure => ({
  code: "definition.missing",
  message: `routing policy "${policy}" is not published`,
  details: { policy },
});

export const route = defineNodeKind<Static<typeof Config>>({
  definition: {
    kind: "route",
    label: { zh: "分配", en: "Route" },
    description: {
      zh: "按分配策略找到客服，或放入领取池",
      en: "Finds an agent by a routing policy, or a pool",
    },
    icon: "partition",
    family: "people",
    hasInput: true,
    ports: [assignedPort, pooledPort],
    config: Config,
  },
  example: { policy: "default" },
  ports: () => [assignedPort, pooledPort],
  needsTicket: () => true,
  compile: (config) => ({
    enter: (context) => {
      const { run, token, definitions, now } = context;
      if (context.ticketless)
        return { fail: { code: "run.no-ticket", message: "there is no ticket to assign" } };
      if (!definitions.routing(config.policy, now)) return { fail: notPublished(config.policy) };
      context.emit({ type: "route", policy: config.policy, run: run.id, token: token.id });
      return { wait: { type: "route" } };
    },
    wake: (_context, wakeup) =>
      wakeup.type === "routed" ? { go: wakeup.port } : { wait: { type: "route" } },
  }),
});
