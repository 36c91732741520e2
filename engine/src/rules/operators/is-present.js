import { booleanSchema } from "../value-schema.js";
const isThere = (actual) => actual !== undefined && actual !== null && actual !== "" && !(Array.isArray(actual) && actual.length === 0);
export const isPresent = {
    id: "isPresent",
    label: { zh: "有值", en: "is present" },
    help: {
        zh: "空文本和空列表视为没有值。",
        en: "An empty text and an empty list count as absent.",
    },
    factTypes: ["string", "text", "number", "boolean", "instant", "string[]", "object", "any"],
    value: booleanSchema,
    prepare: (value) => ({ test: (actual) => isThere(actual) === value }),
};
//# sourceMappingURL=is-present.js.map