/** `/shifts`: named spans of the working day. */
import { Shift } from "@sluice/schemas";
import { keyedPeopleRoutes } from "../people-routes.ts";

export const shiftsRoutes = keyedPeopleRoutes("shifts", Shift);
