/** `/skills`: what agents can be good at. */
import { Skill } from "@sluice/schemas";
import { keyedPeopleRoutes } from "../people-routes.ts";

export const skillsRoutes = keyedPeopleRoutes("skills", Skill);
