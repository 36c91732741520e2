/**
 * Liquid as templates may use it: no files, no clock, no chance, no prototypes, and an end to every rendering
 * that does not depend on the machine's speed.
 */
import { Context, Liquid, type Template } from "liquidjs";
import type { TemplateMoment } from "./moment.ts";
/** The one configured instance; parsing and rendering leave nothing behind in it. */
export declare const liquid: Liquid;
/** A context over a scope, which is copied: `increment` writes to it. */
export declare function createContext(scope: object, moment: Required<TemplateMoment>): Context;
/** Renders parsed parts to text. */
export declare function renderParts(parts: Template[], context: Context): string;
