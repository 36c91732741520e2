export declare const sla: import("../../node-kind.ts").NodeKind<{
  policy: string;
}>;
