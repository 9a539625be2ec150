/** What one check found. No word of it repeats a secret. */
export interface Finding {
  /** What was checked, such as `slack.token`. */
  readonly check: string
  readonly status: "well" | "warning" | "wrong" | "not set"
  readonly found: string
  /** What to do about it, where there is something to do. */
  readonly remedy?: string
}

export type Values = Readonly<Record<string, string>>

export const well = (check: string, found: string): Finding => ({ check, status: "well", found })
export const notSet = (check: string, found: string): Finding => ({ check, status: "not set", found })
export const warning = (check: string, found: string, remedy: string): Finding => ({
  check,
  status: "warning",
  found,
  remedy
})
export const wrong = (check: string, found: string, remedy: string): Finding => ({
  check,
  status: "wrong",
  found,
  remedy
})

/** The ids in a setting that lists several. */
export const listed = (text = ""): ReadonlyArray<string> => text.split(/[\s,]+/).filter(Boolean)

/** An answer's status or the code of a broken connection, and never what was asked. */
export const reasonOf = (cause: unknown): string => {
  const {
    response,
    code,
    name,
    cause: inner
  } = (cause ?? {}) as {
    readonly response?: { readonly status?: number }
    readonly code?: unknown
    readonly name?: unknown
    readonly cause?: unknown
  }
  if (typeof response?.status === "number") return `HTTP ${response.status}`
  if (typeof code === "string") return code
  if (inner !== undefined && inner !== null) return reasonOf(inner)
  return name === "TimeoutError" ? "no answer in time" : "no answer"
}
