/** Templates anywhere inside a JSON value, such as an action's input. */
import type { Json } from "@sluice/schemas";
import type { MomentInput } from "./moment.ts";
import { type Scope } from "./template.ts";
/** A value whose texts are templates, parsed once. */
export interface CompiledValue {
    render(scope: Scope, at: MomentInput): Json;
}
/** Parses every text of a value; keys are left as they are. Throws `template.invalid`. */
export declare function compileValue(value: Json): CompiledValue;
/** Renders every text of a value once; a lone `{{ x }}` keeps its type. */
export declare const renderValue: (value: Json, scope: Scope, at: MomentInput) => Json;
