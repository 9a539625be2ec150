/** `GET /api/seen`: everything the page shows at its address, in one reply. */
import { Effect } from "effect"
import type { Address } from "../../address/address.ts"
import { placeOf } from "../../address/place.ts"
import type { PageContent } from "../../api.ts"
import type { ManifestEntries } from "../manifest.ts"
import type { Requester } from "../Requester.ts"
import { readConversation } from "./conversation.ts"
import { readHappened } from "./happened.ts"
import { readScenarios } from "./scenarios.ts"
import { readScreen } from "./screen.ts"
import { readWorkspace } from "./workspace.ts"

const readGuide = Effect.fnUntraced(function* (asked: Requester, { guide, about }: Address) {
  const read: Pick<PageContent, "tour" | "happened" | "scenarios"> =
    guide === "tour"
      ? { tour: yield* asked.training.tour.read }
      : guide === "happened"
        ? { happened: yield* readHappened(asked, about) }
        : guide === "scenario"
          ? { scenarios: yield* readScenarios }
          : {}
  return read
})

export const readSeen = Effect.fnUntraced(function* (asked: Requester, address: Address, offered: ManifestEntries) {
  const workspace = yield* readWorkspace(asked, offered)
  const place = placeOf(address.in, workspace)
  const id = place.kind === "conversation" ? place.id : undefined
  const { thread } = address
  const seen: PageContent = {
    workspace,
    screen: yield* readScreen(asked, place.kind === "home"),
    ...(id === undefined ? {} : { conversation: yield* readConversation(asked, id) }),
    ...(id === undefined || thread === undefined ? {} : { thread: yield* readConversation(asked, id, thread) }),
    // After the conversation: a step of the tour may consist in having read it.
    ...(yield* readGuide(asked, address))
  }
  return seen
})
