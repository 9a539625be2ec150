/** What people must know, as facts and clocks of the domain: how it reads is a renderer's business. */
import type { Permission } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import type { AlertMessage } from "./alertMessages.ts"
import type { CardMessage } from "./cardMessages.ts"
import type { CoverMessage } from "./coverMessages.ts"
import type { DeadlineMessage } from "./deadlineMessages.ts"
import type { DeathMessage } from "./deathMessages.ts"
import type { DecisionMessage } from "./decisionMessages.ts"
import type { DutyMessage } from "./dutyMessages.ts"
import type { EducationMessage } from "./educationMessages.ts"
import type { EducationMorningMessage } from "./educationMorningMessages.ts"
import type { EndMessage } from "./endMessages.ts"
import type { IncidentMessage } from "./incidentMessages.ts"
import type { MorningMessage } from "./morningMessages.ts"
import type { PoliceMessage } from "./policeMessages.ts"
import type { TaskMessage } from "./taskMessages.ts"
import type { TeamMessage } from "./teamMessages.ts"

/** What is left to a person: the questions of an allocated worker first, which no message need ask. */
export type LeftToDo =
  | "questions"
  | "questions in their place"
  | "carer-offer"
  | "write-up"
  | "closing"
  | "another message"

/** What a message says of the people who read it, in the copy for them. */
export interface ForReader {
  /** The person who is away, in whose place they read it. */
  readonly coversFor?: PersonId
  /** What its readers may do here, so that nothing is offered that would be refused; absent where that is not known. */
  readonly readerMay?: ReadonlySet<Permission>
  /** What its reader still has to do for the child, where the message asks nothing of them any more. */
  readonly leftToDo?: LeftToDo
}

export type Message = ForReader &
  (
    | AlertMessage
    | CardMessage
    | CoverMessage
    | DeadlineMessage
    | MorningMessage
    | TaskMessage
    | DecisionMessage
    | DeathMessage
    | DutyMessage
    | EducationMessage
    | EducationMorningMessage
    | EndMessage
    | PoliceMessage
    | TeamMessage
    | IncidentMessage
  )

/** What a message says, without which one it is. */
export type Facts<M extends Message> = Omit<M, "_tag">
