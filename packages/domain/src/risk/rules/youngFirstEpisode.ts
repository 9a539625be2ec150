import { type CivilDay, yearMonthDay } from "../../calendar/civilDay.ts"
import { londonDayOf } from "../../calendar/londonTime.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import type { Rule } from "../rule.ts"

/** Age in whole years. Born on 29 February, a child is a year older from 1 March in a year without one. */
const ageOn = (day: CivilDay, bornOn: CivilDay): number => {
  const [now, birth] = [yearMonthDay(day), yearMonthDay(bornOn)]
  const hadBirthday = now.month > birth.month || (now.month === birth.month && now.day >= birth.day)
  return now.year - birth.year - (hadBirthday ? 0 : 1)
}

/** The first episode on record, of a child younger than so many years on the London day they were last seen. */
export const youngFirstEpisode: Rule<SettingOf<"young-first-episode">> = {
  title: "First episode of a young child",
  mayGoToChat: () => false,
  numbers: ({ years }) => [years],
  notKnown: (_, { facts }) => (facts.bornOn === undefined ? "the child's date of birth" : undefined),
  restsOn: ["others"],
  judge: ({ years }, record, index) => {
    const { bornOn } = record.facts
    const episode = index === 0 ? record.episodes[0] : undefined
    if (episode === undefined || bornOn === undefined) return undefined
    const lastSeenOn = londonDayOf(episode.missingAt)
    if (lastSeenOn < bornOn || ageOn(lastSeenOn, bornOn) >= years.value) return undefined
    return {
      episodes: [episode],
      because: `First episode on record, of a child under ${years.value}.`,
      metAt: episode.notifiedAt
    }
  }
}
