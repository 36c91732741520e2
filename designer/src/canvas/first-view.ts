/** Geometry of the first view. */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 40;
/** Below this nobody reads the words on a card. */
const readable = 0.8;

/** Everything, at most at its own size; what would be too small begins at its left edge at a size that can be read. */
export function firstView(bounds: Bounds, frame: Pick<Bounds, "width" | "height">) {
  const fit = Math.min(
    (frame.width - 2 * margin) / bounds.width,
    (frame.height - 2 * margin) / bounds.height,
    1,
  );
  const zoom = Math.max(fit, Math.min(readable, (frame.height - 2 * margin) / bounds.height));
  const whole = bounds.width * zoom <= frame.width - 2 * margin + 1;
  const x = whole ? (frame.width - bounds.width * zoom) / 2 - bounds.x * zoom : margin - bounds.x * zoom;
  return { x, y: (frame.height - bounds.height * zoom) / 2 - bounds.y * zoom, zoom };
}
