/** The variables that fit what is being typed, below the field; the field keeps the focus. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./template.module.css";
import type { Completion } from "./use-completion.ts";

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

export function VariableList({ id, completion }: { id: string; completion: Completion }) {
  const { t } = useTranslation();
  const { items, active, setActive, pick } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(optionId(id, active))}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t("inspector.template.list")} className={styles.list}>
      {items.length === 0 ? <p className={styles.nothing}>{t("inspector.template.nothing")}</p> : null}
      {items.map(({ name, label, type }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
        <div
          key={name}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          onMouseMove={() => (index === active ? undefined : setActive(index))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(name)}
        >
          <span className={styles.optionLabel}>{label}</span>
          <code className={styles.optionName}>{name}</code>
          <span className={styles.optionType}>{t(`conditions.factType.${type}`)}</span>
        </div>
      ))}
    </div>
  );
}
