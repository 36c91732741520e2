/** Inputs of whole lists and objects, as the form library wants them. */
import type { FieldProps as LibraryProps } from "@rjsf/utils";
import type { Json } from "@sluice/schemas";
import type { ComponentType } from "react";
import { useInspector } from "../inspector-context.ts";
import { fieldIds } from "../schema/field-ids.ts";
import type { FormPath } from "../schema/form-path.ts";
import { type DrawOptions, drawOptionsOf } from "../schema/to-form.ts";

/** What such an input is given; `library` is for those that draw parts of it with the form library again. */
export interface WholeProps {
  readonly id: string;
  readonly label: string;
  readonly labelId: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly disabled: boolean;
  readonly optional: boolean;
  readonly draw: DrawOptions;
  readonly path: FormPath;
  readonly library: LibraryProps;
}

/** Wraps an input for the form library. */
export function asField(Input: ComponentType<WholeProps>) {
  function WholeField(props: LibraryProps) {
    const { fieldPathId, formData, onChange, readonly, disabled, required, schema, uiSchema, name } = props;
    const { readOnly } = useInspector();
    return (
      <Input
        id={fieldPathId.$id}
        label={schema.title ?? name}
        labelId={fieldIds(fieldPathId.$id).label}
        value={formData}
        onChange={(next) => onChange(next, fieldPathId.path)}
        disabled={readOnly || (readonly ?? false) || (disabled ?? false)}
        optional={!required}
        draw={drawOptionsOf(uiSchema)}
        path={fieldPathId.path}
        library={props}
      />
    );
  }
  return WholeField;
}
