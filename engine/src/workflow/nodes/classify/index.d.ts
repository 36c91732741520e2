export declare const classify: import("../../node-kind.ts").NodeKind<{
  ruleset: string;
}>;
