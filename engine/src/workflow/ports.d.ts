/** The ports that several kinds share. */
import type { PortDefinition } from "@sluice/schemas";
export declare const outPort: PortDefinition;
export declare const elsePort: PortDefinition;
export declare const okPort: PortDefinition;
export declare const errorPort: PortDefinition;
export declare const donePort: PortDefinition;
export declare const timeoutPort: PortDefinition;
