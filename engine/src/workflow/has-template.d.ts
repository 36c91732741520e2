/** Whether a value needs rendering at all: most node configs hold no template. */
import type { Json } from "@sluice/schemas";
/** True when some string of the value holds Liquid's `{{` or `{%`. */
export declare const hasTemplate: (value: Json) => boolean;
