/** Every form about the case of a child missing education, in the order of its work, by its callback id. */
import type { AnyCasePermission, Role } from "@safe-return/casework"
import { reachOf } from "@safe-return/casework"
import type { PupilReference, PupilState } from "@safe-return/domain/education"
import type { Button } from "@slack/types"
import { caseMeant, type PupilForm, pupilButton } from "./PupilForm.ts"
import { abroadForm, PUPIL_ABROAD_FORM } from "./pupilAbroad/pupilAbroad.ts"
import { closeForm, PUPIL_CLOSE_FORM } from "./pupilClose/pupilClose.ts"
import { correctForm, PUPIL_CORRECT_FORM } from "./pupilCorrect/pupilCorrect.ts"
import { enquiryForm, PUPIL_ENQUIRY_FORM } from "./pupilEnquiry/pupilEnquiry.ts"
import { factsForm, PUPIL_FACTS_FORM } from "./pupilFacts/pupilFacts.ts"
import { foundForm, PUPIL_FOUND_FORM } from "./pupilFound/pupilFound.ts"
import { homeEducationForm, PUPIL_HOME_EDUCATION_FORM } from "./pupilHomeEducation/pupilHomeEducation.ts"
import { joinForm, PUPIL_JOIN_FORM } from "./pupilJoin/pupilJoin.ts"
import { orderForm, PUPIL_ORDER_FORM } from "./pupilOrder/pupilOrder.ts"
import { PUPIL_PLACE_FORM, placeForm } from "./pupilPlace/pupilPlace.ts"
import { PUPIL_REOPEN_FORM, reopenForm } from "./pupilReopen/pupilReopen.ts"
import { PUPIL_SEPARATE_FORM, separateForm } from "./pupilSeparate/pupilSeparate.ts"
import { PUPIL_TRACE_FORM, traceForm } from "./pupilTrace/pupilTrace.ts"

const forms: ReadonlyArray<readonly [callbackId: string, form: PupilForm]> = [
  [PUPIL_FACTS_FORM, factsForm],
  [PUPIL_ENQUIRY_FORM, enquiryForm],
  [PUPIL_FOUND_FORM, foundForm],
  [PUPIL_TRACE_FORM, traceForm],
  [PUPIL_PLACE_FORM, placeForm],
  [PUPIL_HOME_EDUCATION_FORM, homeEducationForm],
  [PUPIL_ORDER_FORM, orderForm],
  [PUPIL_ABROAD_FORM, abroadForm],
  [PUPIL_CLOSE_FORM, closeForm],
  [PUPIL_REOPEN_FORM, reopenForm],
  [PUPIL_CORRECT_FORM, correctForm],
  [PUPIL_JOIN_FORM, joinForm],
  [PUPIL_SEPARATE_FORM, separateForm]
]

/** Whether a person with these roles may do it on every case. */
export const mayByRoles = (roles: ReadonlySet<Role>, permission: AnyCasePermission): boolean =>
  reachOf(roles, permission) === "any"

/** The buttons that a person with these roles may press on a child's cases, as they stand. */
export const buttonsOnCases = (
  pupil: PupilReference,
  state: PupilState,
  roles: ReadonlySet<Role>
): ReadonlyArray<Button> =>
  forms.flatMap(([callbackId, form]) =>
    mayByRoles(roles, form.permission) && caseMeant(state, form) !== undefined
      ? [pupilButton(callbackId, form.buttonText, pupil)]
      : []
  )
