/** Every resource below `/api/v1`; the runtime's own (tickets, simulate, …) are given to `createApp`. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { agentsRoutes } from "./agents/agents.ts";
import { apiKeysRoutes } from "./api-keys/api-keys.ts";
import { auditRoutes } from "./audit/audit.ts";
import { authRoutes } from "./auth/auth.ts";
import { bundleRoutes } from "./documents/bundle.ts";
import { campaignRoutes } from "./documents/campaign.ts";
import { documentsRoutes } from "./documents/documents.ts";
import { draftRoutes } from "./documents/draft.ts";
import { publishRoutes } from "./documents/publish.ts";
import { revisionsRoutes } from "./documents/revisions.ts";
import { eventsRoutes } from "./events/events.ts";
import { groupsRoutes } from "./groups/groups.ts";
import { announcementsRoutes } from "./public/announcements.ts";
import { schemasRoutes } from "./schemas/schemas.ts";
import { settingsRoutes } from "./settings/settings.ts";
import { shiftsRoutes } from "./shifts/shifts.ts";
import { skillsRoutes } from "./skills/skills.ts";
import { usersRoutes } from "./users/users.ts";

export const allRoutes: readonly FastifyPluginAsyncTypebox[] = [
  authRoutes,
  usersRoutes,
  apiKeysRoutes,
  auditRoutes,
  agentsRoutes,
  groupsRoutes,
  skillsRoutes,
  shiftsRoutes,
  settingsRoutes,
  documentsRoutes,
  draftRoutes,
  publishRoutes,
  revisionsRoutes,
  campaignRoutes,
  bundleRoutes,
  schemasRoutes,
  announcementsRoutes,
  eventsRoutes,
];
