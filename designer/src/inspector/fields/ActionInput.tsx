/** The input of the action a node calls: a form of the action's own schema, in which anything may be a template. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { actionOf } from "../schema/chosen-action.ts";
import { isWithin, toPointer, valueAt } from "../schema/form-path.ts";
import { isRecord, propertiesOf } from "../schema/plain-schema.ts";
import type { WholeProps } from "./as-field.tsx";
import { RecordInput } from "./ValueInputs.tsx";

export function ActionInput(props: WholeProps) {
  const { value, onChange, path, disabled, optional } = props;
  const { t } = useTranslation();
  const { Form, value: whole, remarks, focusPath, sample } = useInspector();
  const { actions } = useVocabulary().catalog;
  const beside = valueAt(whole, path.slice(0, -1));
  const { action: id, version } = isRecord(beside) ? beside : {};
  const action = actionOf(actions, id, version);
  const pointer = toPointer(path);
  const findings = useMemo(
    () =>
      remarks
        .filter((remark) => remark.path !== pointer && isWithin(remark.path, pointer))
        .map((remark) => ({ ...remark, path: remark.path.slice(pointer.length) })),
    [remarks, pointer],
  );
  if (action === undefined)
    return value === undefined ? (
      <p className={styles.quiet}>{t("inspector.action.chooseFirst")}</p>
    ) : (
      // An action that is not installed here: its input can still be read and mended.
      <RecordInput {...props} />
    );
  if (Object.keys(propertiesOf(action.input)).length === 0)
    return <p className={styles.quiet}>{t("inspector.action.noInput")}</p>;
  return (
    <div className={styles.nested}>
      <Form
        key={`${action.id}@${action.version}`}
        schema={action.input}
        value={value}
        onChange={(next) =>
          onChange(optional && isRecord(next) && Object.keys(next).length === 0 ? undefined : next)
        }
        findings={findings}
        focusPath={
          focusPath !== undefined && isWithin(focusPath, pointer)
            ? focusPath.slice(pointer.length)
            : undefined
        }
        sample={sample}
        readOnly={disabled}
        templates
      />
    </div>
  );
}
