/** What every value field takes: a value and how to change it, and how it stands in its form. */
export interface FieldProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean | undefined;
  readonly size?: "small" | "middle" | undefined;
  readonly id?: string | undefined;
  readonly "aria-label"?: string | undefined;
  readonly "aria-labelledby"?: string | undefined;
  readonly "aria-describedby"?: string | undefined;
}

/** The attributes of a field's own input; those that are not given are left out. */
export function labelsOf(props: Omit<FieldProps<never>, "value" | "onChange">) {
  const { id, disabled } = props;
  return {
    ...(id === undefined ? {} : { id }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(props["aria-label"] === undefined ? {} : { "aria-label": props["aria-label"] }),
    ...(props["aria-labelledby"] === undefined ? {} : { "aria-labelledby": props["aria-labelledby"] }),
    ...(props["aria-describedby"] === undefined ? {} : { "aria-describedby": props["aria-describedby"] }),
  };
}
