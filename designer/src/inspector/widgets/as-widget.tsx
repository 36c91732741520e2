/** Our inputs as the form library wants them: what it knows of a place, in the props that all our fields take. */
import type { WidgetProps } from "@rjsf/utils";
import type { Json } from "@sluice/schemas";
import type { ComponentType } from "react";
import type { FieldProps } from "../../fields/field-props.ts";
import { useInspector } from "../inspector-context.ts";
import { defaultText } from "../schema/default-text.ts";
import { fieldIds } from "../schema/field-ids.ts";
import { type DrawOptions, drawOptionsOf } from "../schema/to-form.ts";

/** What an input of a form is given. */
export interface InputProps extends FieldProps<Json | undefined> {
  readonly id: string;
  readonly draw: DrawOptions;
  /** May be emptied. */
  readonly optional: boolean;
  /** The example or the default, as text. */
  readonly placeholder: string | undefined;
  /** The value as a text; empty when it is none. */
  readonly text: string;
}

/** Wraps an input for the form library. */
export function asWidget(Input: ComponentType<InputProps>) {
  function Widget({ id, value, onChange, readonly, disabled, required, uiSchema, label }: WidgetProps) {
    const { readOnly } = useInspector();
    const draw = drawOptionsOf(uiSchema);
    const example = draw.plain["x-placeholder"];
    const placeholder = typeof example === "string" ? example : defaultText(draw.defaultValue, draw.choices);
    const ids = fieldIds(id);
    return (
      <Input
        id={id}
        value={value}
        onChange={onChange}
        disabled={readOnly || (readonly ?? false) || (disabled ?? false)}
        draw={draw}
        optional={!required}
        placeholder={placeholder}
        text={typeof value === "string" ? value : ""}
        // A bare input has no label of its own on the page.
        {...(draw.bare ? { "aria-label": label } : { "aria-labelledby": ids.label })}
        aria-describedby={ids.remarks}
      />
    );
  }
  return Widget;
}
