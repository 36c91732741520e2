/** Every input of one value, by the name that `to-form.ts` gives it. */
import { ActionPicker } from "./ActionPicker.tsx";
import { asWidget } from "./as-widget.tsx";
import { ChoiceInput, CodeInput, NumberInput, SwitchInput, TextInput } from "./PlainInputs.tsx";
import {
  AgentInput,
  CategoryInput,
  DocumentInput,
  FactInput,
  GroupInput,
  PriorityInput,
  StatusInput,
  StrategyInput,
} from "./ReferenceInputs.tsx";
import {
  CronInput,
  DurationInput,
  EventInput,
  InstantInput,
  TemplateInput,
  TemplateTextInput,
  TimezoneInput,
} from "./TextInputs.tsx";

export const formWidgets = {
  action: asWidget(ActionPicker),
  agent: asWidget(AgentInput),
  category: asWidget(CategoryInput),
  choice: asWidget(ChoiceInput),
  code: asWidget(CodeInput),
  cron: asWidget(CronInput),
  document: asWidget(DocumentInput),
  duration: asWidget(DurationInput),
  event: asWidget(EventInput),
  fact: asWidget(FactInput),
  group: asWidget(GroupInput),
  instant: asWidget(InstantInput),
  number: asWidget(NumberInput),
  priority: asWidget(PriorityInput),
  status: asWidget(StatusInput),
  strategy: asWidget(StrategyInput),
  switch: asWidget(SwitchInput),
  template: asWidget(TemplateInput),
  templateText: asWidget(TemplateTextInput),
  text: asWidget(TextInput),
  timezone: asWidget(TimezoneInput),
};
