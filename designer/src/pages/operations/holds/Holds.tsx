/** What is held, by whom and why, with the way to let it go on; nothing where nothing is. */
import { PauseCircleFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../client/operations.ts";
import { meQuery } from "../../../client/session.ts";
import { actorName } from "../../../document/actor-name.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { mayHold } from "../may.ts";
import styles from "./holds.module.css";
import { useHoldText, useResume } from "./use-hold.tsx";

export function Holds({ holds }: { holds: readonly Hold[] }) {
  const { t } = useTranslation();
  if (holds.length === 0) return null;
  return (
    <section className={styles.holds} aria-label={t("operations.hold.list")}>
      <ul>
        {holds.map((hold) => (
          <HoldLine key={`${hold.kind}:${hold.key ?? ""}`} hold={hold} />
        ))}
      </ul>
    </section>
  );
}

function HoldLine({ hold }: { hold: Hold }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const text = useHoldText();
  const resume = useResume();
  const holds = mayHold(useQuery(meQuery).data);
  const said = text(hold);
  return (
    <li data-kind={hold.kind}>
      <PauseCircleFilled aria-hidden />
      <div>
        <strong>{said}</strong>
        {hold.kind === "engine" ? <span>{t("operations.hold.engineText")}</span> : null}
        {hold.reason === "" ? null : <span className={styles.reason}>{hold.reason}</span>}
        <small>{t("operations.hold.by", { who: actorName(hold.by, t), instant: instant(hold.at) })}</small>
      </div>
      {holds ? (
        <Button
          size="small"
          aria-label={`${t("operations.hold.resume")} · ${said}`}
          onClick={() => resume(hold)}
        >
          {t("operations.hold.resume")}
        </Button>
      ) : null}
    </li>
  );
}
