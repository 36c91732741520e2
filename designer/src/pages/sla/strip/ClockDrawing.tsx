/** The drawing of a clock: hours that are open and closed, what counts, cards and due on one time axis. */
import { createZone } from "@sluice/engine";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant, formatTime } from "../../../format/instant.ts";
import styles from "./strip.module.css";
import { labelLines, type Mark, momentsOf, type Span, type Strip, ticksOf } from "./strip-model.ts";

export interface ClockDrawingProps {
  readonly strip: Strip;
  readonly timezone: string;
  /** For a screen reader; the instants stand in the text below too. */
  readonly label: string;
  readonly now: number;
}

const band = { top: 54, height: 20 } as const;
const height = 100;
const lineHeight = 16;
/** A tick every so many px at the most. */
const tickGap = 76;

/** The width that the drawing may take, followed as the window changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

export function ClockDrawing(props: ClockDrawingProps) {
  const { box, width } = useWidth();
  return (
    <div ref={box} className={styles.drawing}>
      {width > 0 ? <Drawn {...props} width={width} /> : null}
    </div>
  );
}

function Drawn({ strip, timezone, label, now, width }: ClockDrawingProps & { width: number }) {
  const [from, until] = strip.window;
  const x = (at: number) => ((at - from) / (until - from)) * width;
  const rect = ([begin, end]: Span) => ({ x: x(begin), width: Math.max(1, x(end) - x(begin)) });
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <defs>
        <pattern
          id="sla-closed"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
        <pattern id="sla-paused" width="5" height="5" patternUnits="userSpaceOnUse">
          <line className={styles.pauseLine} x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      <rect className={styles.closed} x={0} y={band.top} width={width} height={band.height} rx={4} />
      <rect fill="url(#sla-closed)" x={0} y={band.top} width={width} height={band.height} rx={4} />
      {strip.open.map((span) => (
        <rect key={span[0]} className={styles.open} y={band.top} height={band.height} {...rect(span)} />
      ))}
      {strip.counted.map((span) => (
        <rect key={span[0]} className={styles.counted} y={band.top + 7} height={8} rx={2} {...rect(span)} />
      ))}
      {strip.pause ? (
        <g>
          <rect className={styles.pauseGround} y={band.top + 7} height={8} {...rect(strip.pause)} />
          <rect fill="url(#sla-paused)" y={band.top + 7} height={8} {...rect(strip.pause)} />
        </g>
      ) : null}
      <Ticks window={strip.window} timezone={timezone} width={width} x={x} now={now} />
      <Marks marks={strip.marks} width={width} x={x} />
    </svg>
  );
}

interface TicksProps {
  readonly window: Span;
  readonly timezone: string;
  readonly width: number;
  readonly x: (at: number) => number;
  readonly now: number;
}

function Ticks({ window, timezone, width, x, now }: TicksProps) {
  const { i18n } = useTranslation();
  const zone = createZone(timezone);
  const bottom = band.top + band.height;
  return (
    <g className={styles.ticks}>
      {ticksOf(window, timezone, Math.max(2, Math.floor(width / tickGap))).map((at) => {
        const midnight = zone.toWall(at) % 86_400_000 === 0;
        const text = midnight
          ? formatInstant(at, i18n.language, timezone, now).replace(/[,\s]*00:00$/, "")
          : formatTime(at, i18n.language, timezone);
        const place = Math.min(Math.max(x(at), 20), width - 20);
        return (
          <g key={at} data-midnight={midnight}>
            <line x1={x(at)} x2={x(at)} y1={midnight ? band.top - 2 : bottom} y2={bottom + 5} />
            <text x={place} y={bottom + 18} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12 : 6.5), 0) + 16;

function Marks({ marks, width, x }: { marks: readonly Mark[]; width: number; x: (at: number) => number }) {
  const { t } = useTranslation();
  const labels = momentsOf(marks).map(({ at, kind, kinds }) => {
    const text = kinds.map((each) => t(`sla.strip.${each}`)).join(" · ");
    const wide = widthOf(text);
    return { at, kind, text, width: wide, x: Math.min(Math.max(x(at) - 5, 0), Math.max(0, width - wide)) };
  });
  const lines = labelLines(labels);
  const yOf = (index: number) => band.top - 7 - (lines[index] ?? 0) * lineHeight;
  return (
    <g>
      {labels.map(({ at, kind }, index) => (
        <g key={at} className={styles.mark} data-kind={kind}>
          <line x1={x(at)} x2={x(at)} y1={yOf(index) + 3} y2={band.top + band.height} />
        </g>
      ))}
      {labels.map(({ at, kind, text, x: left }, index) => (
        <g key={at} className={styles.mark} data-kind={kind}>
          <path d={`M${left + 2} ${yOf(index) - 9}h6v8h-6z`} />
          <text x={left + 12} y={yOf(index)}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
