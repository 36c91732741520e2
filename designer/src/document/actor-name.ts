import type { TFunction } from "i18next";

/** Who loads the starter pack into a new house. */
const setup = "setup";

/** Whether a revision came with the house and was published by nobody in it. */
export const cameWithHouse = (actor: string): boolean => actor === setup;

/** `user:li-mei` → `li-mei`: who did something, without what kind of account it was. */
export const actorName = (actor: string, t: TFunction): string =>
  cameWithHouse(actor) ? t("document.setup.who") : actor.slice(actor.indexOf(":") + 1);
