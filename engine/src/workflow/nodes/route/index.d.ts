export declare const route: import("../../node-kind.ts").NodeKind<{
  policy: string;
}>;
