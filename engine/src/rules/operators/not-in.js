/** `notIn`: json-rules-engine's; true for a fact that is missing, and where the value is no list. */
import { indexIn } from "../loose-compare.js";
import { listSchema } from "../value-schema.js";
export const notIn = {
    id: "notIn",
    label: { zh: "不属于", en: "is none of" },
    factTypes: ["string", "text", "number", "boolean", "any"],
    value: listSchema,
    prepare: (value) => ({ test: (actual) => (indexIn(value, actual) ?? -1) === -1 }),
};
//# sourceMappingURL=not-in.js.map