/** A list as cards, each with its buttons; a last button adds one. */
import { PlusOutlined } from "@ant-design/icons";
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from "@rjsf/utils";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { ItemTools } from "../parts/ItemTools.tsx";

export function ArrayCards({
  items,
  canAdd,
  onAddClick,
  readonly,
  disabled,
  title,
}: ArrayFieldTemplateProps) {
  const { t } = useTranslation();
  const fixed = readonly || disabled;
  return (
    <div className={styles.cards}>
      {items.length === 0 && fixed ? <p className={styles.quiet}>{t("inspector.nothing")}</p> : items}
      {canAdd && !fixed ? (
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => onAddClick()}>
          {t("inspector.addNamed", { name: title })}
        </Button>
      ) : null}
    </div>
  );
}

export function ArrayCard({
  children,
  buttonsProps,
  index,
  totalItems,
  readonly,
  schema,
}: ArrayFieldItemTemplateProps) {
  const { t } = useTranslation();
  const name = `${schema.title ?? ""} ${t("inspector.item", { n: index + 1 })}`.trim();
  return (
    <section className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <span className={styles.cardName}>{name}</span>
        <ItemTools
          name={name}
          index={index}
          total={totalItems}
          disabled={readonly ?? false}
          onMove={(to) => (to < index ? buttonsProps.onMoveUpItem() : buttonsProps.onMoveDownItem())}
          onRemove={() => buttonsProps.onRemoveItem()}
        />
      </header>
      {children}
    </section>
  );
}
