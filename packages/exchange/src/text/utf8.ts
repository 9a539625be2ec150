import { Effect, Stream } from "effect"
import { type BadInput, badInput } from "../badInput.ts"

const LINE_FEED = 0x0a

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

const isUtf8 = (bytes: Uint8Array, isWhole: boolean): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

/** How many line feeds lie before the first byte of this block that is not UTF-8. */
const linesBeforeFault = (block: Uint8Array): number => {
  let from = 0
  // A character cut in two by the block's edge is not the fault.
  while (from < 3 && isContinuation(block[from])) from += 1
  for (let lines = 0; ; lines += 1) {
    const end = block.indexOf(LINE_FEED, from)
    if (end === -1) return isUtf8(block.subarray(from), false) ? 0 : lines
    if (!isUtf8(block.subarray(from, end), true)) return lines
    from = end + 1
  }
}

const countLineFeeds = (text: string): number => {
  let count = 0
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1
  return count
}

/** Bytes as text; what is not UTF-8 is refused with its line, because a spoilt place name counts as another place. */
export const decodeUtf8 = <E, R>(file: string, bytes: Stream.Stream<Uint8Array, E, R>, firstLine = 1) =>
  Stream.suspend((): Stream.Stream<string, E | BadInput, R> => {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
    let line = firstLine
    const decode = (block?: Uint8Array) =>
      Effect.try({
        try: () => {
          const text = decoder.decode(block, { stream: block !== undefined })
          line += countLineFeeds(text)
          return text
        },
        catch: () =>
          badInput({
            file,
            line: line + (block === undefined ? 0 : linesBeforeFault(block)),
            message: "The text is not UTF-8. Save the file as UTF-8 (in Excel: 'CSV UTF-8') and try again."
          })
      })
    return Stream.concat(Stream.mapEffect(bytes, decode), Stream.fromEffect(Effect.suspend(() => decode())))
  })
