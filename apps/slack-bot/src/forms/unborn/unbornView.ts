import { type Command, type Episode, NoLongerUnborn, noLongerUnbornWords } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const unbornButton = caseButton("unborn", "Unborn child", "The child is not born yet, or has been born since.")

export const UNBORN_FORM = "unborn"

const isUnborn = ({ unborn }: Episode): boolean => unborn === "unborn"

/** Is this the record of an unborn child, whose mother is missing; or has the child been born since? */
export const unbornView = (link: CaseLink, episode: Episode): ModalView => {
  const child = `*${escapeSlack(link.child)}*`
  return form({
    callbackId: UNBORN_FORM,
    title: "Unborn child",
    submit: "Record",
    link,
    blocks: isUnborn(episode)
      ? [
          section(`${child} · This is the record of an unborn child: their mother is missing.`),
          radioField({ id: "because", label: "What has changed" }, noLongerUnbornWords.words)
        ]
      : [
          section(
            `${child} · The child is not born yet and their mother is missing. She is looked for as any child is; no return home interview is owed.`
          )
        ]
  })
}

export const readUnborn = (episode: Episode, values: FormValues): Result.Result<Command, InvalidSubmission> => {
  const episodeId = episode.id
  if (!isUnborn(episode)) return Result.succeed({ _tag: "RecordUnborn", episodeId })
  const because = choiceIn(values, "because", NoLongerUnborn)
  return because === undefined
    ? Result.fail(new InvalidSubmission({ fields: { because: "Choose what has changed." } }))
    : Result.succeed({ _tag: "EndUnborn", episodeId, because })
}
