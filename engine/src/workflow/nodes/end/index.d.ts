export declare const end: import("../../node-kind.ts").NodeKind<Record<string, never>>;
