/** A field: its name above, help on hover, the input, and what is said about it. */
import type { FieldTemplateProps } from "@rjsf/utils";
import styles from "../inspector.module.css";
import { useRemarks } from "../inspector-context.ts";
import { HelpMark } from "../parts/HelpMark.tsx";
import { RemarkList } from "../parts/RemarkList.tsx";
import { fieldIds } from "../schema/field-ids.ts";
import { toPointer } from "../schema/form-path.ts";
import { type DrawOptions, drawOptionsOf } from "../schema/to-form.ts";

const isSwitch = ({ plain, inner }: DrawOptions): boolean => plain.type === "boolean" && inner === undefined;

export function FieldFrame(props: FieldTemplateProps) {
  const { id, label, rawDescription, required, children, uiSchema, fieldPathId, hidden } = props;
  const draw = drawOptionsOf(uiSchema);
  const pointer = toPointer(fieldPathId.path);
  const remarks = useRemarks(pointer, draw.whole ?? false);
  const ids = fieldIds(id);
  if (hidden) return <div hidden>{children}</div>;
  const content = (
    <div data-input="" className={`${styles.input} ${draw.plan && !draw.bare ? styles.nested : ""}`}>
      {children}
    </div>
  );
  const said = <RemarkList id={ids.remarks} remarks={remarks} />;
  if (draw.bare)
    return (
      <div data-pointer={pointer} className={styles.bare}>
        {content}
        {said}
      </div>
    );
  return (
    <div
      data-pointer={pointer}
      data-layout={isSwitch(draw) ? "inline" : "above"}
      className={styles.frame}
      {...(draw.group ? { role: "group", "aria-labelledby": ids.label } : {})}
    >
      <div className={styles.labelRow}>
        {draw.group ? (
          <span id={ids.label} className={styles.label}>
            {label}
          </span>
        ) : (
          <label id={ids.label} htmlFor={id} className={styles.label}>
            {label}
          </label>
        )}
        {required ? (
          <span className={styles.star} aria-hidden="true">
            *
          </span>
        ) : null}
        {rawDescription ? <HelpMark text={rawDescription} /> : null}
      </div>
      {content}
      {said}
    </div>
  );
}
