import { deepFreeze } from "../../deepFreeze.ts"
import type { Citation } from "../../policy/sourced.ts"

/** Rules of a law that is enacted and not in force: nothing goes by them until a day is set. */
export interface PackInWaiting extends Citation {
  readonly id: string
  readonly title: string
  /** Off: no decision, reminder or figure may read it. */
  readonly isOn: false
  readonly known: ReadonlyArray<string>
  readonly notKnown: ReadonlyArray<string>
}

/**
 * The registers of children not in school.
 *
 * Source: Children's Wellbeing and Schools Act 2026 (c. 21), section 38, which puts sections 436B to 436G into the Education
 * Act 1996; seen on legislation.gov.uk as prospective.
 */
export const childrenNotInSchool: PackInWaiting = deepFreeze({
  id: "children-not-in-school",
  title: "Registers of children not in school",
  isOn: false,
  source: "Children's Wellbeing and Schools Act 2026 (c. 21), section 38 and Schedule 2",
  verified: true,
  known: [
    "Enacted: assent on 29 April 2026",
    "Not commenced: section 78(2) leaves these sections out",
    "Each council will keep a register of children in its area who are not in school"
  ],
  notKnown: [
    "The day on which it comes into force",
    "What the register holds, and by when it is told: regulations still to be made",
    "How it will stand beside the duty of section 436A and the census of children missing education"
  ]
})
