/** Chooses a document of a kind by its name; its page is one click away. */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../client/documents.ts";
import { documentAddress } from "./document-address.ts";
import type { FieldProps } from "./field-props.ts";
import { KeyPicker } from "./KeyPicker.tsx";

export interface DocumentPickerProps extends FieldProps<string | undefined> {
  readonly kind: DocumentKind;
  readonly optional?: boolean | undefined;
  /** A document that may not be chosen, for instance the one being drawn. */
  readonly except?: string | undefined;
  readonly placeholder?: string | undefined;
}

export function DocumentPicker({ kind, except, placeholder, ...rest }: DocumentPickerProps) {
  const { t } = useTranslation();
  const documents = useQuery(documentsQuery(kind)).data ?? [];
  const options = documents
    .filter(({ key }) => key !== except)
    .map(({ key, name, liveRevision }) => ({
      key,
      name: name === "" ? key : name,
      hint: liveRevision === null ? `${key} · ${t("fields.picker.draft")}` : key,
    }));
  return (
    <KeyPicker
      {...rest}
      options={options}
      placeholder={placeholder ?? t("fields.picker.document")}
      addressOf={(key) => documentAddress(kind, key)}
    />
  );
}
