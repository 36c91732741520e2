/**
 * A form made from a JSON Schema: the config of a node kind, the input of an action. It writes only what a
 * person changes: opening it, and whatever the schema's defaults are, leaves the value as it is.
 */

import type { IChangeEvent } from "@rjsf/core";
import LibraryForm from "@rjsf/core/lib/components/Form.js";
import type { Json } from "@sluice/schemas";
import { type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Vocabulary } from "../conditions/vocabulary.ts";
import { useVocabulary, VocabularyProvider } from "../conditions/vocabulary-context.tsx";
import { formFields } from "./fields/form-fields.ts";
import { focusPlace } from "./focus-place.ts";
import styles from "./inspector.module.css";
import { InspectorContext, type InspectorState } from "./inspector-context.ts";
import type { Remark } from "./remark.ts";
import { type FormPath, withValueAt } from "./schema/form-path.ts";
import type { PlainSchema } from "./schema/plain-schema.ts";
import { isSameJson, tidyValue } from "./schema/tidy-value.ts";
import { toForm } from "./schema/to-form.ts";
import { schemaRemarks, schemaValidator } from "./schema/validator.ts";
import type { TemplateSample } from "./template/preview.ts";
import { formTemplates } from "./templates/form-templates.ts";
import { formWidgets } from "./widgets/form-widgets.ts";

export interface SchemaFormProps {
  /** Plain JSON Schema; keep it the same object while it says the same. */
  readonly schema: object;
  readonly value: Json | undefined;
  /** Each change a person makes; never called for opening or redrawing. */
  readonly onChange: (next: Json) => void;
  /** The vocabulary in force when left out. */
  readonly vocabulary?: Vocabulary | undefined;
  /** Shown beside their fields; their paths are pointers from the value. Without them the schema itself judges. */
  readonly findings?: readonly Remark[] | undefined;
  /** A pointer from the value: its field is shown and gets the focus when this changes. */
  readonly focusPath?: string | undefined;
  /** Templates are previewed with it. */
  readonly sample?: TemplateSample | undefined;
  readonly readOnly?: boolean | undefined;
  /** Any value may come from a template, as in an action's input. */
  readonly templates?: boolean | undefined;
}

/** Types of schemas promise no index; here every keyword is looked at by name. */
const asPlain = (schema: object): PlainSchema => schema as PlainSchema;

/** The library's own filling in of values is off altogether. */
const writeNothing = {
  emptyObjectFields: "skipDefaults",
  arrayMinItems: { populate: "never" },
  allOf: "skipDefaults",
  constAsDefaults: "never",
  requiredBooleanDefault: "skip",
} as const;

/** The value as it is, and how to change it: by the library as a whole, by our inputs at a path. */
function useValue({ schema, value, onChange }: SchemaFormProps) {
  const latest = useRef({ schema, value, onChange });
  latest.current = { schema, value, onChange };
  return useMemo(() => {
    const take = (next: unknown) => {
      const { current } = latest;
      const tidy = tidyValue(next, asPlain(current.schema), current.value);
      if (!isSameJson(tidy, current.value ?? {})) current.onChange(tidy);
    };
    return {
      take,
      replace: (path: FormPath, next: Json | undefined) =>
        take(withValueAt(latest.current.value, path, next) ?? {}),
    };
  }, []);
}

function useFocusPlace(root: RefObject<HTMLDivElement | null>, pointer: string | undefined): void {
  useEffect(() => {
    if (pointer === undefined || root.current === null) return;
    const holder = root.current;
    // What is folded away opens first.
    const frame = requestAnimationFrame(() => focusPlace(holder, pointer));
    return () => cancelAnimationFrame(frame);
  }, [root, pointer]);
}

export function SchemaForm(props: SchemaFormProps) {
  const {
    schema,
    value,
    vocabulary,
    findings,
    focusPath,
    sample,
    readOnly = false,
    templates = false,
  } = props;
  const { i18n } = useTranslation();
  const given = useVocabulary();
  const root = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const { take, replace } = useValue(props);
  const drawn = useMemo(
    () => toForm(asPlain(schema), { language: i18n.language, templates }),
    [schema, i18n.language, templates],
  );
  const remarks = useMemo(
    () => findings ?? schemaRemarks(asPlain(schema), value ?? {}),
    [findings, schema, value],
  );
  const state = useMemo<InspectorState>(
    () => ({ value, replace, remarks, focusPath, readOnly, sample, Form: SchemaForm }),
    [value, replace, remarks, focusPath, readOnly, sample],
  );
  useFocusPlace(root, focusPath);
  return (
    <VocabularyProvider value={vocabulary ?? given}>
      <InspectorContext value={state}>
        <div ref={root} data-form="" className={styles.form}>
          <LibraryForm
            tagName="div"
            idPrefix={idPrefix}
            schema={drawn.schema}
            uiSchema={drawn.uiSchema}
            formData={value ?? {}}
            validator={schemaValidator}
            fields={formFields}
            templates={formTemplates}
            widgets={formWidgets}
            readonly={readOnly}
            noValidate
            noHtml5Validate
            showErrorList={false}
            experimental_defaultFormStateBehavior={writeNothing}
            onChange={(event: IChangeEvent) => take(event.formData)}
          >
            {/* In place of the library's button: what is typed is kept at once. */}
            <span hidden />
          </LibraryForm>
        </div>
      </InspectorContext>
    </VocabularyProvider>
  );
}
