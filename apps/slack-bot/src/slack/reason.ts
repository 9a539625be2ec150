/** What the Slack client throws, in one word. Told apart by code: Bolt may bring a client of its own. */
import { ErrorCode, type WebAPICallError } from "@slack/web-api"
import { UnreadableAnswer } from "./wholeAnswer.ts"

const isCallError = (cause: unknown): cause is WebAPICallError =>
  cause instanceof Error && Object.values<unknown>(ErrorCode).includes((cause as { readonly code?: unknown }).code)

/** The code of what went wrong below HTTP, which `fetch` wraps once or twice. */
const codeOf = (cause: unknown): string | undefined => {
  if (!(cause instanceof Error)) return undefined
  const { code } = cause as { readonly code?: unknown }
  return typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : codeOf(cause.cause)
}

/** Never to be taken for a code of Slack's, which is an answer: fetch says "terminated" of one that breaks off. */
const noAnswer = (cause: unknown): string =>
  codeOf(cause) ?? `no answer: ${cause instanceof Error ? cause.message : String(cause)}`

/** Slack's error code, `ratelimited`, `http_503`, the code of a broken connection, or else what was said. */
export const reasonOf = (cause: unknown): string => {
  if (!isCallError(cause)) return noAnswer(cause)
  switch (cause.code) {
    case ErrorCode.RateLimitedError:
      return "ratelimited"
    case ErrorCode.PlatformError:
      return cause.data.error
    case ErrorCode.HTTPError:
      return `http_${cause.statusCode}`
    default:
      return cause.original instanceof UnreadableAnswer ? cause.original.message : noAnswer(cause.original)
  }
}

/** How long Slack asks to be left alone. */
export const waitAskedFor = (cause: unknown): { readonly retryAfterSeconds?: number } =>
  isCallError(cause) && cause.code === ErrorCode.RateLimitedError ? { retryAfterSeconds: cause.retryAfter } : {}
