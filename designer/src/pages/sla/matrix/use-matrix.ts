/** What one does in the matrix: where one is, what is being typed, and what a key or a paste does. */
import type { SluiceDocument } from "@sluice/schemas";
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import { blockText, editText, readBlock, readCellText, readPaste } from "../../../editor/sla/cell-text.ts";
import { type CellAddress, cellView } from "../../../editor/sla/cells.ts";
import { clearTarget, setCells } from "../../../editor/sla/target-commands.ts";
import {
  gridColumns,
  type MetricView,
  type Place,
  placeAfter,
  placesOf,
  type Selection,
  samePlace,
  single,
} from "./grid.ts";
import { createTypedText } from "./typed-text.ts";

/** A cell being written; `typed` = begun by typing: then arrows leave it, as in a spreadsheet. */
export interface Editing {
  readonly place: Place;
  readonly text: string;
  readonly typed: boolean;
}

export type MatrixState = ReturnType<typeof useMatrix>;

type Execute = DrawingProps<"sla">["execute"];

interface MatrixInput {
  readonly document: SluiceDocument<"sla">;
  readonly execute: Execute;
  readonly readOnly: boolean;
  readonly view: MetricView;
  readonly notify: (text: string) => void;
}

/** The address of a place; `undefined` beyond the edges. */
const addressing = ({ document, view }: Pick<MatrixInput, "document" | "view">) => {
  const cells = gridColumns(view);
  return ({ row, col }: Place): CellAddress | undefined => {
    const tier = document.spec.tiers[row];
    const cell = cells[col];
    return tier && cell && { tier: tier.id, ...cell };
  };
};

function useEditing(
  { document, execute, readOnly }: MatrixInput,
  addressOf: (place: Place) => CellAddress | undefined,
) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Editing>();
  /** What stands in the editor: kept here too, for those who say how it is understood. */
  const [typed] = useState(createTypedText);
  const begin = (place: Place, letters?: string) => {
    const address = addressOf(place);
    if (readOnly || !address) return;
    const view = cellView(document.spec, place.row, address.column, address.metric);
    const text = letters ?? editText(view, address.metric, t);
    typed.set(text);
    setEditing({ place, text, typed: letters !== undefined });
  };
  /** Takes over what was typed; false where it cannot be read or was refused. */
  const commit = (text: string): boolean => {
    const address = editing && addressOf(editing.place);
    if (!editing || !address) return false;
    const view = cellView(document.spec, editing.place.row, address.column, address.metric);
    if (text === editText(view, address.metric, t)) {
      setEditing(undefined);
      return true;
    }
    const reading = readCellText(text, address.metric);
    if (!reading.ok) return false;
    const { value } = reading;
    const done = execute(
      value.type === "empty"
        ? clearTarget(address)
        : setCells([{ ...address, value }], {
            key: value.type === "factor" ? "sla.commands.setScale" : "sla.commands.setTarget",
          }),
    );
    if (done) setEditing(undefined);
    return done;
  };
  return { editing, typed, begin, commit, cancel: () => setEditing(undefined) };
}

const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  [...key].length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;

