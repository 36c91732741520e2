/**
 * What the HTTP side asks of the runtime. The runtime implements it; `createApp` is given it.
 * The `on…` calls come after the commit; a failure in one is logged and never undoes what was committed.
 */
import type { People } from "@sluice/engine";
import type { AnyDocument, DocumentKind, Finding, Presence, Problem } from "@sluice/schemas";
import type { Transaction } from "./database/database.ts";
import type { FieldError } from "./errors.ts";

/** One document whose live revision changed; `revision` is null when it went away. */
export interface PublishedChange {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly revision: number | null;
  readonly document: AnyDocument | null;
  /** Whether open clocks follow. */
  readonly apply: "new" | "open";
}

export interface CheckContext {
  /** Every document that would be live beside the checked one, itself included. */
  readonly documents: readonly AnyDocument[];
  /** The people to check against; those that there are by default. */
  readonly people?: People;
}

export interface PresenceChange {
  readonly agent: string;
  readonly presence: Presence;
  readonly actor: string;
}

export interface RuntimePort {
  readonly checks: {
    /** Faults beyond a document's own shape (facts, operators, references). Any of them refuses a publish. */
    document(document: AnyDocument, context: CheckContext): readonly Problem[];
    /** The same faults, and what is unwise or worth knowing; only the faults refuse a publish. */
    lint(document: AnyDocument, context: CheckContext): readonly Finding[];
    /**
     * Whether both evaluators agree on the document's conditions: the fault that refuses a publish, or `null`.
     * Takes a while (two seconds at most), so ask outside of any transaction, and only about documents without faults.
     */
    reference(document: AnyDocument, context: CheckContext): Promise<FieldError | null>;
  };
  /** Inside the publishing transaction: for rows that must appear with the revision (campaign edges, schedules). */
  publishing(transaction: Transaction, changes: readonly PublishedChange[]): Promise<void>;
  onPublished(changes: readonly PublishedChange[]): Promise<void>;
  onPeopleChanged(): Promise<void>;
  onSettingsChanged(): Promise<void>;
  /** Stores the presence and routes what becomes possible by it. */
  onPresence(change: PresenceChange): Promise<void>;
  /** True when tickets can be taken; `/readyz` says so. */
  ready(): boolean;
}

/** A runtime that takes no tickets: for the command line and for tests of the HTTP side alone. */
export const idleRuntime: RuntimePort = {
  checks: { document: () => [], lint: () => [], reference: async () => null },
  publishing: async () => undefined,
  onPublished: async () => undefined,
  onPeopleChanged: async () => undefined,
  onSettingsChanged: async () => undefined,
  onPresence: async () => undefined,
  ready: () => true,
};
