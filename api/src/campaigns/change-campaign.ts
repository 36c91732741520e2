/**
 * What is done to a campaign on the day: start it now, extend it, end it, cancel it. Each is one transaction with its
 * audit entry, and publishes a revision as the ordinary publishing does, so that the runtime's timers follow.
 */
import type { AnyDocument, CampaignSpec, SluiceDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import { findRevision, lastRevision, saveDocument } from "../database/repositories/documents.ts";
import { requireDocument, requireMatch } from "../documents/drafts.ts";
import { liveDocuments, publishAll, refuseFaulty } from "../documents/publish.ts";
import { stableJson } from "../documents/stable-json.ts";
import { AppError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { endedAt, extendedTo, isRunning, startedAt, windowMs } from "./windows.ts";

type Campaign = SluiceDocument<"campaign">;

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

/** The text that an action starts from, and where it stands. */
interface Base {
  readonly row: DocumentRow;
  readonly document: Campaign;
  readonly isLive: boolean;
}

const windowsOf = ({ from, until, phases }: CampaignSpec) => ({
  from,
  until,
  phases: phases.map((phase) => ({ id: phase.id, from: phase.from, until: phase.until })),
});

async function revisionText(transaction: Transaction, row: DocumentRow, revision: number): Promise<string> {
  const found = await findRevision(transaction, row.kind, row.key, revision);
  if (found) return found.document;
  throw new AppError("document.no-draft");
}

/** What is live; where nothing is, the draft, and without one the last revision. */
async function baseOf(transaction: Transaction, row: DocumentRow): Promise<Base> {
  const { live_revision: live, draft, key } = row;
  const isLive = live !== null;
  const text = isLive
    ? await revisionText(transaction, row, live)
    : (draft ?? (await revisionText(transaction, row, await lastRevision(transaction, "campaign", key))));
  return { row, document: JSON.parse(text) as Campaign, isLive };
}

/** A draft that was started from says afterwards what is live. */
function rowToPublish({ row, isLive }: Base, document: Campaign): DocumentRow {
  if (isLive || row.draft === null) return row;
  return { ...row, draft: stableJson(document), draft_version: row.draft_version + 1 };
}

interface Action {
  readonly name: "start" | "extend" | "end";
  /** What the revision's list shows. */
  readonly comment: string;
  /** The campaign's next text; throws what refuses the action. */
  readonly plan: (base: Base, now: number) => CampaignSpec;
}

async function publishChanged(
  context: AppContext,
  { key, actor, ifMatch }: CampaignRequest,
  action: Action,
): Promise<ChangedCampaign> {
  const { changed, changes } = await context.database.writer.run(async (transaction) => {
    const row = await requireDocument(transaction, "campaign", key);
    requireMatch(row, ifMatch);
    const base = await baseOf(transaction, row);
    const spec = action.plan(base, context.clock.now());
    const document: Campaign & AnyDocument = { ...base.document, kind: "campaign", spec };
    refuseFaulty(context, [document], await liveDocuments(transaction), "document.invalid", () => "");
    const order = { document, comment: action.comment, apply: "new" as const, actor, rollbackOf: null };
    const done = await publishAll(context, transaction, [{ ...order, row: rowToPublish(base, document) }]);
    const revision = done.published[0]?.revision ?? 0;
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

function requireLive({ isLive }: Base): void {
  if (!isLive) throw new AppError("campaign.not-live");
}

/** Begins the campaign now, for `length` ms or as long as it was planned. Throws `campaign.running`, `campaign.no-phase`. */
export const startCampaign = (context: AppContext, request: CampaignRequest, length: number | undefined) =>
  publishChanged(context, request, {
    name: "start",
    comment: "启动 · Start",
    plan: ({ document: { spec }, isLive }, now) => {
      if (isLive && isRunning(spec, now))
        throw new AppError("campaign.running", { values: { until: spec.until } });
      const started = startedAt(spec, now, length);
      if (started === null) throw new AppError("campaign.no-phase");
      return started;
    },
  });

/** Moves the end, of the campaign and of its last phase, to a later instant. Throws `campaign.over`, `campaign.until`. */
export const extendCampaign = (context: AppContext, request: CampaignRequest, until: number) =>
  publishChanged(context, request, {
    name: "extend",
    comment: "延长 · Extend",
    plan: (base, now) => {
      requireLive(base);
      const { spec } = base.document;
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
    comment: "结束 · End",
    plan: (base, now) => {
      requireLive(base);
      const { spec } = base.document;
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
    if (row.live_revision === null) throw new AppError("campaign.not-live");
    const { document } = await baseOf(transaction, row);
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
