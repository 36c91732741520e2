/** Two drafts made from one: what each changed, and putting them together. Nothing is lost until it is decided. */
import type { DocumentKind, SluiceDocument } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Modal } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryKeys } from "../../client/query-keys.ts";
import type { Text } from "../../editor/command.ts";
import { actorName } from "../actor-name.ts";
import { ChangeList } from "../ChangeList.tsx";
import { changeLines } from "../change-lines.ts";
import type { Conflict } from "../draft-sync.ts";
import type { Frame } from "../frame.ts";
import { refusalText } from "../text-of.ts";
import { Clashes } from "./Clashes.tsx";
import { choicesFor, chosen, nothingChosen } from "./choices.ts";
import styles from "./conflict.module.css";
import { mergeDocuments } from "./merge-documents.ts";

export interface ConflictDialogProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly conflict: Conflict<SluiceDocument<K>>;
  readonly onClose: () => void;
}

/** What can be decided; each answers whether the conflict is over. */
function useDecisions<K extends DocumentKind>(
  { session, sync }: Frame<K>,
  { theirs }: Conflict<SluiceDocument<K>>,
) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const put = (document: SluiceDocument<K>, label: Text): boolean => {
    const outcome = session.replace(document, label);
    if (!outcome.done) {
      const why = refusalText(outcome.refusal, t, i18n.language);
      void message.warning(`${t("document.conflict.malformed")} ${why}`, 6);
      return false;
    }
    sync.rebase(theirs);
    return true;
  };
  return {
    merge: (document: SluiceDocument<K>) => put(document, { key: "editor.commands.merge" }),
    takeTheirs: () => put(theirs.document, { key: "editor.commands.takeTheirs" }),
    takeMine: () => sync.rebase(theirs),
  };
}

/** Who stored theirs is asked anew for each of theirs. */
function useFreshAuthor<K extends DocumentKind>({ kind, documentKey }: Frame<K>, etag: string): void {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tag is another author
  useEffect(() => {
    void client.invalidateQueries({ queryKey: queryKeys.document(kind, documentKey) });
  }, [client, kind, documentKey, etag]);
}

export function ConflictDialog<K extends DocumentKind>(props: ConflictDialogProps<K>) {
  const { frame, conflict, onClose } = props;
  const { t } = useTranslation();
  const { base, theirs } = conflict;
  const mine = frame.document;
  const [made, setMade] = useState(nothingChosen);
  const choices = choicesFor(made, theirs.etag);
  const merged = useMemo(
    () => mergeDocuments(base, mine, theirs.document, ({ place }) => choices[place] ?? "mine"),
    [base, mine, theirs, choices],
  );
  const decide = useDecisions(frame, conflict);
  useFreshAuthor(frame, theirs.etag);
  const by = frame.standing?.draftBy;
  const undecided = merged.clashes.filter(({ place }) => choices[place] === undefined).length;
  const end = (done: boolean) => {
    if (done) onClose();
  };
  return (
    <Modal
      open
      width={960}
      title={t("document.conflict.title")}
      onCancel={onClose}
      footer={[
        <Button key="later" onClick={onClose}>
          {t("document.conflict.later")}
        </Button>,
        <Button key="theirs" onClick={() => end(decide.takeTheirs())}>
          {t("document.conflict.allTheirs")}
        </Button>,
        <Button
          key="mine"
          onClick={() => {
            decide.takeMine();
            onClose();
          }}
        >
          {t("document.conflict.allMine")}
        </Button>,
        <Button
          key="merge"
          type="primary"
          disabled={undecided > 0}
          onClick={() => end(decide.merge(merged.document))}
        >
          {t("document.conflict.merge")}
        </Button>,
      ]}
    >
      <div className={styles.body}>
        <p>
          {by ? t("document.conflict.lead", { name: actorName(by, t) }) : t("document.conflict.leadSomebody")}
        </p>
        <div className={styles.sides}>
          <OneSide frame={frame} title={t("document.conflict.mine")} from={base} to={mine} />
          <OneSide frame={frame} title={t("document.conflict.theirs")} from={base} to={theirs.document} />
        </div>
        {merged.clashes.length === 0 ? (
          <Alert type="success" showIcon title={t("document.conflict.noClash")} />
        ) : (
          <Clashes
            frame={frame}
            theirs={theirs.document}
            clashes={merged.clashes}
            choices={choices}
            onChoose={(place, choice) => setMade(chosen(made, theirs.etag, place, choice))}
          />
        )}
      </div>
    </Modal>
  );
}

interface OneSideProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly title: string;
  readonly from: SluiceDocument<K>;
  readonly to: SluiceDocument<K>;
}

function OneSide<K extends DocumentKind>({ frame, title, from, to }: OneSideProps<K>) {
  const { t } = useTranslation();
  const lines = changeLines(from, to, frame.placeName);
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      {lines.length === 0 ? <p>{t("document.conflict.none")}</p> : <ChangeList lines={lines} label={title} />}
    </section>
  );
}
