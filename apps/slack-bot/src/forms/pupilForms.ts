/** Every form about the open case of a child missing education, in the order of its work, by its callback id. */
import type { AnyCasePermission, Role } from "@safe-return/casework"
import { reachOf } from "@safe-return/casework"
import type { PupilReference } from "@safe-return/domain/education"
import type { Button } from "@slack/types"
import { type PupilForm, pupilButton } from "./PupilForm.ts"
import { closeForm, PUPIL_CLOSE_FORM } from "./pupilClose/pupilClose.ts"
import { enquiryForm, PUPIL_ENQUIRY_FORM } from "./pupilEnquiry/pupilEnquiry.ts"
import { factsForm, PUPIL_FACTS_FORM } from "./pupilFacts/pupilFacts.ts"
import { foundForm, PUPIL_FOUND_FORM } from "./pupilFound/pupilFound.ts"

const formsOnCase: ReadonlyArray<readonly [callbackId: string, form: PupilForm]> = [
  [PUPIL_FACTS_FORM, factsForm],
  [PUPIL_ENQUIRY_FORM, enquiryForm],
  [PUPIL_FOUND_FORM, foundForm],
  [PUPIL_CLOSE_FORM, closeForm]
]

/** Whether a person with these roles may do it on every case. */
export const mayByRoles = (roles: ReadonlySet<Role>, permission: AnyCasePermission): boolean =>
  reachOf(roles, permission) === "any"

/** The buttons that a person with these roles may press on an open case. */
export const buttonsOnCase = (pupil: PupilReference, roles: ReadonlySet<Role>): ReadonlyArray<Button> =>
  formsOnCase.flatMap(([callbackId, { buttonText, permission }]) =>
    mayByRoles(roles, permission) ? [pupilButton(callbackId, buttonText, pupil)] : []
  )
