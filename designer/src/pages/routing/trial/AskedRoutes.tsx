/** The routes that were asked, and for each that did not match the line of its condition that failed. */
import { CheckOutlined, CloseOutlined, QuestionOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { PreviewRoute, RoutingPreview } from "../../../client/routing.ts";
import { leafSentence } from "../../../explain/leaf-sentence.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { useNames } from "../../../explain/use-names.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { failingLeaf } from "./failing-leaf.ts";
import styles from "./routing-trial.module.css";
import { askedRoutes } from "./trial-marks.ts";

export function AskedRoutes({ answer }: { answer: RoutingPreview }) {
  const { t } = useTranslation();
  return (
    <section className={styles.routes}>
      <h3>{t("routing.trial.routes")}</h3>
      <ol>
        {askedRoutes(answer).map((route) => (
          <AskedRoute key={`${route.campaign ?? ""} ${route.route}`} route={route} />
        ))}
      </ol>
    </section>
  );
}

function AskedRoute({ route }: { route: PreviewRoute }) {
  const { t } = useTranslation();
  const context: SentenceContext = { t, names: useNames(), instant: useInstantText() };
  const { result, trace, name } = route;
  const leaf = result === false && trace ? failingLeaf(trace) : undefined;
  const [icon, text] =
    result === true
      ? [<CheckOutlined key="hit" aria-hidden />, t("routing.trial.hit")]
      : result === false
        ? [<CloseOutlined key="miss" aria-hidden />, t("routing.trial.miss")]
        : [<QuestionOutlined key="unknown" aria-hidden />, t("routing.trial.unknown")];
  return (
    <li data-result={String(result)}>
      <span className={styles.verdict} title={text}>
        {icon}
        <span className="visually-hidden">{text}</span>
      </span>
      <span>{name || route.route}</span>
      {leaf ? <small>{leafSentence(leaf, context)}</small> : null}
    </li>
  );
}
