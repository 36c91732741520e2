/** A tier with its cells. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { conditionSentence } from "../../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { cellView, groupCalendar, isScaled } from "../../../editor/sla/cells.ts";
import { asSentence } from "../../../explain/in-sentence.ts";
import { CellEditor, FactEditor } from "./CellEditor.tsx";
import { addressText, calendarName, cellFace, tierName } from "./cell-face.ts";
import { gridColumns, isSelected, samePlace, viewMetrics } from "./grid.ts";
import type { MatrixProps } from "./Matrix.tsx";
import { MatrixCell } from "./MatrixCell.tsx";
import { tipId } from "./MatrixTip.tsx";
import { TierRow } from "./TierRow.tsx";

/** What the heads of rows do. */
export interface TierActions {
  readonly edit: (id: string) => void;
  readonly move: (id: string, to: number) => void;
  readonly addAt: (place: number) => void;
  readonly remove: (id: string) => void;
}

export function MatrixRow(props: MatrixProps & { readonly row: number }) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const { row, context, view, tiers, readOnly } = props;
  const { spec } = context;
  const tier = spec.tiers[row];
  if (!tier) return null;
  const { id } = tier;
  const written = Object.values(tier.targets ?? {}).flatMap(({ calendar: _, ...cells }) =>
    Object.keys(cells),
  );
  return (
    <TierRow
      id={id}
      name={tierName(spec, id, t)}
      unnamed={!tier.name}
      sentence={
        tier.when
          ? asSentence(conditionSentence(tier.when, vocabulary, i18n.language))
          : t("sla.tiers.always")
      }
      place={row}
      total={spec.tiers.length}
      targets={written.length}
      readOnly={readOnly}
      hasCalendars={Object.values(tier.targets ?? {}).some(({ calendar }) => calendar !== undefined)}
      onEdit={() => tiers.edit(id)}
      onMove={(to) => tiers.move(id, to)}
      onAddBelow={() => tiers.addAt(row + 1)}
      onRemove={() => tiers.remove(id)}
    >
      {gridColumns(view).map((_, col) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <RowCell key={col} {...props} col={col} />
      ))}
    </TierRow>
  );
}

/** What a cell shows; worked out again only when the policy, the calendars or the language change. */
function useDrawnCell({ context, view, row, col }: RowCellProps) {
  return useMemo(() => {
    const { spec, t, calendars } = context;
    const tier = spec.tiers[row];
    const cell = gridColumns(view)[col];
    if (!tier || !cell) return undefined;
    const address = { tier: tier.id, ...cell };
    const shown = cellView(spec, row, cell.column, cell.metric);
    const first = col % viewMetrics[view].length === 0;
    const own = first ? groupCalendar(tier, cell.column) : undefined;
    return {
      cell,
      place: { row, col },
      face: cellFace(address, shown, context),
      state: shown.state,
      address: addressText(address, spec, t),
      first,
      calendar: own === undefined ? undefined : calendarName(calendars, own),
    };
  }, [context, view, row, col]);
}

interface RowCellProps extends MatrixProps {
  readonly row: number;
  readonly col: number;
}

function RowCell(props: RowCellProps) {
  const { t } = useTranslation();
  const { state, problems, row } = props;
  const drawn = useDrawnCell(props);
  if (!drawn) return null;
  const { cell, ...shown } = drawn;
  const { place, address } = shown;
  const editing = state.editing && samePlace(state.editing.place, place) ? state.editing : undefined;
  const Editor = isScaled(cell.metric) ? CellEditor : FactEditor;
  return (
    <MatrixCell
      {...shown}
      active={samePlace(state.selection.focus, place)}
      selected={isSelected(state.selection, place)}
      problem={problems(row, cell)}
      editor={
        editing ? (
          <Editor
            text={editing.text}
            typed={editing.typed}
            label={t("sla.cell.edit", { address })}
            describedBy={tipId}
            onText={state.typed.set}
            leave={state.leave}
            commit={state.commit}
            cancel={state.cancel}
          />
        ) : undefined
      }
    />
  );
}
