/** One stage of the journey: a door to its page, its main number, and what it is made of. */
import { RightOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Count, type CountProps } from "./Count.tsx";
import styles from "./overview.module.css";

export interface StageRow extends CountProps {
  readonly key: string;
  /** A door of its own, where the row names something that is drawn. */
  readonly door?: string | undefined;
  readonly second?: CountProps | undefined;
  /** The share of the largest row, 0–1, drawn quietly behind it. */
  readonly share?: number;
}

export interface StageProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** The page that it is a door to. */
  readonly to: string;
  readonly main: CountProps;
  /** Stand beside the main number. */
  readonly besides?: readonly CountProps[];
  readonly rows: readonly StageRow[];
  /** What the numbers of the rows are, above them. */
  readonly columns?: readonly string[];
  readonly none: string;
  /** Stands in the place of rows. */
  readonly children?: ReactNode;
}

export function Stage({
  icon,
  title,
  to,
  main,
  besides = [],
  rows,
  columns = [],
  none,
  children,
}: StageProps) {
  return (
    <li className={styles.stage}>
      <Link to={to} className={styles.door ?? ""}>
        {icon}
        <h2>{title}</h2>
        <RightOutlined aria-hidden />
      </Link>
      <div className={styles.main}>
        <Count {...main} />
        <span>{main.label}</span>
      </div>
      <ul className={styles.besides}>
        {besides.map((each) => (
          <li key={each.label}>
            <span>{each.label}</span>
            <Count {...each} />
          </li>
        ))}
      </ul>
      {rows.length > 0 || children || none !== "" ? (
        <div className={styles.columns} aria-hidden="true">
          {columns.map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
      ) : null}
      {children}
      {rows.length === 0 && none !== "" ? <p className={styles.none}>{none}</p> : null}
      <ul className={styles.rows}>
        {rows.map(({ key, label, door, second, share = 0, ...count }) => (
          <li key={key}>
            <i style={{ width: `${share * 100}%` }} aria-hidden="true" />
            {door === undefined ? (
              <span title={label}>{label}</span>
            ) : (
              <Link to={door} title={label}>
                {label}
              </Link>
            )}
            <Count label={columns[0] === undefined ? label : `${label} · ${columns[0]}`} {...count} />
            {second ? <Count {...second} /> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
