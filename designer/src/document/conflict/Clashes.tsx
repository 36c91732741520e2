/** The places that both sides changed, each with the choice between the two. */
import type { DocumentKind, SluiceDocument } from "@sluice/schemas";
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { Frame } from "../frame.ts";
import { useValueText } from "../use-value-text.ts";
import styles from "./conflict.module.css";
import { type Choice, type Clash, pointerOf } from "./merge-documents.ts";

export interface ClashesProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly theirs: SluiceDocument<K>;
  readonly clashes: readonly Clash[];
  readonly choices: Readonly<Record<string, Choice>>;
  readonly onChoose: (place: string, choice: Choice) => void;
}

/** The place in the version that reaches further: an item that I removed is still in theirs. */
function placeOf<K extends DocumentKind>({ frame, theirs }: ClashesProps<K>, { place }: Clash): string {
  const here = pointerOf(frame.document, place);
  const there = pointerOf(theirs, place);
  const further = here.split("/").length >= there.split("/").length;
  return further ? frame.placeName(frame.document, here) : frame.placeName(theirs, there);
}

export function Clashes<K extends DocumentKind>(props: ClashesProps<K>) {
  const { clashes, choices, onChoose } = props;
  const { t } = useTranslation();
  const say = useValueText();
  const told = (value: unknown) => (value === undefined ? t("document.change.absent") : say(value));
  return (
    <section aria-label={t("document.conflict.clash", { count: clashes.length })}>
      <h3>{t("document.conflict.clash", { count: clashes.length })}</h3>
      <ul className={styles.clashes}>
        {clashes.map((clash) => (
          <li key={clash.place}>
            <p>
              <strong>{placeOf(props, clash)}</strong>{" "}
              <span className={styles.quiet}>
                {t("document.conflict.base")}: {told(clash.base)}
              </span>
            </p>
            <Radio.Group
              className={styles.choice ?? ""}
              aria-label={placeOf(props, clash)}
              value={choices[clash.place] ?? null}
              onChange={(event) => onChoose(clash.place, event.target.value as Choice)}
              options={[
                { value: "mine", label: `${t("document.conflict.takeMine")}: ${told(clash.mine)}` },
                { value: "theirs", label: `${t("document.conflict.takeTheirs")}: ${told(clash.theirs)}` },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
