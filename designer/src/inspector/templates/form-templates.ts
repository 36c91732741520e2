/** The frames that the form library puts around inputs, in our layout. */
import type { TemplatesType } from "@rjsf/utils";
import { ArrayCard, ArrayCards } from "./ArrayCards.tsx";
import { FieldFrame } from "./FieldFrame.tsx";
import { ObjectLayout } from "./ObjectLayout.tsx";

export const formTemplates = {
  FieldTemplate: FieldFrame,
  ObjectFieldTemplate: ObjectLayout,
  ArrayFieldTemplate: ArrayCards,
  ArrayFieldItemTemplate: ArrayCard,
} satisfies Partial<Omit<TemplatesType, "ButtonTemplates">>;
