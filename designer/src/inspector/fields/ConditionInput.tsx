/** A condition, drawn by the condition builder, with the remarks on it beside its lines. */
import type { Condition, Json } from "@sluice/schemas";
import { ConditionBuilder } from "../../conditions/ConditionBuilder.tsx";
import { useInspector } from "../inspector-context.ts";
import { isWithin, toPointer } from "../schema/form-path.ts";
import type { WholeProps } from "./as-field.tsx";

const toLabel = (message: string | { readonly zh: string; readonly en: string }) =>
  typeof message === "string" ? { zh: message, en: message } : message;

export function ConditionInput({ value, onChange, path, labelId, disabled }: WholeProps) {
  const { remarks } = useInspector();
  const pointer = toPointer(path);
  const findings = remarks
    .filter((remark) => isWithin(remark.path, pointer))
    .map((remark) => ({
      ...remark,
      path: remark.path.slice(pointer.length),
      message: toLabel(remark.message),
    }));
  return (
    <ConditionBuilder
      value={(value ?? undefined) as Condition | undefined}
      onChange={(next) => onChange(next as Json | undefined)}
      place="workflow"
      findings={findings}
      disabled={disabled}
      aria-labelledby={labelId}
    />
  );
}
