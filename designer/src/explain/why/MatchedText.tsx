import type { TextMatch } from "@sluice/schemas";
import { matchedPieces } from "./matched-pieces.ts";
import styles from "./why.module.css";

/** The text around the words that were found, with those lit. */
export function MatchedText({ text, matches }: { text: string; matches: readonly TextMatch[] }) {
  return (
    <q className={styles.quote}>
      {matchedPieces(text, matches).map((piece) =>
        piece.lit ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
      )}
    </q>
  );
}
