/** sla: starts the clocks of a policy; on a ticket that has clocks, retargets them. */
import { Key, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const Config = Type.Object(
  { policy: Type.String({ ...Key, ...labelled("SLA 策略", "SLA policy", { widget: "document:sla" }) }) },
  strict,
);

export const sla = defineNodeKind<Static<typeof Config>>({
  definition: {
    kind: "sla",
    label: { zh: "开始计时", en: "Start SLA" },
    description: { zh: "按 SLA 策略开始首响、续响、解决等计时", en: "Starts the clocks of an SLA policy" },
    icon: "clock-circle",
    family: "decision",
    hasInput: true,
    ports: [outPort],
    config: Config,
  },
  example: { policy: "default" },
  ports: () => [outPort],
  needsTicket: () => true,
  compile: (config) => ({
    enter: (context) => {
      context.startSla(config.policy);
      return { go: "out" };
    },
  }),
});
