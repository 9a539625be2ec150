import type { CivilDay } from "../calendar/civilDay.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"

/** What the profile knows of a child, apart from the events so that it can be erased alone. */
export interface ChildFacts {
  readonly bornOn?: CivilDay
  /** The child's standing with social care now. */
  readonly caseStatus?: CaseStatus
  /** The standing at the time of single episodes, where a table of episodes tells it; it goes before `caseStatus`. */
  readonly caseStatusAt?: ReadonlyMap<EpisodeId, CaseStatus>
  /** Placed outside the area of the authority that is responsible for the child. */
  readonly placedOutOfArea?: boolean
  /** Someone looked, and there is neither a Find Me Plan nor a Trigger Plan. */
  readonly hasNoPlan?: boolean
}
