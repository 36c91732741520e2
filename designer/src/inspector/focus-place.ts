/** Going to the field of a pointer: the field itself, or the nearest that holds it. */

const focusable =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), button:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** The pointers from the place itself upwards: `/a/0`, `/a`, ``. */
export function upwards(pointer: string): readonly string[] {
  const steps = pointer.split("/");
  return steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
}

/** The frame of a pointer in this form; a form inside it has pointers of its own. */
function frameOf(root: HTMLElement, pointer: string): HTMLElement | undefined {
  const frames = root.querySelectorAll<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
  return [...frames].find((frame) => frame.closest("[data-form]") === root);
}

/** Shows the field of the form `root` that a pointer names and gives it the focus. */
export function focusPlace(root: HTMLElement, pointer: string): void {
  for (const at of upwards(pointer)) {
    const frame = frameOf(root, at);
    if (frame === undefined) continue;
    // The form inside looks for the rest of the way itself.
    if (at !== pointer && frame.querySelector("[data-form]") !== null) return;
    frame.scrollIntoView({ block: "center" });
    const input = frame.querySelector<HTMLElement>(`:scope > [data-input] :is(${focusable})`);
    (input ?? frame.querySelector<HTMLElement>(focusable))?.focus({ preventScroll: true });
    return;
  }
}
