/** The ticket in the try-it box; `null` while nothing is filled in. */
import { useMemo, useState } from "react";
import { useNowEvery } from "../../ui/use-now.ts";
import { emptyForm, isFilled, toTried } from "./try/tried-form.ts";

/** Typed tickets come in now; the minute is near enough, and does not ask anew each second. */
const minute = 60_000;

export function useTriedForm() {
  const [form, setForm] = useState(emptyForm);
  const now = useNowEvery(minute);
  const ticket = useMemo(() => (isFilled(form) ? toTried(form, now) : null), [form, now]);
  return { form, setForm, ticket };
}
