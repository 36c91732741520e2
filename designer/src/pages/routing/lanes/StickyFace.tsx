/** Familiar agents first: how far back. */
import { useTranslation } from "react-i18next";
import { spanText } from "../words.ts";
import styles from "./lanes.module.css";

export function StickyFace({ span }: { span: string }) {
  const { t } = useTranslation();
  return <p className={styles.what}>{t("routing.step.within", { span: spanText(span, t) })}</p>;
}
