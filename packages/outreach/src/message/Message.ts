/** What people must know, as facts and clocks of the domain: how it reads is a renderer's business. */
import type { Role } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import type { AlertMessage } from "./alertMessages.ts"
import type { CardMessage } from "./cardMessages.ts"
import type { DeadlineMessage } from "./deadlineMessages.ts"
import type { DeathMessage } from "./deathMessages.ts"
import type { DecisionMessage } from "./decisionMessages.ts"
import type { EndMessage } from "./endMessages.ts"
import type { IncidentMessage } from "./incidentMessages.ts"
import type { PoliceMessage } from "./policeMessages.ts"
import type { TaskMessage } from "./taskMessages.ts"
import type { TeamMessage } from "./teamMessages.ts"

/** What a message says of the person who reads it, in the copy for them. */
interface ForReader {
  /** The person who is away, in whose place they read it. */
  readonly coversFor?: PersonId
  /** The roles they hold, so that nothing is offered to them that they may not do; absent where that is not known. */
  readonly readerRoles?: ReadonlyArray<Role>
}

export type Message = ForReader &
  (
    | AlertMessage
    | CardMessage
    | DeadlineMessage
    | TaskMessage
    | DecisionMessage
    | DeathMessage
    | EndMessage
    | PoliceMessage
    | TeamMessage
    | IncidentMessage
  )

/** What a message says, without which one it is. */
export type Facts<M extends Message> = Omit<M, "_tag">
