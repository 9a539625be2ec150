import {
  CorrectionReason,
  correctionReasonWords,
  type Entry,
  type Episode,
  type WithdrawEntry
} from "@safe-return/domain/pathway"
import { entryInWords } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { radioField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const WITHDRAW_ENTRY_FORM = "withdraw-entry"

/** What can be taken back of an episode, the latest first. Slack takes a hundred in one list. */
const SHOWN = 100

export const entriesOf = ({ stays = [], earlierStretches = [], placements = [] }: Episode): ReadonlyArray<Entry> =>
  [
    ...placements.map(
      ({ movedAt }): Entry => (movedAt === undefined ? { _tag: "Placement" } : { _tag: "Placement", movedAt })
    ),
    ...earlierStretches.map(({ until }): Entry => ({ _tag: "AbsenceChange", changedAt: until })),
    ...stays.map(({ since }): Entry => ({ _tag: "Whereabouts", since }))
  ]
    .toSorted((a, b) => (timeOf(b) ?? 0) - (timeOf(a) ?? 0))
    .slice(0, SHOWN)

const timeOf = (entry: Entry): number | undefined => {
  switch (entry._tag) {
    case "Whereabouts":
      return entry.since
    case "AbsenceChange":
      return entry.changedAt
    case "Placement":
      return entry.movedAt
  }
}

const codeOf = (entry: Entry): string => `${entry._tag}:${timeOf(entry) ?? ""}`

/** Which of these was not so? What is right is recorded afterwards, in the ordinary way. */
export const withdrawEntryView = (link: CaseLink, episode: Episode): ModalView =>
  form({
    callbackId: WITHDRAW_ENTRY_FORM,
    title: "Take back",
    submit: "Take back",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · What is right is recorded afterwards, in the ordinary way.`),
      selectField(
        { id: "entry", label: "What was not so?" },
        Object.fromEntries(entriesOf(episode).map((entry) => [codeOf(entry), entryInWords(entry)]))
      ),
      radioField({ id: "reason", label: "Why" }, correctionReasonWords.words)
    ]
  })

export const readWithdrawal = (
  { episodeId }: CaseLink,
  episode: Episode,
  values: FormValues
): Result.Result<WithdrawEntry, InvalidSubmission> => {
  const code = choiceIn(values, "entry", Schema.String)
  const entry = entriesOf(episode).find((one) => codeOf(one) === code)
  const reason = choiceIn(values, "reason", CorrectionReason)
  if (entry === undefined) return Result.fail(new InvalidSubmission({ fields: { entry: "Choose what was not so." } }))
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is taken back." } }))
    : Result.succeed({ _tag: "WithdrawEntry", episodeId, entry, reason })
}
