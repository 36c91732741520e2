/** Every input of a whole list or object, by the name that `to-form.ts` gives it. */
import { ActionInput } from "./ActionInput.tsx";
import { asField } from "./as-field.tsx";
import { ConditionInput } from "./ConditionInput.tsx";
import { NamedList } from "./NamedList.tsx";
import { TaskFormInput } from "./TaskFormInput.tsx";
import { TemplatedInput } from "./TemplatedInput.tsx";
import { UnionInput } from "./UnionInput.tsx";
import {
  JsonValue,
  RecordInput,
  TagsInput,
  TextsInput,
  TicketFieldsInput,
  VariablesInput,
} from "./ValueInputs.tsx";

export const formFields = {
  actionInput: asField(ActionInput),
  condition: asField(ConditionInput),
  json: asField(JsonValue),
  namedList: asField(NamedList),
  record: asField(RecordInput),
  tags: asField(TagsInput),
  taskForm: asField(TaskFormInput),
  templated: asField(TemplatedInput),
  texts: asField(TextsInput),
  ticketFields: asField(TicketFieldsInput),
  union: asField(UnionInput),
  variables: asField(VariablesInput),
};
