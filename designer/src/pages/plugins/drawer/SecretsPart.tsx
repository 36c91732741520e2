/** Secrets by name: which are set, set anew, replaced, deleted. Their texts are never shown. */
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  dropSecret,
  type PluginView,
  putSecret,
  type SecretView,
  secretsQuery,
} from "../../../client/plugins.ts";
import { actorName } from "../../../document/actor-name.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { secretNames } from "../plugin-face.ts";
import styles from "../plugins.module.css";
import { usePluginChange } from "../use-plugin.tsx";

export interface SecretsPartProps {
  readonly plugin: PluginView;
  readonly admin: boolean;
}

const namePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/;

export function SecretsPart({ plugin, admin }: SecretsPartProps) {
  const { t } = useTranslation();
  const stored = useQuery({ ...secretsQuery, enabled: admin }).data?.items ?? [];
  const names = secretNames(plugin);
  const anyName = plugin.secrets.includes("*");
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t("plugins.secret.lead")}</p>
      {anyName ? <p>{t("plugins.secret.any")}</p> : null}
      {names.length === 0 && !anyName ? <p>{t("plugins.secret.none")}</p> : null}
      <ul className={styles.secrets} aria-label={t("plugins.secret.list")}>
        {names.map((name) => (
          <SecretRow
            key={name}
            plugin={plugin}
            name={name}
            admin={admin}
            known={stored.find((one) => one.plugin === plugin.id && one.name === name)}
          />
        ))}
      </ul>
      {admin && anyName ? <NewSecret plugin={plugin} /> : null}
      {admin ? null : <p className={styles.quiet}>{t("plugins.secret.adminOnly")}</p>}
    </div>
  );
}

interface SecretRowProps extends SecretsPartProps {
  readonly name: string;
  readonly known: SecretView | undefined;
}

function useRemove(plugin: PluginView, name: string): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const remove = usePluginChange(
    () => dropSecret(plugin.id, name),
    () => t("plugins.secret.removed", { name }),
  );
  return () =>
    void modal.confirm({
      title: t("plugins.secret.removeTitle", { name }),
      content: t("plugins.secret.removeText"),
      okText: t("plugins.secret.remove"),
      cancelText: t("plugins.secret.cancel"),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
    });
}

function SecretRow({ plugin, name, admin, known }: SecretRowProps) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const [typing, setTyping] = useState(false);
  const remove = useRemove(plugin, name);
  const isSet = plugin.storedSecrets.includes(name);
  const state = isSet ? (known?.readable === false ? "unreadable" : "set") : "unset";
  return (
    <li>
      <div className={styles.secret}>
        <code>{name}</code>
        <span className={styles.secretState} data-state={state}>
          {t(`plugins.secret.${state}`)}
        </span>
        <small>
          {known
            ? t("plugins.secret.updated", {
                who: actorName(known.updatedBy, t),
                instant: instant(known.updatedAt),
              })
            : ""}
        </small>
        {admin && !typing ? (
          <>
            <Button size="small" onClick={() => setTyping(true)}>
              {t(isSet ? "plugins.secret.replace" : "plugins.secret.put")}
              <span className="visually-hidden"> {name}</span>
            </Button>
            {isSet ? (
              <Button size="small" type="text" danger onClick={remove}>
                {t("plugins.secret.remove")}
                <span className="visually-hidden"> {name}</span>
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
      {typing ? <SecretInput plugin={plugin} name={name} onClose={() => setTyping(false)} /> : null}
    </li>
  );
}

interface SecretInputProps {
  readonly plugin: PluginView;
  readonly name: string;
  readonly onClose: () => void;
}

function SecretInput({ plugin, name, onClose }: SecretInputProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState("");
  const save = usePluginChange(
    () => putSecret(plugin.id, name, value),
    () => t("plugins.secret.saved", { name }),
  );
  return (
    <form
      className={styles.secretInput}
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== "") save.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <Input.Password
        autoFocus
        aria-label={t("plugins.secret.value", { name })}
        placeholder={t("plugins.secret.valueHint")}
        autoComplete="new-password"
        visibilityToggle={false}
        maxLength={32_768}
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={value === ""} loading={save.isPending}>
        {t("plugins.secret.save")}
      </Button>
      <Button onClick={onClose}>{t("plugins.secret.cancel")}</Button>
    </form>
  );
}

/** A name of one's own, where the plugin takes any. */
function NewSecret({ plugin }: { plugin: PluginView }) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState("");
  const [typing, setTyping] = useState(false);
  const wrong = name !== "" && !namePattern.test(name);
  const close = () => {
    setTyping(false);
    setName("");
  };
  if (typing)
    return (
      <div>
        <code>{name}</code>
        <SecretInput plugin={plugin} name={name} onClose={close} />
      </div>
    );
  return (
    <form
      className={styles.newSecret}
      onSubmit={(event) => {
        event.preventDefault();
        if (namePattern.test(name)) setTyping(true);
      }}
    >
      <label htmlFor={id}>{t("plugins.secret.name")}</label>
      <span>
        <Input
          id={id}
          value={name}
          maxLength={100}
          autoComplete="off"
          status={wrong ? "error" : ""}
          aria-invalid={wrong}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" disabled={name === "" || wrong}>
          {t("plugins.secret.add")}
        </Button>
      </span>
      <small id={`${id}-note`} data-fault={wrong}>
        {t(wrong ? "plugins.secret.nameWrong" : "plugins.secret.nameHint")}
      </small>
    </form>
  );
}
