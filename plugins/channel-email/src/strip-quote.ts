/**
 * The new words of an answer, without what mail programs put below them. Cut only in answers, and never so much that
 * nothing is left: an agent can read a quotation, but not what is gone.
 */

/** A line that begins the quoted mail, as the usual programs write it. */
const beginnings: readonly RegExp[] = [
  /^-{2,}\s*(Original Message|原始邮件|原邮件|转发邮件|Forwarded message|回复的原邮件)\s*-{2,}/i, // QQ, Foxmail, Outlook
  /^_{20,}\s*$/, // Outlook's rule
  /^(On|Am|Le)\b.{4,200}\b(wrote|schrieb|a écrit)\s*[:：]\s*$/, // Gmail, Apple Mail
  /^(在|于)?\s*\d{4}\s*[年/-].{2,150}(写道|寫道)\s*[:：]\s*$/, // Gmail, Apple Mail in Chinese
  /^At \d{4}-\d{2}-\d{2} .{2,150} wrote:\s*$/, // NetEase
  /^.{0,100}<[^<>\s]+@[^<>\s]+>\s*(于|在).{2,100}(写道|寫道)\s*[:：]\s*$/,
];

/** A block of headers, in the middle of a mail. */
const headerStart = /^\*?(From|发件人|寄件者)\s*\*?[:：]/i;
const headerNext =
  /^\*?(Sent|Date|To|Subject|Cc|发送时间|发送日期|日期|收件人|抄送|主题|寄件日期)\s*\*?[:：]/i;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? "";
  if (beginnings.some((pattern) => pattern.test(line))) return true;
  // Gmail breaks the line before "wrote:".
  if (
    /^(On\b|在|于)/.test(line) &&
    beginnings.some((pattern) => pattern.test(`${line} ${lines[at + 1]?.trim()}`))
  )
    return true;
  return headerStart.test(line) && lines.slice(at + 1, at + 4).some((next) => headerNext.test(next.trim()));
}

/** Without `>` lines at the end; those between new words are what the words answer, and stay. */
function withoutTail(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && (isBlank(lines[end - 1]) || /^\s*>/.test(lines[end - 1] ?? ""))) end -= 1;
  return lines.slice(0, end);
}

/** The new words of `text`; all of it where nothing else would be left. */
export function stripQuote(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const cut = lines.findIndex((_line, at) => beginsQuote(lines, at));
  const kept = withoutTail(cut === -1 ? lines : lines.slice(0, cut))
    .join("\n")
    .trim();
  return kept === "" ? text.trim() : kept;
}
