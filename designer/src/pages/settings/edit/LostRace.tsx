/** Somebody else has saved the part meanwhile: what they changed, where both did, and how to go on. */

import type { Settings } from "@sluice/schemas";
import { Alert, Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsPart } from "../../../client/settings.ts";
import { ChangeList } from "../../../document/ChangeList.tsx";
import { shortText } from "../../../document/value-text.ts";
import styles from "../settings.module.css";
import { mergeSettings } from "./merge-settings.ts";
import { clashName } from "./place-name.ts";
import { settingLines } from "./setting-lines.ts";
import type { PartEdit } from "./use-part-edit.ts";

export interface LostRaceProps<P extends SettingsPart, D> {
  readonly edit: PartEdit<P, D>;
  readonly theirs: Settings[P];
}

type Choices = Readonly<Record<string, "mine" | "theirs">>;

export function LostRace<P extends SettingsPart, D>({ edit, theirs }: LostRaceProps<P, D>) {
  const { t, i18n } = useTranslation();
  const [choices, setChoices] = useState<Choices>({});
  const merged = mergeSettings(edit.base, edit.mine, theirs, ({ place }) => choices[place] ?? "mine");
  const lines = settingLines(edit.base, theirs, t, i18n.language);
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.race ?? ""}
      role="alert"
      title={t("settings.race.title")}
      description={
        <>
          <p>{t("settings.race.text")}</p>
          <ChangeList lines={lines} label={t("settings.race.theirs")} first={6} />
          {merged.clashes.map(({ place, mine, theirs: other }) => (
            <div key={place} className={styles.clash}>
              <strong>{clashName(theirs, edit.mine, place, t, i18n.language)}</strong>
              <Radio.Group
                aria-label={clashName(theirs, edit.mine, place, t, i18n.language)}
                value={choices[place] ?? "mine"}
                onChange={({ target }) => setChoices({ ...choices, [place]: target.value as "mine" })}
                options={[
                  {
                    value: "mine",
                    label: t("settings.race.mine", { value: told(mine, t("settings.race.gone")) }),
                  },
                  {
                    value: "theirs",
                    label: t("settings.race.now", { value: told(other, t("settings.race.gone")) }),
                  },
                ]}
              />
            </div>
          ))}
          <div className={styles.raceActions}>
            <Button type="primary" size="small" onClick={() => edit.settle(merged.value)}>
              {t("settings.race.merge")}
            </Button>
            <Button size="small" onClick={() => edit.settle(theirs)}>
              {t("settings.race.takeTheirs")}
            </Button>
          </div>
        </>
      }
    />
  );
}

const told = (value: unknown, gone: string): string => (value === undefined ? gone : shortText(value));
