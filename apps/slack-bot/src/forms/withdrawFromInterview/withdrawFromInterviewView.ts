/** What was recorded of an interview and did not happen. */

import {
  type ChildState,
  CorrectionReason,
  correctionReasonWords,
  type Episode,
  interviewOf,
  notDoneOf,
  type WithdrawFromInterview,
  type Withdrawn,
  withdrawableFactWords
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { InputBlock, ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { checkboxField, radioField, selectField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const withdrawFromInterviewButton = caseButton(
  "withdraw-from-interview",
  "Withdraw",
  "What was recorded of the interview did not happen, or was of another child."
)

export const WITHDRAW_FROM_INTERVIEW_FORM = "withdraw-from-interview"

/** Slack's most for one list. */
const CHOICES = 100

interface Withdrawable {
  readonly code: string
  readonly words: string
  readonly withdrawn: Withdrawn
}

const timed = (withdrawn: Withdrawn, at: Parameters<typeof londonDateTime>[0]): Withdrawable => ({
  code: `${withdrawn.what}:${at}`,
  words: `${withdrawableFactWords.words[withdrawn.what]}, ${londonDateTime(at)}`,
  withdrawn
})

const untimed = (withdrawn: Withdrawn): Withdrawable => ({
  code: withdrawn.what,
  words: withdrawableFactWords.words[withdrawn.what],
  withdrawn
})

/** What is on the record of this episode's interview and can be withdrawn now: what rests on another fact goes first. */
export const withdrawableOf = (state: ChildState, episode: Episode): ReadonlyArray<Withdrawable> => {
  const interview = interviewOf(state, episode.id)
  const notDone = notDoneOf(interview, episode)
  const { attempts = [], carerOffer, completed, furtherSessions = [] } = interview ?? {}
  const isOfEpisode = ({ episodeIds }: { readonly episodeIds?: ReadonlyArray<string> }) =>
    episodeIds === undefined || episodeIds.includes(episode.id)
  const offer = completed === undefined ? interview?.offers?.findLast(isOfEpisode) : undefined
  const answer = completed === undefined ? interview?.answers?.findLast(isOfEpisode) : undefined
  return [
    ...furtherSessions
      .map(({ completedAt }) => timed({ what: "further-session", completedAt }, completedAt))
      .toReversed(),
    ...(completed === undefined || furtherSessions.length > 0
      ? []
      : [timed({ what: "completed", completedAt: completed.completedAt }, completed.completedAt)]),
    ...(notDone === undefined ? [] : [untimed({ what: "not-done", notDone: notDone.reason })]),
    ...(answer === undefined ? [] : [untimed({ what: "answer", response: answer.response })]),
    ...(offer === undefined ? [] : [timed({ what: "offer", offeredAt: offer.offeredAt }, offer.offeredAt)]),
    ...(carerOffer === undefined
      ? []
      : [timed({ what: "carer-offer", offeredAt: carerOffer.offeredAt }, carerOffer.offeredAt)]),
    ...attempts.map((attempt) => timed({ what: "attempt", attempt }, attempt.attemptedAt)).toReversed()
  ].slice(0, CHOICES)
}

const KEPT = "kept"
const Others = Schema.Literals([KEPT])

/** One interview over several episodes may have been wrong for one of them alone. */
const othersField = (state: ChildState, { id }: Episode): ReadonlyArray<InputBlock> =>
  (interviewOf(state, id)?.episodeIds.length ?? 1) === 1
    ? []
    : [
        checkboxField(
          { id: "others", label: "The other episodes of this interview", optional: true },
          { [KEPT]: "They keep it: it was wrong for this one alone" }
        )
      ]

/** Which of these did not happen, or was of another child? */
export const withdrawFromInterviewView = (link: CaseLink, state: ChildState, episode: Episode): ModalView =>
  form({
    callbackId: WITHDRAW_FROM_INTERVIEW_FORM,
    title: "Withdraw",
    submit: "Withdraw",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}\nThe episode then stands as if it had not been recorded; that it was stays in the history.`
      ),
      selectField(
        { id: "fact", label: "What is withdrawn?" },
        Object.fromEntries(withdrawableOf(state, episode).map(({ code, words }) => [code, words]))
      ),
      radioField({ id: "reason", label: "Why" }, correctionReasonWords.words),
      ...othersField(state, episode)
    ]
  })

export const readWithdrawalFromInterview = (
  { episodeId }: CaseLink,
  withdrawable: ReadonlyArray<Withdrawable>,
  values: FormValues
): Result.Result<WithdrawFromInterview, InvalidSubmission> => {
  const code = choiceIn(values, "fact", Schema.String)
  const reason = choiceIn(values, "reason", CorrectionReason)
  const fact = withdrawable.find((one) => one.code === code)
  if (fact === undefined) return Result.fail(new InvalidSubmission({ fields: { fact: "Choose what is withdrawn." } }))
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is withdrawn." } }))
    : Result.succeed({
        _tag: "WithdrawFromInterview",
        episodeId,
        withdrawn: fact.withdrawn,
        reason,
        ...(choicesIn(values, "others", Others).includes(KEPT) ? { onlyThisEpisode: true } : {})
      })
}
