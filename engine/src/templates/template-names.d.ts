/** The names that a template uses, for lint: what it reads from outside, not its own loop variables. */
import { type Problem } from "@sluice/schemas";
/** A name with its first steps that are written out, and where it stands (1-based). */
export interface TemplateName {
    /** `order.trackingNo`; steps after a computed one are left out. */
    readonly name: string;
    readonly line: number;
    readonly column: number;
}
/** Every use of an outside name, in order; throws `template.invalid`. */
export declare function templateNames(text: string): readonly TemplateName[];
/** What is wrong with a template: it does not parse, or uses names that nobody gives. `now` is always known. */
export declare function checkTemplate(text: string, knownNames: Iterable<string>, path?: string): Problem[];
