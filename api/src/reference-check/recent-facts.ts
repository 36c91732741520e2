/** What rules would read of the newest tickets, as these came in. */
import { compileDefinitions, incomingFacts, type PublishedDocument } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";
import { loadSettings } from "../database/repositories/settings.ts";
import { type IncomingRow, incomingColumns, incomingJoin, toIncoming } from "../tickets/as-it-came-in.ts";

const howMany = 50;

/** Facts of at most 50 tickets beside the given documents; none in an empty house. */
export async function recentFacts(
  reader: Queryable,
  live: readonly PublishedDocument[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await reader.query<IncomingRow[]>(
    `SELECT ${incomingColumns} FROM ${incomingJoin} ORDER BY t.id DESC LIMIT ?`,
    [howMany],
  );
  if (rows.length === 0) return [];
  const people = { agents: [], groups: [], skills: [], shifts: [] };
  const campaigns = live.filter(({ document }) => document.kind === "campaign");
  const definitions = compileDefinitions({ live: campaigns, settings: await loadSettings(reader), people });
  return rows.map(toIncoming).map(({ ticket, at, facts }) => incomingFacts(definitions, ticket, at, facts));
}
