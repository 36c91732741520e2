export declare const reply: import("../../node-kind.ts").NodeKind<{
  text: string;
  public?: boolean;
}>;
