import { useEffect, useState } from "react";
import { asksForSheet } from "./shortcuts.ts";

/** Whether the shortcut sheet is open; `?` opens it wherever nobody types. */
export function useSheet() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForSheet(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return { open, show: () => setOpen(true), close: () => setOpen(false) };
}
