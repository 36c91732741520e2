/** True when no negation stands right before the position. */
export declare const isUnnegated: (text: string, at: number) => boolean;
