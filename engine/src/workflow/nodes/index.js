import { action } from "./action/index.js";
import { branch } from "./branch/index.js";
import { classify } from "./classify/index.js";
import { end } from "./end/index.js";
import { reply } from "./reply/index.js";
import { route } from "./route/index.js";
import { sla } from "./sla/index.js";
import { task } from "./task/index.js";
import { trigger } from "./trigger/index.js";
import { update } from "./update/index.js";
import { wait } from "./wait/index.js";

const kinds = [trigger, classify, sla, route, branch, update, action, reply, task, wait, end];
/** Kind id → kind, in palette order. */
export const nodeKinds = new Map(kinds.map((kind) => [kind.definition.kind, kind]));
//# sourceMappingURL=index.js.map
