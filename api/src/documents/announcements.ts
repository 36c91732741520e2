/** What customers are told while a campaign phase is in force. */
import { campaignsInForce, compileCampaign } from "@sluice/engine";
import type { Announcement, AnyDocument, SluiceDocument } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { liveRevisions } from "../database/repositories/documents.ts";

export interface ActiveAnnouncement {
  readonly campaign: string;
  readonly phase: string;
  readonly precedence: number;
  readonly from: string;
  readonly until: string;
  readonly announcement: Announcement;
}

const utc = (instant: string): string => new Date(instant).toISOString();

const isCampaign = (document: AnyDocument): document is AnyDocument & SluiceDocument<"campaign"> =>
  document.kind === "campaign";

/** The announcements in force at `now`, the one that counts first: the order in which overlays win. */
export async function activeAnnouncements(db: Queryable, now: number): Promise<ActiveAnnouncement[]> {
  const rows = await liveRevisions(db, "campaign");
  const documents = rows.map((row) => JSON.parse(row.document) as AnyDocument).filter(isCampaign);
  const precedences = new Map(documents.map(({ key, spec }) => [key, spec.precedence ?? 0]));
  const compiled = documents.map((document) => compileCampaign(document, 0));
  return campaignsInForce(compiled, now).phases.flatMap(({ campaign, phase }) => {
    const { id, from, until, announcement } = phase;
    if (!announcement) return [];
    const precedence = precedences.get(campaign) ?? 0;
    return [{ campaign, phase: id, precedence, from: utc(from), until: utc(until), announcement }];
  });
}
