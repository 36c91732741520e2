/** `/groups`: teams with their lead and director. */
import { Group } from "@sluice/schemas";
import { keyedPeopleRoutes } from "../people-routes.ts";

export const groupsRoutes = keyedPeopleRoutes("groups", Group);
