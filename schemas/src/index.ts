/** `@sluice/schemas`: what is stored and sent, and how unknown input becomes it. */
export {
  type ActionDefinition,
  type CandidateProperty,
  type Catalog,
  candidateProperties,
  type DeclaredStrategyDefinition,
  type FactDefinition,
  type FactType,
  type NodeFamily,
  type NodeKindDefinition,
  type OperatorDefinition,
  type PortDefinition,
  type StrategyDefinition,
  type StrategyPreference,
} from "./catalog.ts";
export { checkCondition } from "./check-condition.ts";
export {
  type Condition,
  type ConditionLeaf,
  ConditionRef,
  conditionJsonSchema,
  conditionLimits,
  type FactReference,
} from "./conditions.ts";
export type {
  AgentConsidered,
  ClassificationDecision,
  ClockDecision,
  ConditionTrace,
  Decision,
  LeafTrace,
  MatchedRule,
  OverlayRef,
  RevisionRef,
  RoutingDecision,
  RoutingOutcome,
  SkipGround,
  SkipReason,
  SlaDecision,
  SlaTarget,
  TextMatch,
  Truth,
} from "./decisions.ts";
export { diffJson, type JsonChange } from "./diff-json.ts";
export { CalendarSpec, type DayHours, SpecialDay, type Weekday, weekdays } from "./documents/calendar.ts";
export {
  type Announcement,
  CampaignPhase,
  CampaignSpec,
  type ClassificationOverlay,
  EdgePolicy,
  type RoutingOverlay,
  type SlaOverlay,
} from "./documents/campaign.ts";
export { ClassificationOutcome, ClassificationRule, ClassificationSpec } from "./documents/classification.ts";
export {
  type AnyDocument,
  type DocumentKind,
  documentKinds,
  documentSchemas,
  formatVersion,
  isDocumentKind,
  type SluiceDocument,
  type SpecOf,
  specSchemas,
} from "./documents/document.ts";
export {
  GroupStep,
  Pool,
  PoolStep,
  Route,
  RoutingSpec,
  type RoutingStep,
  SkillNeed,
  StickyStep,
} from "./documents/routing.ts";
export { SegmentSpec } from "./documents/segment.ts";
export {
  reminderAtPattern,
  ScaleTable,
  SlaReminder,
  SlaSpec,
  SlaTier,
  TargetCells,
  TargetTable,
} from "./documents/sla.ts";
export {
  Position,
  variableNamePattern,
  WorkflowEdge,
  WorkflowNode,
  WorkflowSpec,
  WorkflowVariable,
} from "./documents/workflow.ts";
export {
  asErrors,
  type Finding,
  type FindingFix,
  finding,
  type PatchStep,
  type Severity,
  severities,
} from "./finding.ts";
export { type FixCode, fixTexts } from "./fix-texts.ts";
export {
  choices,
  type FormAnnotations,
  type FormChoice,
  type FormHints,
  type FormShownIf,
  labelled,
} from "./form-annotations.ts";
export { Holiday, HolidayDays } from "./holidays.ts";
export { conditionsOf, isTooDeep, maxJsonDepth, type Parsed, parseDocument, parseValue } from "./parse.ts";
export { applyPatch } from "./patch.ts";
export {
  Agent,
  type CapacityKind,
  capacityKinds,
  Group,
  Presence,
  presences,
  Shift,
  Skill,
} from "./people.ts";
export {
  Author,
  authors,
  Duration,
  Instant,
  Json,
  Key,
  Label,
  LocalTime,
  Priority,
  priorities,
  SlaMetric,
  slaMetrics,
  strict,
  TicketStatus,
  ticketStatuses,
} from "./primitives.ts";
export { type Problem, type ProblemCode, problem } from "./problem.ts";
export { problemTexts } from "./problem-texts.ts";
export { type JsonSchema, type PublishedKind, publishedKinds, publishedSchema } from "./published-schema.ts";
export { Category, Channel, fieldTypes, type Settings, Shop, TicketField, Workspace } from "./settings.ts";
export { CustomerInput, Message, MessageInput, OrderInput, TicketInput } from "./ticket.ts";
