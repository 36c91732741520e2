/**
 * The form in which texts and keywords are compared: NFKC (full and half width become one), case folded,
 * traditional characters become simplified ones.
 *
 * The script is converted character by character, never by phrase: a keyword that stands in a text literally
 * is then found in it whatever surrounds it (phrase rules turn 乾 into 干 but leave it in 乾隆).
 * Source of the character table: OpenCC's TSCharacters, through opencc-js.
 */
import { Converter } from "opencc-js/t2cn";
/** CJK ideographs of the basic plane, with extension A and the compatibility block. */
const ideographs = [
    [0x3400, 0x9fff],
    [0xf900, 0xfaff],
];
let simplified;
/** Code unit → its simplified form; built on first use from the library's own converter. */
function simplifiedTable() {
    if (simplified)
        return simplified;
    const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
    const convert = Converter({ from: "t", to: "cn" });
    for (const [from, to] of ideographs) {
        const codes = Array.from({ length: to - from + 1 }, (_, index) => from + index);
        // A line break between characters keeps phrase rules from applying.
        const converted = convert(codes.map((code) => String.fromCharCode(code)).join("\n")).split("\n");
        converted.forEach((character, index) => {
            if (character.length === 1)
                table[from + index] = character.charCodeAt(0);
        });
    }
    simplified = table;
    return table;
}
function simplify(text) {
    const table = simplifiedTable();
    let result = "";
    let copied = 0;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        const simple = table[code];
        if (simple === code || simple === undefined)
            continue;
        result += text.slice(copied, index) + String.fromCharCode(simple);
        copied = index + 1;
    }
    return copied === 0 ? text : result + text.slice(copied);
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const ascii = /^[\x00-\x7f]*$/;
/** Upper then lower case is the nearest thing to Unicode case folding (ß = ss); the final sigma is a position, not a letter. */
const foldCase = (text) => text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
/** Brings a text or a keyword into the compared form. */
export function normaliseText(text) {
    if (ascii.test(text))
        return text.toLowerCase();
    return simplify(foldCase(text.normalize("NFKC")));
}
//# sourceMappingURL=normalise.js.map