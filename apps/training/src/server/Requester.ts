import type { Person } from "@safe-return/slack-testkit"
import type { TrainingPerson } from "../workspace/personas.ts"
import type { Training } from "../workspace/Training.ts"

/** What every handler is given: the running workspace and who is asking. */
export interface Requester {
  readonly training: Training
  readonly me: TrainingPerson
  /** The same persona at the keyboard. */
  readonly person: Person
}
