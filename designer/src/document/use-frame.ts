/** Puts together what the parts of a document page share. */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { documentQuery } from "../client/documents.ts";
import { mayPublish, meQuery } from "../client/session.ts";
import type { Command } from "../editor/command.ts";
import type { EditSession } from "../editor/edit-session.ts";
import type { DocumentFrameProps } from "./DocumentFrame.tsx";
import { type DrawerChoice, useDrawerChoice } from "./drawer/drawer-choice.ts";
import type { PlaceAsked } from "./drawing.ts";
import type { Frame } from "./frame.ts";
import { isSame } from "./is-same.ts";
import { useFindings } from "./lint/use-findings.ts";
import { placeNameOf } from "./place-name.ts";
import type { Sides } from "./revisions/sides.ts";
import { refusalText } from "./text-of.ts";
import { useEditState } from "./use-open-document.ts";

/** Carries commands out and tells the person why not. */
function useExecute<K extends DocumentKind>(session: EditSession<K>, readOnly: boolean) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  return useCallback(
    (command: Command<K>): boolean => {
      if (readOnly) return false;
      const outcome = session.execute(command);
      if (!outcome.done) void message.warning(refusalText(outcome.refusal, t, i18n.language), 5);
      return outcome.done;
    },
    [session, readOnly, message, t, i18n],
  );
}

export interface FrameState<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly drawer: DrawerChoice;
  readonly publishing: boolean;
  readonly closePublish: () => void;
}

export function useFrame<K extends DocumentKind>(props: DocumentFrameProps<K>): FrameState<K> {
  const { kind, documentKey, open, drawable, trial, publishExtras, actions = [] } = props;
  const { t } = useTranslation();
  const { document } = useEditState(open.session);
  const me = useQuery(meQuery).data ?? null;
  const standing = useQuery(documentQuery(kind, documentKey)).data?.value;
  const live = standing?.live ?? null;
  const changed = useMemo(() => !isSame(document, live), [document, live]);
  const lint = useFindings(document);
  const [asked, setAsked] = useState<PlaceAsked | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [sides, compare] = useState<Sides | null>(null);
  const drawer = useDrawerChoice();
  const ask = useCallback((path: string) => setAsked({ path }), []);
  const placeName = useMemo(() => placeNameOf(props.placeName, t), [props.placeName, t]);
  const readOnly = !drawable;
  const frame: Frame<K> = {
    ...open,
    kind,
    documentKey,
    document,
    execute: useExecute(open.session, readOnly),
    findings: lint.findings,
    lint,
    asked,
    readOnly,
    me,
    standing,
    changed,
    mayPublish: mayPublish(me),
    placeName,
    trial,
    trialLabel: props.trialLabel ?? t("document.drawer.trial"),
    publishExtras,
    actions,
    onRolledBack: props.onRolledBack,
    ask,
    showTab: drawer.show,
    openPublish: () => setPublishing(true),
    sides,
    compare,
    basePath: props.basePath ?? `/${kind}s`,
  };
  return { frame, drawer, publishing, closePublish: () => setPublishing(false) };
}
