import * as Schema from "effect/Schema"

/** The grounds on which a school takes a child off its roll, by their letters. Source: SI 2024/208, regulation 9(1). */
export const groundLetters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"] as const

export const GroundLetter = Schema.Literals(groundLetters)
export type GroundLetter = typeof GroundLetter.Type
