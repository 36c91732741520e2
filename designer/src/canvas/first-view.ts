/** Geometry of the first view. */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 16;
/** The smallest size at which the whole is shown, and the size of a beginning where the whole would be smaller. */
const smallestWhole = 0.4;
const beginning = 0.8;

/** Everything, at most at its own size; what would be too small to read begins at its left edge. */
export function firstView(bounds: Bounds, frame: Pick<Bounds, "width" | "height">) {
  const byWidth = (frame.width - 2 * margin) / bounds.width;
  const byHeight = (frame.height - 2 * margin) / bounds.height;
  const fit = Math.min(byWidth, byHeight, 1);
  const whole = fit >= smallestWhole;
  const zoom = whole ? fit : Math.max(fit, Math.min(beginning, byHeight));
  const centred = (frame.width - bounds.width * zoom) / 2;
  const left = bounds.width * zoom <= frame.width - 2 * margin + 1 ? centred : margin;
  return { x: left - bounds.x * zoom, y: (frame.height - bounds.height * zoom) / 2 - bounds.y * zoom, zoom };
}
