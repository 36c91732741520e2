/** The head of a row: a handle to move the tier by, its name, whom it is for, and what can be done to it. */
import { HolderOutlined } from "@ant-design/icons";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import styles from "./matrix.module.css";
import { TierMenu, type TierMenuProps } from "./TierMenu.tsx";

export interface TierHeadProps extends TierMenuProps {
  readonly sentence: string;
  readonly unnamed: boolean;
  readonly readOnly: boolean;
  /** What the pointer's drag listens to. */
  readonly handle: Readonly<Record<string, unknown>> | undefined;
  readonly handleRef: (element: HTMLElement | null) => void;
}

export function TierHead(props: TierHeadProps) {
  const { t } = useTranslation();
  const { name, sentence, place, total, onMove, onEdit, readOnly, handle, handleRef } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === "ArrowUp" ? place - 1 : event.key === "ArrowDown" ? place + 1 : place;
    event.stopPropagation();
    if (to === place || to < 0 || to >= total) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <th scope="row" className={styles.tier}>
      <div>
        {readOnly ? null : (
          <button
            type="button"
            ref={handleRef}
            className={styles.handle}
            aria-label={t("sla.tiers.drag", { name })}
            data-handle={place}
            {...handle}
            onKeyDown={onKeyDown}
          >
            <HolderOutlined aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={styles.who}
          title={`${name}\n${sentence}`}
          onClick={onEdit}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <strong data-unnamed={props.unnamed}>{name}</strong>
          <span>{sentence}</span>
        </button>
        {readOnly ? null : <TierMenu {...props} />}
      </div>
    </th>
  );
}
