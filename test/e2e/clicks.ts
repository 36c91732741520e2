/** A hand whose clicks are counted: what a task costs a person. Typing and keys are free. */
import type { Locator, Page } from "playwright-core";

export interface Hand {
  /** Pointer clicks so far. */
  readonly clicks: number;
  click(target: Locator): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
}

/** A hand at a page, its count at nothing. */
export function createHand(page: Page): Hand {
  let clicks = 0;
  return {
    get clicks() {
      return clicks;
    },
    async click(target) {
      clicks += 1;
      await target.click();
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
  };
}
