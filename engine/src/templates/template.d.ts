/**
 * Templates: Liquid in replies, action inputs and announcements.
 * Names are the facts by their dots (`{{ order.trackingNo }}`); `now` is the step's time in epoch milliseconds.
 */
import type { Json } from "@sluice/schemas";
import { type Template } from "liquidjs";
import { type MomentInput } from "./moment.ts";
/** What a template can name, nested by dots. */
export type Scope = Readonly<Record<string, unknown>>;
/** A parsed template; safe to share and to render any number of times. */
export interface CompiledTemplate {
    /** The text; names that are not there show as nothing. Throws `template.failed` when a limit is exceeded. */
    render(scope: Scope, at: MomentInput): string;
    /** As `render`, but a template that is one lone `{{ x }}` gives the value itself with its type; absent gives `null`. */
    value(scope: Scope, at: MomentInput): Json;
}
/** Parses into Liquid's own parts; throws `template.invalid`. */
export declare function parseTemplate(text: string): Template[];
/** Prepares a template; throws `template.invalid` with the reason and the place. */
export declare function compileTemplate(text: string): CompiledTemplate;
