import type { Instant } from "@safe-return/domain/calendar"
import type { Duty, dutyOverlaps } from "@safe-return/domain/escalation"
import type { rotaGaps } from "@safe-return/outreach"
import { type DateWords, datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { actions, context, header, section } from "../blocks/blocks.ts"
import { giveDutyButton, spanInWords, takeBackDutyButton } from "../forms/dutyRota/dutyRotaView.ts"
import { personInWords } from "../words/person.ts"

/** The rota of the duty as a manager reads it. */
export interface RotaOnHome {
  /** False where nobody keeps one. */
  readonly isKept: boolean
  readonly toCome: ReadonlyArray<Duty>
  /** Out of hours in the next days, with nobody on duty. */
  readonly gaps: ReturnType<typeof rotaGaps>
  readonly overlaps: ReturnType<typeof dutyOverlaps>
  /** Of people who are away then with nobody acting for them, or who hold the role no more. */
  readonly absent: ReadonlyArray<Duty>
}

/** Lines of each kind shown at most. */
const SHOWN = 12

const lines = (all: ReadonlyArray<string>): string =>
  [...all.slice(0, SHOWN), ...(all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [])].join("\n")

const warned = (title: string, all: ReadonlyArray<string>): ReadonlyArray<KnownBlock> =>
  all.length === 0 ? [] : [section(`:warning: *${title}*\n${lines(all)}`)]

const dutyInWords =
  (dates: DateWords) =>
  (duty: Duty): string =>
    `${personInWords(duty.person)} ${spanInWords(duty, dates)}`

export const rotaBlocks = (rota: RotaOnHome | undefined, now: Instant): ReadonlyArray<KnownBlock> => {
  if (rota === undefined) return []
  const { isKept, toCome, gaps, overlaps, absent } = rota
  const dates = datesSeenFrom(now)
  const inWords = dutyInWords(dates)
  return [
    header("Out-of-hours duty"),
    section(
      isKept
        ? lines(toCome.length === 0 ? ["No duty is to come."] : toCome.map((duty) => `• ${inWords(duty)}`))
        : "No rota is kept: everybody who is set up as out-of-hours duty is told."
    ),
    ...warned(
      "Nobody is on duty",
      gaps.map((gap) => spanInWords(gap, dates))
    ),
    ...warned("Away then with no cover, or no longer set up as duty", absent.map(inWords)),
    ...(overlaps.length === 0
      ? []
      : [
          context(
            `Two on duty at once, and both are told: ${lines(overlaps.map(([one, other]) => `${personInWords(one.person)} and ${personInWords(other.person)} from ${spanInWords(other, dates)}`))}`
          )
        ]),
    actions("duty-rota", [giveDutyButton, ...(toCome.length === 0 ? [] : [takeBackDutyButton])])
  ]
}
