import { Council } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { apartOnCard } from "../../handlers/answersApart.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import { permissionsOn } from "../../handlers/permissionsOn.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { moreButton } from "../cardButtons.ts"
import { moreView, type PermissionOf } from "./moreView.ts"

/** Nothing to fill in: everything that the person who asks can do now. */
const moreForm = (permissionOf: PermissionOf): CaseForm => ({
  permission: "see-cases",
  episodeMeant: latestEpisode,
  open: Effect.fn("moreForm")(function* ({ child, state, episode, person, now }) {
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const { calendars } = yield* Council
    const may = yield* permissionsOn(child, episode.id, person)
    return moreView(
      {
        child,
        state,
        episode,
        calendars,
        now,
        ...(yield* apartOnCard(child, state, episode, person)),
        ...definedFields({ allocatedWorker })
      },
      { may, permissionOf }
    )
  })
})

/** The registry of every button knows what each asks for. */
export const moreOf = (permissionOf: PermissionOf): FormSlice => ({
  buttons: { [moreButton.actionId]: buttonFor(moreForm(permissionOf)) }
})
