/**
 * One document being drawn: the only place where it changes. Every change is a command, every command an entry of
 * the history, and what results is well-formed at every moment, so that it can be saved, checked and run at any time.
 * No React here: a page subscribes.
 */
import { type DocumentKind, type Problem, parseDocument, type SluiceDocument } from "@sluice/schemas";
import type { Command, Editable, Refusal, Text } from "./command.ts";
import { change, emptyHistory, type History, record, travel } from "./history.ts";
import { createWellFormed } from "./well-formed.ts";

/** What a page draws; a new object after each change. */
export interface EditState<K extends DocumentKind> {
  readonly document: SluiceDocument<K>;
  readonly history: History;
}

/** Whether a command was carried out; a command that changes nothing is. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly refusal: Refusal };

export interface EditSession<K extends DocumentKind> {
  getState(): EditState<K>;
  subscribe(listener: () => void): () => void;
  /** Why the command would be refused now; `undefined` when it would be carried out. */
  refusalOf(command: Command<K>): Refusal | undefined;
  execute(command: Command<K>): Outcome;
  undo(): void;
  redo(): void;
  /** Goes to where `position` entries of the history are applied. */
  goTo(position: number): void;
  /**
   * Puts a whole document in the place of this one, as one entry; replacements in a row with the same `mergeKey`
   * (a text being typed) are one entry together. Its kind and key must be the same.
   */
  replace(document: SluiceDocument<K>, label: Text, mergeKey?: string): Outcome;
  /** Starts anew from what is stored: the history is empty afterwards. */
  reset(document: SluiceDocument<K>, history?: History): void;
  /** Ends the gesture: the next command is an entry of its own. */
  seal(): void;
}

const malformed = ({ path, message }: Problem): Refusal => ({
  reason: { key: "editor.refusals.malformed" },
  detail: message,
  path,
});

/** What makes a value no well-formed document; `undefined` when it is one. */
export function faultOf(document: unknown, parse: typeof parseDocument = parseDocument): Refusal | undefined {
  const parsed = parse(document);
  if (parsed.ok) return undefined;
  const [first] = parsed.problems;
  return first === undefined ? undefined : malformed(first);
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Makes `target` say what `next` says, touching only the objects and lists that differ: history stays small. */
function transfer(target: object, next: object): void {
  const [holder, wanted] = [target as Record<string, unknown>, next as Record<string, unknown>];
  for (const name of Object.keys(holder)) if (!Object.hasOwn(wanted, name)) delete holder[name];
  for (const [name, value] of Object.entries(wanted)) {
    const old = holder[name];
    if (isHolder(old) && isHolder(value)) transfer(old, value);
    else if (Array.isArray(old) && Array.isArray(value)) transferList(old, value);
    else if (old !== value) holder[name] = value;
  }
}

function transferList(target: unknown[], next: readonly unknown[]): void {
  if (target.length > next.length) target.length = next.length;
  for (const [at, value] of next.entries()) {
    const old = target[at];
    if (isHolder(old) && isHolder(value)) transfer(old, value);
    else if (Array.isArray(old) && Array.isArray(value)) transferList(old, value);
    else if (old !== value) target[at] = value;
  }
}

/** The commands of a replacement: envelope and spec change, identity does not. */
const replacing = <K extends DocumentKind>(
  next: SluiceDocument<K>,
  label: Text,
  mergeKey: string | undefined,
): Command<K> => ({
  label,
  ...(mergeKey === undefined ? {} : { mergeKey }),
  refuse: (document) =>
    document.kind === next.kind && document.key === next.key
      ? undefined
      : { reason: { key: "editor.refusals.otherDocument" }, path: "/key" },
  apply: (draft) => transfer(draft, structuredClone(next)),
});

/** Opens a session on a well-formed document. */
export function createEditSession<K extends DocumentKind>(
  document: SluiceDocument<K>,
  history: History = emptyHistory,
): EditSession<K> {
  let state: EditState<K> = { document, history };
  let sealed = true;
  const parse = createWellFormed();
  const listeners = new Set<() => void>();

  function set(next: EditState<K>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function attempt(command: Command<K>) {
    const refusal = command.refuse?.(state.document);
    if (refusal) return { refusal };
    const changed = change(state.document, (draft) => command.apply(draft as Editable<K>));
    return changed ? { changed, refusal: faultOf(changed.value, parse) } : {};
  }

  function execute(command: Command<K>): Outcome {
    const { changed, refusal } = attempt(command);
    if (refusal) return { done: false, refusal };
    if (!changed) return { done: true };
    const { value, forward, backward } = changed;
    const { label, mergeKey } = command;
    const entry = { label, forward, backward, ...(mergeKey === undefined ? {} : { mergeKey }) };
    const next = record(state.history, entry, !sealed);
    sealed = false;
    set({ document: value, history: next });
    return { done: true };
  }

  function goTo(position: number): void {
    if (position === state.history.position) return;
    const reached = travel(state.document, state.history, position);
    sealed = true;
    set({ document: reached.value, history: reached.history });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refusalOf: (command) => attempt(command).refusal,
    execute,
    undo: () => goTo(state.history.position - 1),
    redo: () => goTo(state.history.position + 1),
    goTo,
    replace: (next, label, mergeKey) => execute(replacing(next, label, mergeKey)),
    reset(next, past = emptyHistory) {
      sealed = true;
      set({ document: next, history: past });
    },
    seal() {
      sealed = true;
    },
  };
}
