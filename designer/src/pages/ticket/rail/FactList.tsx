import type { ReactNode } from "react";
import styles from "./rail.module.css";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Its value stands below its name, across the whole list. */
  readonly wide?: boolean;
}

/** Names and values in two columns; facts without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ name, value, wide = false }) => (
          <div key={name} data-wide={wide}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
