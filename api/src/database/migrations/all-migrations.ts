/** Every migration, oldest first; the schema's version is how many there are. */
import { Initial1760000000000 } from "./0001-initial.ts";
import { BulkAndOverview1770000000000 } from "./0002-bulk-and-overview.ts";
import { Plugins1780000000000 } from "./0003-plugins.ts";
import { SharedDatabase1790000000000 } from "./0004-shared-database.ts";
import { TicketlessRuns1800000000000 } from "./0005-ticketless-runs.ts";
import { JobReports1810000000000 } from "./0006-job-reports.ts";
import { Operations1820000000000 } from "./0007-operations.ts";

export const allMigrations = [
  Initial1760000000000,
  BulkAndOverview1770000000000,
  Plugins1780000000000,
  SharedDatabase1790000000000,
  TicketlessRuns1800000000000,
  JobReports1810000000000,
  Operations1820000000000,
] as const;

/** The version of the tables that this release reads and writes. */
export const schemaVersion: number = allMigrations.length;
