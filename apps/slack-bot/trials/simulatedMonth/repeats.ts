/** Who should have been told that a child went missing again and again, by the council's rule as people say it. */
import type { PostedMessage } from "../../test/endToEnd/postedMessages.ts"
import { CHANNEL } from "../../test/endToEnd/trainingCouncil.ts"
import type { Episode, ExpectedMessages } from "./owed.ts"

/** Three times in thirty days; the month is shorter than that, so any three of it. */
const TIMES = 3

/** Of whatever number, so that one said of the second disappearance is found as well. */
const isRepeatAlert =
  (child: string) =>
  ({ text, threadTs }: PostedMessage): boolean =>
    threadTs === undefined && text.includes(child) && /\d+ missing episodes? in \d+ days/.test(text)

/** To the channel with the third report, once, and to nobody else: nobody is the allocated worker of these children. */
export const repeatsOf = (child: string, episodes: ReadonlyArray<Episode>): ReadonlyArray<ExpectedMessages> => {
  const reported = episodes.map(({ notified }) => notified).toSorted((one, other) => one - other)
  const isAny = isRepeatAlert(child)
  const isIt = (posted: PostedMessage) =>
    isAny(posted) && posted.channel === CHANNEL && posted.text.includes(`${TIMES} missing episodes in 30 days`)
  return [
    { kind: "repeat alert", about: child, at: reported.slice(TIMES - 1), isIt },
    {
      kind: "repeat alert",
      about: `${child}, of another number or to a person`,
      at: [],
      isIt: (posted) => isAny(posted) && !isIt(posted)
    }
  ]
}
