import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { section, sectionWith } from "../../messages/blocks.ts"
import { type EpisodeCardFacts, everyButton } from "../../messages/cardButtons.ts"
import { type CaseAction, caseActions } from "../../messages/caseButtons.ts"
import { escapeSlack } from "../../words/escapeSlack.ts"

/** What each is for, in words, for whoever does not know its name. */
const words: Readonly<Record<CaseAction, string>> = {
  [caseActions.found]: "The child is found.",
  [caseActions.returned]: "The child is back: the interview's clock starts.",
  [caseActions.assignInterview]: "Who carries out the return home interview.",
  [caseActions.logInterview]: "The offer, the answer or the interview.",
  [caseActions.offer]: "The interview was offered, and what was answered.",
  [caseActions.carerOffer]: "The child cannot be heard: what the parent or carer can tell.",
  [caseActions.furtherSession]: "The child was talked to again. The interview that is logged stands.",
  [caseActions.attempt]: "A try at reaching the child, and what came of it.",
  [caseActions.noInterview]: "The child declined, or there is another reason.",
  [caseActions.considerations]: "What the allocated worker has to consider.",
  [caseActions.decide]: "What is decided on the triggers that were met.",
  [caseActions.why]: "How the deadlines were counted, and what met a trigger.",
  [caseActions.record]: "Code what the interview brought out.",
  [caseActions.setAllocatedWorker]: "Whose case the child is, and who is alerted.",
  [caseActions.screen]: "Allocation, MASH screening, hand-over, the case system's record.",
  [caseActions.correct]: "A time or fact is wrong, the child is another, or it was recorded twice.",
  [caseActions.close]: "Nothing is left to do.",
  [caseActions.reopen]: "Something new has come to light.",
  [caseActions.unassign]: "Whoever has the interview is not to carry it out.",
  [caseActions.withdrawFromInterview]: "What was recorded of the interview did not happen, or was of another child.",
  [caseActions.cancelEpisode]: "There was no such episode: of this child, or at all.",
  [caseActions.keepEpisode]: "The cancellation that was sent does not stand.",
  [caseActions.whereabouts]: "Where a found child is who is not back, or where they came back to.",
  [caseActions.absenceChange]: "From when the child was away and not missing, or the other way round.",
  [caseActions.placement]: "Where the child is placed, a move, and the host authority.",
  [caseActions.reached]: "A person you reached by phone or text has seen the alert.",
  [caseActions.together]: "Siblings or friends who are missing together.",
  [caseActions.unborn]: "The child is not born yet, or has been born since.",
  [caseActions.death]: "The child has died. Everything that is asked for here stops.",
  [caseActions.confirmDeath]: "What was told since was looked at.",
  [caseActions.takeBackDeath]: "A death was recorded wrongly.",
  [caseActions.reveal]: "What is held beyond the reference, to you alone. Each look is written down.",
  [caseActions.acknowledge]: "Somebody has seen the alert and acts on it.",
  [caseActions.more]: "Everything that can be done now."
}

const isCaseAction = (id: string | undefined): id is CaseAction => id !== undefined && id in words

const lineFor = (button: Button) =>
  sectionWith(isCaseAction(button.action_id) ? words[button.action_id] : button.text.text, button)

const seen = ({ state, episode }: EpisodeCardFacts): string =>
  state.death === undefined ? ` · last seen ${londonDateTime(episode.missingAt)}` : ""

/** Everything that can be done about an episode, each with a sentence: a card shows only the next few. */
export const moreView = (card: EpisodeCardFacts): ModalView => ({
  type: "modal",
  title: { type: "plain_text", text: "More" },
  close: { type: "plain_text", text: "Close" },
  blocks: [
    section(`*${escapeSlack(card.child)}* · ${episodeStatus(card.state, card.episode)}${seen(card)}`),
    ...everyButton(card).map(lineFor)
  ]
})
