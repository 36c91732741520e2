/**
 * Whether a document may be published: what `parseDocument` cannot say, because it needs the catalog, the people
 * and the documents beside it. What passes here compiles; what is merely unwise is lint's to say.
 */
import type { AnyDocument, Problem } from "@sluice/schemas";
import { type CheckOptions } from "./check-context.ts";
export type { CheckOptions } from "./check-context.ts";
/**
 * Every fault that refuses the publication of a parsed document, each with its JSON pointer into the document;
 * empty when it may go live. Never throws.
 */
export declare function checkDocument(document: AnyDocument, options: CheckOptions): Problem[];
