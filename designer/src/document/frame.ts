/** What the parts of a document page share: one open document and what may be done to it. */
import type { DocumentKind, Finding, SluiceDocument } from "@sluice/schemas";
import type { ComponentType } from "react";
import type { DocumentStanding } from "../client/documents.ts";
import type { Me } from "../client/types.ts";
import type { DrawingProps } from "./drawing.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Sides } from "./revisions/sides.ts";

/** Tabs of the bottom drawer. */
export type DrawerTab = "problems" | "trial" | "json" | "revisions";

/** What lint says, and how far it has come. */
export interface LintState {
  readonly findings: readonly Finding[];
  /** `checking` until the first answer; `failed` where the worker could not be started or broke. */
  readonly status: "checking" | "checked" | "failed";
}

export interface PublishExtrasProps<K extends DocumentKind> {
  readonly document: SluiceDocument<K>;
  readonly apply: "new" | "open";
  readonly setApply: (apply: "new" | "open") => void;
}

/** An item that the kind adds to the page's ⋯ menu. */
export interface PageAction {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
}

/** A rollback that was carried out. */
export interface RolledBack {
  /** The revision that was live before. */
  readonly left: number;
  /** The number of the new one. */
  readonly revision: number;
  /** What the person is told of it. */
  readonly told: string;
}

/** A human name for a place in a document. */
export type PlaceName<K extends DocumentKind> = (document: SluiceDocument<K>, path: string) => string;

export interface Frame<K extends DocumentKind> extends DrawingProps<K>, OpenDocument<K> {
  readonly kind: K;
  readonly documentKey: string;
  readonly me: Me | null;
  readonly lint: LintState;
  readonly standing: DocumentStanding<K> | undefined;
  /** The draft says something else than what is live. */
  readonly changed: boolean;
  readonly mayPublish: boolean;
  readonly placeName: PlaceName<K>;
  readonly trial: ComponentType<DrawingProps<K>> | undefined;
  readonly trialLabel: string;
  readonly publishExtras: ComponentType<PublishExtrasProps<K>> | undefined;
  readonly actions: readonly PageAction[];
  /** Tells of a rollback in the place of the usual message. */
  readonly onRolledBack: ((rolledBack: RolledBack) => void) | undefined;
  /** Shows a place of the document in the drawing and in the JSON. */
  readonly ask: (path: string) => void;
  readonly showTab: (tab: DrawerTab) => void;
  readonly openPublish: () => void;
  /** What the revisions tab compares; `null` = what is most likely asked. */
  readonly sides: Sides | null;
  readonly compare: (sides: Sides | null) => void;
  /** Where the list of this kind stands. */
  readonly basePath: string;
}
