/** What the runtime is put together from. */
import type { FastifyBaseLogger } from "fastify";
import type { Clock } from "../clock.ts";
import type { Database, Queryable } from "../database/database.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";
import type { CheckResult } from "../reference-check/background-check.ts";
import type { Evaluator } from "../reference-check/checked-rulesets.ts";
import type { SurveyLinks } from "../surveys/survey-links.ts";
import type { CommittedBatch } from "./dispatcher.ts";
import type { News } from "./follower.ts";

export interface RuntimeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly plugins: Pick<PluginHost, "run" | "actions" | "channels" | "facts" | "strategies">;
  /** Takes over what other processes have set for plugins. */
  readonly followPlugins?: (db: Queryable) => Promise<void>;
  readonly logger: Pick<FastifyBaseLogger, "error" | "info">;
  /** Told after each commit, for the event stream and the figures. */
  readonly onCommitted?: (batch: CommittedBatch) => void;
  readonly onTimer?: (lateMs: number) => void;
  /** Where customers answer surveys; without it they have no link. */
  readonly surveyLinks?: SurveyLinks;
  /** What pages are told besides commits: what running jobs say, and what other processes told theirs. */
  readonly onNews?: (news: readonly News[]) => void;
  /** Whether any page of this process listens. */
  readonly isHeard?: () => boolean;
  /** Told of each check of a live decision against json-rules-engine. */
  readonly onReferenceCheck?: (result: CheckResult) => void;
  /** Told of incidents that no ticket event raised. */
  readonly onIncident?: (id: string) => void;
  /** What makes rulesets ready; the engine's own by default. */
  readonly evaluate?: Evaluator;
}
