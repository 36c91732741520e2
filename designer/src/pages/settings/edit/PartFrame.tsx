/** The bar of a part (what it is, whether something is unsaved, save), the warning before leaving, and lost races. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../../app/palette/use-shortcut.ts";
import type { SettingsPart } from "../../../client/settings.ts";
import styles from "../settings.module.css";
import { LeaveWarning } from "./LeaveWarning.tsx";
import { LostRace } from "./LostRace.tsx";
import type { PartEdit } from "./use-part-edit.ts";

export interface PartFrameProps<P extends SettingsPart, D> {
  readonly edit: PartEdit<P, D>;
  readonly readOnly: boolean;
  /** Further controls of the bar, for those who may write. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function PartFrame<P extends SettingsPart, D>({
  edit,
  readOnly,
  tools,
  children,
}: PartFrameProps<P, D>) {
  const { t } = useTranslation();
  const mayAct = edit.dirty && !edit.saving && edit.theirs === null;
  useShortcut("s", () => {
    if (mayAct && !readOnly) void edit.save();
  });
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <p>{t(`settings.lead.${edit.part}`)}</p>
        {readOnly ? (
          <span className={styles.readOnly}>{t("settings.readOnly")}</span>
        ) : (
          <>
            <span className={styles.unsaved} role="status" data-dirty={edit.dirty}>
              {edit.dirty ? t("settings.unsaved") : ""}
            </span>
            {tools}
            <Button disabled={!mayAct} onClick={edit.discard}>
              {t("settings.discard")}
            </Button>
            <Button
              type="primary"
              disabled={!mayAct && !edit.saving}
              loading={edit.saving}
              aria-keyshortcuts="Control+S"
              onClick={() => void edit.save()}
            >
              {t("settings.save")}
            </Button>
          </>
        )}
      </div>
      {edit.theirs === null ? null : <LostRace edit={edit} theirs={edit.theirs} />}
      <div className={styles.content}>{children}</div>
      <LeaveWarning dirty={edit.dirty} />
    </div>
  );
}
