/** The palette: every node kind and action by family, to drag or to add by Enter; slim where room is scarce. */
import { SearchOutlined } from "@ant-design/icons";
import type { NodeFamily } from "@sluice/schemas";
import { Input } from "antd";
import { type DragEvent, type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAdding } from "./adding-context.ts";
import { useEditor } from "./editor-context.ts";
import { KindIcon } from "./icons.tsx";
import styles from "./palette.module.css";
import { matchingEntries, type PaletteEntry } from "./palette-entries.ts";

/** The media type under which an entry is dragged. */
export const entryType = "application/x-sluice-node";

export interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  /** Icons only; opens over the canvas when it is searched. */
  readonly slim: boolean;
  /** Told while an entry is in hand: what a drag carries cannot be read before it is dropped. */
  readonly onDrag: (entry: PaletteEntry | null) => void;
}

export const Palette = memo(function Palette({ entries, slim, onDrag }: PaletteProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const folded = slim && !open;
  return (
    <nav className={styles.frame} data-slim={slim} aria-label={t("workflow.palette.label")}>
      {folded ? (
        <SlimPalette entries={entries} onDrag={onDrag} onSearch={() => setOpen(true)} />
      ) : (
        <FullPalette entries={entries} onDrag={onDrag} over={slim} onClose={() => setOpen(false)} />
      )}
    </nav>
  );
});

/** What dragging or choosing an entry does. */
function useEntry(onDrag: PaletteProps["onDrag"]) {
  const { store, readOnly } = useEditor();
  const { add } = useAdding();
  return (entry: PaletteEntry) => ({
    draggable: !readOnly,
    disabled: readOnly,
    onClick: () => {
      const [after] = store.get().selection;
      add(entry, after === undefined ? {} : { after });
    },
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(entryType, entry.id);
      event.dataTransfer.effectAllowed = "copy";
      onDrag(entry);
    },
    onDragEnd: () => onDrag(null),
  });
}

type PartProps = Pick<PaletteProps, "entries" | "onDrag">;

function SlimPalette({ entries, onDrag, onSearch }: PartProps & { onSearch: () => void }) {
  const { t } = useTranslation();
  const propsOf = useEntry(onDrag);
  return (
    <div className={styles.slim}>
      <button
        type="button"
        aria-label={t("workflow.palette.search")}
        title={t("workflow.palette.search")}
        onClick={onSearch}
      >
        <SearchOutlined aria-hidden />
      </button>
      {entries.map((entry, index) => (
        <button
          key={entry.id}
          type="button"
          data-family={entry.family}
          data-first={entry.family !== entries[index - 1]?.family}
          aria-label={entry.label}
          title={`${entry.label}: ${entry.description}`}
          {...propsOf(entry)}
        >
          <KindIcon name={entry.icon} />
        </button>
      ))}
    </div>
  );
}

interface FullPaletteProps extends PartProps {
  readonly over: boolean;
  readonly onClose: () => void;
}

function FullPalette({ entries, onDrag, over, onClose }: FullPaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const propsOf = useEntry(onDrag);
  const found = matchingEntries(entries, typed);
  const focusEntry = (index: number) =>
    frame.current?.querySelectorAll<HTMLElement>("[data-entry]")[index]?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const onEntry = event.target instanceof HTMLElement && event.target.dataset.entry !== undefined;
    if (step !== 0) {
      event.preventDefault();
      const next = onEntry ? (marked + step + found.length) % found.length : 0;
      setMarked(next);
      focusEntry(next);
    }
    if (event.key === "Escape" && over) onClose();
    const [first] = found;
    if (event.key === "Enter" && !onEntry && first && !event.nativeEvent.isComposing)
      propsOf(first).onClick();
  };
  const onBlur = (event: React.FocusEvent) => {
    if (over && !event.currentTarget.contains(event.relatedTarget)) onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from the search to its entries
    <div className={styles.full} data-over={over} ref={frame} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Input
        autoFocus={over}
        className={styles.search}
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        value={typed}
        placeholder={t("workflow.palette.search")}
        aria-label={t("workflow.palette.search")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={styles.entries}>
        {found.map((entry, index) => (
          <div key={entry.id}>
            {typed === "" && entry.family !== found[index - 1]?.family ? (
              <FamilyName family={entry.family} />
            ) : null}
            <button
              type="button"
              data-entry={entry.id}
              data-family={entry.family}
              className={styles.entry}
              title={entry.description}
              onFocus={() => setMarked(index)}
              {...propsOf(entry)}
            >
              <KindIcon name={entry.icon} />
              <span>{entry.label}</span>
            </button>
          </div>
        ))}
        {found.length === 0 ? <p className={styles.none}>{t("workflow.palette.none")}</p> : null}
      </div>
      <p className={styles.hint}>{t("workflow.palette.hint")}</p>
    </div>
  );
}

function FamilyName({ family }: { family: NodeFamily }) {
  const { t } = useTranslation();
  return <h2 className={styles.family}>{t(`workflow.palette.family.${family}`)}</h2>;
}
