/** A part of an input of ours, drawn by the form library: at the same place, or a step below. */
import { type FieldProps as LibraryProps, toFieldPathId } from "@rjsf/utils";
import type { Json } from "@sluice/schemas";
import type { FormPath } from "../schema/form-path.ts";
import type { Drawn } from "../schema/to-form.ts";

export interface SubFieldProps {
  readonly library: LibraryProps;
  readonly drawn: Drawn;
  readonly path: FormPath;
  readonly name: string;
  readonly value: Json | undefined;
  readonly required?: boolean;
}

export function SubField({ library, drawn, path, name, value, required = false }: SubFieldProps) {
  const { registry, onChange, onBlur, onFocus, readonly, disabled } = library;
  const { SchemaField } = registry.fields;
  if (SchemaField === undefined) return null;
  const last = path.at(-1);
  const fieldPathId =
    last === undefined
      ? library.fieldPathId
      : toFieldPathId(last, registry.globalFormOptions, path.slice(0, -1));
  return (
    <SchemaField
      name={name}
      required={required}
      schema={drawn.schema}
      uiSchema={drawn.uiSchema}
      fieldPathId={fieldPathId}
      formData={value}
      onChange={onChange}
      onBlur={onBlur}
      onFocus={onFocus}
      registry={registry}
      readonly={readonly ?? false}
      disabled={disabled ?? false}
    />
  );
}
