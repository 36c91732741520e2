/** Ctrl K: go anywhere, find a ticket by number or words, run a command; keyboard throughout. */
import { Modal } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "./commands.ts";
import styles from "./palette.module.css";
import { useCommands } from "./use-commands.ts";

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Opens the shortcut sheet. */
  readonly onShortcuts: () => void;
}

export function CommandPalette({ open, onClose, onShortcuts }: CommandPaletteProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={<span className="visually-hidden">{t("shell.command.open")}</span>}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      destroyOnHidden
      style={{ top: 96 }}
      styles={{
        container: { padding: 0, overflow: "hidden" },
        header: { margin: 0, padding: 0, lineHeight: 0 },
      }}
    >
      <Palette onClose={onClose} onShortcuts={onShortcuts} />
    </Modal>
  );
}

function Palette({ onClose, onShortcuts }: Omit<CommandPaletteProps, "open">) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const { commands, searching } = useCommands(typed, onShortcuts);
  const listId = useId();
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && commands.length > 0) {
      event.preventDefault();
      setMarked((marked + step + commands.length) % commands.length);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) run(commands[marked]);
  };
  return (
    <div className={styles.palette}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type into it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={commands[marked] ? `${listId}-${marked}` : undefined}
        aria-label={t("shell.command.open")}
        placeholder={t("shell.command.placeholder")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <CommandList id={listId} commands={commands} marked={marked} onRun={run} onMark={setMarked} />
      {commands.length === 0 ? <p className={styles.none}>{t("shell.command.none")}</p> : null}
      <footer>{searching ? t("shell.command.searching") : t("shell.command.hint")}</footer>
    </div>
  );
}

interface CommandListProps {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly marked: number;
  readonly onRun: (command: Command) => void;
  readonly onMark: (index: number) => void;
}

function CommandList({ id, commands, marked, onRun, onMark }: CommandListProps) {
  const { t } = useTranslation();
  return (
    <div id={id} role="listbox" aria-label={t("shell.command.results")} className={styles.list} tabIndex={-1}>
      {commands.map((command, index) => (
        <div key={command.id} role="presentation">
          {command.group === commands[index - 1]?.group ? null : (
            <div className={styles.group} aria-hidden="true">
              {command.group}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above holds the focus and takes the keys */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={styles.option}
            ref={(element) => {
              if (index === marked) element?.scrollIntoView({ block: "nearest" });
            }}
            onClick={() => onRun(command)}
            onMouseMove={() => onMark(index)}
          >
            <span>{command.text}</span>
            {command.meta ? <small>{command.meta}</small> : null}
          </div>
        </div>
      ))}
    </div>
  );
}
