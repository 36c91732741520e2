/** Every node kind, by its folder's name; a test compares this list with the folder. */
import type { AnyNodeKind } from "../node-kind.ts";
import { action } from "./action/index.ts";
import { branch } from "./branch/index.ts";
import { classify } from "./classify/index.ts";
import { end } from "./end/index.ts";
import { foreach } from "./foreach/index.ts";
import { join } from "./join/index.ts";
import { parallel } from "./parallel/index.ts";
import { reply } from "./reply/index.ts";
import { route } from "./route/index.ts";
import { script } from "./script/index.ts";
import { sla } from "./sla/index.ts";
import { subflow } from "./subflow/index.ts";
import { survey } from "./survey/index.ts";
import { task } from "./task/index.ts";
import { trigger } from "./trigger/index.ts";
import { update } from "./update/index.ts";
import { wait } from "./wait/index.ts";

const kinds = [
  trigger,
  classify,
  sla,
  route,
  branch,
  update,
  action,
  reply,
  task,
  wait,
  parallel,
  join,
  foreach,
  subflow,
  script,
  survey,
  end,
];

/** Kind id → kind, in palette order. */
export const nodeKinds: ReadonlyMap<string, AnyNodeKind> = new Map(
  kinds.map((kind) => [kind.definition.kind, kind as unknown as AnyNodeKind]),
);
