/** Chooses a working calendar; the one that is always open is built in. */
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import { documentAddress } from "./document-address.ts";
import type { FieldProps } from "./field-props.ts";
import { KeyPicker } from "./KeyPicker.tsx";

/** The calendar that needs no document. */
export const alwaysOpen = "24x7";

export function CalendarPicker(props: FieldProps<string | undefined> & { readonly optional?: boolean }) {
  const { t } = useTranslation();
  const { calendars } = useVocabulary();
  const always = { key: alwaysOpen, name: t("fields.picker.always") };
  return (
    <KeyPicker
      {...props}
      options={[...calendars, always]}
      placeholder={t("fields.picker.calendar")}
      {...(props.value === alwaysOpen
        ? {}
        : { addressOf: (key: string) => documentAddress("calendar", key) })}
    />
  );
}
