/** What a template can name: facts as nested objects, so `order.trackingNo` is `{{ order.trackingNo }}`. */
import type { Json } from "@sluice/schemas";
import type { Facts } from "../state/events.ts";
export type TemplateScope = {
  readonly [name: string]: Json;
};
/** Nests flat facts by their dots; a fact without a value is left out. Never writes into a fact's own value. */
export declare function toTemplateScope(facts: Facts, extra: TemplateScope): TemplateScope;
