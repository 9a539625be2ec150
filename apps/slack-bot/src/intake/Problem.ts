/** What is wrong with a request, as `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 429 | 500 | 503
  readonly title: string
  readonly detail: string
  /** The fields to look at, each with what it must be. */
  readonly errors?: ReadonlyArray<{ readonly field: string; readonly detail: string }>
}

export interface Reply {
  readonly status: number
  readonly contentType: "application/json" | "application/problem+json"
  readonly body: unknown
  /** When to send it again, where that is known. */
  readonly retryAfterSeconds?: number
  /** People hear of this refusal in another way already. */
  readonly isTold?: boolean
}

export const problemReply = (problem: Problem): Reply => ({
  status: problem.status,
  contentType: "application/problem+json",
  body: { type: "about:blank", ...problem }
})

export const jsonReply = (status: number, body: unknown): Reply => ({ status, contentType: "application/json", body })
