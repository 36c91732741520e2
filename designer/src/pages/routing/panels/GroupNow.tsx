/** The members of a step's group as they are now: who is there, how full, and why not. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MemberLoad } from "../../../client/routing.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import styles from "./panels.module.css";

export function GroupNow({ group }: { group: string }) {
  const { t } = useTranslation();
  const { load } = useRoutingEditor();
  const found = load?.groups.get(group);
  if (!found) return null;
  return (
    <section className={styles.now}>
      <header>
        <h3>{t("routing.form.members")}</h3>
        <Link to={`/people?group=${encodeURIComponent(group)}`}>{t("routing.form.people")}</Link>
      </header>
      {found.agents.length === 0 ? (
        <p className={styles.sentence}>{t("routing.form.noMembers")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("routing.form.person")}</th>
              <th scope="col">{t("routing.form.chat")}</th>
              <th scope="col">{t("routing.form.ticket")}</th>
              <th scope="col">{t("routing.form.blocked")}</th>
            </tr>
          </thead>
          <tbody>
            {found.agents.map((member) => (
              <Member key={member.agent} member={member} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Member({ member }: { member: MemberLoad }) {
  const { t } = useTranslation();
  const { names } = useRoutingEditor();
  const { chat, ticket, presence } = member;
  const blocked = ticket.blockedBy ?? chat.blockedBy;
  const why =
    blocked === null
      ? t("routing.form.free")
      : blocked === "presence"
        ? t(`words.presence.${presence}`)
        : t(`why.skip.${blocked}`);
  return (
    <tr data-free={blocked === null}>
      <th scope="row">{names.agent(member.agent)}</th>
      <td className="num">
        {chat.load}/{chat.capacity}
      </td>
      <td className="num">
        {ticket.load}/{ticket.capacity}
      </td>
      <td>{why}</td>
    </tr>
  );
}
