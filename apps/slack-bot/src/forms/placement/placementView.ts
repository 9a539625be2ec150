import { Nation } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { AuthorityName, type Episode, hostOf, type RecordPlacement } from "@safe-return/domain/pathway"
import { nationWords, placementInWords } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField, selectField, textField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn, textIn } from "../form.ts"

export const placementButton = caseButton(
  "placement",
  "Placement",
  "Where the child is placed, a move, and the host authority."
)

export const PLACEMENT_FORM = "placement"

const areaWords = { own: "In our own area", host: "In the area of another authority" } as const
const Area = Schema.Literals(["own", "host"])

/** Where is the child placed? The host authority is known before there is an interview to arrange. */
export const placementView = (link: CaseLink, episode: Episode): ModalView => {
  const host = hostOf(episode)
  return form({
    callbackId: PLACEMENT_FORM,
    title: "Placement",
    submit: "Record",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · ${escapeSlack(placementInWords(episode) ?? "Where the child is placed is not recorded.")}`
      ),
      radioField({ id: "area", label: "Placed" }, areaWords),
      textField({
        id: "authority",
        label: "Host authority",
        hint: "For a child who is placed in another authority's area.",
        placeholder: "Sheffield City Council",
        maxLength: 80,
        optional: true,
        ...(host === undefined ? {} : { initial: host.authority })
      }),
      selectField(
        {
          id: "nation",
          label: "Its bank holidays",
          hint: "The working days of the interview are counted on them.",
          optional: true
        },
        nationWords,
        host?.nation
      ),
      dateTimeField({
        id: "movedAt",
        label: "Moved at",
        hint: "Only where the child was moved while they were missing or away. Leave it empty if they were placed there before.",
        optional: true
      })
    ]
  })
}

const invalid = (fields: Record<string, string>) => Result.fail(new InvalidSubmission({ fields }))

export const readPlacement = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordPlacement, InvalidSubmission> => {
  const area = choiceIn(values, "area", Area)
  const movedAt = instantIn(values, "movedAt")
  const moved = definedFields({ movedAt })
  if (area === undefined) return invalid({ area: "Choose where the child is placed." })
  if (area === "own")
    return Result.succeed({ _tag: "RecordPlacement", episodeId, placement: { _tag: "OwnArea" }, ...moved })
  const authority = Option.getOrUndefined(Schema.decodeUnknownOption(AuthorityName)(textIn(values, "authority")))
  const nation = choiceIn(values, "nation", Nation)
  if (authority === undefined) return invalid({ authority: "Give the name of the council: letters only, up to 80." })
  if (nation === undefined) return invalid({ nation: "Choose whose bank holidays apply there." })
  return Result.succeed({
    _tag: "RecordPlacement",
    episodeId,
    placement: { _tag: "HostArea", authority, nation },
    ...moved
  })
}
