/** A date and a time in the workspace's zone, whatever zone the desk stands in; handed out with the zone's offset. */
import { DatePicker } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";
import { fromPicked, pickedNow, toPicked } from "./zoned-instant.ts";

export interface InstantFieldProps extends FieldProps<string | undefined> {
  readonly optional?: boolean | undefined;
  /** The workspace's zone unless given. */
  readonly zone?: string | undefined;
}

export function InstantField(props: InstantFieldProps) {
  const { value, onChange, optional = false, size = "middle" } = props;
  const { t } = useTranslation();
  const vocabulary = useVocabulary();
  const zone = props.zone ?? vocabulary.timezone;
  const picked = value === undefined ? undefined : toPicked(value, zone);
  return (
    <DatePicker
      {...labelsOf(props)}
      className={styles.instant ?? ""}
      size={size}
      value={picked ?? null}
      status={value !== undefined && value !== "" && picked === undefined ? "error" : ""}
      placeholder={t("fields.instant.placeholder")}
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: "HH:mm" }}
      // Its own "now" would be the desk's.
      showNow={false}
      defaultPickerValue={pickedNow(Date.now(), zone)}
      allowClear={optional}
      renderExtraFooter={() => <span className={styles.meta}>{t("fields.instant.zone", { zone })}</span>}
      onChange={(next) => {
        const iso = next === null ? undefined : fromPicked(next, zone);
        if (iso !== undefined || optional) onChange(iso);
      }}
    />
  );
}
