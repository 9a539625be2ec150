/** A card for each open case of a child missing education, which stays and says how the case ended. */
import type { PupilFile } from "@safe-return/casework"
import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { isOpenCase } from "@safe-return/domain/education"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"
import { type OwedMessage, once, type Place } from "./OwedMessage.ts"

const educationChannel: Place = { _tag: "EducationChannel" }

export interface EducationFacts {
  readonly files: ReadonlyArray<PupilFile>
  /** What was sent to the team. */
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  readonly now: Instant
}

export const educationCards = ({ files, delivered, now }: EducationFacts): ReadonlyArray<OwedMessage> =>
  files.flatMap(({ child: pupil, state }) =>
    state.cases.flatMap((educationCase) => {
      const key: MessageKey = `education-card:${educationCase.id}`
      // Of a case that was over before it had a card, nothing is said.
      if (!isOpenCase(educationCase) && delivered.get(key)?._tag !== "Sent") return []
      const today = londonDayOf(now)
      const message = () => ({ _tag: "EducationCard", pupil, educationCase, today }) as const
      return [{ ...once(key, educationChannel, message, "record"), keptCurrent: true }]
    })
  )
