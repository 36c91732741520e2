/** `withinLast`: the fact's instant lies in the duration before now, both ends included; never in the future. */
import { durationMs } from "../duration.js";
import { toInstant } from "../instant.js";
import { never } from "../operator.js";
import { durationSchema } from "../value-schema.js";
export const withinLast = {
    id: "withinLast",
    label: { zh: "在最近", en: "is within the last" },
    help: {
        zh: "按实际经过的时间计算，P1D 即 24 小时。",
        en: "Elapsed time; P1D is 24 hours.",
    },
    factTypes: ["instant", "any"],
    value: durationSchema,
    prepare: (value) => {
        const span = durationMs(value);
        if (span === undefined)
            return never;
        return {
            test: (actual, e) => {
                const at = toInstant(actual);
                if (at === undefined)
                    return false;
                const age = e.now() - at;
                return age >= 0 && age <= span;
            },
        };
    },
};
//# sourceMappingURL=within-last.js.map