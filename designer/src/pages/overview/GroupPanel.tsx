/** How loaded each group is, who is there, and how long tickets wait for it. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GroupFigures } from "../../client/overview.ts";
import { useNames } from "../../explain/use-names.ts";
import { formatAge } from "../../format/duration.ts";
import { useNowEvery } from "../../ui/use-now.ts";
import { Count } from "./Count.tsx";
import type { OverviewProps } from "./Journey.tsx";
import styles from "./overview.module.css";

export function GroupPanel({ overview, links }: OverviewProps) {
  const { t } = useTranslation();
  const { groups } = overview.routing;
  return (
    <section className={styles.panel} aria-labelledby="overview-groups">
      <header>
        <h2 id="overview-groups">{t("overview.groups.title")}</h2>
        <Link to="/people">{t("overview.groups.door")}</Link>
      </header>
      {groups.length === 0 ? <p className={styles.none}>{t("overview.groups.none")}</p> : null}
      {groups.length === 0 ? null : <Heads />}
      <ul className={styles.groups}>
        {groups.map((group) => (
          <GroupRow key={group.key} group={group} links={links} />
        ))}
      </ul>
    </section>
  );
}

/** What the figures are, above both halves of the list; each row says it again for those who do not see. */
function Heads() {
  const { t } = useTranslation();
  const names = (["group", "online", "load", "waiting"] as const).map((name) => (
    <span key={name}>{t(`overview.groups.column.${name}`)}</span>
  ));
  return (
    <div className={styles.groupsHead} aria-hidden="true">
      <div>{names}</div>
      <div>{names}</div>
    </div>
  );
}

/** From here on a group is full, whoever comes next waits. */
const fullShare = 0.9;

function GroupRow({ group, links }: { group: GroupFigures } & Pick<OverviewProps, "links">) {
  const { t } = useTranslation();
  const name = useNames().group(group.key);
  const now = useNowEvery(60_000);
  const { load, capacity, online, members, waiting, oldestAt } = group;
  const share = capacity === 0 ? 0 : Math.min(1, load / capacity);
  const waits =
    oldestAt === null
      ? ""
      : t("overview.groups.oldest", { length: formatAge(now - Date.parse(oldestAt), t) });
  return (
    <li>
      <Link to={links.groupOpen(group.key)} title={name}>
        {name}
      </Link>
      <span className={styles.online} data-nobody={online === 0}>
        <span aria-hidden="true">
          {online}/{members}
        </span>
        <span className="visually-hidden">{t("overview.groups.online", { online, members })}</span>
      </span>
      <div
        className={styles.load}
        role="img"
        aria-label={`${t("overview.groups.load", { group: name })}: ${load} / ${capacity}`}
        data-full={share >= fullShare}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.figures}>
        {load} / {capacity}
      </span>
      <span className={styles.waiting} title={waits}>
        <Count
          n={waiting}
          to={links.groupWaiting(group.key)}
          label={t("overview.groups.waitingOf", { group: name })}
          tone="warn"
        />
      </span>
    </li>
  );
}
