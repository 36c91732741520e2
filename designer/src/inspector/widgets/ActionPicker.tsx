/** The action a node calls, with its version; another action keeps of the input what it also takes. */
import type { ActionDefinition, Json } from "@sluice/schemas";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import { inLanguage } from "../../explain/names.ts";
import { labelsOf } from "../../fields/field-props.ts";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { actionOf, newestOf, withAction } from "../schema/chosen-action.ts";
import { isRecord } from "../schema/plain-schema.ts";
import type { InputProps } from "./as-widget.tsx";

/** One line for each action, its newest version. */
function useActionOptions(actions: readonly ActionDefinition[]) {
  const { i18n } = useTranslation();
  const ids = [...new Set(actions.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const action = newestOf(actions, id);
    if (!action) return [];
    const description = action.description ? inLanguage(action.description, i18n.language) : "";
    return [
      {
        value: id,
        label: inLanguage(action.label, i18n.language),
        description,
        search: `${id} ${description}`,
      },
    ];
  });
}

export function ActionPicker(props: InputProps) {
  const { text } = props;
  const { t } = useTranslation();
  const { actions } = useVocabulary().catalog;
  const { value, replace } = useInspector();
  const options = useActionOptions(actions);
  // Action, version and input stand beside each other at the top of the node's config.
  const config = isRecord(value) ? (value as { [key: string]: Json }) : {};
  const version = typeof config.version === "string" ? config.version : "";
  const choose = (action: ActionDefinition | undefined) => action && replace([], withAction(config, action));
  const newest = newestOf(actions, text);
  const known = text === "" || actionOf(actions, text, version) !== undefined;
  return (
    <>
      <Select<string>
        {...labelsOf(props)}
        className={styles.wide ?? ""}
        showSearch={{
          filterOption: (typed, option) =>
            `${option?.label} ${option?.search}`.toLowerCase().includes(typed.toLowerCase()),
        }}
        placeholder={t("inspector.action.choose")}
        status={known ? "" : "error"}
        notFoundContent={t("inspector.action.none")}
        value={text === "" ? null : text}
        options={options}
        optionRender={({ data }) => (
          <div className={styles.actionOption}>
            <span>{data.label}</span>
            <span className={styles.quiet}>{data.description || data.value}</span>
          </div>
        )}
        onChange={(id) => choose(newestOf(actions, id))}
      />
      <p className={styles.version}>
        {known ? (
          version === "" ? null : (
            <span>{`${text} · ${t("inspector.action.version", { version })}`}</span>
          )
        ) : (
          <span className={styles.fault}>{t("inspector.action.unknown", { id: `${text}@${version}` })}</span>
        )}
        {newest && newest.version !== version && !props.disabled ? (
          <Button type="link" size="small" onClick={() => choose(newest)}>
            {t("inspector.action.newer", { version: newest.version })}
          </Button>
        ) : null}
      </p>
    </>
  );
}
