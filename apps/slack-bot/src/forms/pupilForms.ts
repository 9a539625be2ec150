/** Every form about the case of a child missing education, in the order of its work, by its callback id. */
import type { AnyCasePermission, Role } from "@safe-return/casework"
import { reachOf } from "@safe-return/casework"
import type { PupilReference } from "@safe-return/domain/education"
import type { Button } from "@slack/types"
import { type PupilForm, pupilButton } from "./PupilForm.ts"
import { closeForm, PUPIL_CLOSE_FORM } from "./pupilClose/pupilClose.ts"
import { enquiryForm, PUPIL_ENQUIRY_FORM } from "./pupilEnquiry/pupilEnquiry.ts"
import { factsForm, PUPIL_FACTS_FORM } from "./pupilFacts/pupilFacts.ts"
import { foundForm, PUPIL_FOUND_FORM } from "./pupilFound/pupilFound.ts"
import { PUPIL_REOPEN_FORM, reopenForm } from "./pupilReopen/pupilReopen.ts"

const formsOnCase: ReadonlyArray<readonly [callbackId: string, form: PupilForm]> = [
  [PUPIL_FACTS_FORM, factsForm],
  [PUPIL_ENQUIRY_FORM, enquiryForm],
  [PUPIL_FOUND_FORM, foundForm],
  [PUPIL_CLOSE_FORM, closeForm]
]

const formsOnClosedCase: typeof formsOnCase = [[PUPIL_REOPEN_FORM, reopenForm]]

/** Whether a person with these roles may do it on every case. */
export const mayByRoles = (roles: ReadonlySet<Role>, permission: AnyCasePermission): boolean =>
  reachOf(roles, permission) === "any"

/** The buttons that a person with these roles may press: on the open case, or where none is open, to open one again. */
export const buttonsOnCase = (
  pupil: PupilReference,
  roles: ReadonlySet<Role>,
  isOpen: boolean
): ReadonlyArray<Button> =>
  (isOpen ? formsOnCase : formsOnClosedCase).flatMap(([callbackId, { buttonText, permission }]) =>
    mayByRoles(roles, permission) ? [pupilButton(callbackId, buttonText, pupil)] : []
  )
