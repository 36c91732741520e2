/** A name in both languages, side by side. */
import type { Label } from "@sluice/schemas";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../settings.module.css";
import { Labelled } from "./Labelled.tsx";

export interface LabelInputsProps {
  readonly value: Label;
  readonly onChange: (label: Label) => void;
  readonly faultAt: (place: string) => string | undefined;
  readonly readOnly: boolean;
  /** Begins in the first input: for what was just added. */
  readonly focus?: boolean;
}

export function LabelInputs({ value, onChange, faultAt, readOnly, focus = false }: LabelInputsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      {(["zh", "en"] as const).map((language) => (
        <Labelled
          key={language}
          label={t(`settings.place.label_${language}`)}
          fault={faultAt(`/label/${language}`)}
        >
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={100}
              autoFocus={focus && language === "zh"}
              disabled={readOnly}
              value={value[language]}
              onChange={({ target }) => onChange({ ...value, [language]: target.value })}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}
