/** The fields in the order in which tickets show them. */
import { ExclamationCircleFilled } from "@ant-design/icons";
import type { TicketField } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../../../explain/names.ts";
import type { Fault } from "../edit/faults.ts";
import { moveRow, type Rows } from "../edit/rows.ts";
import { Sortable } from "../lists/Sortable.tsx";
import { SortableRow } from "../lists/SortableRow.tsx";
import styles from "../settings.module.css";

export interface FieldListProps {
  readonly rows: Rows<TicketField>;
  readonly chosen: string | undefined;
  readonly onChoose: (uid: string) => void;
  readonly onChange: (rows: Rows<TicketField>) => void;
  readonly faults: readonly Fault[];
  readonly readOnly: boolean;
}

export function FieldList({ rows, chosen, onChoose, onChange, faults, readOnly }: FieldListProps) {
  const { t, i18n } = useTranslation();
  return (
    <Sortable rows={rows} onChange={onChange} readOnly={readOnly}>
      <ul className={styles.list} aria-label={t("settings.tab.fields")}>
        {rows.map(({ uid, item }, at) => {
          const name = inLanguage(item.label, i18n.language) || t("settings.unnamed");
          return (
            <SortableRow
              key={uid}
              as="li"
              uid={uid}
              name={name}
              selected={uid === chosen}
              readOnly={readOnly}
              onStep={(step) => onChange(moveRow(rows, at, at + step))}
            >
              {(handle) => (
                <>
                  {handle}
                  <button
                    type="button"
                    className={styles.item}
                    aria-current={uid === chosen}
                    onClick={() => onChoose(uid)}
                  >
                    <span className={styles.itemName}>{name}</span>
                    {item.required ? (
                      <span className={styles.mark}>{t("settings.field.required")}</span>
                    ) : null}
                    {faults.some((fault) => fault.uid === uid) ? (
                      <ExclamationCircleFilled
                        className={styles.faulty ?? ""}
                        aria-label={t("settings.faultyItem")}
                      />
                    ) : null}
                    <span className={styles.itemMeta}>
                      {t(`settings.type.${item.type}`)} · <code>{item.key}</code>
                    </span>
                  </button>
                </>
              )}
            </SortableRow>
          );
        })}
      </ul>
    </Sortable>
  );
}
