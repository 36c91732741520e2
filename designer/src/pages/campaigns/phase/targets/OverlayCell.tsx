/** A cell that the phase writes: a target, a factor, or nothing; edited in place. */
import { Tooltip } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { setOverlayCells } from "../../../../editor/campaign/overlay-commands.ts";
import { factorText, readCellText } from "../../../../editor/sla/cell-text.ts";
import type { Column, ScaledMetric } from "../../../../editor/sla/cells.ts";
import { durationText } from "../../../../fields/parse-duration-text.ts";
import { shortTarget } from "../../../sla/matrix/short-target.ts";
import type { OverlayProps } from "./TargetSection.tsx";
import styles from "./targets.module.css";

export interface OverlayCellProps extends OverlayProps {
  readonly column: Column;
  readonly metric: ScaledMetric;
  /** `P3 · 解决`. */
  readonly name: string;
}

const isFirst = (metric: ScaledMetric): boolean => metric === "firstResponse" || metric === "periodicUpdate";

export function OverlayCell(props: OverlayCellProps) {
  const { overlay, column, metric, name, readOnly } = props;
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const own = overlay.targets?.[column]?.[metric];
  const factor = column === "*" && own === undefined ? overlay.scale?.[metric] : undefined;
  const shown = own === undefined ? (factor === undefined ? "" : factorText(factor)) : shortTarget(own, t);
  const text = own === undefined ? shown : durationText(own, t);
  return (
    <td data-first={isFirst(metric)} className={styles.ownCell}>
      {editing ? (
        <CellInput {...props} text={text} onDone={() => setEditing(false)} />
      ) : (
        <button
          type="button"
          disabled={readOnly}
          data-empty={shown === ""}
          aria-label={`${t("campaign.sla.edit", { cell: name })}: ${shown || t("campaign.sla.nothing")}`}
          onClick={() => setEditing(true)}
        >
          {shown || t("campaign.sla.empty")}
        </button>
      )}
    </td>
  );
}

interface CellInputProps extends OverlayCellProps {
  readonly text: string;
  readonly onDone: () => void;
}

function CellInput({ place, column, metric, name, text, execute, session, onDone }: CellInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const reading = readCellText(typed, metric);
  const misplaced = reading.ok && reading.value.type === "factor" && column !== "*";
  const fault = !reading.ok
    ? t(`fields.duration.fault.${reading.fault.fault}`, { n: reading.fault.n ?? "" })
    : misplaced
      ? t("sla.refusals.factorPlace")
      : undefined;
  const said =
    reading.ok && reading.value.type === "target" ? `= ${durationText(reading.value.text, t)}` : "";
  const take = () => {
    if (fault === undefined && reading.ok && typed !== text) {
      session.seal();
      execute(setOverlayCells(place, [{ column, metric, value: reading.value }]));
    }
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && fault === undefined) take();
    if (event.key === "Escape") onDone();
    event.stopPropagation();
  };
  return (
    <Tooltip open={fault !== undefined || said !== ""} title={fault ?? said} placement="bottom">
      <input
        // biome-ignore lint/a11y/noAutofocus: the cell was just opened for writing
        autoFocus
        value={typed}
        aria-label={t("campaign.sla.edit", { cell: name })}
        aria-invalid={fault !== undefined}
        autoComplete="off"
        spellCheck={false}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
    </Tooltip>
  );
}
