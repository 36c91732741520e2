/** A labelled input with its fault below; the room for one line is kept, so that nothing jumps. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "../settings.module.css";
import type { Fault } from "./faults.ts";

export interface InputAttributes {
  readonly id: string;
  readonly status: "error" | "";
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
}

export interface LabelledProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: (attributes: InputAttributes) => ReactNode;
}

export function Labelled({ label, hint, fault, children }: LabelledProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        status: fault === undefined ? "" : "error",
        "aria-invalid": fault !== undefined,
        "aria-describedby": note,
      })}
      <small id={note} data-fault={fault !== undefined}>
        {fault ?? hint ?? ""}
      </small>
    </div>
  );
}

/** The words of the fault at a place, if there is one. */
export function useFaultText(faults: readonly Fault[]): (uid: string, place: string) => string | undefined {
  const { t } = useTranslation();
  return (uid, place) => {
    const fault = faults.find((one) => one.uid === uid && one.place === place);
    if (fault === undefined) return undefined;
    return fault.text ?? (fault.code ? t(`settings.fault.${fault.code}`) : "");
  };
}
