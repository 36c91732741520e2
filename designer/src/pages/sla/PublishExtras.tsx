/** In the publish dialog: the targets that change, in both readings of their calendars. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { documentQuery } from "../../client/documents.ts";
import type { PublishExtrasProps } from "../../document/frame.ts";
import { type CellAddress, groupCalendar, isScaled } from "../../editor/sla/cells.ts";
import { tierOf } from "../../editor/sla/tier.ts";
import { addressText, bothReadings } from "./matrix/cell-face.ts";
import { targetChanges } from "./publish-changes.ts";
import styles from "./sla.module.css";
import { useCalendars } from "./use-calendars.ts";

/** More than these are counted: the whole list stands in the dialog's own part. */
const most = 8;

export function PublishExtras({ document }: PublishExtrasProps<"sla">) {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const live = useQuery(documentQuery("sla", document.key)).data?.value.live;
  const { spec } = document;
  const changes = live ? targetChanges(live.spec, spec).filter(({ metric }) => isScaled(metric)) : [];
  if (changes.length === 0) return null;
  const context = { spec, calendars, t, factName: (id: string) => id, at: 0 };
  const said = (text: string | undefined, address: CellAddress) => {
    if (text === undefined) return t("sla.publish.inherits");
    const tier = tierOf(spec, address.tier);
    return bothReadings(text, (tier && groupCalendar(tier, address.column)) ?? spec.calendar, context);
  };
  return (
    <section className={styles.changes} aria-label={t("sla.publish.title")}>
      <h3>{t("sla.publish.title")}</h3>
      <dl>
        {changes.slice(0, most).map((change) => (
          <div key={`${change.tier} ${change.column} ${change.metric}`}>
            <dt>{addressText(change, spec, t)}</dt>
            <dd>
              <del>{said(change.before, change)}</del>
              <ins>{said(change.after, change)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > most ? <p>{t("sla.publish.more", { n: changes.length - most })}</p> : null}
    </section>
  );
}
