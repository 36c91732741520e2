/** `@sluice/engine`: the pure decision engine. Nothing here does I/O, reads a clock or draws randomness. */

export {
  type CampaignEdge,
  type CampaignsInForce,
  campaignEdges,
  campaignsInForce,
  compileCampaign,
} from "./campaign/in-force.ts";
export { catalog } from "./catalog.ts";
export { type CheckOptions, checkDocument } from "./check/check-document.ts";
export { CheckMemory } from "./check/check-memory.ts";
export { compileDefinitions, type DefinitionsInput } from "./definitions/compile.ts";
export type { Definitions, Holds, People, PublishedDocument } from "./definitions/definitions.ts";
export { FactsNeeded } from "./definitions/facts-needed.ts";
export { EngineError, type EngineErrorCode, engineErrorCodes } from "./errors.ts";
export { conditionPlacesOf } from "./lint/condition-places.ts";
export { type LintOptions, lint } from "./lint/lint.ts";
export type { ConditionPlace } from "./lint/rule.ts";
export { isIdleSweep } from "./process/idle-sweep.ts";
export { type ProcessInput, type ProcessResult, processEvent } from "./process/process-event.ts";
export { earliestDue, policyFor, toRoutingRequest } from "./process/routing-request.ts";
export { type Assignable, nextAssignable, orphans } from "./routing/drain.ts";
export { type Footprint, stillHolds, takeOver, WatchedLoad } from "./routing/footprint.ts";
export {
  type AgentLoad,
  createLoadState,
  emptySnapshot,
  type LoadChanges,
  type LoadSnapshot,
  type LoadState,
  type QueueEntry,
} from "./routing/load-state.ts";
export { type CompiledRouting, compileRouting } from "./routing/policy.ts";
export type { Placement, RoutingRequest } from "./routing/request.ts";
export type { RouteTrace } from "./routing/routes.ts";
export type { RoutingStrategy } from "./routing/strategy.ts";
export { builtInStrategies } from "./routing/strategy-list.ts";
export type { GroupMember, GroupView, RouteOutline, StepOutline } from "./routing/views.ts";
export {
  type Classification,
  type ClassificationContext,
  type ClassificationOptions,
  type CompiledClassification,
  compileClassification,
} from "./rules/classification.ts";
export { type CompiledConditions, type ConditionOptions, compileConditions } from "./rules/conditions.ts";
export { builtInFacts } from "./rules/facts/built-in.ts";
export type { Operator } from "./rules/operator.ts";
export { builtInOperators } from "./rules/operator-list.ts";
export { normaliseText } from "./rules/text/normalise.ts";
export {
  type ClockMove,
  crossCampaignEdge,
  followCalendar,
  followPolicy,
  isOpenClock,
  type MovedClocks,
} from "./simulate/clock-moves.ts";
export { incomingFacts } from "./simulate/incoming.ts";
export {
  type OldestTask,
  type SimulatedCustomer,
  type SimulatedEvent,
  type SimulatedStep,
  type SimulateInput,
  type SimulateResult,
  simulate,
} from "./simulate/simulate.ts";
export { type CalendarDay, calendarDays } from "./sla/calendar/calendar-days.ts";
export { checkCalendar } from "./sla/calendar/check-calendar.ts";
export { builtInHolidays, holidaysUntil, statutoryDataUntil } from "./sla/calendar/statutory.ts";
export { createZone, startOfDay, type Zone } from "./sla/calendar/zone.ts";
export {
  type CompiledCalendar,
  calendar24x7,
  calendar24x7Key,
  compileCalendar,
  neverDue,
} from "./sla/calendar.ts";
export { type SlaClock, type SlaClockInput, slaClock } from "./sla/clock.ts";
export { type ClockPreview, type ClockPreviewInput, clockPreview } from "./sla/clocks/preview.ts";
export { type ClockView, clockView } from "./sla/clocks/view.ts";
export { checkDuration, formatDuration, parseDuration } from "./sla/duration.ts";
export { type SlaMetricKind, slaMetricKind } from "./sla/metrics/index.ts";
export { scaledTarget, type TargetSource, targetSource } from "./sla/policy/cell-source.ts";
export { type OverlaidSource, overlaidSource } from "./sla/policy/overlay-source.ts";
export type {
  CancelJobEffect,
  CloseIncidentEffect,
  Effect,
  IncidentEffect,
  JobEffect,
  LogEntry,
  MessageEffect,
  NotifyEffect,
  RetryPolicy,
  RouteEffect,
  SurveyEffect,
} from "./state/effects.ts";
export type {
  Actor,
  EventBody,
  EventType,
  Facts,
  NewTicket,
  Origin,
  TicketChanges,
  TicketEvent,
} from "./state/events.ts";
export type {
  ClockSegment,
  ClockState,
  RoutingPosition,
  RunState,
  RunToken,
  TaskState,
  TicketRecord,
  TicketState,
  TokenWait,
} from "./state/ticket-state.ts";
export { nextDueAt } from "./step/due.ts";
export type { NodeVisit } from "./step/node-trace.ts";
export { type StepOptions, type StepResult, step } from "./step/step.ts";
export { ticketFacts } from "./step/ticket-facts.ts";
export { compileTemplate } from "./templates/template.ts";
export { checkTemplate, templateNames } from "./templates/template-names.ts";
export { isDone } from "./ticket/apply-changes.ts";
export type { CompiledTrigger, CompiledWorkflow } from "./workflow/compile-workflow.ts";
export { type Migration, migrateRun, type NodeMapping, type UnmappedNode } from "./workflow/migrate-run.ts";
export { nodeKinds } from "./workflow/nodes/index.ts";
export { scriptAction } from "./workflow/nodes/script/index.ts";
export { surveyLink } from "./workflow/nodes/survey/index.ts";
export { type Firing, fireSchedule, nextDue, type ScheduleSpec } from "./workflow/schedule.ts";
export { toTemplateScope } from "./workflow/template-scope.ts";
export { type TriggerEvent, triggerEvents } from "./workflow/trigger-events.ts";
