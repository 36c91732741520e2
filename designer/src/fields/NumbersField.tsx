/** A list of numbers as chips; what is no number is not taken. */

import type { FieldProps } from "./field-props.ts";
import { KeywordField } from "./KeywordField.tsx";

export function NumbersField({ value, onChange, ...rest }: FieldProps<readonly number[]>) {
  const take = (words: readonly string[]) =>
    onChange(words.filter((word) => word.trim() !== "" && Number.isFinite(Number(word))).map(Number));
  return <KeywordField {...rest} exact value={value.map(String)} onChange={take} />;
}
