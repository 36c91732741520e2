/** The cards in order. Only those in sight exist, so that two thousand rules scroll like twenty. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { ConditionTrace, Finding } from "@sluice/schemas";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { TriedState } from "../try/try-message.ts";
import styles from "./list.module.css";
import { useListActions } from "./list-actions.ts";
import { RuleCard } from "./RuleCard.tsx";
import type { RuleRow } from "./rule-filter.ts";
import { useReason } from "./use-reason.ts";

/** Height of a closed card and the gap below it, in pixels. */
const closedHeight = 44;

/** What whoever holds the list may ask of it. */
export interface RuleListHandle {
  /** Brings a card into sight. */
  scrollTo(key: string): void;
}

export interface RuleListProps {
  readonly rows: readonly RuleRow[];
  readonly open: ReadonlySet<string>;
  /** The card whose inside takes the focus, and where. */
  readonly focus: { readonly key: string; readonly place: string } | null;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly states: readonly TriedState[] | undefined;
  readonly traces: ReadonlyMap<number, ConditionTrace>;
  /** Hears which places are in sight. */
  readonly onLook: (places: readonly number[]) => void;
  readonly handle: RefObject<RuleListHandle | null>;
  /** Stands below the last rule and scrolls with them. */
  readonly end: ReactNode;
}

const vertical: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];
/** A click is no drag. */
const pointer = { activationConstraint: { distance: 4 } };

/** A dragged card stays in the page while it is scrolled out of sight. */
function useRange(rows: readonly RuleRow[]) {
  const [dragged, setDragged] = useState<string | null>(null);
  const extract = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      const at = dragged === null ? -1 : rows.findIndex(({ key }) => key === dragged);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
    [rows, dragged],
  );
  return { extract, setDragged };
}

/** Drops a card before or after another: the place is the other's, whatever is filtered out between. */
function useDrop(rows: readonly RuleRow[]) {
  const { move } = useListActions();
  return ({ active, over }: DragEndEvent) => {
    const from = rows.find(({ key }) => key === active.id);
    const to = rows.find(({ key }) => key === over?.id);
    if (from && to && from !== to) move(from.rule.id, to.place);
  };
}

export function RuleList(props: RuleListProps) {
  const { rows, open, focus, findings, states, traces, onLook, handle, end } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { extract, setDragged } = useRange(rows);
  const drop = useDrop(rows);
  const reasonOf = useReason();
  const sensors = useSensors(useSensor(PointerSensor, pointer));
  const virtual = useVirtualizer({
    count: rows.length + 1,
    getScrollElement: () => box.current,
    estimateSize: () => closedHeight,
    overscan: 6,
    getItemKey: (index) => rows[index]?.key ?? "otherwise",
    rangeExtractor: extract,
  });
  // One list for all: each new one would draw every card again.
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const items = virtual.getVirtualItems();
  const looked = items.flatMap(({ index }) => rows[index]?.place ?? []).join();
  useEffect(() => onLook(looked === "" ? [] : looked.split(",").map(Number)), [looked, onLook]);
  useImperativeHandle(handle, () => ({
    scrollTo: (key) => {
      const index = rows.findIndex((row) => row.key === key);
      if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
    },
  }));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={vertical}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={(event) => {
        setDragged(null);
        drop(event);
      }}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section ref={box} className={styles.scroll} aria-label={t("classification.list")} tabIndex={0}>
          <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, key, start }) => {
              const row = rows[index];
              return (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.item}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {row ? (
                    <RuleCard
                      row={row}
                      open={open.has(row.key)}
                      findings={findings.get(row.place)}
                      state={states?.[row.place]}
                      reason={reasonOf(states?.[row.place], traces.get(row.place))}
                      trace={states && open.has(row.key) ? traces.get(row.place) : undefined}
                      focus={focus?.key === row.key ? focus.place : undefined}
                    />
                  ) : (
                    end
                  )}
                </div>
              );
            })}
          </div>
        </section>
      </SortableContext>
    </DndContext>
  );
}
