import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { CaseStatus, caseStatusWords } from "@safe-return/domain/policy"
import { type Firing, standingWords, type UnjudgedRule } from "@safe-return/domain/risk"
import { Initials, type Profile } from "@safe-return/journal"
import { londonDay } from "@safe-return/wording"
import type { KnownBlock, ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { actions, context, escapeSlack, facts, section } from "../../blocks/blocks.ts"
import { type CaseLink, caseButton, encodeChildLink } from "../../blocks/caseLink.ts"
import { type LeftOutOf, leftOutInWords, ownerInWords } from "../../words/leftOut.ts"
import { personInWords } from "../../words/person.ts"
import { dateField, selectField, textField } from "../fields.ts"
import { choiceIn, dayIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"
import { decideInQuietButton } from "../triggerDecisions/triggerDecisionsView.ts"

export const revealButton = caseButton(
  "reveal",
  "Reveal",
  "What is held beyond the reference, to you alone. Each look is written down."
)

export const PROFILE_FORM = "profile"

const JOURNALED = "That you looked is journaled. Close this when you have read it; nothing of it is posted anywhere."

const NOT_HELD = "Not held"

/** What people fill in. */
export type HeldProfile = Pick<Profile, "initials" | "bornOn" | "caseStatus">

const heldInWords = ({ initials, bornOn, caseStatus }: HeldProfile): ReadonlyArray<readonly [string, string]> => [
  ["Initials", initials ?? NOT_HELD],
  ["Birth date", bornOn === undefined ? NOT_HELD : londonDay(bornOn)],
  ["Case status", caseStatus === undefined ? NOT_HELD : caseStatusWords[caseStatus]]
]

const workerInWords = ({ allocatedWorker }: Profile) =>
  ["Allocated worker", allocatedWorker === undefined ? "Not recorded" : personInWords(allocatedWorker)] as const

const asFacts = (profile: Profile) => facts([...heldInWords(profile), workerInWords(profile)])

const CHANGED_MEANWHILE =
  "Someone changed what is held while this was open, so yours was not saved. This is what is held now. Press Reveal again to change it."

/** For a person who saved second: what is held now and, where it differs, what they had typed. */
export const changedMeanwhileView = (now: Profile, typed: HeldProfile): ModalView => {
  const wanted = new Map(heldInWords(typed))
  const rows = heldInWords(now).map(
    ([name, value]) => [name, wanted.get(name) === value ? value : `${value} (yours: ${wanted.get(name)})`] as const
  )
  return {
    type: "modal",
    title: { type: "plain_text", text: "Not saved" },
    close: { type: "plain_text", text: "Close" },
    // Once read, whatever it was opened from is out of date and closes with it.
    clear_on_close: true,
    blocks: [
      section(CHANGED_MEANWHILE),
      section(`*${escapeSlack(now.child)}*`),
      facts([...rows, workerInWords(now)]),
      context(JOURNALED)
    ]
  }
}

/** Triggers shown at most, the latest. */
const TRIGGERS_SHOWN = 8

/** Triggers that are never posted, because even that there is one would tell; and those nobody can judge yet. */
interface QuietTriggers {
  readonly fired: ReadonlyArray<Firing>
  readonly notKnown: ReadonlyArray<UnjudgedRule>
  readonly leftOutOf?: LeftOutOf
  /** What was decided on it, as far as the reader may see; empty where nobody did. */
  readonly decisionOn?: (firing: Firing) => string
  /** The case on which the reader may decide on some of them; absent where none waits, or it is not theirs to decide. */
  readonly toDecide?: CaseLink
}

const nobodyLeftOut: LeftOutOf = () => []

/** What else becomes of a trigger is said by the decision on it. */
const importedMark = ({ standing }: Firing): string =>
  standing._tag === "Imported" ? ` _${standingWords(standing)}_` : ""

const triggerBlocks = ({
  fired,
  notKnown,
  leftOutOf = nobodyLeftOut,
  decisionOn = () => "",
  toDecide
}: QuietTriggers): ReadonlyArray<KnownBlock> => [
  ...(fired.length === 0 ? [] : [section("*Triggers that are never posted*")]),
  ...fired
    .slice(-TRIGGERS_SHOWN)
    .toReversed()
    .map((firing) => {
      const decision = decisionOn(firing)
      return section(
        `*${escapeSlack(firing.title)}*: ${escapeSlack(firing.action)} ${ownerInWords(firing, leftOutOf)}. ${escapeSlack(firing.because)}${importedMark(firing)}${decision === "" ? "" : `\n:heavy_check_mark: ${decision}`}`
      )
    }),
  ...(toDecide === undefined ? [] : [actions("quiet-triggers", [decideInQuietButton(toDecide)])]),
  ...(notKnown.length === 0
    ? []
    : [
        context(
          `Not judged: ${notKnown.map(({ title, needs }) => `${escapeSlack(title)} needs ${escapeSlack(needs)}`).join("; ")}.`
        )
      ])
]

/** What a council chooses to hold of a child, for one view; a form for those who may change it. */
export const profileView = (profile: Profile, triggers: QuietTriggers, mayChange: boolean): ModalView => {
  const title = section(`*${escapeSlack(profile.child)}*`)
  const { fired, leftOutOf = nobodyLeftOut } = triggers
  const leftOut = leftOutInWords(fired.slice(-TRIGGERS_SHOWN), leftOutOf).map(section)
  const shown = [title, ...leftOut, asFacts(profile), ...triggerBlocks(triggers)]
  if (!mayChange) {
    return {
      type: "modal",
      title: { type: "plain_text", text: "Revealed" },
      close: { type: "plain_text", text: "Close" },
      blocks: [...shown, context(JOURNALED)]
    }
  }
  return {
    ...form({
      callbackId: PROFILE_FORM,
      title: "Revealed",
      submit: "Save",
      close: "Close",
      blocks: [
        ...shown,
        context(`${JOURNALED} Hold no more than your council has decided to: empty fields are not held.`),
        textField({
          id: "initials",
          label: "Initials",
          placeholder: "ZZ",
          hint: "One to four letters, never a name.",
          maxLength: 4,
          optional: true,
          ...definedFields({ initial: profile.initials })
        }),
        dateField({ id: "bornOn", label: "Birth date", optional: true }, profile.bornOn),
        selectField({ id: "caseStatus", label: "Case status", optional: true }, caseStatusWords, profile.caseStatus)
      ]
    }),
    private_metadata: encodeChildLink({ child: profile.child, seen: profile.revision ?? 0 })
  }
}

/** An empty field is no longer held. */
export const readProfile = (values: FormValues, today: CivilDay): Result.Result<HeldProfile, InvalidSubmission> => {
  const text = textIn(values, "initials").toUpperCase()
  const initials = Option.getOrUndefined(Schema.decodeUnknownOption(Initials)(text))
  const bornOn = dayIn(values, "bornOn")
  const caseStatus = choiceIn(values, "caseStatus", CaseStatus)
  const wrong = {
    ...(text !== "" && initials === undefined ? { initials: "Give one to four letters, never a name." } : {}),
    ...(bornOn !== undefined && bornOn > today ? { bornOn: "That day is still to come." } : {})
  }
  if (Object.keys(wrong).length > 0) return Result.fail(new InvalidSubmission({ fields: wrong }))
  return Result.succeed({
    ...definedFields({ initials, bornOn, caseStatus })
  })
}
