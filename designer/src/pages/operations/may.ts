/** What the person may do here: the api's roles, said beforehand. */
import { mayPublish } from "../../client/session.ts";
import type { Me } from "../../client/types.ts";

/** Who retries and skips incidents and cancels runs. */
export const maySettle = (me: Me | null | undefined): boolean => me?.role === "lead" || mayPublish(me);

/** Who holds the engine, a workflow or an action. */
export const mayHold = mayPublish;
