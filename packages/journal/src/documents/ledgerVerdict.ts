/** Whether a document is the one that was written last, judged by the ledger of heads. */
import type { CheckedText } from "./checkedText.ts"
import type { StreamHead } from "./DocumentForm.ts"
import type { Head } from "./ledgerLines.ts"

/** `same`, `ahead` (its line was not written any more), or a reason why it is neither. */
type LedgerVerdict =
  | { readonly _tag: "Same" }
  | { readonly _tag: "Ahead" }
  | { readonly _tag: "Wrong"; readonly reason: string }

const wrong = (reason: string): LedgerVerdict => ({ _tag: "Wrong", reason })

export const compareWithLedger = (
  text: CheckedText,
  head: Head | undefined,
  mayBeAhead: boolean,
  goesOnFrom: (head: StreamHead) => boolean
): LedgerVerdict => {
  if (head?.removed === true) return wrong("it was taken away for good and has come back")
  if (head !== undefined && text.generation < head.generation) {
    return wrong(
      `it is older than the one that was written last (its write ${text.generation}, where ${head.generation} should be): it was put back from a copy, or its end was cut off`
    )
  }
  if (head !== undefined && text.generation === head.generation) {
    return text.sha256 === head.sha256
      ? { _tag: "Same" }
      : wrong("it is not the one that was written last: something else has changed it since")
  }
  if (!mayBeAhead) return wrong("something else has written it since the journal was closed")
  if (head?.stream !== undefined && !goesOnFrom(head.stream)) {
    return wrong(`it does not go on from version ${head.stream.version} as that was written`)
  }
  return { _tag: "Ahead" }
}
