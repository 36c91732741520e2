/** `@sluice/plugin-sdk`: declare an action in one file, test it, and what the plugin host needs to run it. */
export { type FormAnnotations, type FormHints, labelled } from "@sluice/schemas";
export {
  type Action,
  type ActionDeclaration,
  type ActionSample,
  defineAction,
  type RateLimit,
  type RetryPolicy,
} from "./action.ts";
export type { ActionContext, ActionFetch, ActionLog } from "./context.ts";
export { durationMs } from "./duration.ts";
export {
  ActionError,
  type ActionErrorOptions,
  DeclarationError,
  type DeclarationFault,
  isActionError,
} from "./errors.ts";
export { toPlugin } from "./load-plugin.ts";
export {
  type ActionManifest,
  definePlugin,
  type Plugin,
  type PluginDeclaration,
  type PluginManifest,
  pluginManifest,
} from "./plugin.ts";
export { type ChildMessage, type HostMessage, type LogLevel, protocolFd } from "./protocol.ts";
export { type ActionCall, type ActionFailure, type ActionResult, runAction } from "./run-action.ts";
export {
  type ActionCheck,
  type ActionReport,
  type TestActionOptions,
  testAction,
} from "./test-action.ts";
