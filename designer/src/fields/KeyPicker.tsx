/** Chooses one of named things by key; a key that names nothing stays visible, marked. */
import { ExportOutlined } from "@ant-design/icons";
import { Select, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type FieldProps, labelsOf } from "./field-props.ts";
import styles from "./fields.module.css";

export interface KeyOption {
  readonly key: string;
  readonly name: string;
  /** Said quietly beside the name; the key unless given. */
  readonly hint?: string;
}

export interface KeyPickerProps extends FieldProps<string | undefined> {
  readonly options: readonly KeyOption[];
  readonly placeholder: string;
  /** May be emptied. */
  readonly optional?: boolean | undefined;
  /** Where the chosen one is drawn; a link to it stands beside the input. */
  readonly addressOf?: ((key: string) => string) | undefined;
}

/** A way to the page of what is chosen. */
export function OpenLink({ to, name }: { to: string; name: string }) {
  const { t } = useTranslation();
  const label = t("fields.picker.open", { name });
  return (
    <Tooltip title={label}>
      <Link to={to} className={styles.open ?? ""} aria-label={label}>
        <ExportOutlined />
      </Link>
    </Tooltip>
  );
}

export function KeyPicker(props: KeyPickerProps) {
  const { value, onChange, options, placeholder, optional = false, size = "middle", addressOf } = props;
  const { t } = useTranslation();
  const chosen = options.find(({ key }) => key === value);
  const missing = value !== undefined && value !== "" && chosen === undefined && options.length > 0;
  return (
    <span className={styles.picker}>
      <Select
        aria-label={placeholder}
        {...labelsOf(props)}
        className={styles.wide ?? ""}
        size={size}
        status={missing ? "error" : ""}
        allowClear={optional}
        placeholder={placeholder}
        popupMatchSelectWidth={false}
        notFoundContent={t("fields.picker.none")}
        showSearch={{ optionFilterProp: "search" }}
        {...(value === undefined || value === "" ? {} : { value })}
        options={[
          ...(missing
            ? [{ value, label: `${value} · ${t("fields.picker.missing")}`, search: value, hint: "" }]
            : []),
          ...options.map(({ key, name, hint = key }) => ({
            value: key,
            label: name,
            search: `${name} ${key}`,
            hint,
          })),
        ]}
        optionRender={({ data }) => (
          <span className={styles.option}>
            <span>{data.label}</span>
            <span className={styles.meta}>{data.hint}</span>
          </span>
        )}
        onChange={(next: string | undefined) => onChange(next)}
      />
      {chosen && addressOf ? <OpenLink to={addressOf(chosen.key)} name={chosen.name} /> : null}
    </span>
  );
}
