/** What every input of a form can reach: the whole value, the remarks on it, and how it is shown. */
import type { Json } from "@sluice/schemas";
import { type ComponentType, createContext, useContext } from "react";
import type { Remark } from "./remark.ts";
import type { SchemaFormProps } from "./SchemaForm.tsx";
import { type FormPath, isWithin } from "./schema/form-path.ts";
import type { TemplateSample } from "./template/preview.ts";

export interface InspectorState {
  readonly value: Json | undefined;
  /** Changes the value at a path, whichever input's it is. */
  readonly replace: (path: FormPath, next: Json | undefined) => void;
  readonly remarks: readonly Remark[];
  readonly focusPath: string | undefined;
  readonly readOnly: boolean;
  readonly sample: TemplateSample | undefined;
  /** A form inside this one: the input of an action. */
  readonly Form: ComponentType<SchemaFormProps>;
}

const nothing: InspectorState = {
  value: undefined,
  replace: () => undefined,
  remarks: [],
  focusPath: undefined,
  readOnly: true,
  sample: undefined,
  Form: () => null,
};

export const InspectorContext = createContext<InspectorState>(nothing);

export const useInspector = (): InspectorState => useContext(InspectorContext);

/** The remarks at a place, or at it and everything below it. */
export function useRemarks(pointer: string, below: boolean): readonly Remark[] {
  const { remarks } = useInspector();
  return remarks.filter(({ path }) => (below ? isWithin(path, pointer) : path === pointer));
}
