/** end: ends the run; whatever else in it still waits is cancelled. */
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { defineNodeKind } from "../../node-kind.js";
export const end = defineNodeKind({
  definition: {
    kind: "end",
    label: { zh: "结束", en: "End" },
    description: { zh: "结束这次流程", en: "Ends the run" },
    icon: "stop",
    family: "control",
    hasInput: true,
    ports: [],
    config: Type.Object({}, strict),
  },
  example: {},
  ports: () => [],
  compile: () => ({ enter: () => ({ end: true }) }),
});
//# sourceMappingURL=index.js.map
