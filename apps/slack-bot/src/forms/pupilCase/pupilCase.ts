import { People } from "@safe-return/casework"
import { type PupilReference, unseenReturnsOf } from "@safe-return/domain/education"
import type { ModalView } from "@slack/types"
import { Effect, Option } from "effect"
import { actions } from "../../blocks/blocks.ts"
import { OutOfDate } from "../../handlers/explain.ts"
import type { ButtonHandler } from "../../handlers/Handler.ts"
import { educationCaseFacts } from "../../messages/educationCaseFacts.ts"
import type { FormSlice } from "../CaseForm.ts"
import { findPupil, pupilButton, pupilOfValue, todayInLondon } from "../PupilForm.ts"
import { buttonsOnCases, mayByRoles } from "../pupilForms.ts"
import { lookButton } from "../pupilReturn/pupilReturn.ts"

const PUPIL_CASE = "pupil-case"

export const pupilCaseButton = (pupil: PupilReference) => pupilButton(PUPIL_CASE, "Open", pupil)

/** How a child's cases stand, with the buttons that this person may press on the open one. */
export const pupilCaseBlocks = Effect.fn("pupilCaseBlocks")(function* (
  reference: PupilReference,
  person: Parameters<People["Service"]["rolesOf"]>[0]
) {
  const file = yield* findPupil(reference)
  const { text, blocks } = educationCaseFacts(file, yield* todayInLondon)
  const roles = yield* (yield* People).rolesOf(person)
  const isAsked = unseenReturnsOf(file.state).length > 0 && mayByRoles(roles, "work-on-education-case")
  const buttons = [...(isAsked ? [lookButton(file.child)] : []), ...buttonsOnCases(file.child, file.state, roles)]
  return { text, blocks: [...blocks, ...(buttons.length === 0 ? [] : [actions("pupil-case", buttons)])] }
})

const open: ButtonHandler = {
  permission: "see-education-cases",
  pupil: ({ value }) => pupilOfValue(value),
  handle: Effect.fn("openPupilCase")(function* ({ value, person, openForm }) {
    const pupil = pupilOfValue(value)
    if (Option.isNone(pupil)) return yield* new OutOfDate()
    const { blocks } = yield* pupilCaseBlocks(pupil.value, person)
    const view: ModalView = {
      type: "modal",
      title: { type: "plain_text", text: "Education case" },
      close: { type: "plain_text", text: "Close" },
      clear_on_close: true,
      blocks
    }
    yield* openForm(view)
  })
}

export const pupilCase: FormSlice = { buttons: { [PUPIL_CASE]: open } }
