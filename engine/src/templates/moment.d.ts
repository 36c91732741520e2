/** The instant and the zone in which a template is rendered: a template never reads a clock or the local zone. */
/** When `now` is, epoch milliseconds, and where `date` counts hours (IANA name, `Asia/Shanghai` when left out). */
export interface TemplateMoment {
    readonly now: number;
    readonly timezone?: string;
}
/** An instant alone, or an instant with its zone. */
export type MomentInput = number | TemplateMoment;
export declare const toMoment: (at: MomentInput) => Required<TemplateMoment>;
