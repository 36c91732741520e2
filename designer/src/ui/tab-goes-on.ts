/**
 * Tab in a list that is open. The select takes what is lit and then holds the focus, also for a moment after Enter,
 * while its list is still closing: whoever types on at once types into the field they have left. Here Tab always goes
 * on to the next field; from an open list it takes what is lit with it, from a closing one nothing more.
 */

/** The text field of a select of one value, if `target` is one whose list is open. */
function openCombobox(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof HTMLElement) || target.getAttribute("role") !== "combobox") return undefined;
  if (target.closest(".ant-select-single") === null) return undefined;
  return target.getAttribute("aria-expanded") === "true" ? target : undefined;
}

/** Watches the keys of a document; call the answer to stop. */
export function letTabGoOn(page: Document): () => void {
  /** The field in whose list Enter has just chosen. */
  let chosen: HTMLElement | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const field = openCombobox(event.target);
    const closing = field !== undefined && field === chosen;
    chosen = event.key === "Enter" && !event.isComposing ? field : undefined;
    if (event.key !== "Tab" || field === undefined) return;
    if (closing) event.stopImmediatePropagation();
    // The select chooses on Tab, but may not keep the focus.
    else event.preventDefault = () => undefined;
  };
  const forget = () => {
    chosen = undefined;
  };
  page.addEventListener("keydown", onKeyDown, true);
  page.addEventListener("input", forget, true);
  page.addEventListener("pointerdown", forget, true);
  return () => {
    page.removeEventListener("keydown", onKeyDown, true);
    page.removeEventListener("input", forget, true);
    page.removeEventListener("pointerdown", forget, true);
  };
}
