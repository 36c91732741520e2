/**
 * What is done to a campaign on the day: start it now, extend it, end it, cancel it. Each is one transaction with its
 * audit entry, and publishes a revision as the ordinary publishing does, so that the runtime's timers follow.
 */
import type { AnyDocument, CampaignSpec } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { saveDocument } from "../database/repositories/documents.ts";
import { requireDocument, requireMatch } from "../documents/drafts.ts";
import { liveDocuments, type PublishOrder, publishAll, refuseFaulty } from "../documents/publish.ts";
import { AppError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import {
  type Base,
  type Campaign,
  comments,
  liveBase,
  plannedBase,
  plannedComment,
  rowToPublish,
} from "./base.ts";
import { endedAt, extendedTo, isRunning, startedAt, windowMs } from "./windows.ts";

export interface CampaignRequest {
  readonly key: string;
  readonly actor: string;
  readonly ifMatch: string | undefined;
}

export interface ChangedCampaign {
  readonly kind: "campaign";
  readonly key: string;
  readonly revision: number;
  readonly from: string;
  readonly until: string;
  readonly phases: readonly { readonly id: string; readonly from: string; readonly until: string }[];
}

const windowsOf = ({ from, until, phases }: CampaignSpec) => ({
  from,
  until,
  phases: phases.map((phase) => ({ id: phase.id, from: phase.from, until: phase.until })),
});

interface Action {
  readonly name: keyof typeof comments;
  readonly baseOf: (transaction: Transaction, row: DocumentRow) => Promise<Base>;
  /** The campaign's next text; throws what refuses the action. */
  readonly plan: (base: Base, now: number) => CampaignSpec;
}

/** A draft that no revision tells of is published as it was planned first: starting it again begins from there. */
function ordersOf(base: Base, document: Campaign, comment: string, by: { actor: string; at: number }) {
  const order = { apply: "new", actor: by.actor, rollbackOf: null } as const;
  const planned: PublishOrder = {
    ...order,
    row: base.row,
    document: { ...base.document, kind: "campaign" },
    comment: plannedComment,
  };
  const moved: PublishOrder = {
    ...order,
    row: rowToPublish(base, document, by),
    document: { ...document, kind: "campaign" },
    comment,
  };
  return base.isNew ? [planned, moved] : [moved];
}

async function publishChanged(
  context: AppContext,
  { key, actor, ifMatch }: CampaignRequest,
  action: Action,
): Promise<ChangedCampaign> {
  const { changed, changes } = await context.database.writer.run(async (transaction) => {
    const row = await requireDocument(transaction, "campaign", key);
    requireMatch(row, ifMatch);
    const base = await action.baseOf(transaction, row);
    const spec = action.plan(base, context.clock.now());
    const document: Campaign & AnyDocument = { ...base.document, kind: "campaign", spec };
    refuseFaulty(context, [document], await liveDocuments(transaction), "document.invalid", () => "");
    const orders = ordersOf(base, document, comments[action.name], { actor, at: context.wall.now() });
    const done = await publishAll(context, transaction, orders);
    const revision = done.published.at(-1)?.revision ?? 0;
    await appendAudit(transaction, {
      at: context.wall.now(),
      actor,
      action: `campaign.${action.name}`,
      target: `campaign:${key}`,
      before: windowsOf(base.document.spec),
      after: { revision, ...windowsOf(spec) },
    });
    const windows: ChangedCampaign = { kind: "campaign", key, revision, ...windowsOf(spec) };
    return { changed: windows, changes: done.changes };
  });
  if (changes.length > 0) await context.runtime.onPublished(changes);
  return changed;
}

function refuseRunning({ document: { spec } }: Base, now: number): void {
  if (isRunning(spec, now)) throw new AppError("campaign.running", { values: { until: spec.until } });
}

/** Begins the campaign now, for `length` ms or as long as it was planned. Throws `campaign.running`, `campaign.no-phase`. */
export const startCampaign = (context: AppContext, request: CampaignRequest, length: number | undefined) =>
  publishChanged(context, request, {
    name: "start",
    baseOf: async (transaction, row) => {
      if (row.live_revision !== null) refuseRunning(await liveBase(transaction, row), context.clock.now());
      return plannedBase(transaction, row);
    },
    plan: ({ document: { spec } }, now) => {
      const started = startedAt(spec, now, length);
      if (started === null) throw new AppError("campaign.no-phase");
      return started;
    },
  });

/** Moves the end, of the campaign and of its last phase, to a later instant. Throws `campaign.over`, `campaign.until`. */
export const extendCampaign = (context: AppContext, request: CampaignRequest, until: number) =>
  publishChanged(context, request, {
    name: "extend",
    baseOf: liveBase,
    plan: ({ document: { spec } }, now) => {
      const end = windowMs(spec).until;
      if (end <= now) throw new AppError("campaign.over", { values: { until: spec.until } });
      if (until <= end)
        throw new AppError("campaign.until", {
          values: { until: spec.until },
          errors: [{ path: "/until", code: "campaign.until", message: tooEarly(spec.until) }],
        });
      return extendedTo(spec, until);
    },
  });

const tooEarly = (until: string) => ({
  zh: `新的结束时间必须晚于 ${until}`,
  en: `the new end must be after ${until}`,
});

/** Ends a running campaign now; what it laid over policies is lifted as at its planned end. Throws `campaign.not-running`. */
export const endCampaign = (context: AppContext, request: CampaignRequest) =>
  publishChanged(context, request, {
    name: "end",
    baseOf: liveBase,
    plan: ({ document: { spec } }, now) => {
      if (!isRunning(spec, now)) throw new AppError("campaign.not-running");
      return endedAt(spec, now);
    },
  });

/**
 * Takes the campaign out of live; its draft and revisions stay, and its workflows do not start without it.
 * Phases in force end as at their planned end. Throws `campaign.not-live`.
 */
export async function cancelCampaign(
  context: AppContext,
  { key, actor, ifMatch }: CampaignRequest,
): Promise<void> {
  const changes: PublishedChange[] = [
    { kind: "campaign", key, revision: null, document: null, apply: "new" },
  ];
  await context.database.writer.run(async (transaction) => {
    const row = await requireDocument(transaction, "campaign", key);
    requireMatch(row, ifMatch);
    const { document } = await liveBase(transaction, row);
    await saveDocument(transaction, { ...row, live_revision: null });
    await appendAudit(transaction, {
      at: context.wall.now(),
      actor,
      action: "campaign.cancel",
      target: `campaign:${key}`,
      before: { revision: row.live_revision, ...windowsOf(document.spec) },
    });
    await context.runtime.publishing(transaction, changes);
  });
  await context.runtime.onPublished(changes);
}
