/** The facts that every ticket has, as the contract names them; `ticket.fields.*` come from the settings. */
import { type FactDefinition } from "@sluice/schemas";
/** The metrics as both languages call them. */
export declare const metricLabels: {
    readonly firstResponse: {
        readonly zh: "首次响应";
        readonly en: "First response";
    };
    readonly nextResponse: {
        readonly zh: "后续响应";
        readonly en: "Next response";
    };
    readonly periodicUpdate: {
        readonly zh: "定期更新";
        readonly en: "Periodic update";
    };
    readonly assignment: {
        readonly zh: "分配";
        readonly en: "Assignment";
    };
    readonly resolution: {
        readonly zh: "解决";
        readonly en: "Resolution";
    };
    readonly platformDue: {
        readonly zh: "平台时限";
        readonly en: "Platform deadline";
    };
};
/** Every built-in fact, in the order in which pickers show them. */
export declare const builtInFacts: readonly FactDefinition[];
