import { never } from "./operator.js";
/** Positions found by the items of a list say nothing about a text: only these two pass them on. */
const ofAll = (items) => ({
    matches: (actual) => items.flatMap((item) => item.matches?.(actual) ?? []),
});
/** The list of decorators, as the catalog shows it. */
export const decorators = [
    {
        id: "someFact",
        label: { zh: "事实中任一项", en: "some item of the fact" },
        decorate: (next) => (value) => {
            const item = next(value);
            return { test: (actual, e) => Array.isArray(actual) && actual.some((one) => item.test(one, e)) };
        },
    },
    {
        id: "someValue",
        label: { zh: "取值中任一项", en: "some of the values" },
        decorate: (next) => (value) => {
            if (!Array.isArray(value))
                return never;
            const items = value.map(next);
            return { ...ofAll(items), test: (actual, e) => items.some((item) => item.test(actual, e)) };
        },
    },
    {
        id: "everyFact",
        label: { zh: "事实中每一项", en: "every item of the fact" },
        decorate: (next) => (value) => {
            const item = next(value);
            return { test: (actual, e) => Array.isArray(actual) && actual.every((one) => item.test(one, e)) };
        },
    },
    {
        id: "everyValue",
        label: { zh: "取值中每一项", en: "every one of the values" },
        decorate: (next) => (value) => {
            if (!Array.isArray(value))
                return never;
            const items = value.map(next);
            return { ...ofAll(items), test: (actual, e) => items.every((item) => item.test(actual, e)) };
        },
    },
    {
        id: "swap",
        label: { zh: "交换两侧", en: "sides swapped" },
        decorate: (next) => (value) => ({ test: (actual, e) => next(actual).test(value, e) }),
    },
    {
        id: "not",
        label: { zh: "非", en: "not" },
        decorate: (next) => (value) => {
            const inner = next(value);
            return { test: (actual, e) => !inner.test(actual, e) };
        },
    },
];
//# sourceMappingURL=decorators.js.map