/** The field that a dialog is opened for has the focus once the dialog is there; by itself that goes to its close button. */
import { type RefObject, useCallback, useRef } from "react";

interface Focusable {
  focus(): void;
}

export interface FirstField<T extends Focusable> {
  readonly ref: RefObject<T | null>;
  /** For the dialog's `afterOpenChange`. */
  readonly afterOpenChange: (open: boolean) => void;
}

export function useFirstField<T extends Focusable>(): FirstField<T> {
  const ref = useRef<T>(null);
  const afterOpenChange = useCallback((open: boolean) => {
    if (open) ref.current?.focus();
  }, []);
  return { ref, afterOpenChange };
}
