/** Keys as a table; those that work come first. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ApiKeyView } from "../../../client/api-keys.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { TagMark } from "../../../ui/marks.tsx";
import styles from "../settings.module.css";
import { keyState } from "./key-form.ts";

export interface KeyTableProps {
  readonly keys: readonly ApiKeyView[];
  readonly onRevoke: (key: ApiKeyView) => void;
}

export function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const { t } = useTranslation();
  // Keys live by the machine's time, also in a sandbox.
  const now = Date.now();
  const standing = [...keys]
    .reverse()
    .map((key) => ({ key, state: keyState(key, now) }))
    .sort((a, b) => Number(a.state !== "active") - Number(b.state !== "active"));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["name", "role", "scopes", "state", "expires", "used", "created"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`settings.key.${column}`)}
            </th>
          ))}
          <th>
            <span className="visually-hidden">{t("settings.user.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {standing.map(({ key, state }) => (
          <tr key={key.id} data-off={state !== "active"}>
            <td>
              <strong>{key.name}</strong>
            </td>
            <td>{t(`settings.role.${key.role}`)}</td>
            <td>
              <Scopes scopes={key.scopes} />
            </td>
            <td>
              <span className={styles.state} data-on={state === "active"}>
                {t(`settings.key.states.${state}`)}
              </span>
            </td>
            <td className={styles.quiet}>
              {key.expiresAt ? <Instant at={key.expiresAt} /> : t("settings.key.never")}
            </td>
            <td className={styles.quiet}>
              {key.lastUsedAt ? <Instant at={key.lastUsedAt} /> : t("settings.key.unused")}
            </td>
            <td className={styles.quiet}>
              <Instant at={key.createdAt} />
            </td>
            <td>
              {state === "revoked" ? null : (
                <Button type="text" size="small" danger onClick={() => onRevoke(key)}>
                  {t("settings.key.revoke")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Scopes({ scopes }: Pick<ApiKeyView, "scopes">) {
  const { t } = useTranslation();
  if (scopes.length === 0) return <span className={styles.quiet}>{t("settings.key.allScopes")}</span>;
  const rest = scopes.slice(2);
  return (
    <span className={styles.scopes}>
      {scopes.slice(0, 2).map((scope) => (
        <TagMark key={scope} text={scope} />
      ))}
      {rest.length > 0 ? <small title={rest.join("\n")}>+{rest.length}</small> : null}
    </span>
  );
}
