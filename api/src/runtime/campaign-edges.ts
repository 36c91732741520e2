/**
 * Campaign edges: a sweep per start and end of a phase, armed with the revision that brings it. A phase that is in
 * force as soon as it is published starts at once, and one that is taken away while in force ends at once.
 */
import {
  type CampaignEdge,
  type CampaignsInForce,
  campaignEdges,
  campaignsInForce,
  compileCampaign,
  type PublishedDocument,
} from "@sluice/engine";
import type { SluiceDocument } from "@sluice/schemas";
import type { Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import { sweepRow } from "./ticket-sweep.ts";
import { armTimers } from "./timer-rows.ts";

/** The kind of their timer rows. */
export const campaignTimer = "campaign";

const keyOf = ({ campaign, phase, edge }: CampaignEdge): string => `campaign:${campaign}:${phase}:${edge}`;

const toRow = (edge: CampaignEdge, key = keyOf(edge)): TimerRow => {
  const { at, campaign, phase, edge: side } = edge;
  return sweepRow(campaignTimer, key, at, { type: "campaign.edge", campaign, phase, edge: side, due: at });
};

/** A phase may end by a publishing that also moves its end to later: the two are timers of their own. */
const toPublishedRow = (edge: CampaignEdge): TimerRow => toRow(edge, `${keyOf(edge)}@${edge.at}`);

const campaignsOf = (documents: readonly PublishedDocument[]) =>
  documents
    .filter(({ document }) => document.kind === "campaign")
    .map(({ document, revision }) => compileCampaign(document as SluiceDocument<"campaign">, revision));

const phasesOf = ({ phases }: CampaignsInForce) =>
  phases.map(({ campaign, phase }) => ({ id: `${campaign} ${phase.id}`, campaign, phase: phase.id }));

/** What publishing itself starts and ends at `now`. */
function edgesOfPublishing(
  before: readonly PublishedDocument[],
  after: readonly PublishedDocument[],
  now: number,
): readonly CampaignEdge[] {
  const was = phasesOf(campaignsInForce(campaignsOf(before), now));
  const is = phasesOf(campaignsInForce(campaignsOf(after), now));
  const missingIn = (others: typeof was) => (item: (typeof was)[number]) =>
    !others.some(({ id }) => id === item.id);
  return [
    ...is
      .filter(missingIn(was))
      .map(({ campaign, phase }) => ({ at: now, campaign, phase, edge: "started" as const })),
    ...was
      .filter(missingIn(is))
      .map(({ campaign, phase }) => ({ at: now, campaign, phase, edge: "ended" as const })),
  ];
}

/** What is still to start and end once `after` is live in the place of `before`. */
export const edgesToCome = (
  before: readonly PublishedDocument[],
  after: readonly PublishedDocument[],
  now: number,
) => ({
  /** What publishing itself starts and ends. */
  published: edgesOfPublishing(before, after, now),
  later: campaignEdges(campaignsOf(after)).filter(({ at }) => at > now),
});

/**
 * Arms the edges to come of the campaigns that are live, and drops those of campaigns that are not.
 * With `before`, the documents that were live until this transaction, also what the publishing itself starts and ends.
 */
export async function armCampaignEdges(
  transaction: Transaction,
  documents: readonly PublishedDocument[],
  now: number,
  before: readonly PublishedDocument[] = documents,
): Promise<void> {
  const { published, later } = edgesToCome(before, documents, now);
  await transaction.query("DELETE FROM timers WHERE kind = ? AND due_at > ?", [campaignTimer, now]);
  await armTimers(transaction, [...later.map((edge) => toRow(edge)), ...published.map(toPublishedRow)]);
}
