/**
 * Campaign edges: a timer row per future start and end of a phase. When one is due, every ticket whose clocks may
 * follow gets a `campaign.edge` event, page by page; the row remembers how far it got, so a crash goes on there.
 */
import { type CampaignEdge, campaignEdges, compileCampaign, type PublishedDocument } from "@sluice/engine";
import type { SluiceDocument } from "@sluice/schemas";
import { upsertRows } from "../database/bulk.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { TimerRow } from "../database/entities/work.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { TimerHandler } from "./timers.ts";

const kind = "campaign";
const pageSize = 200;

interface EdgePayload {
  readonly campaign: string;
  readonly phase: string;
  readonly edge: CampaignEdge["edge"];
  /** The last ticket that got the event. */
  readonly after: string;
}

const toRow = ({ at, campaign, phase, edge }: CampaignEdge): TimerRow => ({
  key: `campaign:${campaign}:${phase}:${edge}`,
  kind,
  ticket_id: null,
  due_at: at,
  payload: JSON.stringify({ campaign, phase, edge, after: "" } satisfies EdgePayload),
});

/** Arms the future edges of the campaigns that are live, and drops those of campaigns that are not. */
export async function armCampaignEdges(
  transaction: Transaction,
  documents: readonly PublishedDocument[],
  now: number,
): Promise<void> {
  const campaigns = documents
    .filter(({ document }) => document.kind === "campaign")
    .map(({ document, revision }) => compileCampaign(document as SluiceDocument<"campaign">, revision));
  const rows = campaignEdges(campaigns)
    .filter(({ at }) => at > now)
    .map(toRow);
  await transaction.query("DELETE FROM timers WHERE kind = ? AND due_at > ?", [kind, now]);
  await upsertRows(transaction, "timers", ["key", "kind", "ticket_id", "due_at", "payload"], rows, ["key"]);
}

export interface CampaignEdgeOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  /** Told once the whole edge is done. */
  readonly onEdge: (edge: Omit<EdgePayload, "after">) => void;
}

/** Handles a due edge: open tickets in id order, each in a transaction of its own. */
export function createCampaignEdgeHandler({
  database,
  dispatcher,
  onEdge,
}: CampaignEdgeOptions): TimerHandler {
  const page = async (after: string): Promise<readonly string[]> =>
    (
      await database.reader.query<{ id: string }[]>(
        "SELECT id FROM tickets WHERE status NOT IN ('resolved','closed') AND id > ? ORDER BY id LIMIT ?",
        [after, pageSize],
      )
    ).map(({ id }) => id);

  const remember = (key: string, payload: EdgePayload): Promise<void> =>
    database.writer.run(async (manager) => {
      await manager.query(`UPDATE timers SET payload = ? WHERE "key" = ?`, [JSON.stringify(payload), key]);
    });

  return async ({ key, payload }) => {
    let at = JSON.parse(payload) as EdgePayload;
    const { campaign, phase, edge } = at;
    for (let ids = await page(at.after); ids.length > 0; ids = await page(at.after)) {
      await Promise.all(
        ids.map((ticket) =>
          dispatcher.submit({
            ticket,
            body: { type: "campaign.edge", campaign, phase, edge },
            actor: { type: "system" },
            background: true,
          }),
        ),
      );
      at = { ...at, after: ids.at(-1) ?? at.after };
      await remember(key, at);
    }
    await database.writer.run(async (manager) => {
      await manager.query(`DELETE FROM timers WHERE "key" = ?`, [key]);
    });
    onEdge({ campaign, phase, edge });
  };
}
