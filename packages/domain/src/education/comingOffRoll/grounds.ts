import { deepFreeze } from "../../deepFreeze.ts"
import type { Citation } from "../../policy/sourced.ts"
import type { GroundLetter } from "../caseTable/groundLetters.ts"

/** A ground on which a school takes a child of compulsory school age off its roll. */
export interface Ground extends Citation {
  /** In our own words, short. */
  readonly words: string
}

const REGULATION = "School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 9(1)"

const textSeen = (words: string): Ground => ({ words, source: REGULATION, verified: true })

const textNotSeen = (words: string): Ground => ({
  words,
  source: `${REGULATION}, as others give it: its text was not seen`,
  verified: false
})

/**
 * The grounds by their letters. `verified`: the text itself was seen, and not another's account of it.
 *
 * Source: SI 2024/208, regulation 9(1).
 */
export const grounds: Readonly<Record<GroundLetter, Ground>> = deepFreeze({
  a: textSeen("The child is registered at another school"),
  b: textSeen("The child's nursery education here is over, and they are not expected back"),
  c: textSeen("The child is registered at another school too, which agrees that they leave this one"),
  d: textSeen("A school attendance order now names another school"),
  e: textSeen("The school attendance order that named this school was revoked"),
  f: textNotSeen("The parent has written that the child is educated otherwise than at school"),
  g: textNotSeen("The child has moved, and does not live within a reasonable distance any more"),
  h: textNotSeen("The child has not come back within ten school days after a leave of absence"),
  i: textNotSeen("The child has been absent without permission for twenty school days on end"),
  j: textNotSeen("The child is detained under a court's order, and not expected back"),
  k: textNotSeen("The child died"),
  l: textNotSeen("The child is over compulsory school age, and does not stay on"),
  m: textNotSeen("The child is a boarder, and the fees are unpaid"),
  n: textNotSeen("The child has left an independent or non-maintained special school"),
  o: textNotSeen("The child has been permanently excluded")
})
