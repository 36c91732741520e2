/** The configuration as a form made from the plugin's schemas, or as JSON; saved as a whole. */
import type { Json } from "@sluice/schemas";
import { Button, Segmented } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PluginSettings, type PluginView, putPlugin } from "../../../client/plugins.ts";
import { LoadedVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { type Remark, remarkText } from "../../../inspector/remark.ts";
import { SchemaForm } from "../../../inspector/SchemaForm.tsx";
import { JsonEditor } from "../../../monaco/JsonEditor.tsx";
import { configSchema, parseConfig, refusedPlaces } from "../plugin-face.ts";
import styles from "../plugins.module.css";
import { usePluginChange, usePluginName } from "../use-plugin.tsx";

export interface ConfigPartProps {
  readonly plugin: PluginView;
  readonly admin: boolean;
  readonly onDirty: (dirty: boolean) => void;
}

type Config = PluginSettings["config"];
type Way = "form" | "json";

const textOf = (config: Config): string => JSON.stringify(config, null, 2);

export function ConfigPart({ plugin, admin, onDirty }: ConfigPartProps) {
  const { t } = useTranslation();
  const declared = JSON.stringify(plugin.config ?? []);
  // The list is asked for again and again; the form is made anew only when the schemas are others.
  const schema = useMemo(() => configSchema(JSON.parse(declared)), [declared]);
  const [way, setWay] = useState<Way>(schema === null ? "json" : "form");
  // Null: nothing is changed, what is stored is shown.
  const [text, setText] = useState<string | null>(null);
  const stored = plugin.settings.config;
  const shown = text ?? textOf(stored);
  const config = parseConfig(shown);
  const change = (next: string | null) => {
    // What was refused is another text now.
    save.reset();
    setText(next);
    onDirty(next !== null);
  };
  const save = usePluginChange(
    (next: Config) => putPlugin(plugin.id, { enabled: plugin.settings.enabled, config: next }),
    () => t("plugins.drawer.saved"),
  );
  const refused = useMemo(() => refusedPlaces(save.error), [save.error]);
  return (
    <div className={styles.part}>
      {schema === null ? (
        <p className={styles.quiet}>{t("plugins.drawer.noConfig")}</p>
      ) : (
        <Segmented<Way>
          aria-label={t("plugins.drawer.how")}
          value={way}
          // A text that cannot be read has no form.
          disabled={config === null}
          options={[
            { value: "form", label: t("plugins.drawer.asForm") },
            { value: "json", label: t("plugins.drawer.asJson") },
          ]}
          onChange={setWay}
        />
      )}
      {way === "form" && schema !== null ? (
        <LoadedVocabulary>
          <SchemaForm
            schema={schema}
            value={config ?? {}}
            readOnly={!admin}
            findings={refused.length === 0 ? undefined : refused}
            onChange={(next: Json) => change(JSON.stringify(next, null, 2))}
          />
        </LoadedVocabulary>
      ) : (
        <ConfigText plugin={plugin} text={shown} readOnly={!admin} onChange={change} />
      )}
      {way === "json" ? <Refusals remarks={refused} /> : null}
      {config === null ? <p className={styles.fault}>{t("plugins.drawer.badJson")}</p> : null}
      {admin ? (
        <div className={styles.foot}>
          <span>{text === null ? "" : t("plugins.drawer.unsaved")}</span>
          <Button disabled={text === null} onClick={() => change(null)}>
            {t("plugins.drawer.discard")}
          </Button>
          <Button
            type="primary"
            disabled={text === null || config === null}
            loading={save.isPending}
            onClick={() => config && save.mutate(config, { onSuccess: () => change(null) })}
          >
            {t("plugins.drawer.save")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What the plugin said against a text that stands by itself, with its places. */
function Refusals({ remarks }: { remarks: readonly Remark[] }) {
  const { i18n } = useTranslation();
  return remarks.map((remark) => (
    <p key={`${remark.path} ${remarkText(remark, "en")}`} className={styles.fault}>
      <code>{remark.path || "/"}</code> {remarkText(remark, i18n.language)}
    </p>
  ));
}

interface ConfigTextProps {
  readonly plugin: PluginView;
  readonly text: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}

function ConfigText({ plugin, text, readOnly, onChange }: ConfigTextProps) {
  const { t } = useTranslation();
  const name = usePluginName()(plugin);
  return (
    <JsonEditor
      uri={`plugin/${plugin.id}`}
      label={t("plugins.drawer.json", { name })}
      value={text}
      readOnly={readOnly}
      height={280}
      onChange={onChange}
    />
  );
}
