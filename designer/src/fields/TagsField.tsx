/** Tags: free words, each once, exactly as written. */
import { useTranslation } from "react-i18next";
import { KeywordField, type KeywordFieldProps } from "./KeywordField.tsx";

export function TagsField(props: Omit<KeywordFieldProps, "exact" | "lit">) {
  const { t } = useTranslation();
  return (
    <KeywordField
      aria-label={t("why.fact.ticket_tags")}
      placeholder={t("fields.picker.tags")}
      {...props}
      exact
    />
  );
}
