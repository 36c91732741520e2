/** An open document: header above, drawing in the middle, drawer below. */
import type { DocumentKind } from "@sluice/schemas";
import { App } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCrumb } from "../app/shell/crumb.ts";
import { ConflictDialog } from "./conflict/ConflictDialog.tsx";
import type { DocumentPageProps } from "./DocumentPage.tsx";
import styles from "./document.module.css";
import { BottomDrawer } from "./drawer/BottomDrawer.tsx";
import { DocumentHeader } from "./header/DocumentHeader.tsx";
import type { OpenDocument } from "./open-document.ts";
import { PublishDialog } from "./publish/PublishDialog.tsx";
import { useFrame } from "./use-frame.ts";
import { useNews } from "./use-news.ts";
import { useKeeping, useSyncState } from "./use-open-document.ts";
import { useShortcuts } from "./use-shortcuts.ts";

export interface DocumentFrameProps<K extends DocumentKind> extends DocumentPageProps<K> {
  readonly drawable: boolean;
  readonly open: OpenDocument<K>;
}

/** Says once that unsaved changes of the last time are back. */
function useRestoredNotice(restored: boolean): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, in whatever language it was opened
  useEffect(() => {
    if (restored) void message.info({ key: "restored", content: t("document.save.restored"), duration: 5 });
  }, [restored]);
}

export function DocumentFrame<K extends DocumentKind>(props: DocumentFrameProps<K>) {
  const { t } = useTranslation();
  useKeeping(props.open);
  const { frame, drawer, publishing, closePublish } = useFrame(props);
  const [resolving, setResolving] = useState(false);
  useNews(props.kind, props.documentKey, props.open);
  useShortcuts(frame);
  useRestoredNotice(props.open.restored);
  const saved = useSyncState(frame.sync);
  useCrumb(frame.document.name);
  const { drawing: Drawing, drawingOwnsScroll = false } = props;
  const { document, session, execute, findings, asked, readOnly } = frame;
  return (
    <article className={styles.page} aria-label={`${t(`document.kind.${props.kind}`)} ${document.name}`}>
      <DocumentHeader frame={frame} onConflict={() => setResolving(true)} />
      <section className={styles.drawing} data-owns-scroll={drawingOwnsScroll}>
        <Drawing
          document={document}
          session={session}
          execute={execute}
          findings={findings}
          asked={asked}
          ask={frame.ask}
          readOnly={readOnly}
        />
      </section>
      <BottomDrawer frame={frame} drawer={drawer} />
      {publishing ? <PublishDialog frame={frame} onClose={closePublish} /> : null}
      {resolving && saved.status === "conflict" ? (
        <ConflictDialog frame={frame} conflict={saved.conflict} onClose={() => setResolving(false)} />
      ) : null}
    </article>
  );
}
