/** Fields that the configs of several kinds have: each says only what it calls them. */
import { type FormHints, Json, labelled, variableNamePattern } from "@sluice/schemas";
import { Type } from "typebox";

/** The name of a variable that a node writes; left out, nothing is kept. */
export const savedAs = (zh: string, en: string, hints: Omit<FormHints, "widget">) =>
  Type.Optional(
    Type.String({ pattern: variableNamePattern, ...labelled(zh, en, { ...hints, widget: "variable" }) }),
  );

/** Values under names, given to what the node runs. */
export const inputValues = (zh: string, en: string, help: NonNullable<FormHints["help"]>) =>
  Type.Optional(
    Type.Record(Type.String(), Json, {
      default: {},
      ...labelled(zh, en, { widget: "variables", common: true, help }),
    }),
  );

/** What every branch of a drawing has: its port's id, which lines hold on to, and a name for people. */
export const branchFields = {
  id: Type.String({
    pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$",
    ...labelled("编号", "Id", { widget: "port-id" }),
  }),
  name: Type.String({ minLength: 1, maxLength: 100, ...labelled("名称", "Name") }),
};
