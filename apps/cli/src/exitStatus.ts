/** What a script calling us may rely on. */
export const DONE = 0
/** A fault of ours: nothing the caller can mend. */
export const OUR_FAULT = 1
/** What we were given cannot be used; nothing was written to standard output. */
export const BAD_INPUT = 2

export type ExitStatus = typeof DONE | typeof OUR_FAULT | typeof BAD_INPUT
