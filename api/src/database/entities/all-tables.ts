/** The one list of every table. */
import type { TableSpec } from "../table.ts";
import { apiKeys, sessions, users } from "./access.ts";
import { bulkItems, bulkJobs } from "./bulk.ts";
import { documents, revisions } from "./documents.ts";
import { agents, audit, counters, groups, idempotency, meta, settings, shifts, skills } from "./house.ts";
import { notifications } from "./notifications.ts";
import { channelMessages, pluginSecrets, pluginSettings } from "./plugins.ts";
import { agentLoads, customers, queueEntries, routingCursors } from "./routing.ts";
import { surveys, ticketless } from "./ticketless.ts";
import { classifications, messages, ticketEvents, tickets } from "./tickets.ts";
import { turns } from "./turns.ts";
import { incidents, jobReports, jobs, runs, tasks, timers } from "./work.ts";

export const allTables = [
  tickets,
  ticketEvents,
  messages,
  classifications,
  ticketless,
  surveys,
  timers,
  jobs,
  jobReports,
  runs,
  tasks,
  incidents,
  agentLoads,
  routingCursors,
  queueEntries,
  customers,
  notifications,
  bulkJobs,
  bulkItems,
  pluginSecrets,
  pluginSettings,
  channelMessages,
  documents,
  revisions,
  agents,
  groups,
  skills,
  shifts,
  settings,
  users,
  sessions,
  apiKeys,
  idempotency,
  audit,
  counters,
  meta,
  turns,
] as unknown as readonly TableSpec[];
