import { londonDayOf } from "@safe-return/domain/calendar"
import type { KnownBlock } from "@slack/types"
import { actions, context, escapeSlack, header, section, sectionWith } from "../blocks/blocks.ts"
import { pupilCaseButton } from "../forms/pupilCase/pupilCase.ts"
import { referButton } from "../forms/pupilReferral/pupilReferral.ts"
import { lookButton } from "../forms/pupilReturn/pupilReturn.ts"
import { caseLine, inOrderOfDuties, unseenReturnLine, unseenReturnsShown } from "../messages/educationCaseList.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { pageOf } from "./pages.ts"

/** Every open case, the one that has waited longest at the top, each with the button that opens it. */
export const educationTab = ({ education, place }: HomeFacts): ReadonlyArray<KnownBlock> => {
  if (education === undefined) return []
  const { openCases, duties, unreadable, now } = education
  const due = new Set(duties.filter(({ remindFrom }) => remindFrom <= londonDayOf(now)).map(({ caseId }) => caseId))
  const { shown, more } = unseenReturnsShown(education)
  const { items, turn } = pageOf(inOrderOfDuties(education), place)
  return [
    header("Children missing education"),
    section(
      openCases.length === 0 ? "No case is open." : `${openCases.length} open, ${due.size} of them with something due.`
    ),
    ...shown.map((one) => sectionWith(`:school: ${unseenReturnLine(one, now)}`, lookButton(one.child))),
    ...(more === 0
      ? []
      : [context(`${more} more returns of schools wait for a look, and come here as these are looked at.`)]),
    ...items.map((listed) => sectionWith(caseLine(listed, education), pupilCaseButton(listed.child))),
    ...turn,
    ...(unreadable.length === 0
      ? []
      : [context(`Not listed, because a newer version wrote them: ${unreadable.map(escapeSlack).join(", ")}.`)]),
    actions("education", [referButton])
  ]
}
