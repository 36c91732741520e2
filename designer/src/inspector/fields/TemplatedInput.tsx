/** An input that a template may replace: fixed values by their own input, templates by the template field. */
import { useState } from "react";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { ModeToggle } from "../parts/ModeToggle.tsx";
import { isTemplateText } from "../schema/template-text.ts";
import { TemplateField } from "../template/TemplateField.tsx";
import type { WholeProps } from "./as-field.tsx";
import { SubField } from "./SubField.tsx";

export function TemplatedInput(props: WholeProps) {
  const { id, labelId, value, onChange, disabled, optional, draw, path, library } = props;
  const { sample } = useInspector();
  const [chosen, setChosen] = useState(false);
  const template = chosen || isTemplateText(value);
  const change = (next: boolean) => {
    setChosen(next);
    if (value !== undefined) onChange(undefined);
  };
  if (draw.inner === undefined) return null;
  // The frame around this input has the label already.
  const { uiSchema, schema } = draw.inner;
  const bare = {
    schema,
    uiSchema: {
      ...uiSchema,
      "ui:options": { draw: { ...(uiSchema["ui:options"]?.draw as object), bare: true } },
    },
  };
  return (
    <div className={styles.templated}>
      {template ? (
        <TemplateField
          id={id}
          aria-labelledby={labelId}
          value={typeof value === "string" ? value : ""}
          onChange={(next) => onChange(next === "" ? undefined : next)}
          disabled={disabled}
          sample={sample}
        />
      ) : (
        <SubField
          library={library}
          drawn={bare}
          path={path}
          name={library.name}
          value={value}
          required={!optional}
        />
      )}
      <ModeToggle template={template} onChange={change} disabled={disabled} />
    </div>
  );
}
