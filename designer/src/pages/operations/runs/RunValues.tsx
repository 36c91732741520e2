/** The values of a run's variables, each as text; long ones scroll in their place. */
import type { Json } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import styles from "./run.module.css";

const textOf = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, typeof value === "object" ? 2 : 0);

export function RunValues({ variables }: { variables: { readonly [name: string]: Json } }) {
  const { t } = useTranslation();
  const entries = Object.entries(variables);
  return (
    <section>
      <h3>{t("operations.run.variables")}</h3>
      {entries.length === 0 ? <p className={styles.quiet}>{t("operations.run.noVariables")}</p> : null}
      <dl className={styles.values}>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value === null || value === "" ? (
                <span className={styles.quiet}>{t("operations.run.empty")}</span>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a long value is scrolled by keys too
                <pre tabIndex={0}>{textOf(value)}</pre>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
