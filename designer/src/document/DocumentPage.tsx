/**
 * The frame that the drawings of all seven kinds share: header, autosave, checks, the drawer with problems, try-it,
 * JSON and revisions, publishing and conflicts. A kind gives its drawing and, where it has them, its own panels.
 */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { mayDraw, meQuery } from "../client/session.ts";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../ui/SkeletonRows.tsx";
import { DocumentFrame } from "./DocumentFrame.tsx";
import styles from "./document.module.css";
import type { DrawingProps } from "./drawing.ts";
import type { PageAction, PlaceName, PublishExtrasProps, RolledBack } from "./frame.ts";
import { useOpenDocument } from "./use-open-document.ts";

export interface DocumentPageProps<K extends DocumentKind> {
  readonly kind: K;
  readonly documentKey: string;
  readonly drawing: ComponentType<DrawingProps<K>>;
  /** The try-it panel; without one there is neither the button nor the tab. */
  readonly trial?: ComponentType<DrawingProps<K>>;
  /** What the try-it button and tab are called; `试运行` unless told. */
  readonly trialLabel?: string;
  /** What the publish dialog shows besides. */
  readonly publishExtras?: ComponentType<PublishExtrasProps<K>>;
  /** A human name for a finding's place; an empty text falls back to the general one. */
  readonly placeName?: PlaceName<K>;
  /** More items for the ⋯ menu. */
  readonly actions?: readonly PageAction[];
  /** Tells of a rollback in the place of the usual message, for kinds that offer a next step. */
  readonly onRolledBack?: (rolledBack: RolledBack) => void;
  /** The drawing fills its place and scrolls by itself: a canvas. */
  readonly drawingOwnsScroll?: boolean;
  /** Where the list of this kind stands; `/<kind>s` unless told. */
  readonly basePath?: string;
}

/** One document, open for drawing; for roles that may not draw, open for looking. */
export function DocumentPage<K extends DocumentKind>(props: DocumentPageProps<K>) {
  const me = useQuery(meQuery).data;
  if (me === undefined) return <Loading />;
  const owner = me?.id ?? "";
  const key = `${owner}/${props.kind}/${props.documentKey}`;
  return <Opened key={key} {...props} owner={owner} drawable={mayDraw(me)} />;
}

interface OpenedProps<K extends DocumentKind> extends DocumentPageProps<K> {
  readonly owner: string;
  readonly drawable: boolean;
}

function Opened<K extends DocumentKind>({ owner, ...props }: OpenedProps<K>) {
  const { open, error, retry } = useOpenDocument(props.kind, props.documentKey, owner, props.drawable);
  if (open) return <DocumentFrame {...props} open={open} />;
  return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={retry} />;
}

function Loading() {
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={16} />
    </div>
  );
}
