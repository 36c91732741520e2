/** Going to the field of a pointer: the field itself, or the nearest that holds it. */

const focusable =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), button:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** The pointers from the place itself upwards: `/a/0`, `/a`, ``. */
export function upwards(pointer: string): readonly string[] {
  const steps = pointer.split("/");
  return steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
}

/** Shows the field below `root` that a pointer names and gives it the focus. */
export function focusPlace(root: HTMLElement, pointer: string): void {
  for (const at of upwards(pointer)) {
    const frame = root.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(at)}"]`);
    if (frame === null) continue;
    frame.scrollIntoView({ block: "center" });
    const input =
      frame.querySelector<HTMLElement>(`[data-input] :is(${focusable})`) ??
      frame.querySelector<HTMLElement>(focusable);
    input?.focus({ preventScroll: true });
    return;
  }
}
