/** The JSON Schemas of operator values; `x-widget` tells the designer which field to draw. */
import type { Json } from "@sluice/schemas";
/** A text, number, boolean or null. */
export declare const scalarSchema: {
    type: string[];
};
export declare const numberSchema: {
    type: string;
};
export declare const booleanSchema: {
    type: string;
    default: boolean;
};
export declare const listSchema: {
    type: string;
    items: {
        type: string[];
    };
    minItems: number;
    maxItems: number;
};
export declare const keywordSchema: {
    type: string;
    minLength: number;
    maxLength: number;
};
export declare const keywordListSchema: {
    type: string;
    items: {
        type: string;
        minLength: number;
        maxLength: number;
    };
    minItems: number;
    maxItems: number;
};
export declare const keywordOrListSchema: {
    anyOf: ({
        type: string;
        minLength: number;
        maxLength: number;
    } | {
        type: string;
        items: {
            type: string;
            minLength: number;
            maxLength: number;
        };
        minItems: number;
        maxItems: number;
    })[];
};
export declare const patternSchema: {
    type: string;
    minLength: number;
    maxLength: number;
    "x-widget": string;
};
/** ISO 8601 with an offset, or epoch milliseconds. */
export declare const instantSchema: {
    anyOf: ({
        type: string;
        pattern: string;
    } | {
        pattern?: never;
        type: string;
    })[];
    "x-widget": string;
};
export declare const rangeSchema: {
    type: string;
    items: {
        anyOf: ({
            type: string;
            pattern: string;
        } | {
            pattern?: never;
            type: string;
        })[];
        "x-widget": string;
    };
    minItems: number;
    maxItems: number;
};
export declare const durationSchema: {
    type: string;
    pattern: string;
    "x-widget": string;
};
export declare const calendarSchema: {
    type: string;
    minLength: number;
    "x-widget": string;
};
/** What `===` and an index can compare. */
export declare const isScalar: (value: unknown) => value is Extract<Json, string | number | boolean | null>;
