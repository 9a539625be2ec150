import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildReference, type EpisodeId, episodeById, interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { actions, context, type MessageContent, plainly, section } from "../../blocks/blocks.ts"
import { assignInterview } from "../../forms/assign/assignInterview.ts"
import { assignButton, changeInterviewerButton } from "../../forms/assign/assignView.ts"
import { availabilityFor, planWarning } from "../../forms/assign/availability.ts"
import { knownAdultOf, wishWarning, withWishKept } from "../../forms/assign/childsWish.ts"
import { owedOr, severalOwed } from "../../forms/episodeOwedInterview.ts"
import { whichEpisode } from "../../forms/whichEpisode.ts"
import { findChild } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { interviewAssigned } from "../../messages/interviewAssigned.ts"
import { personInWords } from "../../words/person.ts"
import type { RhiCommand } from "./parseRhi.ts"
import { readTime, type TypedTime } from "./readTime.ts"

type Typed = Extract<RhiCommand, { _tag: "Assign" }>

const plannedTime = Effect.fn("plannedTime")(function* ({ when }: Typed) {
  if (when === "") return Option.none<TypedTime>()
  return Option.some(readTime(when, Instant(yield* Clock.currentTimeMillis), "future"))
})

/** In place of what a command would do that only a form asks about. */
const notAssigned = (child: ChildReference, episodeId: EpisodeId, question: string): MessageContent => {
  const text = `:warning: *Not assigned.* ${question}`
  return { text, blocks: [section(text), actions("assign", [changeInterviewerButton({ child, episodeId })])] }
}

/** `/rhi assign <reference> @person [known-adult] [when]` */
export const rhiAssign: CommandHandler<Typed> = {
  permission: "assign-interview",
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("rhiAssign")(function* ({ command, person }) {
    const { child, state: before } = yield* findChild(command.reference)
    const several = severalOwed(before)
    if (several.length > 1) return Option.some(whichEpisode(child, before, several, assignButton))
    const meant = owedOr("NotDone", "Declined")(before)
    const time = Option.getOrUndefined(yield* plannedTime(command))
    if (time?._tag === "Unclear") return Option.some(plainly(time.sentence))
    const { interviewer, knownAdult } = command
    const meantInterview = Option.getOrUndefined(Option.map(meant, ({ id }) => interviewOf(before, id)))
    const standing = meantInterview?.interviewer === interviewer ? meantInterview.plannedFor : undefined
    const planned = definedFields({ plannedFor: time === undefined ? standing : time.at })
    const meantId = Option.getOrUndefined(meant)?.id
    const wished = knownAdultOf(before, meantId)
    const assignment = withWishKept({ interviewer, knownAdult, ...planned }, wished)
    const question = wishWarning(assignment, wished)
    if (question !== undefined && meantId !== undefined) return Option.some(notAssigned(child, meantId, question))
    const { events, state } = yield* assignInterview(
      { child, assignment, ...definedFields({ episodeId: meantId }) },
      person
    )
    const assigned = events.find((event) => event._tag === "InterviewAssigned")
    if (assigned === undefined) return Option.none()
    const episode = Option.getOrUndefined(episodeById(state, assigned.episodeIds[0]))
    if (episode === undefined) return Option.none()
    const { calendars } = yield* Council
    const { text, blocks } = interviewAssigned({ child, state, episode, interviewer, calendars, ...planned })
    const known = (yield* availabilityFor(episode))(interviewer)
    const more = known.length === 0 ? [] : [context(`${personInWords(interviewer)}: ${known.join(" · ")}`)]
    const warning = yield* planWarning(assignment)
    const warned =
      warning === undefined ? [] : [section(`:warning: ${warning} Change it with “Change interviewer” on the card.`)]
    return Option.some({ text, blocks: [...blocks, ...warned, ...more] })
  })
}
