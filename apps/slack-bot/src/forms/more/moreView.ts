import { type Permission, Role, rolesAllowed, roleWords } from "@safe-return/casework"
import { episodeStatus, londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { context, escapeSlack, section, sectionWith } from "../../blocks/blocks.ts"
import { type EpisodeCardFacts, everyButton } from "../cardButtons.ts"

const seen = ({ state, episode }: EpisodeCardFacts): string =>
  state.death === undefined ? ` · last seen ${londonDateTime(episode.missingAt)}` : ""

const eitherOf = new Intl.ListFormat("en-GB", { style: "long", type: "disjunction" })

/** Who can do what this reader cannot. */
const others = (closed: ReadonlyArray<Permission>): ReadonlyArray<Role> =>
  Role.literals.filter((role) => closed.some((permission) => rolesAllowed(permission).includes(role)))

/** What a button asks for, by its action id. */
export type PermissionOf = (actionId: string) => Permission | "anyone" | undefined

interface Reader {
  readonly may: ReadonlySet<Permission>
  readonly permissionOf: PermissionOf
}

/** Everything that its reader can do about an episode, each with a sentence: a card shows only the next few. */
export const moreView = (card: EpisodeCardFacts, { may, permissionOf }: Reader): ModalView => {
  const { child, state, episode } = card
  const asked = everyButton(card).map((button) => ({ button, permission: permissionOf(button.actionId) }))
  const closed = asked.flatMap(({ permission }) =>
    permission === undefined || permission === "anyone" || may.has(permission) ? [] : [permission]
  )
  const open = asked.filter(({ permission }) => !closed.some((one) => one === permission))
  const who = others(closed).map((role) => roleWords[role])
  return {
    type: "modal",
    title: { type: "plain_text", text: "More" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      section(`*${escapeSlack(child)}* · ${episodeStatus(state, episode)}${seen(card)}`),
      ...open.map(({ button }) => sectionWith(button.purpose, button({ child, episodeId: episode.id }))),
      ...(who.length === 0 ? [] : [context(`Others do the rest here: ${eitherOf.format(who)}.`)])
    ]
  }
}
