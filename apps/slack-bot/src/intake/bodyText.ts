import { Result } from "effect"

const isUtf16 = (body: Buffer): boolean => {
  const [first, second] = body
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) return true
  // JSON begins with a character of ASCII, whose other byte is 0 in UTF-16.
  return body.length > 1 && (first === 0 || second === 0)
}

/** The text of a body that is UTF-8, with or without a byte order mark; or what its bytes must be. */
export const bodyText = (body: Buffer): Result.Result<string, string> => {
  if (isUtf16(body)) return Result.fail("must be JSON in UTF-8, and is in UTF-16")
  return Result.try({
    try: () => new TextDecoder("utf-8", { fatal: true }).decode(body),
    catch: () => "must be JSON in UTF-8"
  })
}
