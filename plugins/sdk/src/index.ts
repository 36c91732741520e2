/** `@sluice/plugin-sdk`: declare actions, facts, channels and strategies in one file, test them, and what the plugin host needs to run them. */
export { type FormAnnotations, type FormHints, labelled } from "@sluice/schemas";
export {
  type Action,
  type ActionDeclaration,
  type ActionSample,
  defineAction,
  type RateLimit,
  type RetryPolicy,
} from "./action.ts";
export {
  type Channel,
  type ChannelDeclaration,
  type Deliver,
  defineChannel,
  Inbound,
  InboundMessage,
  InboundRequest,
  type ListenContext,
  OutboundMessage,
  receiveCall,
  sendCall,
} from "./channel.ts";
export { configCall } from "./config-check.ts";
export {
  type ActionContext,
  type ActionFetch,
  type ActionLog,
  type Progress,
  type ReportProgress,
  toProgress,
} from "./context.ts";
export { durationMs } from "./duration.ts";
export {
  ActionError,
  type ActionErrorOptions,
  DeclarationError,
  type DeclarationFault,
  isActionError,
} from "./errors.ts";
export { defineFact, type Fact, type FactDeclaration, type FactSample, factCall } from "./fact.ts";
export { type JsonAnswer, type JsonRequest, requestJson } from "./http-json.ts";
export { toPlugin } from "./load-plugin.ts";
export {
  type ActionManifest,
  type ChannelManifest,
  callsOf,
  definePlugin,
  type FactManifest,
  type Plugin,
  type PluginDeclaration,
  type PluginManifest,
  pluginManifest,
  type StrategyManifest,
} from "./plugin.ts";
export { type ChildMessage, type HostMessage, type LogLevel, protocolFd } from "./protocol.ts";
export { type ActionCall, type ActionFailure, type ActionResult, runAction } from "./run-action.ts";
export { isSignedRequest, replayWindowMs, signatureHeaders } from "./signed-request.ts";
export {
  defineStrategy,
  type Strategy,
  type StrategyDeclaration,
} from "./strategy.ts";
export {
  type ActionCheck,
  type ActionReport,
  type TestActionOptions,
  testAction,
} from "./test-action.ts";
