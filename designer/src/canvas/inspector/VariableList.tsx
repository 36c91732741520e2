/** A workflow's variables: name, type and initial value of each. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { setVariables, type Variables } from "../../editor/workflow/settings.ts";
import { useEditor } from "../editor-context.ts";
import styles from "./inspector.module.css";
import {
  freshName,
  fromText,
  toText,
  type VariableType,
  variableName,
  variableTypes,
} from "./variable-text.ts";

export function VariableList({ variables }: { variables: Variables }) {
  const { t } = useTranslation();
  const { execute, readOnly } = useEditor();
  const names = Object.keys(variables);
  const add = () => execute(setVariables({ ...variables, [freshName(variables)]: { type: "string" } }));
  return (
    <section>
      <h3>{t("workflow.settings.variables")}</h3>
      <p className={styles.quiet}>{t("workflow.settings.variablesHint")}</p>
      <ul className={styles.variables}>
        {names.map((name, index) => (
          // The place is the identity: a key made of the name would lose the focus while it is typed.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <VariableRow key={index} name={name} variables={variables} />
        ))}
      </ul>
      {readOnly ? null : (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("workflow.settings.addVariable")}
        </Button>
      )}
    </section>
  );
}

/** A text that is taken over once it is right; until then it says what is wrong. */
function useTyped(
  value: string,
  faultOf: (text: string) => string | undefined,
  take: (text: string) => void,
) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const fault = typed === value ? undefined : faultOf(typed);
  const change = (text: string) => {
    setTyped(text);
    if (text !== value && faultOf(text) === undefined) take(text);
  };
  return { typed, fault, change };
}

function VariableRow({ name, variables }: { name: string; variables: Variables }) {
  const { t } = useTranslation();
  const { execute, readOnly, session } = useEditor();
  const variable = variables[name] ?? { type: "string" as const };
  const put = (next: Variables, field: string) => execute(setVariables(next, field));
  const set = (change: Partial<Variables[string]>, field: string) => {
    const { default: _, ...rest } = variable;
    const base = "default" in change ? rest : variable;
    const clean = change.default === undefined && "default" in change ? {} : change;
    put({ ...variables, [name]: { ...base, ...clean } as Variables[string] }, `${name}.${field}`);
  };
  const naming = useTyped(
    name,
    (text) => {
      if (!variableName.test(text)) return t("workflow.settings.badName");
      return Object.hasOwn(variables, text) ? t("workflow.settings.takenName") : undefined;
    },
    (text) =>
      put(
        Object.fromEntries(
          Object.entries(variables).map(([key, value]) => [key === name ? text : key, value]),
        ),
        "name",
      ),
  );
  const initial = useTyped(
    toText(variable.default, variable.type),
    (text) => (fromText(text, variable.type).ok ? undefined : t("workflow.settings.badDefault")),
    (text) => {
      const read = fromText(text, variable.type);
      if (read.ok) set({ default: read.value as never }, "default");
    },
  );
  const remove = () => put(Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name)), "");
  return (
    <li onBlur={() => session.seal()}>
      <Input
        size="small"
        value={naming.typed}
        status={naming.fault ? "error" : ""}
        aria-label={t("workflow.settings.variableName")}
        aria-invalid={naming.fault !== undefined}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => naming.change(event.target.value)}
      />
      <Select<VariableType>
        size="small"
        value={variable.type}
        disabled={readOnly}
        aria-label={t("workflow.settings.variableType")}
        options={variableTypes.map((type) => ({ value: type, label: t(`workflow.settings.types.${type}`) }))}
        // An initial value of the old type would be wrong under the new one.
        onChange={(type) => set({ type, default: undefined as never }, "type")}
      />
      <Input
        size="small"
        value={initial.typed}
        status={initial.fault ? "error" : ""}
        placeholder={t("workflow.settings.variableDefault")}
        aria-label={`${name} ${t("workflow.settings.variableDefault")}`}
        aria-invalid={initial.fault !== undefined}
        readOnly={readOnly}
        onChange={(event) => initial.change(event.target.value)}
      />
      {readOnly ? null : (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("workflow.settings.removeVariable", { name })}
          title={t("workflow.settings.removeVariable", { name })}
          onClick={remove}
        />
      )}
      {naming.fault || initial.fault ? <p role="alert">{naming.fault ?? initial.fault}</p> : null}
    </li>
  );
}