/** Copying and pasting of the selected block. */
function useBlock(
  input: MatrixInput,
  selection: Selection,
  addressOf: (place: Place) => CellAddress | undefined,
) {
  const { t } = useTranslation();
  const { document, execute, readOnly, notify } = input;
  const copy = (): string => {
    const rows = placesOf(selection).map((row) =>
      row.map((place) => {
        const address = addressOf(place);
        if (!address) return "";
        return editText(
          cellView(document.spec, place.row, address.column, address.metric),
          address.metric,
          t,
        );
      }),
    );
    notify(t("sla.cell.copied", { count: rows.flat().length }));
    return blockText(rows);
  };
  const paste = (text: string) => {
    if (readOnly) return;
    const block = readBlock(text);
    const places = placesOf(selection);
    const [first] = places[0] ?? [];
    if (!first) return;
    const height = Math.max(block.length, places.length);
    const width = Math.max(...block.map(({ length }) => length), places[0]?.length ?? 1);
    const reach = placesOf({
      anchor: first,
      focus: { row: first.row + height - 1, col: first.col + width - 1 },
    });
    const addresses = reach.map((row) => row.flatMap((place) => addressOf(place) ?? []));
    const { changes, fault } = readPaste(block, addresses);
    if (fault) notify(t("sla.cell.pasteFault", fault));
    else if (changes.length > 0)
      execute(setCells(changes, { key: "sla.commands.paste", values: { count: changes.length } }));
  };
  const clear = () => {
    const addresses = placesOf(selection).flatMap((row) => row.flatMap((place) => addressOf(place) ?? []));
    if (readOnly) return;
    execute(
      setCells(
        addresses.map((address) => ({ ...address, value: { type: "empty" } })),
        { key: "sla.commands.clear", values: { count: addresses.length } },
      ),
    );
  };
  return { copy, paste, clear };
}

/** Where one begins: what most tickets are held to, of the commonest priority. */
function firstPlace({ document, view }: MatrixInput): Place {
  const row = document.spec.tiers.findIndex(({ when }) => when === undefined);
  const col = gridColumns(view).findLastIndex(({ column }) => column === "P2");
  return { row: Math.max(0, row), col: Math.max(0, col) };
}

/** The state of the matrix and its gestures. */
export function useMatrix(input: MatrixInput) {
  const { document, view } = input;
  const addressOf = useMemo(() => addressing({ document, view }), [document, view]);
  const size = { rows: document.spec.tiers.length, cols: gridColumns(view).length };
  const [selection, setSelection] = useState<Selection>(() => single(firstPlace(input)));
  /** Counts up each time the focused cell is to be given the keyboard's focus. */
  const [focusAsked, setFocusAsked] = useState(0);
  const { editing, typed, begin, commit, cancel } = useEditing(input, addressOf);
  const block = useBlock(input, selection, addressOf);

  const goTo = useCallback((place: Place, extend = false) => {
    setSelection(({ anchor }) => ({ anchor: extend ? anchor : place, focus: place }));
    setFocusAsked((count) => count + 1);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing) return;
    const { key } = event;
    const far = event.ctrlKey || event.metaKey;
    const next = placeAfter(selection.focus, key, far, size);
    const tab = selection.focus.col + (event.shiftKey ? -1 : 1);
    if (next) goTo(next, event.shiftKey);
    else if (key === "Tab" && tab >= 0 && tab < size.cols) goTo({ row: selection.focus.row, col: tab });
    else if (key === "Enter" || key === "F2") begin(selection.focus);
    else if (key === "Delete" || key === "Backspace") block.clear();
    else if (key === "Escape") setSelection(single(selection.focus));
    else if (isTyping(event)) begin(selection.focus, key);
    else return;
    event.preventDefault();
  };

  /** Leaves a cell that was written towards `key`; stays where the text cannot be taken. */
  const leave = (text: string, key: string, back: boolean): boolean => {
    const from = editing?.place;
    if (!from || !commit(text)) return false;
    const way =
      key === "Tab"
        ? back
          ? "ArrowLeft"
          : "ArrowRight"
        : key === "Enter"
          ? back
            ? "ArrowUp"
            : "ArrowDown"
          : key;
    goTo(placeAfter(from, way, false, size) ?? from);
    return true;
  };

  return {
    ...block,
    addressOf,
    selection,
    editing,
    typed,
    focusAsked,
    onKeyDown,
    goTo,
    leave,
    commit,
    /** The focus came to a cell by itself: one is there now. */
    follow(place: Place | undefined) {
      if (place && !editing && !samePlace(place, selection.focus)) setSelection(single(place));
    },
    open: (place: Place) => {
      setSelection(single(place));
      begin(place);
    },
    cancel: () => {
      cancel();
      setFocusAsked((count) => count + 1);
    },
  };
}
