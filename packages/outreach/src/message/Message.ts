/** What people must know, as facts and clocks of the domain: how it reads is a renderer's business. */
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

/** In the copy of a person who reads it in another's place. */
interface Covering {
  /** The person who is away and for whom they stand in. */
  readonly coversFor?: PersonId
}

export type Message = Covering &
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
