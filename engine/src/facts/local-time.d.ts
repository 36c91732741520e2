export interface LocalTime {
  readonly hour: number;
  /** 1 = Monday … 7 = Sunday (ISO 8601). */
  readonly weekday: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}
/** Wall-clock reading of an instant (epoch ms) in an IANA zone. */
export declare function toLocalTime(at: number, timezone: string): LocalTime;
