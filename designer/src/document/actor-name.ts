/** `user:li-mei` → `li-mei`: who did something, without what kind of account it was. */
export const actorName = (actor: string): string => actor.slice(actor.indexOf(":") + 1);
