import { normaliseText } from "./normalise.js";
/** Most matches that one leaf reports. */
const maxMatches = 100;
/**
 * Hangul jamo compose with each other and with the syllable before them, compatibility jamo too;
 * half-width kana take a separate voiced mark; everything else takes its combining marks.
 * The captured runs (ASCII, common ideographs, full-width forms) normalise one to one and need no cutting.
 */
const piecePattern = /([\u0020-\u007e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]+)(?![\p{M}\uff9e\uff9f])|(?:[\uac00-\ud7a3][\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uffa0-\uffdc]*|[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7ff\uffa0-\uffdc]+|[\s\S])[\p{M}\uff9e\uff9f]*/gu;
function align(source) {
    let text = "";
    const starts = [];
    const ends = [];
    for (const piece of source.matchAll(piecePattern)) {
        const normalised = normaliseText(piece[0]);
        const oneToOne = piece[1] !== undefined;
        text += normalised;
        for (let index = 0; index < normalised.length; index += 1) {
            starts.push(piece.index + (oneToOne ? index : 0));
            ends.push(piece.index + (oneToOne ? index + 1 : piece[0].length));
        }
    }
    return { text, starts, ends };
}
/** Every occurrence that counts, by position; at most a hundred. Empty for what is no text. */
export function findAll(actual, keywords, counts = () => true) {
    if (typeof actual !== "string")
        return [];
    const { text, starts, ends } = align(actual);
    const found = [];
    for (const { written, text: keyword } of keywords) {
        for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + keyword.length)) {
            if (found.length >= maxMatches)
                break;
            if (!counts(text, at))
                continue;
            const start = starts[at];
            found.push({ keyword: written, start, end: ends[at + keyword.length - 1] });
        }
    }
    return found.sort((a, b) => a.start - b.start);
}
//# sourceMappingURL=positions.js.map