/** What customers are told while a campaign phase is in force. */
import type { Announcement, CampaignSpec, SluiceDocument } from "@sluice/schemas";
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

/** In force for `from ≤ now < until`, of the phase and of its campaign. */
const inForce = (window: { readonly from: string; readonly until: string }, now: number): boolean =>
  Date.parse(window.from) <= now && now < Date.parse(window.until);

function activePhases(key: string, spec: CampaignSpec, now: number): ActiveAnnouncement[] {
  if (!inForce(spec, now)) return [];
  return spec.phases.flatMap((phase) =>
    phase.announcement && inForce(phase, now)
      ? [
          {
            campaign: key,
            phase: phase.id,
            precedence: spec.precedence ?? 0,
            from: utc(phase.from),
            until: utc(phase.until),
            announcement: phase.announcement,
          },
        ]
      : [],
  );
}

/** Overlaps: higher precedence first, then the later start, then the key. */
const inOrder = (a: ActiveAnnouncement, b: ActiveAnnouncement): number =>
  b.precedence - a.precedence ||
  Date.parse(b.from) - Date.parse(a.from) ||
  (a.campaign < b.campaign ? -1 : 1);

/** The announcements in force at `now`, the one that counts first. */
export async function activeAnnouncements(db: Queryable, now: number): Promise<ActiveAnnouncement[]> {
  const rows = await liveRevisions(db, "campaign");
  const documents = rows.map((row) => JSON.parse(row.document) as SluiceDocument<"campaign">);
  return documents.flatMap(({ key, spec }) => activePhases(key, spec, now)).sort(inOrder);
}
